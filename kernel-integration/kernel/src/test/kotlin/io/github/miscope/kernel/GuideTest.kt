package io.github.miscope.kernel

import io.github.miscope.dsl.ActivationsBuilder
import io.github.miscope.dsl.BenchmarkBuilder
import io.github.miscope.dsl.DriftBuilder
import io.github.miscope.dsl.EntropyBuilder
import io.github.miscope.dsl.EstimateBuilder
import io.github.miscope.dsl.InformationPlaneBuilder
import io.github.miscope.dsl.LagBuilder
import io.github.miscope.dsl.NetworkBuilder
import io.github.miscope.dsl.PairsBuilder
import io.github.miscope.dsl.ScoreBuilder
import io.github.miscope.dsl.SelectBuilder
import io.github.miscope.dsl.SweepBuilder
import java.lang.reflect.Modifier
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.reflect.KClass
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

/** The guide beside the API: every option of every block appears in it with an example. */
class GuideTest {
    private val folder = Path.of("../../notebooks/guide")

    private val pages =
        notebooksIn(folder, null).map { it to NotebookDocument.parse(it.readText()) }

    /** Code of the cells, and examples in prose of what a page cannot run. */
    private val code: String =
        pages
            .flatMap { (_, page) -> page.cells }
            .joinToString("\n") { cell ->
                if (cell.isCode) cell.source else kotlinExamples(cell.source).joinToString("\n")
            }

    @ParameterizedTest
    @MethodSource("builders")
    fun `every option is in the guide`(builder: KClass<*>) {
        val options = options(builder)
        assertTrue(options.isNotEmpty(), "$builder")
        val missing = options.filterNot { Regex("\\b$it(\\(| \\{)").containsMatchIn(code) }
        assertEquals(emptyList<String>(), missing, "options of ${builder.simpleName}")
    }

    /** The names of what a block takes; names with a dash are not seen from outside. */
    private fun options(builder: KClass<*>): List<String> =
        builder.java.methods
            .filter { it.declaringClass != Any::class.java && !Modifier.isStatic(it.modifiers) }
            .filterNot { it.isSynthetic || it.isBridge || '$' in it.name || '-' in it.name }
            .map { it.name }
            .distinct()
            .sorted()

    @Test
    fun `pages say where they belong and links lead somewhere`() {
        for ((file, page) in pages) {
            val prose = page.cells.filter { it.isMarkdown }.joinToString("\n") { it.source }
            assertTrue(prose.startsWith("# "), file.name)
            val links = LINK.findAll(prose).map { it.groupValues[1] }.filterNot { "://" in it }
            for (link in links) assertTrue(folder.resolve(link).exists(), "${file.name}: $link")
        }
    }

    @Test
    fun `pages are saved with what they put out`() {
        for ((file, page) in pages) {
            val cells = page.cells.filter { it.isCode }
            assertTrue(cells.all { it.executionCount != null }, file.name)
            assertEquals(emptyList<String>(), complaints(file.name, page))
        }
    }

    private companion object {
        val LINK = Regex("""\]\(([^)\s]+)\)""")

        @JvmStatic
        fun builders() =
            listOf(
                SweepBuilder::class,
                EstimateBuilder::class,
                InformationPlaneBuilder::class,
                PairsBuilder::class,
                SelectBuilder::class,
                LagBuilder::class,
                NetworkBuilder::class,
                BenchmarkBuilder::class,
                DriftBuilder::class,
                EntropyBuilder::class,
                ScoreBuilder::class,
                ActivationsBuilder::class,
            )
    }
}
