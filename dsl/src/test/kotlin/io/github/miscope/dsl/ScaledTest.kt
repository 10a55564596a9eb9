package io.github.miscope.dsl

import io.github.miscope.association.InformationScale
import io.github.miscope.association.ScaledInformation
import io.github.miscope.estimator.DataWarning
import java.util.Random
import org.jetbrains.kotlinx.dataframe.api.add
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.remove
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Information on scales from 0 to 1, on estimates, matrices and rankings. */
class ScaledTest {
    private val random = Random(4)
    private val x = List(200) { random.nextGaussian() }
    private val df =
        dataFrameOf(
            "x" to x,
            "y" to x.map { it + random.nextGaussian() },
            "kind" to x.map { if (it > 0) "a" else "b" },
            "gap" to List(200) { if (it < 20) null else random.nextGaussian() },
        )

    @Test
    fun `an estimate has its place on the scale`() {
        val found = df.mi("x", "y") { interval() }
        val scaled = found.scaled!!
        assertEquals(ScaledInformation.of(found.estimate, found.samples).get(), scaled)
        assertEquals(Math.sqrt(1 - Math.exp(-2 * found.nats)), scaled.value(), 1e-12)
        assertTrue("correlation equivalent 0." in "$found", "$found")
        assertTrue("correlation equivalent 0." in found.toHtml())
        val frame = found.toDataFrame()
        assertEquals(scaled.value(), frame["scaled"][0])
        assertEquals(scaled.interval().get().upper(), frame["scaled_upper"][0])
        assertEquals("${scaled.strength()}", frame["strength"][0])
    }

    @Test
    fun `what is given has no scale`() {
        val found = df.mi("x", "y") { given("kind") }
        assertNull(found.scaled)
        assertTrue("scaled" !in found.toDataFrame().columnNames())
    }

    @Test
    fun `figures on the scale say so`() {
        val rank =
            df.miRank("x") {
                missing(PAIRWISE)
                interval()
            }
        val bars = rank.plotScaled().toSvg()
        assertTrue("MI on a scale from 0 to 1" in bars, bars)
        assertTrue("very strong" in bars, bars)
        assertTrue("correlation equivalent of numbers" in bars, bars)
        rank.plotScaled().render("rank-scaled")
        val matrix = df.miMatrix { missing(PAIRWISE) }
        val tiles = matrix.plotScaled().toSvg()
        assertTrue("scaled MI" in tiles, tiles)
        val value = matrix.pairs.first { it.x == "x" && it.y == "y" }.scaled!!.value()
        assertTrue("%.2f".format(java.util.Locale.ROOT, value) in tiles, tiles)
        matrix.plotScaled().render("matrix-scaled")
        val given = df.miRank("x", given = listOf("kind"), features = { "y" })
        assertEquals(
            "no column has a value on the scale from 0 to 1: I(X;Y|Z) has none",
            assertThrows(IllegalStateException::class.java) { given.plotScaled() }.message,
        )
    }

    @Test
    fun `matrix and ranking agree with single estimates`() {
        val matrix = df.miMatrix { missing(PAIRWISE) }
        val rank = df.miRank("kind") { missing(PAIRWISE) }
        for (pair in matrix.pairs + rank.pairs) {
            val single = df.mi(pair.x, pair.y) { missing(DROP) }.scaled!!
            assertEquals(single.value(), pair.scaled!!.value(), "$pair")
        }
        assertEquals(
            InformationScale.SHARE_OF_ENTROPY,
            rank.pairs.first { it.x == "x" }.scaled!!.scale(),
        )
        val frame = rank.toDataFrame()
        assertEquals(rank.pairs.map { it.scaled!!.value() }, frame["scaled"].toList())
        assertEquals(
            rank.pairs.map { it.scaled!!.interval().get().lower() },
            frame["scaled_lower"].toList(),
        )
        assertTrue(", very strong" in "$rank", "$rank")
    }

    @Test
    fun `a word for what may be chance stands in brackets`() {
        val frame = df.remove("gap").add("noise") { random.nextGaussian() }
        val matrix = frame.miMatrix { pValue(199) }
        assertTrue(matrix.pairs.single { it.x == "x" && it.y == "noise" }.adjustedPValue!! > 0.05)
        val lines = "$matrix".lines()
        assertTrue(
            lines.single { "x; noise" in it }.contains(Regex("nats, \\(\\w+\\), p")),
            "$matrix",
        )
        assertTrue(", very strong, p" in lines.single { "x; kind" in it }, "$matrix")
    }

    @Test
    fun `few whole numbers may be codes`() {
        val codes = List(200) { listOf(10, 20, 30)[it % 3] }
        val frame = dataFrameOf("x" to x, "code" to codes, "count" to List(200) { it % 15 })
        val warning = DataWarning.FewWholeNumbers("code", 3)
        assertTrue(warning in frame.mi("x", "code").estimate.warnings())
        assertTrue(warning in frame.miMatrix()["code", "count"].warnings())
        assertTrue("discrete(\"code\")" in "${frame.miRank("x")}")
        val said = frame.mi("x", "code") { discrete("code") }.estimate
        assertTrue(said.warnings().none { it is DataWarning.FewWholeNumbers })
        val counts = frame.mi("x", "count").estimate
        assertTrue(counts.warnings().none { it is DataWarning.FewWholeNumbers })
    }

    @Test
    fun `PAIRWISE leaves rows out of those pairs that miss them`() {
        val matrix = df.miMatrix { missing(PAIRWISE) }
        assertEquals(180, matrix["x", "gap"].n())
        assertEquals(200, matrix["x", "y"].n())
        assertEquals(180, df.mi("x", "gap") { missing(PAIRWISE) }.samples.n())
        assertThrows(IllegalArgumentException::class.java) { df.miMatrix() }
    }
}
