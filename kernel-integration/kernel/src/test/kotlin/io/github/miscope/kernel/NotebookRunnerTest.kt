package io.github.miscope.kernel

import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class NotebookRunnerTest {
    @Test
    fun `executes a notebook into a notebook and a page`(@TempDir folder: Path) {
        val file = folder.resolve("smoke.ipynb").also { it.writeText(resource("smoke.ipynb")) }
        val run = executeInto(folder.resolve("out"), file)
        assertNull(run.failure)
        val executed = NotebookDocument.parse(run.notebook.readText())
        assertEquals(listOf<String>(), complaints("smoke", executed))
        assertEquals(listOf(1, 2, 3, 4, 5), executed.cells.mapNotNull { it.executionCount })
        assertTrue("<svg" in folder.resolve("out/smoke.html").readText())
    }

    @Test
    fun `a failure names notebook, cell and reason, and later cells do not run`() {
        val run = runNotebook("x.ipynb", notebook("1 + 1", """error("so it is")""", "3"))
        assertEquals(
            "x.ipynb, code cell 2 (cell 2 of the file) failed: " +
                "java.lang.IllegalStateException: so it is",
            run.failure,
        )
        assertEquals(listOf(1, 2, null), run.document.cells.map { it.executionCount })
    }

    @Test
    fun `a notebook is chosen by name`(@TempDir folder: Path) {
        for (name in listOf("b.ipynb", "a.ipynb", "c.txt")) folder.resolve(name).writeText("")
        assertEquals(
            listOf("a.ipynb", "b.ipynb"),
            notebooksIn(folder, ALL).map { "${it.fileName}" },
        )
        assertEquals(listOf("b.ipynb"), notebooksIn(folder, "b").map { "${it.fileName}" })
        val unknown =
            assertThrows(IllegalArgumentException::class.java) { notebooksIn(folder, "z") }
        assertEquals("there is no notebook named z; there are: a, b", unknown.message)
    }

    private fun notebook(vararg code: String): NotebookDocument {
        val cells =
            code.joinToString {
                """{"cell_type": "code", "metadata": {}, "source": ${quoted(it)}, "outputs": []}"""
            }
        return NotebookDocument.parse(
            """{"cells": [$cells], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"""
        )
    }

    private fun quoted(text: String) = "\"" + text.replace("\"", "\\\"") + "\""
}
