package io.github.miscope.kernel

import java.io.IOException
import java.net.ServerSocket
import java.net.URI
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlin.io.path.copyTo
import kotlin.io.path.createDirectories
import kotlin.io.path.readText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/**
 * A saved notebook in Jupyter's own front end, which does not trust it: nobody has executed it
 * here. Runs where Jupyter Notebook and Chromium are installed.
 */
class UntrustedNotebookTest {
    @TempDir lateinit var folder: Path

    @Test
    fun `figures are seen in a notebook that is not trusted`() {
        val jupyter = JupyterInstallation(folder)
        val server = jupyter.find("jupyter-notebook")
        val browser =
            listOf("chromium", "chromium-browser", "google-chrome")
                .firstNotNullOfOrNull(jupyter::find)
        assumeTrue(server != null, "jupyter-notebook is not installed")
        assumeTrue(browser != null, "Chromium is not installed")
        val notebook = Path.of("../../notebooks/02-scale-sweep.ipynb")
        val figures =
            NotebookDocument.parse(notebook.readText())
                .cells
                .flatMap { it.outputs }
                .count { it is RichOutput && "image/svg+xml" in it.data }
        notebook.copyTo(folder.resolve("files").createDirectories().resolve("saved.ipynb"))

        val page = withServer(jupyter, server!!) { seen(jupyter, browser!!, it) }

        assertTrue("class=\"output" in page || "jp-OutputArea" in page, "the notebook is open")
        val images = Regex("<img[^>]*\\bsrc=\"data:image/png;base64,").findAll(page).count()
        assertEquals(figures, images)
        assertFalse(Regex("<pre>(Figure|Sweep)\\b").containsMatchIn(page), "texts for figures")
    }

    /** Calls [use] with the address of a notebook server on this machine. */
    private fun <T> withServer(
        jupyter: JupyterInstallation,
        command: String,
        use: (String) -> T,
    ): T {
        val port = ServerSocket(0).use { it.localPort }
        val address = "http://127.0.0.1:$port"
        val options =
            listOf("--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=$port") +
                listOf("--NotebookApp.token=$TOKEN", "--notebook-dir=${folder.resolve("files")}")
        val server =
            process(jupyter, listOf(command) + options).redirectOutput(log("server")).start()
        try {
            while (!answers("$address/api/status?token=$TOKEN")) {
                assertTrue(server.isAlive) { folder.resolve("server.log").readText() }
                Thread.sleep(100)
            }
            return use("$address/notebooks/saved.ipynb?token=$TOKEN")
        } finally {
            server.destroy()
            if (!server.waitFor(20, TimeUnit.SECONDS)) server.destroyForcibly().waitFor()
        }
    }

    /** The page at [address] as the browser has it when its scripts have run. */
    private fun seen(jupyter: JupyterInstallation, browser: String, address: String): String {
        val options =
            listOf("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1100,8000") +
                listOf("--user-data-dir=${folder.resolve("profile")}", "--disable-dev-shm-usage") +
                listOf("--virtual-time-budget=120000", "--dump-dom", address)
        val page = folder.resolve("page.html")
        val process =
            process(jupyter, listOf(browser) + options)
                .redirectErrorStream(false)
                .redirectError(log("browser"))
                .redirectOutput(page.toFile())
                .start()
        assertTrue(process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly()
            folder.resolve("browser.log").readText()
        }
        return page.readText()
    }

    private fun process(jupyter: JupyterInstallation, command: List<String>): ProcessBuilder {
        val process = jupyter.process(command).redirectErrorStream(true)
        // No notebook is trusted in a new home.
        val environment = process.environment()
        val home = folder.resolve("home").createDirectories().toString()
        for (name in
            listOf("HOME", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR")) {
            environment[name] = home
        }
        return process
    }

    private fun log(name: String) = folder.resolve("$name.log").toFile()

    private fun answers(address: String): Boolean =
        try {
            URI(address).toURL().openStream().use { true }
        } catch (_: IOException) {
            false
        }

    private companion object {
        const val TOKEN = "test"
    }
}
