package io.github.miscope.kernel.site

import java.nio.file.Path
import java.util.Locale
import kotlin.io.path.exists
import kotlin.io.path.readLines

/**
 * What the tests of one module reach, as JaCoCo has written it by `-Pcoverage`.
 *
 * @param folder its folder in the site, below `coverage`
 * @param source where its pages are
 */
internal class Coverage(folder: String, private val module: String, val source: Path) {
    val place: String = "coverage/$folder"

    val exists: Boolean
        get() = source.resolve("index.html").exists()

    /** The module and the share of its lines, such as "Java core: 93.5 % of lines". */
    val title: String
        get() {
            val rows = source.resolve("jacoco.csv").readLines().map { it.split(',') }
            fun total(column: String): Long {
                val at = rows.first().indexOf(column)
                return rows.drop(1).sumOf { it[at].toLong() }
            }
            val covered = total("LINE_COVERED")
            val percent = 100.0 * covered / (covered + total("LINE_MISSED"))
            return String.format(Locale.ROOT, "%s: %.1f %% of lines", module, percent)
        }
}
