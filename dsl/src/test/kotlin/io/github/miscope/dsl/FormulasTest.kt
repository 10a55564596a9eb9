package io.github.miscope.dsl

import java.nio.file.Path
import kotlin.io.path.readLines
import org.jetbrains.kotlinx.dataframe.api.columnOf
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.named
import org.jetbrains.kotlinx.dataframe.io.writeCSV
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Frames for spreadsheets: no text is a formula. */
class FormulasTest {
    @Test
    fun `names of strangers in a CSV file`(@TempDir folder: Path) {
        val evil = "=HYPERLINK(1)"
        val df =
            dataFrameOf(
                evil to List(20) { it * it % 7 + it / 30.0 },
                "@b" to List(20) { it * 3 % 11 + it / 50.0 },
                "c" to List(20) { it * 5 % 13 + it / 70.0 },
            )
        val file = folder.resolve("pairs.csv")
        df.miMatrix { estimator(gaussianMi) }
            .toDataFrame()
            .withoutFormulas()
            .writeCSV(file.toFile())
        val lines = file.readLines()
        assertEquals("x,y", lines.first().split(",").take(2).joinToString(","))
        assertEquals("'$evil,'@b", lines[1].split(",").take(2).joinToString(","))
        assertEquals(emptyList<String>(), lines.filter { it.first() in "=@+\"" })
    }

    @Test
    fun `numbers stay, columns and groups are renamed`() {
        val group = columnOf(columnOf("+1", null) named "-x") named "=g"
        val safe = dataFrameOf(group, columnOf(-1.5, 2.0) named "n").withoutFormulas()
        assertEquals(listOf("'=g", "n"), safe.columnNames())
        assertEquals(listOf(-1.5, 2.0), safe["n"].values().toList())
        assertEquals(listOf("'+1", null), safe["'=g"]["'-x"].values().toList())
    }
}
