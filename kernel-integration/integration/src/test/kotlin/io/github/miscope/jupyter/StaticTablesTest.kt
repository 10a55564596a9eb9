package io.github.miscope.jupyter

import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.group
import org.jetbrains.kotlinx.dataframe.api.into
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
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

    @Test
    fun `names of columns, of groups and of nested tables are text`() {
        val script = "<script>alert(1)</script>"
        val nested = dataFrameOf("<img src=x onerror=alert(2)>")(1)
        val table =
            dataFrameOf(script, "a < b & c", "<b>group</b> x", "y")(1, 2, 3, nested)
                .group("<b>group</b> x", "a < b & c")
                .into("<u>both</u>")
        val output = tableOutput(table)
        val html = output["text/html"].toString()
        assertFalse(Regex("<(script|img|b|u)\\b").containsMatchIn(html), html)
        for (name in listOf("&lt;script&gt;", "a &lt; b &amp; c", "&lt;u&gt;both&lt;/u&gt;")) {
            assertTrue(name in html, "$name in $html")
        }
        assertTrue("&lt;img src=x onerror=alert(2)&gt;" in html, html)
        assertTrue(script in output["text/plain"].toString())
    }

    @Test
    fun `a cell is never taken for a name`() {
        val table = dataFrameOf("name")("\uE0000\uE000")
        val html = tableOutput(table)["text/html"].toString()
        assertTrue("&#57344;0&#57344;" in html && ">name<" in html, html)
    }
}
