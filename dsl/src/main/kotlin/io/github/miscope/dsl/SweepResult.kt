package io.github.miscope.dsl

import io.github.miscope.dsl.figure.ErrorCurve
import io.github.miscope.dsl.figure.errorFigure
import io.github.miscope.dsl.figure.sweepFigure
import io.github.miscope.dsl.result.SweepData
import io.github.miscope.dsl.result.rowsFrame
import io.github.miscope.dsl.result.summaryFrame
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
public class SweepResult internal constructor(private val data: SweepData) : Plottable {
    public val table: SweepTable
        get() = data.table

    public val unit: InformationUnit
        get() = data.unit

    public val choice: String?
        get() = data.choice

    public val dropped: Int
        get() = data.dropped

    /** The plan of the sweep. */
    public val sweep: Sweep
        get() = table.sweep

    /** Whether every cell of the plan is there: false for a sweep that was stopped. */
    public val isComplete: Boolean
        get() = data.isComplete

    /** Cells whose input did not suit: their rows have a `failure` instead of an estimate. */
    public val failures: Int
        get() = data.failures

    /** The same rows, shown in another unit. */
    public fun inUnit(unit: InformationUnit): SweepResult = SweepResult(data.inUnit(unit))

    /**
     * Tidy rows, one per cell: task, estimator, parameter, value, n, d_x, d_y, trial, seed,
     * true_mi_nats, estimate_nats, seconds, warnings (their kinds), failure. In bits, the two
     * columns are true_mi_bits and estimate_bits. Null where a truth is unknown or a cell failed.
     */
    public fun toDataFrame(): DataFrame<*> = rowsFrame(data)

    /**
     * One row per estimator and swept value: estimator, parameter, value, trials, failures,
     * true_mi, mean, sd, bias, rmse (each with its unit in its name), normalised_rmse, spearman.
     * Null where a truth is unknown, or does not vary where it must.
     */
    public fun summary(): DataFrame<*> = summaryFrame(data)

    /**
     * Estimates against the swept value: a line per estimator (the mean over trials), a band of one
     * standard deviation around it, the true MI dashed. A plain Lets-Plot figure.
     *
     * @throws IllegalArgumentException if no cell has an estimate
     */
    override fun plot(): Plot = sweepFigure(data)

    /**
     * The error against the swept value, one line per estimator.
     *
     * @param measure which error: RMSE if not given
     * @throws IllegalArgumentException if the true MI is not known, or does not vary between trials
     *   where the measure needs that
     */
    public fun errorPlot(measure: ErrorMeasure = ErrorMeasure.RMSE): Plot =
        errorFigure(data, measure.curve)

    /** A short account: what was swept, and a line per estimator. */
    override fun toString(): String = data.text()
}

/** How far estimates are from the truth. */
public enum class ErrorMeasure(internal val curve: ErrorCurve) {
    /** Root of the mean squared error over trials, in the result's unit. */
    RMSE(ErrorCurve.RMSE),

    /** RMSE over the root of the mean squared difference between the truths of two trials. */
    NORMALISED_RMSE(ErrorCurve.NORMALISED_RMSE),

    /** Mean of estimate - truth over trials, in the result's unit. */
    BIAS(ErrorCurve.BIAS),

    /** Spearman's rank correlation of estimates and truths over trials. */
    SPEARMAN(ErrorCurve.SPEARMAN),
}
