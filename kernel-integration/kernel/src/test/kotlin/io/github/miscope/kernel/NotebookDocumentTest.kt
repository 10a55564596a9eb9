package io.github.miscope.kernel

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class NotebookDocumentTest {
    private val text = resource("smoke.ipynb")

    @Test
    fun `a notebook that Jupyter wrote comes back byte for byte`() {
        // Jupyter sorts the keys; the fixture was saved by nbformat.
        assertEquals(text, NotebookDocument.parse(text).toText())
    }

    @Test
    fun `ids and metadata stay, and are added where they lack`() {
        val old =
            """{"cells": [{"cell_type": "code", "metadata": {}, "source": "1", "outputs": []}],
                "metadata": {"mine": 1}, "nbformat": 4, "nbformat_minor": 2}"""
        val document = NotebookDocument.parse(old)
        val saved = document.withCells(document.cells).toText()
        for (part in listOf("\"id\": \"cell-0\"", "\"mine\": 1", "\"name\": \"kotlin\"")) {
            assertTrue(part in saved, saved)
        }
        assertTrue("\"nbformat_minor\": 5" in saved, saved)
    }

    @Test
    fun `long outputs are saved by line`() {
        val cell = NotebookDocument.parse(text).cells.first { it.isCode }
        val saved = cell.withOutputs(1, listOf(StreamOutput("stdout", "a\nb\n"))).json.toString()
        assertTrue(""""text":["a\n","b\n"]""" in saved, saved)
    }
}

internal fun resource(name: String): String =
    checkNotNull(NotebookDocumentTest::class.java.getResource(name)) { name }.readText()
