package io.github.miscope.dsl

import java.nio.file.Files
import java.nio.file.Path
import org.jetbrains.kotlinx.dataframe.DataColumn
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.io.writeCSV
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Names and text of strangers do not become formulas of a spreadsheet. */
class FormulasTest {
    @Test
    fun `text and names have an apostrophe before a formula`(@TempDir folder: Path) {
        val inner = dataFrameOf(listOf("@SUM(A1)", "b").toColumn("-cmd"))
        val frame =
            dataFrameOf(
                listOf("=1+1", "plain = 2").toColumn("=HYPERLINK(\"x\")"),
                listOf(-1.5, 2.0).toColumn("number"),
                listOf(null, "\tx").toColumn("nullable"),
                DataColumn.createColumnGroup("+group", inner),
            )
        val safe = frame.withoutFormulas()
        assertEquals(
            listOf("'=HYPERLINK(\"x\")", "number", "nullable", "'+group"),
            safe.columnNames(),
        )
        assertEquals(listOf("'=1+1", "plain = 2"), safe.columns()[0].values().toList())
        assertEquals(listOf(-1.5, 2.0), safe.columns()[1].values().toList())
        assertEquals(listOf(null, "'\tx"), safe.columns()[2].values().toList())
        assertTrue("'@SUM(A1)" in safe.toString(), "$safe")
        val file = folder.resolve("safe.csv")
        safe.writeCSV(file.toFile())
        val cells = Files.readAllLines(file).flatMap { it.split(",") }
        assertFalse(cells.any { it.startsWith("=") || it.startsWith("\"=") }, "$cells")
    }

    @Test
    fun `a figure is written as a whole, and nothing is left beside it`(@TempDir folder: Path) {
        val figure =
            mi {
                    samples(50)
                    trials(1)
                    estimators(ksg)
                }
                .plot()
        val file = folder.resolve("made/figure.svg")
        figure.save(file)
        val first = Files.readString(file)
        Files.writeString(file, "old")
        figure.save(file)
        assertEquals(first, Files.readString(file))
        Files.list(file.parent).use { assertEquals(listOf(file), it.toList()) }
    }
}
