package io.github.miscope.jupyter

import java.awt.Color
import java.awt.image.BufferedImage
import java.io.ByteArrayInputStream
import java.util.Base64
import javax.imageio.ImageIO
import kotlin.math.abs
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.ggplot
import org.jetbrains.letsPlot.ggsize
import org.jetbrains.letsPlot.label.ggtitle
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class RasterTest {
    private val figure =
        ggplot(mapOf("x" to List(300) { it % 17 }, "y" to List(300) { it % 13 })) +
            geomPoint(color = "#0072B2") {
                x = "x"
                y = "y"
            } +
            ggtitle("Größe") +
            ggsize(500, 300)

    @Test
    fun `a figure is a drawing, an image of the same size, and a text`() {
        val output = figureOutput(figure)
        assertEquals(listOf("image/svg+xml", "image/png", "text/plain"), output.keys.toList())
        val image = decoded(Base64.getDecoder().decode(output.getValue("image/png")))
        assertEquals(500 to 300, image.width to image.height)
        val colours = (0 until 500).flatMap { x -> (0 until 300).map { image.getRGB(x, it) } }
        assertTrue(Color(0x0072B2).rgb in colours, "points")
        assertTrue(colours.count { it == Color.WHITE.rgb } > 100_000, "background")
        assertTrue(colours.count { Color(it).red < 60 } > 300, "title")
    }

    @Test
    fun `the image is small and the same each time`() {
        val svg = figure.toStaticSvg()
        val png = pngOf(svg)
        assertTrue(png.size < 30_000, "${png.size} bytes")
        assertTrue(png.contentEquals(pngOf(svg)))
    }

    @Test
    fun `few colours are kept exactly, many are close to what they were`() {
        val image = BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB)
        for (x in 0 until 64) for (y in 0 until 64) image.setRGB(x, y, Color(4 * x, 4 * y, 99).rgb)
        for (x in 0 until 10) for (y in 0 until 10) image.setRGB(x, y, 0x0072B2)
        val reduced = withFewColours(image)
        assertEquals(0xFF0072B2.toInt(), reduced.getRGB(5, 5))
        for (x in 0 until 64) for (y in 0 until 64) {
            val (before, after) = Color(image.getRGB(x, y)) to Color(reduced.getRGB(x, y))
            assertTrue(abs(before.red - after.red) <= 32 && abs(before.green - after.green) <= 32)
        }
        assertTrue((reduced.colorModel as java.awt.image.IndexColorModel).mapSize <= 256)
    }

    @Test
    fun `what cannot be drawn is an exception, not an empty image`() {
        assertFalse(runCatching { pngOf("<svg") }.isSuccess)
    }

    private fun decoded(png: ByteArray) = ImageIO.read(ByteArrayInputStream(png))
}
