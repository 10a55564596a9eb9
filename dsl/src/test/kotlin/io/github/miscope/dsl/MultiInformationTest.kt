package io.github.miscope.dsl

import io.github.miscope.estimator.neighbour.KsgVariant
import io.github.miscope.estimator.neighbour.MultiInformation
import io.github.miscope.sample.Variable
import io.github.miscope.scaling.Scaling
import java.util.Random
import kotlin.math.ln
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class MultiInformationTest {
    private val random = Random(8)
    private val common = List(300) { random.nextGaussian() }
    private val columns = List(3) { common.map { it + random.nextGaussian() } }
    private val df =
        dataFrameOf(
            columns[0].toColumn("a"),
            columns[1].toColumn("b"),
            columns[2].mapIndexed { row, v -> v.takeIf { row > 3 } }.toColumn("c"),
            common.map { if (it > 0) "up" else "down" }.toColumn("d"),
        )

    @Test
    fun `is that of the core, on normal ranks`() {
        val rows = 4 until 300
        val variables =
            columns.map {
                Scaling.normalRank()
                    .apply(Variable.of("v", *rows.map { row -> it[row] }.toDoubleArray()))
            }
        val core = MultiInformation.withDefaults()
        val found = df.multiInformation("a", "b", "c") { missing(DROP) }
        assertEquals(core.estimate(variables).nats(), found.nats)
        assertEquals(found.nats / ln(2.0), found.bits, 1e-15)
        // Equicorrelated by 1/2: log(2) / 2; the standard error is about 0.05.
        assertEquals(0.347, found.nats, 0.2)
        assertTrue("I(a; b; c) = " in found.toString(), "$found")
        assertTrue("4 of 300 rows left out" in found.toString(), "$found")
        assertTrue("</div>" in found.inUnit(BITS).toHtml())
        assertEquals(
            core.withVariant(KsgVariant.KSG2).withK(5).withWindow(9).estimate(variables).nats(),
            df.multiInformation({ "a" and "b" and "c" }) {
                    missing(DROP)
                    k(5)
                    variant(KsgVariant.KSG2)
                    theiler(9)
                }
                .nats,
        )
        val two = df.multiInformation(listOf("a", "b")) { scaling(Scaling.none()) }
        assertEquals(df.mi("a", "b") { estimator(ksg) }.nats, two.nats, 1e-12)
    }

    @Test
    fun `a Theiler window in pairs and lags`() {
        val window = df.mi("a", "b") { estimator(ksgTheiler(0)) }
        assertEquals(df.mi("a", "b") { estimator(ksgRanks) }.nats, window.nats, 1e-12)
        val wide = df.mi("a", "b") { estimator(ksgTheiler(10, k = 5)) }
        assertTrue(wide.nats != window.nats)
        assertTrue("window=10" in wide.estimate.estimator(), wide.estimate.estimator())
        val scan =
            df.miLag("a", "b", 0..1) {
                theiler(10)
                surrogates(0)
            }
        val own = df.mi("a", "b") { estimator(ksgTheiler(10)) }
        assertEquals(own.nats, scan[0].nats())
    }

    @Test
    fun `says what it cannot do`() {
        assertTrue("missing values" in refused { df.multiInformation("a", "b", "c") })
        assertTrue("column \"d\" holds levels" in refused { df.multiInformation("a", "b", "d") })
        assertTrue("variables must be >= 2" in refused { df.multiInformation("a") })
        assertTrue("window must be >= 1" in refused { df.miLag("a", "b", 0..1) { theiler(0) } })
    }

    private fun refused(work: () -> Unit): String =
        assertThrows<IllegalArgumentException> { work() }.message!!
}
