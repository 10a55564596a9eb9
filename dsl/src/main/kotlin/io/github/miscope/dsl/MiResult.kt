package io.github.miscope.dsl

import io.github.miscope.dsl.figure.scatterFigure
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.sample.Samples
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.letsPlot.intern.Plot

/**
 * What `mi(x, y) { }` returns: one estimate of I(X;Y) per estimator, and what is needed to judge
 * it.
 *
 * @property estimates the estimates as the core made them, in nats
 * @property samples what they were made from
 * @property unit the unit of text, card, frame and figure
 * @property dropped rows that were left out because a value was missing
 * @property choice which estimator miscope chose and why; null if the user gave one
 */
public class MiResult
internal constructor(
    public val estimates: List<Estimate>,
    public val samples: Samples,
    public val unit: InformationUnit,
    public val dropped: Int,
    public val choice: String?,
) {
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
    public fun inUnit(unit: InformationUnit): MiResult =
        MiResult(estimates, samples, unit, dropped, choice)

    /**
     * One row per estimator: x, y, estimator, estimate_nats (or estimate_bits), n, d_x, d_y, k, c,
     * dropped, warnings.
     */
    public fun toDataFrame(): DataFrame<*> =
        dataFrameOf(
            estimates.map { xColumns.joinToString("+") }.toColumn("x"),
            estimates.map { yColumns.joinToString("+") }.toColumn("y"),
            estimates.map { it.estimator() }.toColumn("estimator"),
            estimates.map { unit.fromNats(it.nats()) }.toColumn("estimate_$unit"),
            estimates.map { it.n() }.toColumn("n"),
            estimates.map { it.dX() }.toColumn("d_x"),
            estimates.map { it.dY() }.toColumn("d_y"),
            estimates.map { it.diagnostics()["k"]?.toInt() }.toColumn("k"),
            estimates.map { it.diagnostics()["c"] }.toColumn("c"),
            estimates.map { dropped }.toColumn("dropped"),
            estimates
                .map { e -> e.warnings().joinToString(" ") { it.message() } }
                .toColumn("warnings"),
        )

    /**
     * A scatter of the two columns, titled with their MI. At most 2000 points are drawn; the
     * caption says so where there are more.
     *
     * @throws IllegalArgumentException if X or Y has several columns
     */
    public fun plot(): Plot = scatterFigure(this)

    /** The estimate card as a fragment of HTML: no JavaScript, readable on light and dark. */
    public fun toHtml(): String = cardHtml(this)

    /** The estimate card as text. */
    override fun toString(): String = cardText(this)
}
