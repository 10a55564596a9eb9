package io.github.miscope.dsl

import io.github.miscope.association.ScaledInformation
import io.github.miscope.dsl.figure.scatterFigure
import io.github.miscope.dsl.result.EstimateData
import io.github.miscope.dsl.text.errorIn
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.PointwiseEstimator
import io.github.miscope.estimator.TruthInterval
import io.github.miscope.sample.Samples
import io.github.miscope.sample.Weights
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.letsPlot.intern.Plot

/**
 * What `mi(x, y) { }` returns: one estimate of I(X;Y) per estimator, and what is needed to judge
 * it.
 *
 * @property estimates the estimates as the core made them, in nats
 * @property unit the unit of text, card, frame and figure
 */
public class MiResult
internal constructor(
    public val estimates: List<Estimate>,
    private val paired: Paired,
    public val unit: InformationUnit,
    private val chosen: Choice,
) : Plottable {
    /** What the estimates were made from. */
    public val samples: Samples
        get() = paired.samples

    /** Rows that were left out because a value was missing. */
    public val dropped: Int
        get() = paired.dropped

    /** Why miscope chose this estimator; null if the user gave one. */
    public val choice: String?
        get() = reasonFor(chosen.reason, estimates)

    /** The weights of the rows of [samples]; null if all are alike. */
    public val weights: Weights?
        get() = paired.weights

    /** The names of the columns of Z in I(X;Y|Z); empty if nothing is given. */
    public val givenColumns: List<String>
        get() = paired.given?.columnNames() ?: emptyList()

    /** The names of the columns of X. */
    public val xColumns: List<String>
        get() = samples.x().columnNames()

    /** The names of the columns of Y. */
    public val yColumns: List<String>
        get() = samples.y().columnNames()

    /**
     * The estimate, where there is one.
     *
     * @throws IllegalStateException if there are several: use [estimates]
     */
    public val estimate: Estimate
        get() =
            estimates.singleOrNull()
                ?: throw IllegalStateException(
                    "there are ${estimates.size} estimates " +
                        "(${estimates.joinToString { it.estimator() }}): use estimates"
                )

    /** The value of the one [estimate] in nats; never clamped. */
    public val nats: Double
        get() = estimate.nats()

    /** The value of the one [estimate] in bits; never clamped. */
    public val bits: Double
        get() = estimate.bits()

    /** The value of the one [estimate] in this result's [unit]; never clamped. */
    public val value: Double
        get() = unit.fromNats(nats)

    /** The same estimates, shown in another unit. */
    public fun inUnit(unit: InformationUnit): MiResult = MiResult(estimates, paired, unit, chosen)

    /**
     * The standard error of the one [estimate] in this result's [unit]; null without `interval()`.
     */
    public val standardError: Double?
        get() = estimate.uncertainty().errorIn(unit)

    /** The confidence interval of the one [estimate] in this result's [unit]; null without one. */
    public val interval: ClosedFloatingPointRange<Double>?
        get() =
            estimate.interval().getOrNull()?.let {
                unit.fromNats(it.lower())..unit.fromNats(it.upper())
            }

    /**
     * What the drift over n tells of the one [estimate]: its bias, and an interval for the truth or
     * why there is none, in nats; null without `truthInterval()`.
     */
    public val truth: TruthInterval?
        get() = estimate.truth().getOrNull()

    /** The p-value of the one [estimate]; null without `pValue()`. */
    public val pValue: Double?
        get() = estimate.pValue().getOrNull()?.value()

    /**
     * The one [estimate] on a scale from 0 to 1, with a word for it: a correlation equivalent for
     * continuous variables, adjusted mutual information (AMI) for discrete ones, the part of the
     * entropy of the discrete one for others. Null if something is given, a discrete variable is
     * constant, or rows of one have weights.
     */
    public val scaled: ScaledInformation?
        get() = scaled(estimate)

    internal fun scaled(estimate: Estimate): ScaledInformation? =
        if (paired.given != null || (paired.weights != null && !isContinuous())) null
        else ScaledInformation.of(estimate, samples).getOrNull()

    private fun isContinuous() = samples.x().isContinuous && samples.y().isContinuous

    /**
     * What each observation contributes to the one [estimate]: pointwise (local) mutual
     * information, in this result's [unit]. Single values may well be negative; their mean is the
     * estimate.
     *
     * @return one value per row of [samples]
     * @throws IllegalStateException if there are several estimates, if something is given, rows
     *   have weights, or the estimator is no mean over the observations (as one that takes a
     *   maximum)
     */
    public fun pointwise(): DoubleArray {
        check(weights == null) { "with weights there are no pointwise values" }
        val estimator =
            chosen.estimators
                .singleOrNull()
                ?.capability(PointwiseEstimator::class.java)
                ?.getOrNull()
        check(estimator != null) {
            "${estimate.estimator()} has no pointwise values: use ksg, or another mean over the " +
                "observations"
        }
        return estimator.pointwise(samples).nats().map { unit.fromNats(it) }.toDoubleArray()
    }

    /**
     * One row per estimator: x, y, given (where something is), estimator, used (the view or the
     * estimator that served, where a general one chose it), estimate_nats (or estimate_bits), what
     * is known of its uncertainty (standard_error_nats, lower_nats, upper_nats, bias_nats,
     * truth_lower_nats, truth_upper_nats, doubt, p_value), the same on a scale from 0 to 1 (scale,
     * scaled, scaled_lower, scaled_upper, strength), n, d_x, d_y, k, c, dropped, warnings.
     */
    public fun toDataFrame(): DataFrame<*> {
        val rows = estimates
        return listOfNotNull(
                rows.map { xColumns.joinToString("+") }.toColumn("x"),
                rows.map { yColumns.joinToString("+") }.toColumn("y"),
                givenColumns
                    .takeIf { it.isNotEmpty() }
                    ?.let { given -> rows.map { given.joinToString("+") }.toColumn("given") },
                rows.map { it.estimator() }.toColumn("estimator"),
                rows.map { it.usedEstimator() }.toColumn("used"),
                *estimateColumns(rows.map { it.known() }, unit).toTypedArray(),
                *scaleColumns(rows.map { scaled(it) })
                    .takeIf { paired.given == null }
                    .orEmpty()
                    .toTypedArray(),
                rows.map { it.n() }.toColumn("n"),
                rows.map { it.dX() }.toColumn("d_x"),
                rows.map { it.dY() }.toColumn("d_y"),
                rows.map { it.diagnostics()["k"]?.toInt() }.toColumn("k"),
                rows.map { it.diagnostics()["c"] }.toColumn("c"),
                rows.map { dropped }.toColumn("dropped"),
                rows
                    .map { e -> e.warnings().joinToString(" ") { it.message(unit) } }
                    .toColumn("warnings"),
            )
            .toDataFrame()
    }

    /**
     * The two columns against each other, titled with their MI: a scatter of numbers, of which at
     * most 2000 are drawn (the caption says so where there are more); boxes of numbers per level;
     * counts of pairs of levels.
     *
     * @throws IllegalArgumentException if X or Y has several columns
     */
    override fun plot(): Plot =
        scatterFigure(EstimateData(heading(), estimates, samples, unit, dropped))

    /** The estimate card as a fragment of HTML: no JavaScript, readable on light and dark. */
    public fun toHtml(): String = cards().toHtml()

    /** The estimate card as text. */
    override fun toString(): String = cards().toText()
}
