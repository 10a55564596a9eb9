package io.github.miscope.kernel

import org.commonmark.node.CustomNode
import org.commonmark.node.Node
import org.commonmark.parser.beta.InlineContentParser
import org.commonmark.parser.beta.InlineContentParserFactory
import org.commonmark.parser.beta.InlineParserState
import org.commonmark.parser.beta.ParsedInline
import org.commonmark.renderer.NodeRenderer
import org.commonmark.renderer.html.HtmlNodeRendererContext

/** Mathematics between dollars, kept out of the hands of Markdown. */
internal class MathSpan(val text: String) : CustomNode()

/** Takes `$...$` and `$$...$$` as they are: an underscore in there is not emphasis. */
internal class MathParser : InlineContentParser {
    override fun tryParse(state: InlineParserState): ParsedInline {
        val scanner = state.scanner()
        val start = scanner.position()
        val dollars = scanner.matchMultiple('$')
        val content = scanner.position()
        if (dollars > 2 || scanner.peek().isWhitespace()) return ParsedInline.none()
        while (scanner.find('$') >= 0) {
            val end = scanner.position()
            val text = scanner.getSource(content, end).content
            val closing = scanner.matchMultiple('$')
            if (closing == dollars && text.isNotBlank() && !text.last().isWhitespace()) {
                val span = MathSpan(scanner.getSource(start, scanner.position()).content)
                return ParsedInline.of(span, scanner.position())
            }
        }
        return ParsedInline.none()
    }

    internal object Factory : InlineContentParserFactory {
        override fun getTriggerCharacters(): Set<Char> = setOf('$')

        override fun create(): InlineContentParser = MathParser()
    }
}

internal class MathRenderer(private val context: HtmlNodeRendererContext) : NodeRenderer {
    override fun getNodeTypes(): Set<Class<out Node>> = setOf(MathSpan::class.java)

    override fun render(node: Node) {
        val html = context.writer
        html.tag("span", mapOf("class" to "math"))
        html.text((node as MathSpan).text)
        html.tag("/span")
    }
}
