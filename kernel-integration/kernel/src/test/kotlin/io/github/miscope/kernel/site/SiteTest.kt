package io.github.miscope.kernel.site

import java.io.File
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeText
import org.jsoup.Jsoup
import org.jsoup.nodes.Document
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** The site of this repository, with a small reference in the place of Javadoc's. */
class SiteTest {
    @TempDir lateinit var folder: Path

    private val root = Path.of("../..").toAbsolutePath().normalize()

    private fun site(): Site {
        val javadoc = folder.resolve("javadoc")
        val page = javadoc.resolve("a/b/Presets.html")
        page.parent.createDirectories()
        page.writeText("<html>Presets</html>")
        javadoc.resolve("index.html").writeText("<html></html>")
        javadoc
            .resolve("type-search-index.js")
            .writeText("""typeSearchIndex = [{"p":"a.b","l":"Presets"}];updateSearchResults();""")
        javadoc
            .resolve("member-search-index.js")
            .writeText("""memberSearchIndex = [{"p":"a.b","c":"Presets","l":"ksgGlobalLinf()"}];""")
        val jacoco = folder.resolve("jacoco").createDirectories()
        jacoco.resolve("index.html").writeText("<html></html>")
        jacoco.resolve("jacoco.csv").writeText("CLASS,LINE_MISSED,LINE_COVERED\nA,1,7\nB,2,10\n")
        val coverage = listOf(Coverage("core", "Java core", jacoco))
        val apis = listOf(Api("core", "Java core", javadoc))
        return Site(root, target, apis, coverage).also { it.write() }
    }

    private val target: Path
        get() = folder.resolve("site")

    @Test
    fun `every link and every entry of the search leads to a file of the site`() {
        val site = site()
        assertEquals(emptyList<String>(), site.deadEntries())
        val dead = deadLinks(target, site.pages.map { target.resolve(it.place) })
        assertEquals(emptyList<String>(), dead)
        assertTrue(target.resolve("notebooks/guide/01-start.html").exists())
        assertTrue(target.resolve("notebooks/images/scale-sweep.png").exists())
        val covered = Jsoup.parse(target.resolve("index.html").readText()).select("nav a").last()!!
        assertEquals("Tests, Java core: 85.0 % of lines", covered.text())
        assertEquals("coverage/core/index.html", covered.attr("href"))
    }

    @Test
    fun `links go to pages, pictures and the repository on the web`() {
        val places = mapOf("README.md" to "index.html", "a/README.md" to "a/README.html")
        fun link(to: String) = siteLink(to, "a/README.md", "a/README.html", places)
        assertEquals("../index.html#top", link("../README.md#top"))
        assertEquals(
            "../index.html",
            siteLink("README.md", "README.md", "index.html", places).let { "../$it" },
        )
        assertEquals("a/README.html", siteLink("a", "README.md", "index.html", places))
        assertEquals("x.png", link("x.png"))
        assertEquals("https://github.com/miscope/miscope/blob/main/a/B.java", link("B.java"))
        assertEquals("https://x.org/y", link("https://x.org/y"))
        assertEquals("#here", link("#here"))
    }

    @Test
    fun `it opens from a disk, its search finds, and nothing is asked of a network`() {
        val browser = browser()
        assumeTrue(browser != null, "Chromium is not installed")
        site()
        val start = opened(browser!!, "index.html#q=ksgGlobalLinf")
        val first = start.selectFirst("#found a")!!
        assertEquals("Presets.ksgGlobalLinf()", first.text())
        assertEquals("api/core/a/b/Presets.html#ksgGlobalLinf()", first.attr("href"))
        val guide = opened(browser, "notebooks/guide/05-tables.html#q=transfer%20entropy")
        assertTrue(guide.select("#found a").any { "05-tables" in it.attr("href") })
        assertTrue(guide.selectFirst("#found")!!.text().length < 20_000)
    }

    private fun browser(): File? =
        System.getenv("PATH").orEmpty().split(File.pathSeparator).firstNotNullOfOrNull { at ->
            listOf("chromium", "chromium-browser", "google-chrome")
                .map { File(at, it) }
                .firstOrNull(File::canExecute)
        }

    /** The page at [place] as the browser has it once its scripts have run. */
    private fun opened(browser: File, place: String): Document {
        val name = place.replace(Regex("\\W"), "-")
        val net = folder.resolve("$name-net.json")
        val errors = folder.resolve("$name.log").toFile()
        val output = folder.resolve("$name.html").toFile()
        val url = target.resolve("index.html").toUri().toString().removeSuffix("index.html") + place
        val command =
            listOf(browser.path, "--headless", "--no-sandbox", "--disable-gpu") +
                listOf("--disable-dev-shm-usage", "--disable-background-networking") +
                listOf("--disable-component-update", "--disable-sync", "--no-first-run") +
                listOf("--user-data-dir=$folder/$name-profile", "--log-net-log=$net") +
                listOf("--enable-logging=stderr", "--virtual-time-budget=20000", "--dump-dom", url)
        val process = ProcessBuilder(command).redirectOutput(output).redirectError(errors).start()
        assertTrue(process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly()
            errors.readText()
        }
        val complaints = errors.readLines().filter { ":CONSOLE" in it }
        assertEquals(emptyList<String>(), complaints)
        assertTrue(net.exists(), errors.readText())
        // Those of the browser itself have no origin.
        val requests =
            net.readText().lines().filter { "\"url\":\"http" in it && "\"initiator\":" in it }
        assertEquals(
            emptyList<String>(),
            requests.filterNot { "\"initiator\":\"not an origin\"" in it },
        )
        return Jsoup.parse(output)
    }
}
