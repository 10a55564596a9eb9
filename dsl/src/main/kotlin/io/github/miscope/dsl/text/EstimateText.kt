package io.github.miscope.dsl.text

import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.Uncertainty
import kotlin.jvm.optionals.getOrNull

/** "n = 344, d = 2 + 1, k = 3, c = 0.7, hX = 1.419 bits". */
internal fun Estimate.facts(unit: InformationUnit): String = buildString {
    append("n = ${n()}, d = ${dX()} + ${dY()}")
    append(diagnosticsText(diagnostics(), amounts(), unit))
    findings().forEach { finding ->
        finding.text().ifPresent { append("; ${finding.name()}: $it") }
    }
}

/** ", k = 3, hX = 1.419 bits": those that are [amounts] of information in the unit asked for. */
internal fun diagnosticsText(
    diagnostics: Map<String, Double>,
    amounts: Set<String>,
    unit: InformationUnit,
): String =
    diagnostics.entries.joinToString("") { (name, value) ->
        val text = if (name in amounts) "${unit.fromNats(value).short()} $unit" else value.short()
        ", $name = $text"
    }

/** What is known of the uncertainty: a line each. */
internal fun Uncertainty.lines(unit: InformationUnit): List<String> = buildList {
    val interval =
        interval().getOrNull()?.let {
            val lower = unit.fromNats(it.lower()).fixed()
            val upper = unit.fromNats(it.upper()).fixed()
            "${(100 * it.level()).short()} % interval [$lower, $upper] $unit (${it.method()})"
        }
    val error = errorIn(unit)?.let { "standard error ${it.fixed()} $unit" }
    listOfNotNull(interval, error).takeIf { it.isNotEmpty() }?.let { add(it.joinToString(", ")) }
    truth().ifPresent { add(it.text(unit)) }
    pValue().ifPresent { add("p = ${it.value().short()} (${it.draws()})") }
}

internal fun Uncertainty.errorIn(unit: InformationUnit): Double? =
    standardError().let { if (it.isPresent) unit.fromNats(it.asDouble) else null }

/** What information on a scale from 0 to 1 is, by the kinds of columns. */
internal const val SCALES_TEXT: String =
    "Scale: correlation equivalent of numbers, AMI of levels, share of the entropy of the levels " +
        "for a number and levels."
