package io.github.miscope.dsl

import io.github.miscope.task.DataSource
import java.util.Locale
import kotlin.math.sqrt

/** A number for people: four significant digits, no trailing zeros. */
internal fun Double.short(): String =
    when {
        isNaN() -> "unknown"
        this == Math.rint(this) && Math.abs(this) < 1e7 -> String.format(Locale.ROOT, "%.0f", this)
        else -> {
            val text = String.format(Locale.ROOT, "%.4g", this)
            if ('e' in text || '.' !in text) text else text.trimEnd('0').trimEnd('.')
        }
    }

/** A value of information for people: four digits behind the point. */
internal fun Double.fixed(): String =
    if (isNaN()) "none" else String.format(Locale.ROOT, "%.4f", this)

internal fun count(n: Int, noun: String): String = if (n == 1) "1 $noun" else "$n ${noun}s"

/** The task's label, without what is swept; of data, their name alone. */
internal fun SweepResult.taskLabel(): String =
    (sweep.task() as? DataSource)?.name() ?: sweep.taskLabel()

/** "n = 1000, 20 trials". */
internal fun SweepResult.setup(): String {
    val ns = table.rows.filter { it.dX > 0 }.map { it.n }.distinct()
    val n =
        when {
            ns.isEmpty() -> "n = ${sweep.samples()}"
            ns.size == 1 -> "n = ${ns.single()}"
            else -> "n = ${ns.min()} to ${ns.max()}"
        }
    return "$n, ${count(sweep.trials(), "trial")}"
}

/** What a reader must know about the cells: stopped, failed, dropped. */
internal fun SweepResult.remarks(): List<String> = buildList {
    if (!isComplete) {
        add("Stopped: ${table.rows.size} of ${sweep.cells()} cells are finished.")
    }
    if (failures > 0) {
        val reason = table.rows.first { it.failed() }.failure
        add("$failures of ${count(table.rows.size, "cell")} failed, first: $reason.")
    }
    if (dropped > 0) {
        add("${count(dropped, "row")} with missing values left out.")
    }
    addAll(notes)
    choice?.let { add("${it.replaceFirstChar(Char::uppercaseChar)}.") }
}

/** "Warnings in 6 of 20 cells: ties (6), few points (2)." */
private fun SweepResult.warningLine(): String? {
    val warned = table.rows.filter { it.warnings.isNotEmpty() }
    if (warned.isEmpty()) return null
    val kinds = warned.flatMap { it.warnings }.groupingBy { kindCalled(it) }.eachCount()
    return "Warnings in ${warned.size} of ${count(table.rows.size, "cell")}: " +
        "${kinds.entries.joinToString { "${it.key} (${it.value})" }}."
}

internal fun sweepText(result: SweepResult): String = buildString {
    val sweep = result.sweep
    append("miscope: ${result.taskLabel()}, ${result.setup()}")
    val values = sweep.values()
    if (!sweep.axis().isNone) {
        append("\nswept: ${sweep.axis().label()}, ${values.min().short()} to ")
        append("${values.max().short()}, ${count(values.size, "value")}")
    }
    val width = sweep.estimators().maxOf { it.toString().length }
    for (estimator in sweep.estimators()) {
        val rows = result.table.rows.filter { it.estimator == estimator.toString() && !it.failed() }
        append("\n  ${estimator.toString().padEnd(width)}  ")
        append(
            if (rows.isEmpty()) "no estimate"
            else {
                val estimates = rows.map { result.unit.fromNats(it.nats) }
                val errors = rows.map { result.unit.fromNats(it.nats - it.trueNats) }
                val rmse = sqrt(errors.sumOf { it * it } / errors.size)
                "${estimates.min().fixed()} to ${estimates.max().fixed()} ${result.unit}" +
                    if (rmse.isNaN()) "" else ", RMSE ${rmse.fixed()} ${result.unit}"
            }
        )
    }
    result.warningLine()?.let { append("\n  ! $it") }
    result.remarks().forEach { append("\n  ! $it") }
}
