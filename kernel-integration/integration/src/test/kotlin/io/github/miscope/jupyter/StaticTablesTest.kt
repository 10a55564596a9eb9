package io.github.miscope.jupyter

import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class StaticTablesTest {
    @Test
    fun `a column of numbers has as many decimals as it needs`() {
        assertEquals(listOf("39.1", "40.0", null), shortNumbers(listOf(39.1, 40.0, null)))
        assertEquals(listOf("3", "-2"), shortNumbers(listOf(3.0, -2.0)))
        assertEquals(listOf("0.3333", "4201.7500"), shortNumbers(listOf(0.3333, 4201.75)))
        assertEquals(listOf("0.0", "NaN", "0.3"), shortNumbers(listOf(0.0, Double.NaN, 0.1 + 0.2)))
    }

    @Test
    fun `very small numbers keep their digits`() {
        assertEquals(listOf("1.25e-12", "1"), shortNumbers(listOf(1.25e-12, 1.0)))
        assertEquals(
            listOf("0.687943", "1.23e-05", "0.012346", "0.00002".padEnd(8, '0')),
            shortNumbers(listOf(0.6879432198, 1.23456789e-5, 0.0123456789, 2e-5)),
        )
    }

    @Test
    fun `a table shows short numbers and leaves other columns as they are`() {
        val table = dataFrameOf("name", "x", "n", "mixed")("a", 39.1, 3, 0.25, "b", null, 4, 7)
        val html = tableOutput(table)["text/html"].toString()
        assertTrue("39.1<" in html, html)
        assertTrue(">3<" in html, html)
        assertTrue(">0.25<" in html && ">7<" in html, html)
    }
}
