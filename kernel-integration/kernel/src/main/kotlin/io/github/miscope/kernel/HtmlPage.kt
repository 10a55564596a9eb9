package io.github.miscope.kernel

/** [document] as one HTML page that needs nothing else: no script, no network. */
public fun htmlPage(document: NotebookDocument, name: String): String {
    val (body, title) = notebookBody(document)
    return """
        |<!DOCTYPE html>
        |<html lang="en">
        |<head>
        |<meta charset="utf-8">
        |<meta name="viewport" content="width=device-width, initial-scale=1">
        |<title>${escapeHtml(title ?: name)}</title>
        |<style>
        |$pageStyle</style>
        |</head>
        |<body>
        |<main>
        |"""
        .trimMargin() + body + "</main>\n</body>\n</html>\n"
}

/** The cells of [document] as HTML, and the text of its first heading, if there is one. */
internal fun notebookBody(document: NotebookDocument): Pair<String, String?> {
    val prose = MarkdownHtml()
    val body = StringBuilder()
    for (cell in document.cells) {
        when {
            cell.isMarkdown ->
                body.append("<section class=\"prose\">\n${prose.render(cell.source)}</section>\n")
            cell.isCode && (cell.source.isNotBlank() || cell.outputs.isNotEmpty()) ->
                body.append(codeCellHtml(cell))
        }
    }
    val title =
        document.cells.filter { it.isMarkdown }.firstNotNullOfOrNull { prose.heading(it.source) }
    return "$body" to title
}

private val pageStyle: String by lazy {
    val style = NotebookDocument::class.java.getResource("page.css")
    checkNotNull(style) { "page.css is missing from the jar" }.readText()
}

internal fun escapeHtml(text: String): String =
    text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
