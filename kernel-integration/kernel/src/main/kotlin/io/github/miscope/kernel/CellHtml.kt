package io.github.miscope.kernel

import kotlinx.serialization.json.JsonElement

internal fun codeCellHtml(cell: NotebookCell): String = buildString {
    append("<section class=\"code\">\n")
    append("<pre class=\"source\"><code>${escapeHtml(cell.source.trimEnd())}</code></pre>\n")
    cell.outputs.forEach { append(outputHtml(it)).append('\n') }
    append("</section>\n")
}

internal fun outputHtml(output: CellOutput): String =
    when (output) {
        is StreamOutput ->
            "<pre class=\"output ${escapeHtml(output.name)}\">${escapeHtml(output.text)}</pre>"
        is ErrorOutput -> {
            val text =
                output.traceback.joinToString("\n").ifBlank { "${output.name}: ${output.value}" }
            "<pre class=\"output error\">${escapeHtml(text)}</pre>"
        }
        is RichOutput -> richOutputHtml(output)
    }

/** The best form for a page: a drawing before a table or text, a picture before its description. */
private fun richOutputHtml(output: RichOutput): String {
    val data: Map<String, JsonElement> = output.data
    data["image/svg+xml"]?.let {
        return "<div class=\"output figure\">${safeSvg(it.joinedLines())}</div>"
    }
    data["text/html"]?.let {
        return "<div class=\"output html\">${safeHtml(it.joinedLines())}</div>"
    }
    for (type in listOf("image/png", "image/jpeg")) {
        val image = data[type]?.joinedLines()?.let(::safeBase64) ?: continue
        return "<div class=\"output figure\"><img alt=\"\" src=\"data:$type;base64,$image\"></div>"
    }
    val text =
        (data["text/plain"] ?: data["application/json"])?.let {
            if (it is kotlinx.serialization.json.JsonObject) it.toString() else it.joinedLines()
        }
    return "<pre class=\"output result\">${escapeHtml(text.orEmpty())}</pre>"
}
