package io.github.miscope.dsl

import java.nio.file.Files
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

/** Files of NumPy as plain input. */
class NpyInputTest {
    /** NumPy's own files: see make.py beside them. */
    private val numpy = Path.of("../core-java/core/src/test/resources/numpy")

    private fun file(name: String) = "${numpy.resolve(name)}"

    @Test
    fun `arrays in both orders are the same variable`() {
        val c = npy(file("c-order.npy"))
        val fortran = npy(file("fortran-order.npy"))
        assertEquals(c.d(), fortran.d())
        repeat(c.d()) { assertArrayEquals(c.column(it), fortran.column(it)) }
        assertEquals("c-order", c.name())
    }

    @Test
    fun `variables are estimated as arrays are`(@TempDir folder: Path) {
        val x = DoubleArray(50) { Math.sin(it * 1.7) }
        val y = DoubleArray(50) { x[it] + 0.3 * Math.cos(it * 5.1) }
        val files =
            listOf(x, y).mapIndexed { i, values ->
                "${folder.resolve("v$i.npy")}"
                    .also {
                        io.github.miscope.sample.io.NpyFile.write(
                            Path.of(it),
                            io.github.miscope.sample.Variable.of("v", *values),
                        )
                    }
            }
        assertEquals(
            mi(x, y) { estimator(ksg) }.nats,
            mi(npy(files[0]), npy(files[1])) { estimator(ksg) }.nats,
        )
    }

    @Test
    fun `a file that is cut short is refused by its name`(@TempDir folder: Path) {
        val whole = Files.readAllBytes(numpy.resolve("c-order.npy"))
        val cut = folder.resolve("cut.npy")
        Files.write(cut, whole.copyOf(whole.size - 3))
        val message = assertThrows<IllegalArgumentException> { npy("$cut") }.message!!
        assertTrue("cut.npy is cut short" in message, message)
    }

    @Test
    fun `unsigned bytes are unsigned`(@TempDir folder: Path) {
        val header = "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }"
        val padded = header.padEnd(118 - 1) + "\n"
        val bytes =
            byteArrayOf(0x93.toByte()) +
                "NUMPY".toByteArray() +
                byteArrayOf(1, 0, 118, 0) +
                padded.toByteArray() +
                byteArrayOf(134.toByte(), 0, 255.toByte())
        val file = folder.resolve("u1.npy")
        Files.write(file, bytes)
        assertArrayEquals(doubleArrayOf(134.0, 0.0, 255.0), npy("$file").column(0))
        assertEquals(3, npyLevels("$file").levels().toSet().size)
    }
}
