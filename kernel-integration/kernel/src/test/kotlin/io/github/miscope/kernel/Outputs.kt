package io.github.miscope.kernel

/** The outputs in short: `stdout: text`, `display text/html`, `error: message`. */
internal fun List<CellOutput>.inShort(): List<String> = map { output ->
    when (output) {
        is StreamOutput -> "${output.name}: ${output.text}"
        is ErrorOutput -> "error: ${output.name}: ${output.value}"
        is RichOutput ->
            (if (output.executionCount == null) "display " else "result ") +
                output.data["text/plain"]?.joinedLines()
    }
}

internal fun FinishedCell.result(): Map<String, String> =
    outputs
        .filterIsInstance<RichOutput>()
        .single { it.executionCount != null }
        .data
        .mapValues { it.value.joinedLines() }
