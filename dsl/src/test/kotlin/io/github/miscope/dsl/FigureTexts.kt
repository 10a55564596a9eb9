package io.github.miscope.dsl

import java.awt.geom.Rectangle2D
import java.io.StringReader
import org.apache.batik.anim.dom.SAXSVGDocumentFactory
import org.apache.batik.bridge.BridgeContext
import org.apache.batik.bridge.DocumentLoader
import org.apache.batik.bridge.GVTBuilder
import org.apache.batik.bridge.TextNode
import org.apache.batik.bridge.UserAgentAdapter
import org.apache.batik.gvt.CompositeGraphicsNode
import org.apache.batik.gvt.GraphicsNode

/** A text of a figure, and the place of its letters. */
internal class FigureText(val text: String, val place: Rectangle2D)

/** All texts of an SVG image, where they are drawn. */
internal fun textsOf(svg: String): List<FigureText> {
    val document = SAXSVGDocumentFactory(null).createDocument("file:///f.svg", StringReader(svg))
    val agent = UserAgentAdapter()
    val root = GVTBuilder().build(BridgeContext(agent, DocumentLoader(agent)), document)
    val texts = mutableListOf<FigureText>()
    fun visit(node: GraphicsNode) {
        when (node) {
            is CompositeGraphicsNode -> node.children.forEach { visit(it as GraphicsNode) }
            is TextNode -> {
                val place = node.primitiveBounds ?: return
                val shape = node.globalTransform.createTransformedShape(place)
                texts += FigureText(node.text.trim(), shape.bounds2D)
            }
        }
    }
    visit(root)
    return texts.filter { it.text.isNotEmpty() }
}

/** Texts that lie upon each other, and texts that the edge of the figure cuts. */
internal fun spoiltTexts(svg: String): List<String> {
    val (width, height) =
        listOf("width", "height").map {
            Regex("<svg[^>]*\\b$it=\"([0-9.]+)").find(svg)!!.groupValues[1].toDouble()
        }
    val texts = textsOf(svg)
    val cut =
        texts
            .filterNot {
                Rectangle2D.Double(-EDGE, -EDGE, width + 2 * EDGE, height + 2 * EDGE)
                    .contains(it.place)
            }
            .map { "\"${it.text}\" is cut: ${it.place}" }
    val overlapping =
        texts.indices.flatMap { i ->
            (0 until i)
                .filter { j ->
                    val common = texts[i].place.createIntersection(texts[j].place)
                    common.width > TOUCH && common.height > TOUCH
                }
                .map { j -> "\"${texts[j].text}\" and \"${texts[i].text}\" overlap" }
        }
    return cut + overlapping
}

/** Bounds are those of lines, with room above and below the letters. */
private const val TOUCH = 4.0

private const val EDGE = 2.0
