package io.github.miscope.dsl

import io.github.miscope.estimator.Estimate

internal fun MiResult.heading(): String =
    "I(${xColumns.joinToString()}; ${yColumns.joinToString()})"

/** "n = 344, d = 2 + 1, k = 3, c = 0.7". */
internal fun Estimate.facts(): String = buildString {
    append("n = ${n()}, d = ${dX()} + ${dY()}")
    diagnostics().forEach { (name, value) -> append(", $name = ${value.short()}") }
}

private fun MiResult.remarks(): List<String> = buildList {
    if (dropped > 0) {
        val rows = samples.n() + dropped
        add("$dropped of $rows rows left out because a value was missing.")
    }
    choice?.let { add("${it.replaceFirstChar(Char::uppercaseChar)}.") }
}

internal fun cardText(result: MiResult): String = buildString {
    for (estimate in result.estimates) {
        if (isNotEmpty()) append('\n')
        append("${result.heading()} = ${result.unit.fromNats(estimate.nats()).fixed()} ")
        append("${result.unit}  (${estimate.estimator()}; ${estimate.facts()})")
        estimate.warnings().forEach { append("\n  ! ${it.message()}") }
    }
    result.remarks().forEach { append("\n  ${it}") }
}

// Colours are left to the page, so that the card is readable on light and on dark.
private const val BOX =
    "display:inline-block;max-width:44em;margin:.3em .6em .3em 0;padding:.7em 1.1em;" +
        "border:1px solid rgba(128,128,128,.5);border-left:4px solid #0072B2;border-radius:4px;" +
        "font-family:system-ui,sans-serif;font-size:14px;line-height:1.45;vertical-align:top;" +
        "text-align:left"

internal fun cardHtml(result: MiResult): String = buildString {
    append("<div class=\"miscope-card\">")
    for (estimate in result.estimates) {
        append("<div style=\"$BOX\">")
        append("<div>${result.heading().escaped()}</div>")
        append("<div><strong style=\"font-size:1.7em\">")
        append("${result.unit.fromNats(estimate.nats()).fixed()}</strong> ${result.unit}</div>")
        append("<div>${estimate.estimator().escaped()}</div>")
        append("<div style=\"opacity:.8\">${estimate.facts().escaped()}</div>")
        estimate.warnings().forEach {
            append("<div style=\"margin-top:.4em\"><span style=\"color:#D55E00\">&#9888;</span> ")
            append("${it.message().escaped()}</div>")
        }
        result.remarks().forEach {
            append("<div style=\"margin-top:.4em;opacity:.8\">${it.escaped()}</div>")
        }
        append("</div>")
    }
    append("</div>")
}

internal fun String.escaped(): String =
    replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
