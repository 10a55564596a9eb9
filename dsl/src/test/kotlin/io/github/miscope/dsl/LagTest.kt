package io.github.miscope.dsl

import java.nio.file.Files
import java.nio.file.Path
import java.util.Random
import org.jetbrains.kotlinx.dataframe.api.add
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir

class LagTest {
    /** "river" follows "rain" by 5 rows. */
    private val df = run {
        val random = Random(3)
        val n = 400
        val rain = DoubleArray(n)
        for (t in 1 until n) rain[t] = 0.7 * rain[t - 1] + random.nextGaussian()
        val river = List(n) { t -> (if (t < 5) 0.0 else rain[t - 5]) + 0.8 * random.nextGaussian() }
        dataFrameOf(rain.toList().toColumn("rain"), river.toColumn("river"))
    }

    @Test
    fun `finds the lag`() {
        val scan = df.miLag("rain", "river", 0..15) { surrogates(100) }
        assertEquals(5, scan.lag)
        // Lags reach over 15 rows: 400 / 16 - 1 surrogates.
        assertEquals(1 / 25.0, scan[5].adjustedPValue().asDouble)
        val frame = scan.toDataFrame()
        assertEquals(
            listOf(
                "lag",
                "estimate_nats",
                "n",
                "lower_nats",
                "upper_nats",
                "p_value",
                "adjusted_p_value",
            ),
            frame.columnNames(),
        )
        assertEquals((0..15).toList(), frame["lag"].values().toList())
        assertEquals(395, frame["n"][5])
        val text = scan.inUnit(BITS).toString()
        assertTrue("I(rain(t - lag); river(t)) against the lag" in text, text)
        assertTrue("Largest at lag 5: p = " in text, text)
        assertTrue("24 surrogates, cyclic shifts" in text, text)
        assertTrue(" bits, p = " in text, text)
        scan.plot().render("lag")
    }

    @Test
    fun `transfer entropy and what is given`() {
        val there =
            df.miLag("rain", "river", 5..5) {
                transferEntropy(2)
                surrogates(50)
            }
        val back =
            df.miLag("river", "rain", 5..5) {
                transferEntropy(2)
                surrogates(50)
            }
        assertTrue(there[5].pValue().asDouble < 0.05)
        assertTrue(there[5].nats() > 5 * back[5].nats())
        val more = df.add("day") { index() % 7.0 }
        val given =
            more.miLag("rain", "river", listOf(5)) {
                given("day")
                discrete("day")
            }
        assertFalse("p_value" in given.toDataFrame().columnNames())
        assertTrue(given[5].nats() > 0.2)
    }

    @Test
    fun `arrays and accessors`() {
        val x = DoubleArray(100) { Math.sin(it * it.toDouble()) }
        assertEquals(miLag(x, x.map { it * 2 }.toDoubleArray(), -1..1) { surrogates(0) }.lag, 0)
        assertEquals(5, df.miLag(df["rain"], df["river"], 3..6) { surrogates(0) }.lag)
    }

    @Test
    fun `refuses what it cannot do`() {
        fun refused(block: () -> Unit) =
            assertThrows<IllegalArgumentException> { block() }.message!!
        val gaps = df.add("gaps") { if (index() == 3) null else 1.0 * index() }
        assertEquals(
            "missing values in \"gaps\" (1) of 400 rows: rows of a series cannot be left out, since " +
                "lags count them; fill the values in",
            refused { gaps.miLag("rain", "gaps", 0..3) },
        )
        assertEquals(
            "history must be >= 1: history=0",
            refused { df.miLag("rain", "river", 0..3) { transferEntropy(0) } },
        )
        assertTrue(
            "lags must leave 2 rows or more" in refused { df.miLag("rain", "river", listOf(399)) }
        )
        assertTrue(
            "no lag 9: there are 2, from 0 to 1" ==
                refused { df.miLag("rain", "river", 0..1) { surrogates(0) }[9] }
        )
        assertTrue(
            "cannot be had with given" in
                refused {
                    df.add("day") { index() % 7 }
                        .miLag("rain", "river", 0..1) {
                            given("day")
                            surrogates(9)
                        }
                }
        )
    }

    @Test
    fun `goes on from a checkpoint`(@TempDir folder: Path) {
        val file = folder.resolve("lags")
        fun scan() =
            df.miLag("rain", "river", 4..6) {
                estimator(gaussianCopula)
                surrogates(20)
                checkpoint(file)
            }
        val first = scan()
        val size = Files.size(file)
        assertEquals(first.table, scan().table)
        assertEquals(size, Files.size(file))
        val chosen = folder.resolve("selection")
        fun selection() =
            df.miSelect("river") {
                significant(permutations = 20)
                checkpoint(chosen)
            }
        assertEquals(selection().selection, selection().selection)
        assertTrue(Files.size(chosen) > 0)
    }
}
