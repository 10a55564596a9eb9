package io.github.miscope.dsl

import io.github.miscope.estimator.preset.Catalogue
import java.nio.file.Files
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** One name for one thing: the core's catalogue, Kotlin's presets and the README agree. */
class CatalogueTest {
    @Test
    fun `every preset of the core has the same name and the same value here`() {
        val here = listOf("Presets", "GeneralPresets", "EntropyPresets").map { file("${it}Kt") }
        for (entry in Catalogue.entries()) {
            if (entry.needsArguments()) {
                assertTrue(
                    here.any { type -> type.methods.any { it.name == entry.name() } },
                    "no function ${entry.name()}",
                )
            } else {
                val getter = "get" + entry.name().replaceFirstChar(Char::uppercaseChar)
                val values =
                    here.flatMap { type ->
                        type.methods
                            .filter { it.name == getter && it.parameterCount == 0 }
                            .map { it.invoke(null) }
                    }
                assertEquals(listOf(entry.estimator().get()), values, entry.name())
            }
        }
    }

    @Test
    fun `a preset that stands in a block by itself is refused`() {
        val here = listOf("Presets", "GeneralPresets", "EntropyPresets").map { file("${it}Kt") }
        for (entry in Catalogue.entries().filter { !it.needsArguments() }) {
            val getter = "get" + entry.name().replaceFirstChar(Char::uppercaseChar)
            val method = here.firstNotNullOf { type -> type.methods.find { it.name == getter } }
            assertThrows<IllegalArgumentException>(entry.name()) {
                EstimateBuilder().filledBy({ method.invoke(null) }, Use.ESTIMATOR, Use.ENTROPY)
            }
        }
    }

    @Test
    fun `the README's tables say what the catalogue says`() {
        val entries = Catalogue.entries().associateBy { it.name() }
        val listed = mutableSetOf<String>()
        for (row in readmeRows()) {
            val names = NAME.findAll(row.first()).map { it.groupValues[1] }.toList()
            listed += names
            val entry = entries[names.singleOrNull().orEmpty()] ?: continue
            assertEquals(entry.summary(), row[1], "summary of ${entry.name()}")
            if (row.size > 2) assertEquals(entry.useWhen(), row[2], "use of ${entry.name()}")
        }
        // A preset need not be in the README, but most are: the table is really read.
        assertTrue(listed.containsAll(listOf("ksg", "auto", "ross", "knnEntropy")), "$listed")
    }

    /** The cells of every row whose first cell holds a name in code. */
    private fun readmeRows(): List<List<String>> =
        Files.readAllLines(readme())
            .filter { it.startsWith("| `") }
            // A bar within a cell is written \|.
            .map { line -> line.trim('|').split(BAR).map { it.trim().replace("\\|", "|") } }

    private fun readme(): Path =
        generateSequence(Path.of("").toAbsolutePath()) { it.parent }
            .map { it.resolve("README.md") }
            .first { Files.exists(it) && Files.exists(it.resolveSibling("mvnw")) }

    private fun file(name: String): Class<*> = Class.forName("io.github.miscope.dsl.$name")

    private companion object {
        val NAME = Regex("`([A-Za-z0-9]+)[(`]")
        val BAR = Regex("""(?<!\\)\|""")
    }
}
