package io.github.miscope.dsl

import java.util.Random
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.add
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class SelectTest {
    /** A class by a number and a level; a copy of the number, noise, and names of the rows. */
    private val df: DataFrame<*> = run {
        val random = Random(4)
        val n = 300
        val number = List(n) { random.nextDouble() }
        val level = List(n) { listOf("a", "b", "c")[random.nextInt(3)] }
        dataFrameOf(
            List(n) { "row $it" }.toColumn("id"),
            number.toColumn("number"),
            number.map { 2 * it }.toColumn("copy"),
            level.toColumn("level"),
            List(n) { random.nextGaussian() }.toColumn("noise"),
            List(n) { (if (number[it] > 0.5) "high" else "low") + (level[it] == "a") }
                .toColumn("class"),
        )
    }

    @Test
    fun `chooses columns of any kind and no copy`() {
        val found = df.miSelect("class", most = 3)
        assertEquals(setOf("number", "level"), found.columns.take(2).toSet())
        assertTrue("id" in found.leftOut.map { it.name })
        val frame = found.toDataFrame()
        assertEquals(
            listOf(
                "step",
                "column",
                "score_nats",
                "relevance_nats",
                "redundancy_nats",
                "conditional_nats",
                "candidates",
                "p_value",
                "adjusted_p_value",
                "significant",
            ),
            frame.columnNames(),
        )
        assertEquals(4, frame["candidates"][0])
        assertEquals(found.significant.size, frame["significant"].values().count { it == true })
    }

    @Test
    fun `text says what was chosen and where to stop`() {
        val text = df.miSelect("class", most = 3) { bits() }.toString()
        assertTrue("columns for class by CMIM (smallest I(X;Y|S)" in text, text)
        assertTrue(" 1  number" in text || " 1  level" in text, text)
        assertTrue("Stop after" in text || "significant at 0.05" in text, text)
        assertTrue(" bits, relevance" in text, text)
    }

    @Test
    fun `options reach the core`() {
        val plain =
            df.miSelect("class", listOf("number", "noise"), most = 1) {
                by(MRMR)
                significant(permutations = 0)
            }
        assertEquals(listOf("number"), plain.columns)
        assertFalse("p_value" in plain.toDataFrame().columnNames())
        assertTrue(plain.significant == plain.columns)
        assertEquals(plain.columns, df.miSelect(df["class"], most = 1).columns)
    }

    @Test
    fun `rows with gaps are refused or left out`() {
        val gaps = df.add("gaps") { if (index() < 5) null else index().toDouble() }
        val message = assertThrows<IllegalArgumentException> { gaps.miSelect("class") }.message!!
        assertTrue("\"gaps\" (5)" in message, message)
        val found =
            gaps.miSelect("class", most = 1) {
                missing(DROP)
                significant(permutations = 0)
            }
        assertEquals(5, found.dropped)
        assertEquals(295, found.selection.n())
    }

    @Test
    fun `refuses what it cannot do`() {
        fun refused(block: () -> Unit) =
            assertThrows<IllegalArgumentException> { block() }.message!!
        assertEquals("most must be >= 1: most=0", refused { df.miSelect("class", most = 0) })
        assertEquals(
            "the column \"class\" is target and feature: take it out of one",
            refused { df.miSelect("class", listOf("class", "number")) },
        )
        assertEquals(
            "JMI stands in the block, but no option takes it: write by(..) around it",
            refused { df.miSelect("class") { JMI } },
        )
    }

    @Test
    fun `the figure is readable`() {
        df.miSelect("class", most = 4).plot().render("select")
        df.miSelect("number", most = 4) { by(MRMR) }.plot().render("select-mrmr")
    }
}
