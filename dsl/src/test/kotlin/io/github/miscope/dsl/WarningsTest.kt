package io.github.miscope.dsl

import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.DataWarning
import io.github.miscope.estimator.EstimateWarning
import io.github.miscope.task.Tasks
import kotlin.math.ln
import kotlin.math.sqrt
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What results say to their reader: true, and in the unit asked for. */
class WarningsTest {
    private fun gaussians(n: Int, rho: Double, seed: Long = 1) =
        Tasks.correlatedGaussians(1, rho).sample(n, io.github.miscope.sample.Seed.of(seed)).let {
            it.x().column(0) to it.y().column(0)
        }

    @Test
    fun `draws that are too few for the dimensions`() {
        val warning = EstimateWarning.TooFewDraws(10, 20, 0.1, 1e6, 0.1)
        assertEquals("too few draws", warning.label())
    }

    @Test
    fun `views and entropies are in the unit asked for, which stands beside them`() {
        val (x, y) = gaussians(300, 0.6)
        val auto = mi(x, y) { bits() }
        val view = auto.estimate.diagnostics().getValue("Gaussian copula") / ln(2.0)
        assertTrue("Gaussian copula = ${view.short()} bits" in "$auto", "$auto")
        assertTrue("Gaussian copula = ${view.short()} bits" in auto.toHtml(), auto.toHtml())
        val sum = mi(x, y) { estimator(entropySum(kdeEntropy)) }
        for (name in listOf("hX", "hY", "hXY", "errorBound")) {
            val nats = sum.estimate.diagnostics().getValue(name)
            assertTrue("$name = ${nats.short()} nats" in "$sum", "$sum")
            assertTrue("$name = ${(nats / ln(2.0)).short()} bits" in "${sum.inUnit(BITS)}")
        }
        // Numbers that are no information have no unit.
        assertTrue(Regex("bandwidth = [0-9.]+,") in "$sum", "$sum")
    }

    @Test
    fun `no word of nats where bits are asked for`() {
        val (x, y) = gaussians(300, 0.6)
        val classes = List(300) { if (y[it] > 0) "above" else "below" }
        val frame =
            dataFrameOf(
                x.toList().toColumn("x"),
                y.toList().toColumn("y"),
                x.map { it * it * it * it * it }.toColumn("tail"),
                x.map { Math.rint(it * 10) }.toColumn("rounded"),
                List(300) { y[it] + 1e-9 * x[it] }.toColumn("copy"),
                classes.toColumn("class"),
            )
        val texts =
            listOf(
                frame.mi("x", "y") {
                    estimators(
                        ksg,
                        biKsg,
                        entropySum(knnEntropy),
                        entropySum(kdeEntropy),
                        gaussianMi,
                    )
                    interval()
                    bits()
                },
                frame.mi("tail", "copy") {
                    estimators(ksg, entropySum(kdeEntropy))
                    bits()
                },
                frame.mi("y", "copy") { bits() },
                frame.mi("rounded", "y") {
                    interval()
                    bits()
                },
                frame.mi(listOf("x", "class"), listOf("rounded")) { bits() },
                frame.mi("x", "class") { bits() },
            )
        for (result in texts) {
            for (text in
                listOf("$result", result.toHtml(), "${result.toDataFrame()["warnings"][0]}")) {
                assertFalse(Regex("\\bnats\\b") in text, text)
            }
        }
        // There was something to convert.
        val spread = "Ties broken by jitter (mean of 3 replicates, seed 0, spread "
        assertTrue(
            Regex(Regex.escape(spread) + "[0-9.e-]+ bits\\)") in "${texts[3]}",
            "${texts[3]}",
        )
        assertTrue(
            Regex("bits is (close to|more than) log n = [0-9.]+ bits") in "${texts[2]}",
            "${texts[2]}",
        )
        val entropies = entropy(x) { bits() }
        assertFalse(Regex("\\bnats\\b") in "$entropies${entropies.toHtml()}", "$entropies")
    }

    @Test
    fun `terms by type have a value with a unit and an estimator each`() {
        val (x, y) = gaussians(300, 0.6)
        val frame =
            dataFrameOf(
                x.toList().toColumn("x"),
                List(300) { if (it % 2 == 0) "even" else "odd" }.toColumn("class"),
                y.toList().toColumn("y"),
            )
        val result = frame.mi(listOf("x", "class"), listOf("y"))
        val terms = result.estimate.amounts()
        assertEquals(2, terms.size)
        assertEquals(result.nats, terms.sumOf { result.estimate.diagnostics().getValue(it) }, 1e-12)
        for (term in terms) {
            assertTrue("$term = ${result.estimate.diagnostics()[term]!!.short()} nats" in "$result")
            val finding = result.estimate.findings().single { it.name() == term }
            assertTrue("$term: ${finding.text().get()}" in "$result")
        }
    }

    @Test
    fun `a ranking gives values and intervals one unit`() {
        val (x, y) = gaussians(100, 0.6)
        val frame = dataFrameOf(x.toList().toColumn("x"), y.toList().toColumn("y"))
        val text = "${frame.miRank("y") { bits() }}"
        assertTrue(Regex("[0-9.]+ \\[-?[0-9.]+, [0-9.]+] bits") in text, text)
    }

    @Test
    fun `too few permutations are told with a p-value that exists`() {
        assertEquals(
            "Too few permutations: the smallest adjusted p-value that 200 can give is 1; " +
                "0.05 needs at least 19999, or df.miNetwork(), where all pairs share their draws.",
            tooFewPermutations(200, 1000, HOLM),
        )
        assertEquals(
            "Too few permutations: the smallest adjusted p-value that 200 can give is 0.2239; " +
                "0.05 needs at least 899, or df.miNetwork(), where all pairs share their draws.",
            tooFewPermutations(200, 45, HOLM),
        )
        assertNull(tooFewPermutations(899, 45, HOLM))
        // All may be as small together, and then none is raised.
        assertNull(tooFewPermutations(200, 1000, BENJAMINI_HOCHBERG))
        assertEquals(
            "Too few permutations: the smallest p-value that 10 can give is 0.09091; " +
                "0.05 needs at least 19.",
            tooFewPermutations(10, 1000, UNADJUSTED),
        )
    }

    @Test
    fun `who wants levels is not told to convert them`() {
        val frame =
            dataFrameOf(
                List(100) { "${10000 + it % 20}" }.toColumn("zip"),
                List(100) { sqrt(it.toDouble()) }.toColumn("y"),
            )
        fun warnings(vararg discrete: String) =
            frame
                .mi("zip", "y") { discrete(*discrete) }
                .estimate
                .warnings()
                .filter { it is DataWarning.NumbersAsText }
        assertEquals(1, warnings().size)
        assertEquals(0, warnings("zip").size)
    }

    @Test
    fun `identifiers are named in a ranking`() {
        val (x, y) = gaussians(200, 0.6)
        val frame =
            dataFrameOf(
                x.toList().toColumn("x"),
                List(200) { "row ${maxOf(1, it)}" }.toColumn("id"),
                y.map { if (it > 0) "above" else "below" }.toColumn("class"),
            )
        val rank = frame.miRank("class")
        val remarks = "$rank"
        assertTrue("! id has 199 levels in 200 rows: an identifier" in remarks, remarks)
        assertEquals(1, Regex("an identifier tells").findAll(remarks).count { true })
    }

    @Test
    fun `identifiers rank last`() {
        val (x, y) = gaussians(200, 0.0)
        val frame =
            dataFrameOf(
                List(200) { "row ${maxOf(1, it)}" }.toColumn("id"),
                x.toList().toColumn("noise"),
                y.map { if (it > 0) "above" else "below" }.toColumn("class"),
            )
        assertEquals(listOf("noise", "id"), frame.miRank("class").columns)
        val pairs = frame.miMatrix().toString().lines().filter { it.startsWith("  ") }
        assertTrue("noise; class" in pairs.first(), pairs.first())
    }

    @Test
    fun `repeated rows are named, and p-values keep them together`() {
        val (x, y) = gaussians(100, 0.0)
        val frame = dataFrameOf((x + x).toList().toColumn("x"), (y + y).toList().toColumn("y"))
        val result =
            frame.mi("x", "y") {
                interval()
                pValue(19)
            }
        assertTrue("100 of 200 rows repeat an earlier row exactly" in "$result", "$result")
        assertTrue("19 permutations of all rows, each with its copies" in "$result", "$result")
        assertTrue("repeated rows (1)" in "${frame.miMatrix()}")
    }
}
