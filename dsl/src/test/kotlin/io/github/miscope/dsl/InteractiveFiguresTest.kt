package io.github.miscope.dsl

import java.nio.file.Path
import kotlin.io.path.writeText
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.api.parallel.Isolated

/** Other tests that save figures expect static ones. */
@Isolated
class InteractiveFiguresTest {
    private val figure =
        mi {
                estimator(ksg)
                samples(50)
                trials(2)
                scaleSweep(0.1..10.0, points = 3)
            }
            .plot()

    @AfterEach
    fun staticAgain() {
        staticFigures()
    }

    @Test
    fun `a page holds the script once and asks for nothing else`(@TempDir folder: Path) {
        assertFalse("<script" in figure.toHtmlPage())
        val script = folder.resolve("lets-plot.min.js")
        script.writeText("var LetsPlot = {};")
        val shown = interactiveFigures(script)
        val page = figure.toHtmlPage("a < b")
        val sources = Regex("src=[\"']([^\"']{0,32})").findAll(page).map { it.groupValues[1] }
        assertEquals(listOf("data:text/javascript;base64,dmFy"), sources.toList())
        assertFalse(Regex("https?://(?!www\\.w3\\.org)") in page)
        assertTrue("<title>a &lt; b</title>" in page)
        assertTrue("buildPlotFromProcessedSpecs" in page)
        assertTrue("data:text/javascript;base64," in shown.toHtml())
        assertEquals("Figures are interactive: script $script", shown.toString())
        staticFigures()
        assertFalse("<script" in figure.toHtmlPage())
    }

    @Test
    fun `in a notebook an image stands in for what may not run`(@TempDir folder: Path) {
        assertNull(figure.toInteractiveHtml("data:image/png;base64,AAAA"))
        val script = folder.resolve("lets-plot.min.js")
        script.writeText("var LetsPlot = {};")
        interactiveFigures(script.toString())
        val html = figure.toInteractiveHtml("data:image/png;base64,AAAA")!!
        assertTrue("<img src=\"data:image/png;base64,AAAA\"" in html)
        assertTrue("letsPlotCall" in html)
        assertFalse("data:text/javascript" in html)
    }

    @Test
    fun `another script is refused`(@TempDir folder: Path) {
        val other = folder.resolve("other.js")
        other.writeText("var a = 1;")
        for ((file, words) in
            listOf(other to "does not define LetsPlot", folder.resolve("no.js") to "no file")) {
            val e = assertThrows(IllegalArgumentException::class.java) { interactiveFigures(file) }
            assertTrue(words in e.message!! && file.toString() in e.message!!, e.message)
        }
        assertNull(interactive)
    }
}
