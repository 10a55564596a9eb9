package io.github.miscope.dsl

import java.nio.ByteBuffer
import java.nio.file.Files
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Figures as files: PDF, resolution, and colours that follow a flavour. */
class FigureFilesTest {
    private val sweep = mi {
        estimator(ksg)
        samples(50)
        trials(2)
        scaleSweep(0.1..10.0, points = 3)
    }

    @Test
    fun `a PDF is a page of the figure's size`(@TempDir folder: Path) {
        val pdf = String(Files.readAllBytes(sweep.save("$folder/a.pdf")), Charsets.ISO_8859_1)
        assertTrue(pdf.startsWith("%PDF-"))
        // 780 x 460 units of 1/96 inch, in points of 1/72 inch.
        assertTrue(Regex("MediaBox \\[0 0 585 345]") in pdf)
    }

    @Test
    fun `an image has the resolution that was asked for, and says so`(@TempDir folder: Path) {
        val png = Files.readAllBytes(sweep.save("$folder/a.png", dpi = 300))
        val size = ByteBuffer.wrap(png, 16, 8)
        assertEquals(780 * 300 / 96.0, size.getInt().toDouble(), 1.0)
        val at = String(png, Charsets.ISO_8859_1).indexOf("pHYs") + 4
        // Pixels per metre.
        assertEquals(300 / 0.0254, ByteBuffer.wrap(png, at, 4).getInt().toDouble(), 1.0)
        for (bad in
            listOf({ sweep.save("$folder/a.svg", dpi = 300) }, { sweep.save("a.png", 0) })) {
            val e = assertThrows(IllegalArgumentException::class.java) { bad() }
            assertTrue("dpi" in e.message!!, e.message)
        }
    }

    @Test
    fun `a flavour changes text, grid and background`() {
        val light = sweep.plot().toSvg()
        val dark = (sweep.plot() + DARK).toSvg()
        // The background of Lets-Plot's dark flavour, and its text.
        assertTrue("rgb(48,48,48)" in dark || "#303030" in dark)
        assertTrue("rgb(48,48,48)" !in light && "#303030" !in light)
        assertTrue("#bbbbbb" in dark.lowercase() && "#bbbbbb" !in light.lowercase())
    }

    @Test
    fun `lines of titles do not touch`() {
        val svg =
            mi(correlatedGaussians(1, 0.5).sample(60, io.github.miscope.sample.Seed.of(1))) {
                    estimator(
                        ksg named "a name of an estimator that is so long that it takes lines"
                    )
                }
                .plot()
                .toSvg()
        val later = Regex("<text class=\"plot-subtitle\" y=\"([0-9.]+)\"").findAll(svg).toList()
        assertTrue(later.size > 1, svg.take(2000))
        // 13 units high.
        assertTrue(later[1].groupValues[1].toDouble() > 16)
    }
}
