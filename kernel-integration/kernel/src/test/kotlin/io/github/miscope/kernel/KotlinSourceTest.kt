package io.github.miscope.kernel

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class KotlinSourceTest {
    private fun notebook(vararg cells: String): NotebookDocument {
        fun json(source: String) =
            """{"cell_type": "code", "metadata": {}, "outputs": [], "source": "$source"}"""
        return NotebookDocument.parse("""{"cells": [${cells.joinToString { json(it) }}]}""")
    }

    @Test
    fun `each cell is inside the one before, imports are at the top`() {
        val source =
            kotlinSource("p", notebook("%use miscope", """import kotlin.math.ln\nval a = 1""", "a"))
        assertTrue(source.startsWith("package p\n\nimport "), source)
        assertTrue("import io.github.miscope.dsl.*\n" in source)
        assertTrue("import kotlin.math.ln\n" in source)
        assertEquals(
            "fun cells() {\nrun {\nrun {\nval a = 1\nrun {\na\n}\n}\n}\n}\n",
            source.substring(source.indexOf("fun cells")),
        )
    }

    @Test
    fun `a library brings its imports, an unknown one is an error`() {
        val neural = kotlinSource("p", notebook("%use miscope-neural"))
        assertTrue("import io.github.miscope.neural.*\n" in neural, neural)
        assertThrows(IllegalArgumentException::class.java) {
            kotlinSource("p", notebook("%use something"))
        }
    }

    @Test
    fun `examples of a Markdown file are compiled without their dependencies`() {
        val text =
            "# Title\n```kotlin\n@file:DependsOn(\"a:b:1\")\nval a = 1\n```\nprose\n" +
                "```sh\nls\n```\n```kotlin\na\n```\n"
        val examples = kotlinExamples(text)
        assertEquals(2, examples.size)
        val source = kotlinSource("p", examples)
        assertTrue("run {\nval a = 1\n" in source, source)
        assertFalse("DependsOn" in source, source)
    }
}
