package io.github.miscope.kernel

import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class HtmlPageTest {
    private fun rich(vararg data: Pair<String, String>) =
        RichOutput(
            JsonObject(data.associate { (type, text) -> type to JsonPrimitive(text) }),
            JsonObject(emptyMap()),
            1,
        )

    @Test
    fun `the page has the notebook's title, prose and code, and needs nothing else`() {
        val page = htmlPage(NotebookDocument.parse(resource("smoke.ipynb")), "smoke")
        assertTrue("<title>Smoke test of the notebook machinery</title>" in page)
        assertTrue("<em>emphasis</em>" in page)
        assertTrue("<td align=\"right\">0.51</td>" in page)
        assertTrue("""\psi(n_x + 1) + \psi(n_y + 1)""" in page, "mathematics is untouched")
        assertTrue("&quot;a &lt; b&quot;" in page)
        assertFalse("<script" in page || "src=\"http" in page || "url(http" in page)
    }

    @Test
    fun `the best form of an output is taken`() {
        val svg =
            rich(
                "text/plain" to "t",
                "text/html" to "<p>",
                "image/png" to "AA",
                "image/svg+xml" to "<?xml?><svg/>",
            )
        assertEquals("<div class=\"output figure\"><svg/></div>", outputHtml(svg))
        val html = rich("text/plain" to "t", "text/html" to "<p>a</p>", "image/png" to "AAAA")
        assertEquals("<div class=\"output html\"><p>a</p></div>", outputHtml(html))
        assertEquals(
            "<pre class=\"output result\">a&lt;b</pre>",
            outputHtml(rich("text/plain" to "a<b")),
        )
    }
}
