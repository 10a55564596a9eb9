package io.github.miscope.dsl

import java.nio.file.Path
import javax.imageio.ImageIO
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Tag
import org.junit.jupiter.api.Test

/**
 * Many columns in a small heap: an object for each pair had no room in it. 3000 columns in 300 MB,
 * which pass as well, take some minutes.
 */
class ManyColumnsTest {
    @Test
    @Tag("slow")
    fun `a matrix of 800 columns fits into 100 MB`() {
        val output = run("-Xmx100m", "800", "8")
        assertTrue("319600 pairs" in output, output)
        assertTrue(number("text", output) < 5_000, output)
        assertTrue(number("figure", output) < 500_000, output)
    }

    @Test
    @Tag("slow")
    fun `a figure of 100 columns is saved within 512 MB`() {
        val file = Path.of("target/figures/hundred-columns.png")
        val output = run("-Xmx512m", "100", "50", "$file")
        assertTrue("4950 pairs" in output, output)
        assertTrue(number("saved", output) > 50_000, output)
        val image = ImageIO.read(file.toFile())
        assertTrue(image.width in 2000..2600 && image.height in 2000..2800, "$image")
    }

    private fun number(of: String, output: String) =
        Regex("$of ([0-9]+)").find(output)!!.groupValues[1].toInt()

    private fun run(heap: String, vararg arguments: String): String {
        val command =
            listOf(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap) +
                listOf("-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path")) +
                ManyColumns::class.java.name
        val process = ProcessBuilder(command + arguments).redirectErrorStream(true).start()
        val output = process.inputReader().readText()
        assertEquals(0, process.waitFor(), output)
        return output
    }
}
