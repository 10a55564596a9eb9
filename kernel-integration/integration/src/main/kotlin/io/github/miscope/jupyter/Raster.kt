package io.github.miscope.jupyter

import java.awt.Color
import java.awt.image.BufferedImage
import java.io.ByteArrayOutputStream
import java.io.StringReader
import javax.imageio.IIOImage
import javax.imageio.ImageIO
import javax.imageio.ImageWriteParam
import javax.imageio.stream.MemoryCacheImageOutputStream
import org.apache.batik.transcoder.ErrorHandler
import org.apache.batik.transcoder.TranscoderException
import org.apache.batik.transcoder.TranscoderInput
import org.apache.batik.transcoder.TranscoderOutput
import org.apache.batik.transcoder.image.ImageTranscoder

/** The drawing [svg] as a PNG image of its own size, on white, in at most 256 colours. */
internal fun pngOf(svg: String): ByteArray = encoded(withFewColours(raster(svg)))

/** Loads fonts and classes, which takes a second, before the first figure needs them. */
internal fun warmUpRaster() {
    val sample =
        """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>a</text></svg>"""
    Thread({ runCatching { pngOf(sample) } }, "miscope fonts")
        .apply {
            isDaemon = true
            priority = Thread.MIN_PRIORITY
        }
        .start()
}

private fun raster(svg: String): BufferedImage {
    val transcoder = Raster()
    transcoder.addTranscodingHint(ImageTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE)
    transcoder.errorHandler = OnlyFailures
    transcoder.transcode(TranscoderInput(StringReader(svg)), null)
    return checkNotNull(transcoder.image) { "nothing was drawn" }
}

private class Raster : ImageTranscoder() {
    var image: BufferedImage? = null

    override fun createImage(width: Int, height: Int) =
        BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)

    override fun writeImage(image: BufferedImage, output: TranscoderOutput?) {
        this.image = image
    }
}

/** What the default handler does, without printing: a cell must not write to stderr. */
private object OnlyFailures : ErrorHandler {
    override fun error(problem: TranscoderException) = Unit

    override fun warning(problem: TranscoderException) = Unit

    override fun fatalError(problem: TranscoderException): Unit = throw problem
}

private fun encoded(image: BufferedImage): ByteArray {
    val bytes = ByteArrayOutputStream()
    val writer = ImageIO.getImageWritersByFormatName("png").next()
    val smallest =
        writer.defaultWriteParam.apply {
            compressionMode = ImageWriteParam.MODE_EXPLICIT
            compressionQuality = 0f
        }
    MemoryCacheImageOutputStream(bytes).use {
        writer.output = it
        writer.write(null, IIOImage(image, null, null), smallest)
    }
    writer.dispose()
    return bytes.toByteArray()
}
