package io.github.miscope.dsl

import java.awt.Color
import java.awt.image.BufferedImage
import java.io.File
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import javax.imageio.ImageIO
import kotlin.io.path.exists
import kotlin.io.path.readText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** A report's page in a real browser. Runs where Chromium is installed. */
class ReportPageTest {
    @TempDir lateinit var folder: Path

    @Test
    fun `the page opens, light and dark, without a request to a network`() {
        val browser =
            System.getenv("PATH").orEmpty().split(File.pathSeparator).firstNotNullOfOrNull { at ->
                listOf("chromium", "chromium-browser", "google-chrome")
                    .map { File(at, it) }
                    .firstOrNull(File::canExecute)
            }
        assumeTrue(browser != null, "Chromium is not installed")
        val page = ReportCost.mixed(9, 200).miReport().save("$folder/report.html")
        val light = seen(browser!!, page, "light")
        val dark = seen(browser, page, "dark", "--force-dark-mode")
        assertEquals(Color.WHITE, Color(light.getRGB(3, 3)))
        assertTrue(Color(dark.getRGB(3, 3)).let { it.red < 40 && it.blue < 60 })
        // The heatmap has its darkest shade on both, and pages of text alone have no such blue.
        for (image in listOf(light, dark)) assertTrue(image.count(Color(0x08, 0x4A, 0x7A)) > 1000)
    }

    private fun BufferedImage.count(colour: Color): Int =
        (0 until width * height).count { getRGB(it % width, it / width) == colour.rgb }

    private fun seen(
        browser: File,
        page: Path,
        name: String,
        vararg options: String,
    ): BufferedImage {
        val image = Path.of("target/figures/report-page-$name.png").toAbsolutePath()
        image.parent.toFile().mkdirs()
        val log = folder.resolve("$name-net.json")
        val command =
            listOf(browser.path, "--headless", "--no-sandbox", "--disable-gpu") +
                listOf("--disable-dev-shm-usage", "--disable-background-networking") +
                listOf("--disable-component-update", "--disable-sync", "--no-first-run") +
                listOf("--user-data-dir=$folder/$name-profile", "--log-net-log=$log") +
                listOf("--window-size=1200,3200", "--hide-scrollbars", "--screenshot=$image") +
                options +
                page.toUri().toString()
        val output = folder.resolve("$name.log").toFile()
        val process =
            ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start()
        assertTrue(process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly()
            output.readText()
        }
        assertTrue(log.exists(), output.readText())
        // Those of the browser itself have no origin.
        val requests =
            log.readText().lines().filter { "\"url\":\"http" in it && "\"initiator\":" in it }
        val ofPage = requests.filterNot { "\"initiator\":\"not an origin\"" in it }
        assertEquals(emptyList<String>(), ofPage)
        return ImageIO.read(image.toFile())
    }
}
