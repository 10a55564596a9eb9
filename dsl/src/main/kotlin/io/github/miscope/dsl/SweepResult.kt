package io.github.miscope.dsl

import io.github.miscope.dsl.figure.errorFigure
import io.github.miscope.dsl.figure.sweepFigure
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.sweep.Sweep
import io.github.miscope.sweep.SweepTable
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.letsPlot.intern.Plot

/**
 * What `mi { }` returns: the rows of a sweep, as frames and figures.
 *
 * @property table the rows as the core made them, in nats
 * @property unit the unit of frames, figures and text
 * @property choice which estimator miscope chose and why; null if the user gave one
 * @property dropped rows of the given data that were left out because a value was missing
 */
public class SweepResult
internal constructor(
    public val table: SweepTable,
    public val unit: InformationUnit,
    public val choice: String?,
    public val dropped: Int,
    internal val notes: List<String>,
) : Plottable {
    /** The plan of the sweep. */
    public val sweep: Sweep
        get() = table.sweep

    /** Whether every cell of the plan is there: false for a sweep that was stopped. */
    public val isComplete: Boolean
        get() = table.isComplete

    /** Cells whose input did not suit: their rows have a `failure` instead of an estimate. */
    public val failures: Int
        get() = table.rows.count { it.failed() }

    /** The same rows, shown in another unit. */
    public fun inUnit(unit: InformationUnit): SweepResult =
        SweepResult(table, unit, choice, dropped, notes)

    /**
     * Tidy rows, one per cell: task, estimator, parameter, value, n, d_x, d_y, trial, seed,
     * true_mi_nats, estimate_nats, seconds, warnings (their kinds), failure. In bits, the two
     * columns are true_mi_bits and estimate_bits. Null where a truth is unknown or a cell failed.
     */
    public fun toDataFrame(): DataFrame<*> = rowsFrame(this)

    /**
     * One row per estimator and swept value: estimator, parameter, value, trials, failures,
     * true_mi, mean, sd, bias, rmse (each with its unit in its name), normalised_rmse, spearman.
     * Null where a truth is unknown, or does not vary where it must.
     */
    public fun summary(): DataFrame<*> = summaryFrame(this)

    /**
     * Estimates against the swept value: a line per estimator (the mean over trials), a band of one
     * standard deviation around it, the true MI dashed. A plain Lets-Plot figure.
     *
     * @throws IllegalArgumentException if no cell has an estimate
     */
    override fun plot(): Plot = sweepFigure(this)

    /**
     * The error against the swept value, one line per estimator.
     *
     * @param measure which error: RMSE if not given
     * @throws IllegalArgumentException if the true MI is not known, or does not vary between trials
     *   where the measure needs that
     */
    public fun errorPlot(measure: ErrorMeasure = ErrorMeasure.RMSE): Plot =
        errorFigure(this, measure)

    /** A short account: what was swept, and a line per estimator. */
    override fun toString(): String = sweepText(this)
}

/** How far estimates are from the truth. */
public enum class ErrorMeasure {
    /** Root of the mean squared error over trials, in the result's unit. */
    RMSE,

    /** RMSE over the root of the mean squared difference between the truths of two trials. */
    NORMALISED_RMSE,

    /** Mean of estimate - truth over trials, in the result's unit. */
    BIAS,

    /** Spearman's rank correlation of estimates and truths over trials. */
    SPEARMAN,
}
