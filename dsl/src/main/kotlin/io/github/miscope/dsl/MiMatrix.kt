package io.github.miscope.dsl

import io.github.miscope.dsl.figure.heatmapFigure
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.letsPlot.intern.Plot

/**
 * The estimate of one pair of columns.
 *
 * @property x the name of one column
 * @property y the name of the other
 * @property estimate their mutual information, in nats
 * @property dropped rows of this pair that were left out because a value was missing
 */
public class MiPair
internal constructor(
    public val x: String,
    public val y: String,
    public val estimate: Estimate,
    public val dropped: Int,
)

/**
 * What `df.miMatrix()` returns: the mutual information of every pair of columns, each pair once.
 *
 * @property columns the names of the columns
 * @property pairs the estimates, in the order of the columns
 * @property unit the unit of text, frame and figure
 * @property choice which estimator miscope chose and why; null if the user gave one
 */
public class MiMatrix
internal constructor(
    public val columns: List<String>,
    public val pairs: List<MiPair>,
    public val unit: InformationUnit,
    public val choice: String?,
) {
    /** The same estimates, shown in another unit. */
    public fun inUnit(unit: InformationUnit): MiMatrix = MiMatrix(columns, pairs, unit, choice)

    /**
     * The estimate of a pair, in nats; the order of the names does not matter.
     *
     * @throws IllegalArgumentException if there is no such pair
     */
    public operator fun get(x: String, y: String): Estimate =
        requireNotNull(pairs.find { (it.x == x && it.y == y) || (it.x == y && it.y == x) }) {
                "no pair of \"$x\" and \"$y\": the columns are ${columns.joinToString { "\"$it\"" }}"
            }
            .estimate

    /**
     * One row per pair: x, y, estimator, estimate_nats (or estimate_bits), n, dropped, warnings.
     */
    public fun toDataFrame(): DataFrame<*> =
        dataFrameOf(
            pairs.map { it.x }.toColumn("x"),
            pairs.map { it.y }.toColumn("y"),
            pairs.map { it.estimate.estimator() }.toColumn("estimator"),
            pairs.map { unit.fromNats(it.estimate.nats()) }.toColumn("estimate_$unit"),
            pairs.map { it.estimate.n() }.toColumn("n"),
            pairs.map { it.dropped }.toColumn("dropped"),
            pairs
                .map { pair -> pair.estimate.warnings().joinToString(" ") { it.message() } }
                .toColumn("warnings"),
        )

    /** A heatmap with the value in every cell; the diagonal is left blank. */
    public fun plot(): Plot = heatmapFigure(this)

    /** A line per pair, the largest first, and what a reader must know. */
    override fun toString(): String = buildString {
        append("miscope: mutual information of ${columns.size} columns, ")
        append(pairs.first().estimate.estimator())
        val width = pairs.maxOf { "${it.x}; ${it.y}".length }
        pairs
            .sortedByDescending { it.estimate.nats() }
            .forEach {
                append("\n  ${"${it.x}; ${it.y}".padEnd(width)}  ")
                append(
                    "${unit.fromNats(it.estimate.nats()).fixed()} $unit  (n = ${it.estimate.n()})"
                )
            }
        remarks().forEach { append("\n  ! $it") }
    }

    internal fun remarks(): List<String> = buildList {
        val dropped = pairs.maxOf { it.dropped }
        if (dropped > 0) {
            add("Rows with missing values left out, at most $dropped per pair.")
        }
        val warned = pairs.count { it.estimate.warnings().isNotEmpty() }
        if (warned > 0) {
            val kinds =
                pairs
                    .flatMap { it.estimate.warnings() }
                    .groupingBy { it.kind() }
                    .eachCount()
                    .entries
                    .joinToString { "${it.key} (${it.value})" }
            add("Pairs with warnings: $warned of ${pairs.size}; $kinds.")
        }
        choice?.let { add("${it.replaceFirstChar(Char::uppercaseChar)}.") }
    }
}
