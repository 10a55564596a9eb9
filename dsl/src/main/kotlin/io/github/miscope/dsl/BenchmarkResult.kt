package io.github.miscope.dsl

import io.github.miscope.benchmark.Benchmark
import io.github.miscope.benchmark.BenchmarkTable
import io.github.miscope.benchmark.PrintedComparison
import io.github.miscope.dsl.figure.PrintedColumn
import io.github.miscope.dsl.figure.benchmarkFigure
import io.github.miscope.dsl.figure.printedFigure
import io.github.miscope.dsl.result.BenchmarkData
import io.github.miscope.dsl.result.benchmarkRowsFrame
import io.github.miscope.dsl.result.leaderboardFrame
import io.github.miscope.dsl.result.printedFrame
import io.github.miscope.dsl.result.scoresFrame
import io.github.miscope.estimator.InformationUnit
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.letsPlot.intern.Plot

/**
 * What `benchmark { }` returns: how estimators do on tasks of known mutual information.
 *
 * @property table the rows as the core made them, in nats; it writes them as CSV, and the tables as
 *   Markdown
 * @property unit the unit of frames, figures and text
 * @property choice which estimator miscope chose and why; null if the user gave one
 */
public class BenchmarkResult
internal constructor(
    public val table: BenchmarkTable,
    public val unit: InformationUnit,
    public val choice: String?,
) : Plottable {
    private val data = BenchmarkData(table, unit, choice)

    /** The plan of the benchmark. */
    public val benchmark: Benchmark
        get() = table.benchmark

    /** Whether every cell of the plan is there: false for a benchmark that was stopped. */
    public val isComplete: Boolean
        get() = table.isComplete

    /** Cells whose samples did not suit: their rows have a `failure` instead of an estimate. */
    public val failures: Int
        get() = table.rows.count { it.failed() }

    /** The same rows, shown in another unit. */
    public fun inUnit(unit: InformationUnit): BenchmarkResult = BenchmarkResult(table, unit, choice)

    /**
     * One row per estimator, the best first: estimator, tasks (with an estimate), failures,
     * mean_absolute_error, median_absolute_error (over tasks), largest_overestimate (each with its
     * unit in its name), of_task, share_near (within 0.1 nats of the truth), mean_rank, seconds.
     * Estimators that have no estimate of some task come after those that have all.
     */
    public fun leaderboard(): DataFrame<*> = leaderboardFrame(data)

    /**
     * One row per task and estimator: task, estimator, n, trials, failures, true_mi, mean, sd,
     * bias, rmse, mean_absolute_error (each with its unit in its name), normalised_rmse, spearman,
     * share_near (within 0.1 nats of the truth), rank, seconds.
     */
    public fun scores(): DataFrame<*> = scoresFrame(data)

    /**
     * Tidy rows, one per cell: task, estimator, n, d_x, d_y, trial, seed, true_mi_nats,
     * estimate_nats, error_nats, seconds, warnings (their kinds), failure. Null where a cell
     * failed.
     */
    public fun toDataFrame(): DataFrame<*> = benchmarkRowsFrame(data)

    /**
     * The leaderboard, and below it a shade for the mean error of each estimator on each task. A
     * plain Lets-Plot figure.
     *
     * @throws IllegalArgumentException if no cell has an estimate
     */
    override fun plot(): Plot = benchmarkFigure(data)

    /**
     * Scores beside those that a paper printed of the same tasks and estimators: task, estimator,
     * normalised_rmse, spearman and bias_nats, each also with `_printed`, and order, the rank
     * correlation of our and the printed normalised RMSE over the estimators. Null where nothing is
     * legible.
     *
     *     benchmark { suite(scalePaperTable2); estimators(scalePaperEstimators) }.besidePrinted()
     *
     * @throws IllegalArgumentException if nothing is printed of these tasks and estimators
     */
    public fun besidePrinted(): DataFrame<*> = printedFrame(PrintedComparison.of(table))

    /**
     * A table as a figure: our value, the printed one and their difference, for each row of the
     * paper's table and each estimator. It is of scalePaperTable2 and scalePaperTable3.
     *
     * @param measure which of the three measures of the table
     * @throws IllegalArgumentException as [besidePrinted], or if no value is legible
     */
    public fun printedPlot(measure: PrintedMeasure = PrintedMeasure.NORMALISED_RMSE): Plot =
        printedFigure(
            PrintedComparison.of(table),
            measure.column,
            benchmark.suite().name(),
            data.setup(),
            data.remarks(),
        )

    /** The leaderboard, a line for each estimator. */
    override fun toString(): String = data.text()
}

/** What [BenchmarkResult.printedPlot] shows: the three measures of the tables. */
public enum class PrintedMeasure(internal val column: PrintedColumn) {
    /** Root mean squared error by the root mean squared difference of the trials' truths. */
    NORMALISED_RMSE(PrintedColumn.NORMALISED_RMSE),
    /** Spearman's rank correlation of estimates and truths. */
    SPEARMAN(PrintedColumn.SPEARMAN),
    /** Mean of estimate - truth, in nats. */
    BIAS(PrintedColumn.BIAS),
}
