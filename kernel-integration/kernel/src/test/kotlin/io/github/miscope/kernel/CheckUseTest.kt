package io.github.miscope.kernel

import java.nio.file.Path
import kotlin.io.path.readText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** The check of `-Puse`, which runs with the notebooks. */
class CheckUseTest {
    @Test
    fun `what does not show is complained of`() {
        val cell = """{"cell_type":"code","source":"","metadata":{},"outputs":[]}"""
        val empty = NotebookDocument.parse("""{"cells":[${List(7) { cell }.joinToString()}]}""")
        val complaints = useComplaints(empty)
        assertEquals(5, complaints.size, complaints.toString())
    }

    @Test
    fun `the kernel that is checked is the oldest that the integration accepts`() {
        val source =
            "../integration/src/main/kotlin/io/github/miscope/jupyter/MiscopeIntegration.kt"
        val oldest =
            Regex("""setMinimalKernelVersion\("(.*)"\)""")
                .find(Path.of(source).readText())!!
                .groupValues[1]
        val pom = Path.of("src/main/published/pom.xml").readText()
        val checked =
            Regex("""<artifactId>kotlin-jupyter-kernel</artifactId>\s*<version>(.*)</version>""")
                .find(pom)!!
                .groupValues[1]
        assertEquals(oldest, checked.replace('-', '.'))
    }

    @Test
    fun `the time of a cell is what Jupyter has noted`() {
        fun cell(metadata: String) =
            NotebookDocument.parse(
                    """{"cells":[{"cell_type":"code","source":"","metadata":$metadata,"outputs":[]}]}"""
                )
                .cells
                .single()
        val timed =
            cell(
                """{"execution":{"iopub.execute_input":"2026-01-01T10:00:59.250000Z",""" +
                    """"shell.execute_reply":"2026-01-01T10:01:01.750000Z"}}"""
            )
        assertEquals(2.5, secondsOf(timed))
        assertEquals(null, secondsOf(cell("{}")))
    }
}
