package io.github.miscope.dsl

import io.github.miscope.dsl.text.escaped
import io.github.miscope.dsl.text.facts
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.lines
import io.github.miscope.dsl.text.short

/** What an estimate card says, line by line. */
internal class CardText(
    val heading: String,
    val value: String,
    val unit: String,
    val uncertainty: List<String>,
    val estimator: String,
    val facts: String,
    val warnings: List<String>,
    val remarks: List<String>,
)

internal fun MiResult.heading(): String {
    val given = if (givenColumns.isEmpty()) "" else " | ${givenColumns.few()}"
    return "I(${xColumns.few()}; ${yColumns.few()}$given)"
}

/** The names of columns; of many, the first ones, the last and how many there are. */
private fun List<String>.few(): String =
    if (size <= MAX_NAMES) joinToString()
    else "${take(2).joinToString()}, ..., ${last()}: $size columns"

private const val MAX_NAMES = 6

internal fun MiResult.cards(): List<CardText> {
    val remarks = buildList {
        if (dropped > 0) {
            val rows = samples.n() + dropped
            add("$dropped of $rows rows left out because a value was missing.")
        }
        weights?.let {
            add(
                "Rows have weights: they tell as much as ${it.effectiveN().short()} of equal weight."
            )
        }
        choice?.let { add("${it.replaceFirstChar(Char::uppercaseChar)}.") }
    }
    return estimates.map { estimate ->
        CardText(
            heading(),
            unit.fromNats(estimate.nats()).fixed(),
            "$unit",
            listOfNotNull(scaled(estimate)?.toString()) + estimate.uncertainty().lines(unit),
            estimate.estimator(),
            estimate.facts(unit),
            estimate.warnings().map { it.message(unit) },
            remarks,
        )
    }
}

internal fun List<CardText>.toText(): String = buildString {
    for (card in this@toText) {
        if (isNotEmpty()) append('\n')
        append("${card.heading} = ${card.value} ${card.unit}  (${card.estimator}; ${card.facts})")
        card.uncertainty.forEach { append("\n  $it") }
        card.warnings.forEach { append("\n  ! $it") }
    }
    this@toText.firstOrNull()?.remarks?.forEach { append("\n  $it") }
}

// Colours are left to the page, so that the card is readable on light and on dark.
private const val BOX =
    "display:inline-block;max-width:44em;margin:.3em .6em .3em 0;padding:.7em 1.1em;" +
        "border:1px solid rgba(128,128,128,.5);border-left:4px solid #0072B2;border-radius:4px;" +
        "font-family:system-ui,sans-serif;font-size:14px;line-height:1.45;vertical-align:top;" +
        "text-align:left"

internal fun List<CardText>.toHtml(): String = buildString {
    append("<div class=\"miscope-card\">")
    for (card in this@toHtml) {
        append("<div style=\"$BOX\">")
        append("<div>${card.heading.escaped()}</div>")
        append("<div><strong style=\"font-size:1.7em\">")
        append("${card.value}</strong> ${card.unit}</div>")
        card.uncertainty.forEach { append("<div>${it.escaped()}</div>") }
        append("<div>${card.estimator.escaped()}</div>")
        append("<div style=\"opacity:.8\">${card.facts.escaped()}</div>")
        card.warnings.forEach {
            append("<div style=\"margin-top:.4em\"><span style=\"color:#D55E00\">&#9888;</span> ")
            append("${it.escaped()}</div>")
        }
        card.remarks.forEach {
            append("<div style=\"margin-top:.4em;opacity:.8\">${it.escaped()}</div>")
        }
        append("</div>")
    }
    append("</div>")
}
