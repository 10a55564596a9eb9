package io.github.miscope.kernel

import org.commonmark.ext.gfm.tables.TablesExtension
import org.commonmark.node.AbstractVisitor
import org.commonmark.node.Heading
import org.commonmark.parser.Parser
import org.commonmark.renderer.html.HtmlRenderer
import org.commonmark.renderer.text.TextContentRenderer

/**
 * GitHub's Markdown, as far as notebooks use it. Mathematics stays as it was written; HTML does, as
 * far as it is safe.
 */
internal class MarkdownHtml {
    private val extensions = listOf(TablesExtension.create())
    private val parser =
        Parser.builder()
            .extensions(extensions)
            .customInlineContentParserFactory(MathParser.Factory)
            .build()
    private val renderer =
        HtmlRenderer.builder().extensions(extensions).nodeRendererFactory(::MathRenderer).build()

    fun render(markdown: String): String = safeHtml(renderer.render(parser.parse(markdown)))

    /** The text of the first heading, or null. */
    fun heading(markdown: String): String? {
        var heading: Heading? = null
        parser
            .parse(markdown)
            .accept(
                object : AbstractVisitor() {
                    override fun visit(node: Heading) {
                        heading = heading ?: node
                    }
                }
            )
        return heading?.let(TextContentRenderer.builder().build()::render)?.trim()?.ifEmpty { null }
    }
}
