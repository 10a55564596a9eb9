package io.github.miscope.dsl.result

import io.github.miscope.dsl.text.counted
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.kindCalled
import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.sweep.Sweep
import io.github.miscope.sweep.SweepTable
import io.github.miscope.task.DataSource
import io.github.miscope.task.TaskParameter
import kotlin.jvm.optionals.getOrNull
import kotlin.math.sqrt

/**
 * What text, frames and figures of a sweep are made from.
 *
 * @property choice which estimator miscope chose and why; null if the user gave one
 * @property dropped rows of the given data that were left out because a value was missing
 * @property notes other remarks for the reader
 */
internal class SweepData(
    val table: SweepTable,
    val unit: InformationUnit,
    val choice: String?,
    val dropped: Int,
    private val notes: List<String>,
) {
    val sweep: Sweep
        get() = table.sweep

    val isComplete: Boolean
        get() = table.isComplete

    val failures: Int
        get() = table.rows.count { it.failed() }

    /** Labels of the estimators, in the order of the plan. */
    val series: List<String>
        get() = sweep.estimators().map { it.toString() }

    /** What each estimator of [series] sees. */
    val sides: List<EstimatorSide>
        get() = sweep.estimators().map { EstimatorSide.of(it) }

    /** Whether some see latent variables and others compressed ones. */
    val comparesSides: Boolean
        get() = sides.map { it.kind }.containsAll(listOf(SeenAs.LATENT, SeenAs.COMPRESSED))

    val hasAxis: Boolean
        get() = !sweep.axis().isNone

    /** Whether the true MI itself is swept, which is shown in [unit], as estimates are. */
    val sweepsInformation: Boolean
        get() = sweep.axis().parameter().getOrNull() == TaskParameter.INFORMATION

    /** The axis label without its unit, for titles. */
    val sweptName: String
        get() = if (sweepsInformation) "the true mutual information" else sweep.axis().title()

    /** The axis label. */
    val sweptLabel: String
        get() = if (sweepsInformation) "true mutual information [$unit]" else sweep.axis().label()

    /** What estimates are called beside the axis. */
    val estimateName: String
        get() = if (sweepsInformation) "estimate" else "mutual information"

    /** A swept value as it is shown. */
    fun shown(value: Double): Double = if (sweepsInformation) unit.fromNats(value) else value

    fun inUnit(unit: InformationUnit) = SweepData(table, unit, choice, dropped, notes)

    /** The task's label, without what is swept; of data, their name alone. */
    fun taskLabel(): String = (sweep.task() as? DataSource)?.name() ?: sweep.taskLabel()

    /** "n = 1000, 20 trials". */
    fun setup(): String {
        val ns = table.rows.filter { it.dX > 0 }.map { it.n }.distinct()
        val n =
            when {
                ns.isEmpty() -> "n = ${sweep.samples()}"
                ns.size == 1 -> "n = ${ns.single()}"
                else -> "n = ${ns.min()} to ${ns.max()}"
            }
        return "$n, ${counted(sweep.trials(), "trial")}"
    }

    /** What a reader must know about the cells: stopped, failed, dropped. */
    fun remarks(): List<String> = buildList {
        if (!isComplete) {
            add("Stopped: ${table.rows.size} of ${sweep.cells()} cells are finished.")
        }
        if (failures > 0) {
            val reason = table.rows.first { it.failed() }.failure
            add("$failures of ${counted(table.rows.size, "cell")} failed, first: $reason.")
        }
        if (dropped > 0) {
            add("${counted(dropped, "row")} with missing values left out.")
        }
        addAll(notes)
        choice?.let { add("${it.replaceFirstChar(Char::uppercaseChar)}.") }
    }

    /** "Warnings in 6 of 20 cells: ties (6), few points (2)." */
    private fun warningLine(): String? {
        val warned = table.rows.filter { it.warnings.isNotEmpty() }
        if (warned.isEmpty()) return null
        val kinds = warned.flatMap { it.warnings }.groupingBy { kindCalled(it) }.eachCount()
        return "Warnings in ${warned.size} of ${counted(table.rows.size, "cell")}: " +
            "${kinds.entries.joinToString { "${it.key} (${it.value})" }}."
    }

    /** A short account: what was swept, and a line per estimator. */
    fun text(): String = buildString {
        append("miscope: ${taskLabel()}, ${setup()}")
        val values = sweep.values()
        if (!sweep.axis().isNone) {
            append("\nswept: ${sweep.axis().label()}, ${values.min().short()} to ")
            append("${values.max().short()}, ${counted(values.size, "value")}")
        }
        val width = sweep.estimators().maxOf { it.toString().length }
        for (estimator in sweep.estimators()) {
            val rows = table.rows.filter { it.estimator == estimator.toString() && !it.failed() }
            append("\n  ${estimator.toString().padEnd(width)}  ")
            append(
                if (rows.isEmpty()) "no estimate"
                else {
                    val estimates = rows.map { unit.fromNats(it.nats) }
                    val errors = rows.map { unit.fromNats(it.nats - it.trueNats) }
                    val rmse = sqrt(errors.sumOf { it * it } / errors.size)
                    "${estimates.min().fixed()} to ${estimates.max().fixed()} ${unit}" +
                        if (rmse.isNaN()) "" else ", RMSE ${rmse.fixed()} ${unit}"
                }
            )
        }
        warningLine()?.let { append("\n  ! $it") }
        remarks().forEach { append("\n  ! $it") }
    }
}
