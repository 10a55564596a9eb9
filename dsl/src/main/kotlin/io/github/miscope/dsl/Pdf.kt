package io.github.miscope.dsl

import java.io.ByteArrayOutputStream
import java.io.StringReader
import org.apache.batik.transcoder.TranscoderInput
import org.apache.batik.transcoder.TranscoderOutput
import org.apache.batik.transcoder.XMLAbstractTranscoder
import org.apache.fop.svg.AbstractFOPTranscoder
import org.apache.fop.svg.PDFTranscoder
import org.jetbrains.letsPlot.Figure

/**
 * The figure as a page of PDF, as large as it is: vector graphics. Text is drawn as shapes, so that
 * no font must be there, nor have all characters.
 */
public fun Figure.toPdf(): ByteArray {
    val out = ByteArrayOutputStream()
    val transcoder = PDFTranscoder()
    transcoder.addTranscodingHint(AbstractFOPTranscoder.KEY_STROKE_TEXT, true)
    transcoder.addTranscodingHint(XMLAbstractTranscoder.KEY_XML_PARSER_VALIDATING, false)
    transcoder.transcode(TranscoderInput(StringReader(toSvg())), TranscoderOutput(out))
    return out.toByteArray()
}
