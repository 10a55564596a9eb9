package io.github.miscope.jupyter

import java.time.Duration

/** `<progress>` takes its colours from the browser, light or dark. */
internal fun progressHtml(text: String, done: Long, total: Long): String =
    barHtml("""value="$done" max="$total" """, text)

/** A bar that moves to and fro. */
internal fun indeterminateProgressHtml(text: String): String = barHtml("", text)

private fun barHtml(value: String, text: String): String =
    """<progress ${value}style="width:16em;vertical-align:middle"></progress> """ +
        """<span style="font-variant-numeric:tabular-nums">${escapeHtml(text)}</span>"""

internal fun progressText(
    title: String,
    done: Long,
    total: Long,
    elapsed: Duration,
    remaining: Duration?,
): String {
    val left = remaining?.let { ", about ${short(it)} left" } ?: ""
    return "$title: $done of $total, ${short(elapsed)}$left"
}

private fun short(time: Duration): String {
    val seconds = (time.toMillis() + 500) / 1000
    return when {
        seconds < 60 -> "$seconds s"
        seconds < 3600 -> "${seconds / 60} min ${seconds % 60} s"
        else -> "${seconds / 3600} h ${seconds % 3600 / 60} min"
    }
}

internal fun escapeHtml(text: String): String =
    text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
