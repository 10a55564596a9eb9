package io.github.miscope.kernel

import kotlinx.serialization.json.JsonElement

/** What a reader of the executed notebook would stumble over. Empty if all is well. */
internal fun complaints(name: String, document: NotebookDocument): List<String> =
    document.cells.withIndex().flatMap { (position, cell) ->
        if (!cell.isCode) return@flatMap emptyList()
        val place = "$name, cell ${position + 1} of the file,"
        cell.outputs.mapNotNull { output -> complaint(output, cell.mayFail)?.let { "$place $it" } }
    }

/** Where [executed] shows other kinds of output than [saved], the notebook in the repository. */
internal fun differences(
    name: String,
    saved: NotebookDocument,
    executed: NotebookDocument,
): List<String> =
    saved.cells.zip(executed.cells).withIndex().mapNotNull { (position, cells) ->
        val (before, now) = cells.toList().map { it.shownTypes() }
        "$name, cell ${position + 1} of the file, shows $now where the saved notebook shows $before"
            .takeIf { before.isNotEmpty() && now != before }
    }

/** The MIME types of what stays to be seen: not those of a progress bar that has gone. */
private fun NotebookCell.shownTypes(): List<Set<String>> =
    outputs.filterIsInstance<RichOutput>().filterNot { it.isBlank }.map { it.data.keys }

private fun complaint(output: CellOutput, mayFail: Boolean): String? =
    when (output) {
        is ErrorOutput -> "failed: ${output.name}: ${output.value}".takeUnless { mayFail }
        is StreamOutput ->
            "wrote to stderr: ${output.text.trim()}".takeIf { output.name == "stderr" && !mayFail }
        is RichOutput -> formatComplaint(output.data).takeUnless { output.isBlank }
    }

/** A renderer that fails to load leaves text such as `DataFrame@1f2e3d` and no error. */
private fun formatComplaint(data: Map<String, JsonElement>): String? {
    val text = data["text/plain"]?.joinedLines().orEmpty()
    val html = data["text/html"]?.joinedLines().orEmpty()
    val svg = data["image/svg+xml"]?.joinedLines()
    return when {
        data.keys == setOf("text/plain") && OBJECT_TEXT.containsMatchIn(text) ->
            "shows an object without a renderer: $text"
        "text/html" in data && "text/plain" !in data -> "has HTML without a text/plain fallback"
        "<script" in html -> "has JavaScript in its output"
        svg != null && "<svg" !in svg -> "has an image/svg+xml that is no drawing"
        svg != null && "image/png" !in data ->
            "has a drawing without an image/png, which notebooks that are not trusted show"
        else -> null
    }
}

private val OBJECT_TEXT = Regex("""^[\w.$]+@[0-9a-f]{5,8}$|^(Plot|DataFrame|Figure)\(""")
