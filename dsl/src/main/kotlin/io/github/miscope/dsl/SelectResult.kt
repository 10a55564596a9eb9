package io.github.miscope.dsl

import io.github.miscope.dsl.figure.selectFigure
import io.github.miscope.dsl.text.counted
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.onOneLine
import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.EstimationInterruptedException
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.selection.MiSelection
import io.github.miscope.selection.SelectionStep
import java.util.OptionalDouble
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.letsPlot.intern.Plot

/**
 * What `df.miSelect("target")` returns: columns in the order in which they were chosen.
 *
 * @property selection the steps as the core made them, in nats
 * @property unit the unit of text, frame and figure
 * @property leftOut the frame's other columns, each with its reason; none if columns were named
 * @property dropped rows that were left out because a value was missing
 */
public class SelectResult
internal constructor(
    public val selection: MiSelection,
    public val unit: InformationUnit,
    public val leftOut: List<LeftOutColumn>,
    public val dropped: Int,
) : Plottable {
    /** The names of the chosen columns, in their order. */
    public val columns: List<String>
        get() = selection.names()

    /** The columns up to where the selection stops: all without tests. */
    public val significant: List<String>
        get() = columns.take(selection.stop().orElse(columns.size))

    /** The same selection, shown in another unit. */
    public fun inUnit(unit: InformationUnit): SelectResult =
        SelectResult(selection, unit, leftOut, dropped)

    /**
     * One row per chosen column: step, column, score_nats (the criterion), relevance_nats (I(X;Y)),
     * redundancy_nats (mean I(X;S) with the columns before), conditional_nats (what the criterion
     * takes of I(X;Y|S)), candidates, p_value and adjusted_p_value, and whether it is before the
     * stop. What is not known is null.
     */
    public fun toDataFrame(): DataFrame<*> {
        val steps = selection.steps()
        fun nats(value: OptionalDouble) =
            if (value.isPresent) unit.fromNats(value.asDouble) else null
        fun plain(value: OptionalDouble) = if (value.isPresent) value.asDouble else null
        return listOfNotNull(
                steps.indices.map { it + 1 }.toColumn("step"),
                steps.map { it.name() }.toColumn("column"),
                steps.map { unit.fromNats(it.score()) }.toColumn("score_$unit"),
                steps.map { unit.fromNats(it.relevance()) }.toColumn("relevance_$unit"),
                steps.map { nats(it.redundancy()) }.toColumn("redundancy_$unit"),
                steps
                    .map { nats(it.conditional()) }
                    .takeIf { all -> all.any { it != null } }
                    ?.toColumn("conditional_$unit"),
                steps.map { it.candidates() }.toColumn("candidates"),
                steps.map { plain(it.pValue()) }.takeIf { tested }?.toColumn("p_value"),
                steps
                    .map { plain(it.adjustedPValue()) }
                    .takeIf { tested }
                    ?.toColumn("adjusted_p_value"),
                steps.indices
                    .map { it < selection.stop().orElse(0) }
                    .takeIf { tested }
                    ?.toColumn("significant"),
            )
            .toDataFrame()
    }

    private val tested: Boolean
        get() = selection.permutations() > 0

    /** A bar per column: what it adds, with its relevance and its redundancy. */
    override fun plot(): Plot = selectFigure(selection, unit, remarks())

    /** A line per column, and where to stop. */
    override fun toString(): String = buildString {
        append("miscope: columns for ${selection.target()} by ${selection.criterion()} ")
        append("(${selection.criterion().formula()}), n = ${selection.n()}")
        val width = columns.maxOfOrNull { it.onOneLine().length } ?: 0
        selection.steps().forEachIndexed { i, step ->
            append("\n  ${"${i + 1}".padStart(2)}  ${step.name().onOneLine().padEnd(width)}  ")
            append(line(step))
        }
        remarks().forEach { append("\n  ! $it") }
    }

    private fun line(step: SelectionStep): String =
        buildList {
                add("${unit.fromNats(step.score()).fixed()} $unit")
                add("relevance ${unit.fromNats(step.relevance()).fixed()}")
                step.redundancy().ifPresent { add("redundancy ${unit.fromNats(it).fixed()}") }
                step.pValue().ifPresent { add("p = ${it.short()}") }
                step.adjustedPValue().ifPresent { add("adjusted ${it.short()}") }
            }
            .joinToString(", ")

    private fun remarks(): List<String> = buildList {
        val steps = selection.steps()
        selection.stop().ifPresent { stop ->
            val level = selection.level().short()
            add(
                when (stop) {
                    0 -> "Stop before the first: no column is significant at $level."
                    steps.size ->
                        "All ${steps.size} are significant at $level: more may be, see most."
                    else ->
                        "Stop after ${counted(stop, "column")}: ${quoted(columns[stop])} is not " +
                            "significant at $level any more."
                }
            )
            add(
                "p-values: given all columns chosen before, ${selection.permutations()} " +
                    "permutations; adjusted for the choice among the candidates (Bonferroni, tails " +
                    "of a Pearson type III law)."
            )
        }
        steps
            .mapNotNull { it.noPValue().getOrNull() }
            .distinct()
            .firstOrNull()
            ?.let { reason ->
                val without = steps.filter { it.noPValue().isPresent }.map { it.name() }
                add("No p-value of ${quoted(without)}: $reason.")
            }
        leftOutText(leftOut)?.let(::add)
        if (dropped > 0) add("$dropped rows with missing values left out.")
        val failures = selection.failures()
        if (failures.isNotEmpty()) {
            val shown =
                failures.entries.take(REASONS).joinToString("; ") { "${it.key}: ${it.value}" }
            val more = if (failures.size > REASONS) "; ..." else ""
            add("No estimate of ${counted(failures.size, "column")}. $shown$more.")
        }
    }
}

private const val REASONS = 3

/**
 * A selection was stopped by an interrupt.
 *
 * @property finished the columns that were chosen
 */
public class SelectionInterruptedException
internal constructor(public val finished: SelectResult, cause: InterruptedException) :
    EstimationInterruptedException(
        "a selection was interrupted: ${finished.columns.size} columns are chosen",
        cause,
    )
