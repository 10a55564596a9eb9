package io.github.miscope.dsl

import java.util.Random
import org.jetbrains.kotlinx.dataframe.AnyFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.rows
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.letsPlot.intern.Plot
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/**
 * Results of many columns and of many levels: what is shown stays small, and says what it omits.
 */
class LargeResultsTest {
    private val random = Random(8)

    /** Columns in pairs: the last two agree most. */
    private fun frame(d: Int): AnyFrame {
        val common = List(ROWS) { random.nextGaussian() }
        return (0 until d)
            .map { j ->
                val noise = if (j >= d - 2) 0.1 else 20.0
                common.map { it + noise * random.nextGaussian() }.toColumn("column_$j")
            }
            .toDataFrame()
    }

    private fun Plot.height(): Double =
        Regex("<svg[^>]*\\bheight=\"([0-9.]+)").find(toSvg())!!.groupValues[1].toDouble()

    @Test
    fun `a matrix of many columns`() {
        val matrix = frame(120).miMatrix { estimator(gaussianMi) }
        val figure = matrix.plot()
        val svg = figure.toSvg()
        // With all 14,280 cells it has 5 MB.
        assertTrue(svg.length < 500_000, "${svg.length}")
        assertTrue("The 40 columns of the strongest pairs are drawn, of 120" in svg)
        assertTrue("column_118" in svg && "column_119" in svg)
        assertTrue(figure.height() < 1200)
        figure.render("matrix-many")
        val text = matrix.toString()
        assertTrue(text.length < 5_000, text)
        assertTrue("\n  ... and 7100 more: toDataFrame() has all" in text, text)
        assertTrue(text.lines()[1].startsWith("  column_118; column_119"), text)
        assertEquals(120 * 119 / 2, matrix.toDataFrame().rows().count())
    }

    /** Numbers are written as long as there is room for them. */
    @Test
    fun `a matrix of some columns`() {
        val svg = frame(14).miMatrix { estimator(gaussianMi) }.plot().toSvg()
        assertFalse("are drawn" in svg)
        assertTrue(numbers(svg) >= 14 * 13, "${numbers(svg)}")
        val figure = frame(25).miMatrix { estimator(gaussianMi) }.plot()
        assertTrue(numbers(figure.toSvg()) < 20, "${numbers(figure.toSvg())}")
        figure.render("matrix-shades")
    }

    /** Those in cells, and a few of the legend. */
    private fun numbers(svg: String) = Regex(">\\s*-?[0-9]\\.[0-9]{2}\\s*<").findAll(svg).count()

    @Test
    fun `a ranking of many columns`() {
        val rank =
            frame(120).miRank("column_119") {
                estimator(gaussianMi)
                interval()
            }
        val figure = rank.plot()
        assertTrue("The first 40 of 119 columns are drawn" in figure.toSvg())
        assertTrue(figure.height() < 1800)
        assertTrue("... and 79 more: toDataFrame() has all" in rank.toString(), "$rank")
        assertEquals(119, rank.toDataFrame().rows().count())
    }

    @Test
    fun `columns of many levels`() {
        val n = 2000
        val df =
            dataFrameOf(
                "place" to List(n) { "p${it % 400}" },
                "kind" to List(n) { "k${it % 300 % 7}" },
                "size" to List(n) { random.nextDouble() },
            )
        val counts = df.mi("place", "kind").plot()
        assertTrue("The 30 most frequent of 400 levels of place are drawn." in counts.toSvg())
        counts.render("counts-many-levels")
        val boxes = df.mi("place", "size").plot().toSvg()
        assertTrue("The 30 most frequent of 400 levels of place are drawn." in boxes)
        assertTrue(boxes.length < 200_000)
    }

    @Test
    fun `boxes of many rows`() {
        val n = 30_000
        val figure =
            dataFrameOf(
                    "kind" to List(n) { "k${it % 3}" },
                    "size" to List(n) { random.nextGaussian() },
                )
                .mi("kind", "size")
                .plot()
        assertTrue("20000 of 30000 points are drawn." in figure.toSvg())
    }

    private companion object {
        const val ROWS = 60
    }
}
