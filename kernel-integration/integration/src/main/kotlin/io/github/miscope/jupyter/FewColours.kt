package io.github.miscope.jupyter

import java.awt.image.BufferedImage
import java.awt.image.DataBuffer
import java.awt.image.IndexColorModel

/**
 * The opaque [image] with a palette of at most 256 colours, which makes a PNG of a third of the
 * size. Frequent colours stay exact; a colour that is close to a more frequent one becomes that
 * one. Nothing is dithered: dots would cost more than they show.
 */
internal fun withFewColours(image: BufferedImage): BufferedImage {
    val (width, height) = image.width to image.height
    val pixels = image.getRGB(0, 0, width, height, null, 0, width)
    val counts = HashMap<Int, Int>()
    forEachRun(pixels) { start, end -> counts.merge(pixels[start], end - start, Int::plus) }
    val colours = counts.keys.sortedWith(compareBy({ -counts.getValue(it) }, { it }))
    val palette = generateSequence(CLOSE) { 2 * it }.firstNotNullOf { palette(colours, it) }
    val index =
        colours.associateWith { colour ->
            palette.indices.minByOrNull { distance(palette[it], colour) }!!
        }
    val samples = IntArray(pixels.size)
    forEachRun(pixels) { start, end -> samples.fill(index.getValue(pixels[start]), start, end) }
    val reduced = BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(palette))
    reduced.raster.setSamples(0, 0, width, height, 0, samples)
    return reduced
}

/**
 * Colours that leave none of [colours] farther than [close] from one; null if they are too many.
 */
private fun palette(colours: List<Int>, close: Int): List<Int>? {
    val palette = mutableListOf<Int>()
    for (colour in colours) {
        if (palette.any { distance(it, colour) <= close * close }) continue
        if (palette.size == MAX_COLOURS) return null
        palette += colour
    }
    return palette
}

/** Where equal pixels begin and end: most of a figure is even. */
private inline fun forEachRun(pixels: IntArray, action: (start: Int, end: Int) -> Unit) {
    var start = 0
    for (end in 1..pixels.size) {
        if (end == pixels.size || pixels[end] != pixels[start]) {
            action(start, end)
            start = end
        }
    }
}

private fun model(palette: List<Int>) =
    IndexColorModel(
        Byte.SIZE_BITS,
        palette.size,
        palette.toIntArray(),
        0,
        false,
        -1,
        DataBuffer.TYPE_BYTE,
    )

/** The square of the Euclidean distance. */
private fun distance(a: Int, b: Int): Int =
    square((a shr 16 and 255) - (b shr 16 and 255)) +
        square((a shr 8 and 255) - (b shr 8 and 255)) +
        square((a and 255) - (b and 255))

private fun square(difference: Int) = difference * difference

private const val MAX_COLOURS = 256

/** In levels of 256: the eye sees no difference in the edges of letters and lines. */
private const val CLOSE = 16
