package io.github.miscope.dsl

import io.github.miscope.dsl.figure.ForceLayout
import io.github.miscope.sample.Seed
import java.nio.file.Files
import java.nio.file.Path
import kotlin.math.hypot
import org.apache.commons.rng.sampling.distribution.ZigguratSampler
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

class NetworkTest {
    /** A chain of columns, each the one before it and noise. */
    private fun chain(d: Int, n: Int): DataFrame<*> {
        val normal = ZigguratSampler.NormalizedGaussian.of(Seed.of(5).generator())
        val columns = List(d) { DoubleArray(n) }
        for (i in 0 until n) {
            for (j in 0 until d) {
                val before = if (j == 0) 0.0 else columns[j - 1][i]
                columns[j][i] = 0.8 * before + 0.6 * normal.sample()
            }
        }
        return dataFrameOf(*columns.mapIndexed { j, c -> "g$j" to c.toList() }.toTypedArray())
    }

    private fun NetworkResult.edges() =
        graph.edges().map { columns[it.x()] to columns[it.y()] }.toSet()

    @Test
    fun `a chain has the edges of neighbours`() {
        val df = chain(6, 400)
        val neighbours = (0 until 5).map { "g$it" to "g${it + 1}" }.toSet()
        val network = df.miNetwork()
        assertEquals(neighbours, network.edges())
        assertEquals(neighbours, df.miNetwork { estimator(gaussianCopula) }.edges())
        val all = network.cut(allPairs())
        assertTrue(all.graph.edges().size > 5)
        val rows = network.toDataFrame()
        assertEquals(
            listOf("x", "y", "weight", "estimate_nats", "n", "p_value", "adjusted_p_value"),
            rows.columnNames(),
        )
        assertEquals(5, rows.rowsCount())
        assertEquals(network["g0", "g1"].nats(), network.network.nats(0, 1))
        assertEquals(15, network.pairsToDataFrame().rowsCount())
        assertTrue(network.pairsToDataFrame(perColumn = 1).rowsCount() in 3..6)
        assertTrue("estimate_bits" in network.inUnit(BITS).toDataFrame().columnNames())
        val text = network.toString()
        assertTrue("5 edges of 15 pairs" in text, text)
        assertTrue("No estimator was given" in text, text)
        assertTrue("10000 pairings of ranks" in text, text)
    }

    @Test
    fun `options are taken`() {
        val df = chain(5, 100)
        val above =
            df.miNetwork {
                estimator(ksgLocal)
                above(0.05)
                cut(clr(0.1))
            }
        assertEquals("CLR(above 0.1, above 0.05 nats)", above.graph.method())
        assertFalse(above.network.pValue(0, 1).isPresent)
        val tested =
            df.miNetwork {
                significant(0.01, draws = 500)
                cut(mrnet())
                seed(3)
                threads(1)
            }
        assertEquals(500, tested.network.nullDistribution().get().draws())
        assertEquals("MRNET(significant at 0.01)", tested.graph.method())
        assertEquals(
            "one null distribution for all pairs",
            assertThrows<IllegalArgumentException> {
                    df.miNetwork {
                        estimator(ksg)
                        significant()
                    }
                }
                .message!!
                .take(35),
        )
        assertThrows<IllegalArgumentException> { df.miNetwork { ksgLocal } }
        assertThrows<IllegalArgumentException> { df.miNetwork { significant(2.0) } }
        assertThrows<IllegalArgumentException> { df.miNetwork { cut(aracne(-0.1)) } }
        assertThrows<IllegalArgumentException> { df.miNetwork(listOf("g0")) }
        assertThrows<IllegalArgumentException> {
            df.miNetwork {
                estimator(ksg)
                estimator(ksg2)
            }
        }
    }

    @Test
    fun `missing values are left out pair by pair`() {
        val a = List(60) { if (it == 3) null else (it * it % 17).toDouble() }
        val b = List(60) { if (it == 8) null else (it * it % 17) + 0.01 * it }
        val c = List(60) { (it * 7 % 13).toDouble() }
        val df = dataFrameOf("a" to a, "b" to b, "c" to c)
        val refused = assertThrows<IllegalArgumentException> { df.miNetwork() }
        assertTrue("missing(DROP)" in refused.message!!)
        val network =
            df.miNetwork {
                missing(DROP)
                above(0.0)
            }
        assertEquals(58, network.network.n(0, 1))
        assertEquals(59, network.network.n(0, 2))
    }

    @Test
    fun `a frame with levels needs an estimator that takes them`() {
        val df =
            dataFrameOf(
                "a" to List(40) { (it * 7 % 13) + 0.1 },
                "b" to List(40) { (it * 5 % 11) + 0.2 },
                "kind" to List(40) { if (it % 3 == 0) "u" else "v" },
            )
        val network = df.miNetwork { above(0.0) }
        assertEquals(2, network.network.failed())
        assertTrue("No estimate of 2 of 3 pairs" in network.toString())
        val mixed =
            df.miNetwork {
                estimator(auto)
                cut(allPairs())
            }
        assertEquals(0, mixed.network.failed())
    }

    @Test
    fun `precision and recall compare methods`() {
        val network = chain(8, 300).miNetwork { estimator(gaussianCopula) }
        val known = (0 until 7).map { "g${it + 1}" to "g$it" }
        val result = network.precisionRecall(known, allPairs(), aracne(0.0), mrnet())
        assertEquals(7, result.known)
        assertEquals(1.0, result.curves.getValue("ARACNE(0.0)").average(), 1e-12)
        assertEquals(
            listOf("method", "edges", "precision", "recall"),
            result.toDataFrame().columnNames(),
        )
        assertTrue("average precision" in result.toString())
        assertTrue(result.plot().toSvg().startsWith("<svg"))
        assertThrows<IllegalArgumentException> { network.precisionRecall(listOf("g0" to "x")) }
        assertThrows<IllegalArgumentException> { network.precisionRecall(emptyList()) }
    }

    @Test
    fun `a network is drawn and saved`(@TempDir folder: Path) {
        val network = chain(12, 200).miNetwork { estimator(gaussianCopula) }
        val svg = network.plot().toSvg()
        assertTrue("Network of mutual information" in svg)
        assertTrue("g11" in svg)
        network.saveGraphMl(folder.resolve("g.graphml").toString())
        network.saveEdges(folder.resolve("e.csv").toString())
        network.savePairs(folder.resolve("p.csv").toString())
        assertEquals(67, Files.readAllLines(folder.resolve("p.csv")).size)
        val empty = network.cut(clr(100.0))
        assertTrue("There is no edge" in empty.plot().toSvg())
        assertEquals(0, empty.toDataFrame().rowsCount())
        assertTrue("0 edges" in empty.toString())
    }

    @Test
    fun `a checkpoint is resumed`(@TempDir folder: Path) {
        val df = chain(6, 60)
        val file = folder.resolve("network").toString()
        val first = df.miNetwork { checkpoint(file) }
        val again = df.miNetwork { checkpoint(file) }
        assertEquals(first.network.nats(2, 4), again.network.nats(2, 4))
    }

    /** Points of a path are drawn in order of distance along it, and apart. */
    @Test
    fun `connected points are near each other`() {
        val places = ForceLayout(6, (0 until 5).map { intArrayOf(it, it + 1) }).places()
        fun distance(a: Int, b: Int) = hypot(places[a].x - places[b].x, places[a].y - places[b].y)
        for (end in 1 until 5) assertTrue(distance(0, end) < distance(0, end + 1))
        assertTrue(places.all { it.x in 0.0..1.0 && it.y in 0.0..1.0 })
        val again = ForceLayout(6, (0 until 5).map { intArrayOf(it, it + 1) }).places()
        assertEquals(places.map { it.x }, again.map { it.x })
        assertTrue(ForceLayout(0, emptyList()).places().isEmpty())
    }
}
