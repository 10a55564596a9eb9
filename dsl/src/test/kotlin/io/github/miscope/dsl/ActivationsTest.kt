package io.github.miscope.dsl

import java.nio.file.NoSuchFileException
import java.nio.file.Path
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.bio.npy.NpyFile
import org.jetbrains.bio.npy.NpzFile
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class ActivationsTest {
    @TempDir lateinit var folder: Path

    private val inputs =
        arrayOf(doubleArrayOf(1.0, 2.0), doubleArrayOf(3.0, 4.0), doubleArrayOf(5.0, 6.0))

    private fun file(name: String) = folder.resolve(name).toString()

    @Test
    fun `NPY files by epoch and layer, of several kinds and shapes`() {
        NpyFile.write(
            Path.of(file("x.npy")),
            floatArrayOf(1f, 2f, 3f, 4f, 5f, 6f),
            intArrayOf(3, 2),
        )
        NpyFile.write(Path.of(file("y.npy")), longArrayOf(7, 8, 7))
        // Three inputs of a 2 x 2 image.
        val values = DoubleArray(12) { it / 2.0 }
        for (epoch in listOf(10, 2)) {
            NpyFile.write(Path.of(file("epoch$epoch-conv.npy")), values, intArrayOf(3, 2, 2))
            NpyFile.write(Path.of(file("epoch$epoch-fc1.npy")), intArrayOf(epoch, 1, 2))
        }
        val source =
            activations("npy") {
                inputs(file("x.npy"))
                labels(file("y.npy"))
                npy("$folder", "epoch{epoch}-{layer}.npy")
            }
        assertEquals(listOf(2, 10), source.epochs())
        assertEquals(listOf("conv", "fc1"), source.layers().map { source.layerName(it) })
        assertArrayEquals(doubleArrayOf(2.0, 4.0, 6.0), source.inputs().column(1))
        assertEquals(2, source.labels().getOrNull()!!.levels().distinct().size)
        val conv = source.activations(2, 1)
        assertEquals(4, conv.d())
        assertEquals(listOf(1.5, 3.5, 5.5), conv.column(3).toList())
        assertEquals(listOf(10.0, 1.0, 2.0), source.activations(10, 2).column(0).toList())
    }

    @Test
    fun `NPZ arrays by epoch and layer`() {
        NpzFile.write(Path.of(file("run.npz")), true).use { npz ->
            npz.write("x", doubleArrayOf(1.0, 2.0, 3.0))
            npz.write("y", intArrayOf(0, 1, 1))
            for (epoch in 0..1) for (layer in 1..2) {
                npz.write("e$epoch/l$layer", floatArrayOf(1f, 2f, epoch.toFloat()))
            }
        }
        val source =
            activations("npz") {
                inputs(file("run.npz"), "x")
                labels(file("run.npz"), "y")
                npz(file("run.npz"), "e{epoch}/l{layer}")
            }
        assertEquals(listOf(1, 2), source.layers())
        assertEquals("layer 2", source.layerName(2))
        assertEquals(1.0, source.activations(1, 2).get(2, 0))
        assertTrue("\"x\"" in message { activations("npz") { inputs(file("run.npz")) } })
        assertTrue("no array \"z\"" in message { activations("") { inputs(file("run.npz"), "z") } })
    }

    @Test
    fun `what is missing or does not fit is named`() {
        val t = inputs
        assertEquals(
            "inputs(..) are missing: there is no X",
            message { activations("") { layer(0, 1, t) } },
        )
        assertEquals(
            "layers are missing: say layer(..), npy(..) or npz(..)",
            message { activations("") { inputs(inputs) } },
        )
        assertEquals(
            "layer 2 has no values of epoch 5, which others have",
            message {
                activations("") {
                    inputs(inputs)
                    layer(0, 1, t)
                    layer(0, 2, t)
                    layer(5, 1, t)
                }
            },
        )
        assertEquals(
            "there must be a class for each input: labels=2, inputs=3",
            message {
                activations("") {
                    inputs(inputs)
                    labels(intArrayOf(0, 1))
                    layer(0, 1, t)
                }
            },
        )
        assertEquals(
            "pattern must have one {epoch}: pattern={layer}.npy",
            message { activations("") { npy("$folder", "{layer}.npy") } },
        )
        assertTrue(
            "no file of" in message { activations("") { npy("$folder", "{epoch}-{layer}") } }
        )
        val short =
            activations("") {
                inputs(inputs)
                layer(0, 1, t.copyOf(2).requireNoNulls())
            }
        assertEquals(
            "layer 1 of epoch 0 has 2 rows but there are 3 inputs",
            message { short.activations(0, 1) },
        )
        assertThrows(NoSuchFileException::class.java) { activations("") { inputs("none.npy") } }
    }

    @Test
    fun `classes of large numbers stay apart`() {
        val classes = longArrayOf(1L shl 33, 1L shl 34, 1L shl 35)
        NpyFile.write(Path.of(file("y.npy")), classes)
        val source =
            activations("") {
                inputs(inputs)
                labels(file("y.npy"))
                layer(0, 1, inputs)
            }
        assertEquals(listOf(0, 1, 2), source.labels().getOrNull()!!.levels().toList())
    }

    @Test
    fun `layers with and without numbers stay apart`() {
        fun source(vararg layers: String) =
            activations("") {
                inputs(inputs)
                layers.forEachIndexed { i, layer ->
                    layer(
                        0,
                        layer,
                        arrayOf(1.0, 2.0, i.toDouble()).map { doubleArrayOf(it) }.toTypedArray(),
                    )
                }
            }
        val mixed = source("word", "1", "other", "3")
        assertEquals(listOf(2, 1, 4, 3), mixed.layers())
        assertEquals(
            listOf("word", "layer 1", "other", "layer 3"),
            mixed.layers().map(mixed::layerName),
        )
        assertEquals(
            listOf(0.0, 1.0, 2.0, 3.0),
            mixed.layers().map { mixed.activations(0, it).get(2, 0) },
        )
        for ((one, two) in listOf("1" to "01", "2" to "+2", "layer 7" to "7")) {
            assertEquals(
                "layers \"$one\" and \"$two\" have one name: give them names that differ",
                message { source(one, two) },
            )
        }
        assertEquals("layer must have a name: layer=\" \"", message { source(" ") })
    }

    @Test
    fun `a file that is damaged or has no name of ours is named`() {
        NpyFile.write(Path.of(file("epoch0-1.npy")), DoubleArray(6), intArrayOf(3, 2))
        val source =
            activations("") {
                inputs(inputs)
                npy("$folder", "epoch{epoch}-{layer}.npy")
            }
        assertEquals(2, source.activations(0, 1).d())
        val bytes = Path.of(file("epoch0-1.npy")).readBytes()
        Path.of(file("epoch0-1.npy")).writeBytes(bytes.copyOf(bytes.size - 3))
        val cut = message { source.activations(0, 1) }
        assertTrue(cut.startsWith("${file("epoch0-1.npy")} is cut short"), cut)

        NpyFile.write(Path.of(file("epoch99999999999-1.npy")), DoubleArray(3))
        assertEquals(
            "the epoch of epoch99999999999-1.npy must be <= 2147483647: 99999999999",
            message { activations("") { npy("$folder", "epoch{epoch}-{layer}.npy") } },
        )
        assertEquals(
            "folder must be a folder that can be read: folder=$folder/none",
            message { activations("") { npy("$folder/none", "epoch{epoch}-{layer}.npy") } },
        )
    }

    private fun message(work: () -> Unit): String =
        assertThrows(IllegalArgumentException::class.java) { work() }.message!!
}
