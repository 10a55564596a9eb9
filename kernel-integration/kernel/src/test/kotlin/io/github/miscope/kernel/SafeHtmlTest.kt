package io.github.miscope.kernel

import java.nio.file.Path
import kotlin.io.path.extension
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.readText
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import org.jsoup.Jsoup
import org.jsoup.parser.Parser
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class SafeHtmlTest {
    private fun output(type: String, data: String) =
        outputHtml(
            RichOutput(JsonObject(mapOf(type to JsonPrimitive(data))), JsonObject(emptyMap()), 1)
        )

    private fun assertHarmless(html: String) {
        val page = Jsoup.parseBodyFragment(html)
        assertEquals(emptyList<String>(), page.select(ACTIVE).map { it.outerHtml() }, html)
        page.allElements.forEach { element ->
            element.attributes().forEach {
                assertFalse(it.key.startsWith("on", ignoreCase = true), html)
                val value = it.value.filterNot { c -> c.isWhitespace() || c < ' ' }.lowercase()
                assertFalse("javascript:" in value || "vbscript:" in value, html)
                assertFalse(it.key == "src" && value.startsWith("http"), html)
                assertFalse("url(http" in value || "position" in value, html)
            }
        }
        assertFalse("@import" in html || "evil.example" in html, html)
    }

    @Test
    fun `HTML in outputs and in prose can do nothing`() {
        for (attack in ATTACKS) {
            assertHarmless(output("text/html", attack))
            assertHarmless(MarkdownHtml().render(attack))
            assertHarmless(MarkdownHtml().render("text $attack text"))
        }
        for (link in
            listOf(
                "[a](javascript:alert(1))",
                "[a](<java\\nscript:alert(1)>)",
                "![a](javascript:x)",
                "<javascript:alert(1)>",
            )) {
            assertHarmless(MarkdownHtml().render(link))
        }
    }

    @Test
    fun `drawings can do nothing`() {
        for (attack in ATTACKS + SVG_ATTACKS) {
            assertHarmless(output("image/svg+xml", "<svg>$attack<path d=\"M0 0\"/></svg>"))
        }
        assertHarmless(
            output("image/svg+xml", "<svg onload=\"alert(1)\"></svg><script>alert(1)</script>")
        )
        assertHarmless(output("image/svg+xml", "<script>alert(1)</script>"))
    }

    @Test
    fun `a picture's data are a picture's data`() {
        assertEquals(
            "<div class=\"output figure\"><img alt=\"\" src=\"data:image/png;base64,iVBORw0K\"></div>",
            output("image/png", "iVBO\nRw0K\n"),
        )
        for (data in listOf("\"><script>alert(1)</script>", "AA\" onerror=\"alert(1)", "", "%%%")) {
            assertHarmless(output("image/png", data))
            assertHarmless(output("image/jpeg", data))
            assertFalse("<img" in output("image/png", data))
        }
    }

    @Test
    fun `what is harmless stays`() {
        val prose =
            "**bold** [link](https://example.org/a) [near](02-scale.ipynb#a) ![p](images/a.png) <sub>2</sub>"
        val html = MarkdownHtml().render(prose)
        for (part in
            listOf(
                "<strong>bold</strong>",
                "href=\"https://example.org/a\"",
                "href=\"02-scale.ipynb#a\"",
                "src=\"images/a.png\"",
                "<sub>2</sub>",
            )) {
            assertTrue(part in html, "$part in $html")
        }
        val card =
            "<div style=\"color:#D55E00;margin-top:.4em\" class=\"c\"><progress value=\"1\" max=\"2\"></progress></div>"
        assertEquals("<div class=\"output html\">$card</div>", output("text/html", card))
        assertEquals(
            "<div class=\"output figure\"><svg/></div>",
            output("image/svg+xml", "<?xml?><svg/>"),
        )
    }

    @Test
    fun `the figures and tables of our notebooks stay as they are`() {
        val folder = Path.of("../../notebooks")
        val notebooks = folder.listDirectoryEntries().filter { it.extension == "ipynb" }
        var drawings = 0
        for (cell in notebooks.flatMap { NotebookDocument.parse(it.readText()).cells }) {
            for (output in cell.outputs.filterIsInstance<RichOutput>()) {
                output.data["image/svg+xml"]?.let {
                    drawings++
                    assertSame(it.joinedLines(), safeSvg(it.joinedLines()))
                }
                output.data["text/html"]?.let {
                    assertSame(it.joinedLines(), safeHtml(it.joinedLines()))
                }
            }
        }
        assertTrue(drawings > 10)
    }

    private fun assertSame(before: String, after: String) {
        assertEquals(emptyList<String>(), parts(before) - parts(after).toSet())
        assertEquals(parts(before).size, parts(after).size)
    }

    /** Elements with their attributes, whatever their spelling. */
    private fun parts(xml: String): List<String> =
        Jsoup.parse(xml.substring(xml.indexOf('<')), "", Parser.xmlParser())
            .allElements
            .drop(1)
            .filter { !it.tagName().startsWith("?") }
            .map {
                it.tagName() +
                    it.attributes()
                        .map { a -> a.key to a.value.replace(Regex("[\\s;]"), "") }
                        .sortedBy { a -> a.first } +
                    it.ownText()
            }

    private companion object {
        const val ACTIVE =
            "script,iframe,object,embed,form,input,button,meta,base,link,foreignObject,animate,set,audio,video,template"

        val ATTACKS =
            listOf(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"https://evil.example/a.png\">",
                "<img src=\"//evil.example/a.png\">",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<a href=\"JaVa&#10;Script:alert(1)\">a</a>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<form action=\"https://evil.example\"><input name=a></form>",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
                "<base href=\"https://evil.example/\">",
                "<link rel=stylesheet href=\"https://evil.example/a.css\">",
                "<style>@import 'https://evil.example/a.css';</style>",
                "<div style=\"background:url(https://evil.example/a.png)\">a</div>",
                "<div style=\"background:\\75rl(https://evil.example/a.png)\">a</div>",
                "<div style=\"position:fixed;top:0\">a</div>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<details open ontoggle=alert(1)>a</details>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
            )

        val SVG_ATTACKS =
            listOf(
                "<a xlink:href=\"javascript:alert(1)\"><text>a</text></a>",
                "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
                "<foreignObject><body onload=\"alert(1)\"/></foreignObject>",
                "<image href=\"https://evil.example/a.png\"/>",
                "<use xlink:href=\"https://evil.example/a.svg#b\"/>",
                "<rect fill=\"url(https://evil.example/a.svg#b)\"/>",
                "<style>rect { fill: url(https://evil.example/a) }</style>",
                "<text>&lt;script&gt;</text>",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<!--><script>alert(1)</script>-->",
            )
    }
}
