package io.github.miscope.dsl.result

import io.github.miscope.benchmark.BenchmarkTable
import io.github.miscope.benchmark.LeaderboardRow
import io.github.miscope.benchmark.TaskScore
import io.github.miscope.dsl.text.counted
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.InformationUnit

/**
 * What text, frames and the figure of a benchmark are made from.
 *
 * @property choice which estimator miscope chose and why; null if the user gave one
 */
internal class BenchmarkData(
    val table: BenchmarkTable,
    val unit: InformationUnit,
    val choice: String?,
) {
    val scores: List<TaskScore> = table.scores()

    val leaderboard: List<LeaderboardRow> = table.leaderboard()

    /** "n = 1000, 3 trials". */
    fun setup(): String {
        val tasks = table.benchmark.suite().tasks()
        return "n = ${range(tasks.map { it.samples() })}, ${trials(tasks.map { it.trials() })}"
    }

    private fun range(values: List<Int>) =
        if (values.min() == values.max()) "${values.min()}"
        else "${values.min()} to ${values.max()}"

    private fun trials(values: List<Int>) =
        if (values.max() == 1) "1 trial" else "${range(values)} trials"

    /** What a reader must know about the cells: stopped, failed. */
    fun remarks(): List<String> = buildList {
        if (!table.isComplete) {
            add("Stopped: ${table.rows.size} of ${table.benchmark.cells()} cells are finished.")
        }
        val failed = table.rows.filter { it.failed() }
        if (failed.isNotEmpty()) {
            add(
                "${failed.size} of ${counted(table.rows.size, "cell")} failed, first: " +
                    "${failed.first().failure}."
            )
        }
        choice?.let { add("${it.replaceFirstChar(Char::uppercaseChar)}.") }
    }

    /** A line for each estimator, the best first. */
    fun text(): String = buildString {
        append("miscope: benchmark ${table.benchmark.suite()}, ${setup()}")
        val width = leaderboard.maxOfOrNull { it.estimator.length } ?: 0
        for (row in leaderboard) {
            append("\n  ${row.estimator.padEnd(width)}  mean absolute error ")
            append("${unit.fromNats(row.meanAbsoluteError).fixed()} $unit, median ")
            append("${unit.fromNats(row.medianAbsoluteError).fixed()}, within 0.1 nats ")
            append("${share(row.shareWithin)}, largest overestimate ")
            append("${unit.fromNats(row.largestOverestimate).fixed()}, mean rank ")
            append("${row.meanRank.short()}, ${row.seconds.short()} s")
        }
        remarks().forEach { append("\n  ! $it") }
    }
}

/** A part of all as a whole percentage. */
internal fun share(part: Double): String =
    if (part.isNaN()) "none" else "${Math.round(100 * part)} %"
