package io.github.miscope.dsl

import io.github.miscope.dsl.figure.RecallLine
import io.github.miscope.dsl.figure.precisionRecallFigure
import io.github.miscope.dsl.text.fixed
import io.github.miscope.network.PrecisionRecall
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.letsPlot.intern.Plot

/**
 * Precision and recall of graphs against a known one.
 *
 * @property curves by the label of the method, for each number of edges
 * @property known how many edges there are
 */
public class PrecisionRecallResult
internal constructor(
    public val curves: Map<String, PrecisionRecall>,
    public val known: Int,
    private val pairs: Int,
) : Plottable {
    /** One row per method and number of edges: method, edges, precision, recall. */
    public fun toDataFrame(): DataFrame<*> =
        dataFrameOf(
            "method" to curves.flatMap { (label, curve) -> List(curve.size()) { label } },
            "edges" to curves.values.flatMap { curve -> List(curve.size()) { it + 1 } },
            "precision" to curves.values.flatMap { it.precision().toList() },
            "recall" to curves.values.flatMap { it.recall().toList() },
        )

    /** A line per method: precision against recall, the part of all pairs that are known dashed. */
    override fun plot(): Plot =
        precisionRecallFigure(
            curves.map { (label, curve) ->
                RecallLine("$label (${curve.average().fixed()})", curve.precision(), curve.recall())
            },
            known,
            known.toDouble() / pairs,
        )

    /** The average precision of each method. */
    override fun toString(): String = buildString {
        append("miscope: precision and recall against $known known edges of $pairs pairs")
        val width = curves.keys.maxOf { it.length }
        for ((label, curve) in curves) {
            append("\n  ${label.padEnd(width)}  average precision ${curve.average().fixed()}")
            append("  (${curve.size()} edges)")
        }
    }
}
