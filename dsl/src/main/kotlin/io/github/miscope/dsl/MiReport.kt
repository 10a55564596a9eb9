package io.github.miscope.dsl

import io.github.miscope.association.ColumnOrder
import io.github.miscope.association.PairAssociation
import io.github.miscope.association.ScaledInformation
import io.github.miscope.dsl.figure.SCALED_SHADE
import io.github.miscope.dsl.figure.heatmapFigure
import io.github.miscope.dsl.figure.pairFigure
import io.github.miscope.dsl.result.PairCell
import io.github.miscope.dsl.result.SIGNIFICANCE
import io.github.miscope.dsl.text.SCALES_TEXT
import io.github.miscope.dsl.text.asPValue
import io.github.miscope.dsl.text.counted
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.onOneLine
import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.Uncertainty
import io.github.miscope.inference.PValueAdjustment
import java.nio.file.Path
import java.util.Optional
import kotlin.jvm.optionals.getOrNull
import kotlin.math.abs
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.letsPlot.intern.Plot

/**
 * A pair of columns in a report: its mutual information, and other measures of association beside
 * it.
 *
 * @property pValue that of a G-test of independence in bins, or of permutations if the report was
 *   asked for those; null where there is nothing to test
 * @property adjustedPValue the p-value, corrected for the number of pairs
 */
public class ReportPair
internal constructor(
    internal val pair: MiPair,
    private val beside: PairAssociation?,
    internal val uncertainty: Uncertainty,
    public val pValue: Double?,
    public val adjustedPValue: Double?,
) {
    internal val number: Int
        get() = pair.number

    /** The name of one column. */
    public val x: String
        get() = pair.x

    /** The name of the other. */
    public val y: String
        get() = pair.y

    /** Their mutual information in nats, never clamped; null where there is no estimate. */
    public val nats: Double?
        get() = pair.nats.takeIf { pair.isEstimated }

    /** Why there is no estimate; null if there is one. */
    public val failure: String?
        get() = pair.failure

    /**
     * The estimate, with its interval where there is one.
     *
     * @throws IllegalArgumentException if there is none; [failure] is the reason
     */
    public val estimate: Estimate
        get() = pair.estimate.withUncertainty(uncertainty)

    /** The information on a scale from 0 to 1, with a word: see [MiPair.scaled]. */
    public val scaled: ScaledInformation? by
        lazy(LazyThreadSafetyMode.NONE) { pair.scaledWith(uncertainty) }

    /** The observations that the pair has in common. */
    public val n: Int
        get() = pair.n

    /** Pearson's correlation; null unless both are columns of numbers. */
    public val pearson: Double?
        get() = beside?.pearson()?.known()

    /** Spearman's rank correlation; null unless both are columns of numbers. */
    public val spearman: Double?
        get() = beside?.spearman()?.known()

    /** Chatterjee's xi, how far y is a function of x; null unless both are columns of numbers. */
    public val xiOfY: Double?
        get() = beside?.xiOfY()?.known()

    /** Chatterjee's xi, how far x is a function of y; null unless both are columns of numbers. */
    public val xiOfX: Double?
        get() = beside?.xiOfX()?.known()

    /** Distance correlation; null unless both are columns of numbers. */
    public val distanceCorrelation: Double?
        get() = beside?.distance()?.known()

    /** How much more the correlation equivalent is than any correlation; null if unknown. */
    internal val unseen: Double?
        get() {
            val straight = pearson ?: return null
            val monotone = spearman ?: return null
            return scaled?.let { it.value() - maxOf(abs(straight), abs(monotone)) }
        }

    internal val isSignificant: Boolean
        get() = adjustedPValue.let { it != null && it <= SIGNIFICANCE }

    internal fun cell() = PairCell(x, y, nats, adjustedPValue, n, uncertainty) { scaled }

    /** The columns, their information and its place on the scale, or why there is none. */
    override fun toString(): String =
        nats?.let { "I($x; $y) = ${it.fixed()} nats" + (scaled?.let { s -> "; $s" } ?: "") }
            ?: "I($x; $y): no estimate, $failure"
}

private fun Double.known() = takeUnless { it.isNaN() }

/**
 * What `df.miReport()` returns. In a notebook it is a page; [save] writes the page as a file that
 * needs nothing else, [toDataFrame] has all numbers.
 *
 * @property columns the names of the columns
 * @property rows the number of rows of the frame
 * @property pairs all pairs, the strongest first; those without an estimate last
 * @property unit the unit of page, text and frame
 * @property adjustment how p-values are corrected for the number of pairs
 * @property leftOut the frame's other columns, each with its reason
 */
public class MiReport
internal constructor(
    public val columns: List<String>,
    public val rows: Int,
    public val pairs: List<ReportPair>,
    public val unit: InformationUnit,
    public val adjustment: PValueAdjustment,
    public val leftOut: List<LeftOutColumn>,
    internal val estimator: String,
    private val reason: String?,
    private val source: ReportSource,
) : Plottable {
    /** Why miscope chose this estimator; null if the user gave one. */
    public val choice: String?
        get() = reasonFor(reason, examples(pairs.map { it.pair }))

    /** The same report in another unit. */
    public fun inUnit(unit: InformationUnit): MiReport =
        MiReport(columns, rows, pairs, unit, adjustment, leftOut, estimator, reason, source)

    /**
     * The pair of two columns; the order of the names does not matter.
     *
     * @throws IllegalArgumentException if there is no such pair
     */
    public operator fun get(x: String, y: String): ReportPair =
        requireNotNull(pairs.find { (it.x == x && it.y == y) || (it.x == y && it.y == x) }) {
            val unknown = listOf(x, y).firstOrNull { it !in columns }
            "no pair of ${quoted(x)} and ${quoted(y)}" +
                (unknown?.let { didYouMean(it, columns) } ?: "") +
                ": the columns are ${quoted(columns)}"
        }

    /**
     * Pairs that share much information while neither Pearson's nor Spearman's correlation shows
     * it: significant, at least moderate, and 0.25 above both on the scale of correlations. At most
     * four, those of the largest difference first.
     */
    public val surprises: List<ReportPair> by lazy {
        pairs
            .filter { pair ->
                val unseen = pair.unseen
                unseen != null &&
                    unseen >= UNSEEN &&
                    pair.isSignificant &&
                    !pair.pair.hasIdentifier &&
                    pair.scaled!!.let { it.value() >= it.scale().lowest(MODERATE) }
            }
            .sortedByDescending { it.unseen }
            .take(SURPRISES)
    }

    /** A small plot of one of this report's pairs. */
    internal fun small(pair: ReportPair): Plot = pairFigure(source.columns.samples(pair.number))

    /**
     * One row per pair, the strongest first: x, y, estimator, used (what served), estimate_nats (or
     * estimate_bits), standard_error_nats, lower_nats and upper_nats where there are intervals;
     * scale, scaled, scaled_lower, scaled_upper and strength; beside it pearson, spearman, xi_of_y,
     * xi_of_x and distance_correlation of two columns of numbers; p_value, adjusted_p_value, n,
     * dropped, warnings, and failure where pairs have no estimate. What is not known is null.
     */
    public fun toDataFrame(): DataFrame<*> {
        val all = pairs.map { it.pair }
        val known =
            pairs.map { row ->
                row.nats to
                    Uncertainty(
                        row.uncertainty.standardError(),
                        row.uncertainty.interval(),
                        Optional.empty(),
                        Optional.empty(),
                    )
            }
        return listOfNotNull(
                all.map { it.x }.toColumn("x"),
                all.map { it.y }.toColumn("y"),
                all.map { estimator }.toColumn("estimator"),
                all.map { it.used }.toColumn("used"),
                *estimateColumns(known, unit).toTypedArray(),
                *scaleColumns(pairs.map { it.scaled }).toTypedArray(),
                pairs.map { it.pearson }.toColumn("pearson"),
                pairs.map { it.spearman }.toColumn("spearman"),
                pairs.map { it.xiOfY }.toColumn("xi_of_y"),
                pairs.map { it.xiOfX }.toColumn("xi_of_x"),
                pairs.map { it.distanceCorrelation }.toColumn("distance_correlation"),
                pairs.map { it.pValue }.toColumn("p_value"),
                pairs.map { it.adjustedPValue }.toColumn("adjusted_p_value"),
                pairs.map { it.n }.toColumn("n"),
                all.map { it.dropped }.toColumn("dropped"),
                all.map { it.warningText(unit) }.toColumn("warnings"),
                all.map { it.failure }
                    .takeIf { failures -> failures.any { it != null } }
                    ?.toColumn("failure"),
            )
            .toDataFrame()
    }

    /**
     * A heatmap of the scaled information, in which associated columns are neighbours (clusters by
     * average linkage); of more than 100 columns those of the strongest pairs.
     */
    override fun plot(): Plot {
        val drawn = drawnColumns(columns, pairs.map { it.pair })
        val place = drawn.withIndex().associate { (i, name) -> name to i }
        val cells = pairs.filter { it.x in place && it.y in place }.map { it.cell() }
        val similarity = Array(drawn.size) { DoubleArray(drawn.size) }
        for (cell in cells) {
            val (i, j) = place.getValue(cell.x) to place.getValue(cell.y)
            similarity[i][j] = cell.scaled?.value() ?: 0.0
            similarity[j][i] = similarity[i][j]
        }
        return heatmapFigure(
            ColumnOrder.of(similarity).map { drawn[it] },
            cells,
            columns.size,
            estimator,
            SCALED_SHADE,
            listOf(SCALES_TEXT),
        )
    }

    /** The report as a fragment of HTML for notebooks: no JavaScript, images inside. */
    public fun toHtml(): String = reportFragment(this)

    /**
     * The report as one page of HTML that needs nothing else: no JavaScript, nothing loaded from a
     * network, for light and dark screens.
     */
    public fun toHtmlPage(): String = reportPage(this)

    /**
     * Saves the page, if the file ends in `.html`; else the heatmap, as
     * [Figure.save][org.jetbrains.letsPlot.Figure.save].
     *
     * @param dpi pixels per inch of a PNG image
     * @return the file
     * @throws IllegalArgumentException if the ending is another one
     * @throws java.io.IOException if the file cannot be written
     */
    public fun save(file: String, dpi: Int? = null): Path =
        if (file.endsWith(".html", ignoreCase = true) && dpi == null) {
            write(Path.of(file), toHtmlPage().toByteArray())
        } else plot().save(file, dpi)

    /** Saves the page or the heatmap, as [save] of its path. */
    public fun save(file: Path, dpi: Int? = null): Path = save(file.toString(), dpi)

    /** A line per pair, the strongest first, and what a reader must know. */
    override fun toString(): String = buildString {
        append("miscope: ${columns.size} columns, ${counted(pairs.size, "pair")}, $rows rows; ")
        append(estimator)
        val shown = pairs.take(LINES)
        val names = shown.map { "${it.x}; ${it.y}".onOneLine() }
        val width = names.maxOf { it.length }
        for ((i, pair) in shown.withIndex()) {
            append("\n  ${names[i].padEnd(width)}  ")
            append(pair.nats?.let { "${unit.fromNats(it).fixed()} $unit" } ?: "no estimate")
            pair.scaled?.let { append("; $it") }
            pair.spearman?.let { append("; Spearman ${it.short()}") }
            pair.adjustedPValue?.let { append("; p ${it.asPValue()}") }
        }
        if (pairs.size > LINES) {
            append("\n  ... and ${pairs.size - LINES} more: toDataFrame() has all")
        }
        remarks().forEach { append("\n  ! $it") }
    }

    /** What a reader must know. */
    internal fun remarks(): List<String> = buildList {
        addAll(pairRemarks(pairs.map { it.pair }, unit, adjustment, choice, leftOut))
        if (pairs.any { it.pair.uncertainty.pValue().isPresent }) return@buildList
        val tested = pairs.count { it.pValue != null }
        add(
            "p-values by a G-test of independence in at most 8 bins a column, " +
                "${adjustmentText(adjustment)} for ${counted(tested, "pair")}; rows are taken to be independent."
        )
    }

    internal fun withIntervals(intervals: Map<Int, Uncertainty>): MiReport {
        val changed =
            pairs.map {
                val interval = intervals[it.number] ?: return@map it
                ReportPair(
                    it.pair,
                    source.beside.of(it.number).getOrNull(),
                    Uncertainty(
                        interval.standardError(),
                        interval.interval(),
                        it.uncertainty.pValue(),
                        Optional.empty(),
                    ),
                    it.pValue,
                    it.adjustedPValue,
                )
            }
        return MiReport(
            columns,
            rows,
            changed,
            unit,
            adjustment,
            leftOut,
            estimator,
            reason,
            source,
        )
    }

    internal companion object {
        private const val LINES = 30
        private const val UNSEEN = 0.25
        private const val SURPRISES = 4
        private val MODERATE = io.github.miscope.association.Strength.MODERATE

        /** With the p-values of permutations where there are any, else of the quick tests. */
        fun of(
            columns: List<String>,
            rows: Int,
            found: Pairs,
            source: ReportSource,
            builder: PairsBuilder,
            leftOut: List<LeftOutColumn>,
        ): MiReport {
            val values =
                found.pairs.map { pair ->
                    if (builder.choices.tests) {
                        pair.uncertainty.pValue().getOrNull()?.value()
                    } else
                        source.beside
                            .of(pair.number)
                            .flatMap { it.test() }
                            .getOrNull()
                            ?.pValue()
                            .takeIf { pair.isEstimated }
                }
            val adjusted =
                builder.adjustment.adjust(*values.filterNotNull().toDoubleArray()).iterator()
            val pairs =
                found.pairs.zip(values) { pair, p ->
                    ReportPair(
                        pair,
                        source.beside.of(pair.number).getOrNull(),
                        pair.uncertainty,
                        p,
                        if (p == null) null else adjusted.next(),
                    )
                }
            return MiReport(
                columns,
                rows,
                pairs.sortedWith(strongestOnScale),
                builder.unit,
                builder.adjustment,
                leftOut,
                found.estimator,
                found.reason,
                source,
            )
        }

        /** By information in nats, as in a matrix: scales of different kinds are not compared. */
        private val strongestOnScale: Comparator<ReportPair> =
            compareByDescending<ReportPair> { it.pair.isEstimated }
                .thenBy { it.pair.hasIdentifier }
                .thenByDescending { it.nats }
    }
}

/**
 * A report was stopped by an interrupt.
 *
 * @property finished the report with the estimates and intervals that were finished
 */
public class ReportInterruptedException
internal constructor(override val finished: MiReport, cause: InterruptedException) :
    PairsStopped("a report", cause)
