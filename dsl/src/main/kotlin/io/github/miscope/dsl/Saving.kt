package io.github.miscope.dsl

import io.github.miscope.dsl.figure.spaced
import io.github.miscope.dsl.text.escaped
import io.github.miscope.dsl.text.printable
import io.github.miscope.dsl.text.short
import io.github.miscope.file.WholeFile
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.StringReader
import java.nio.file.Files
import java.nio.file.Path
import java.util.Locale
import org.apache.batik.transcoder.SVGAbstractTranscoder
import org.apache.batik.transcoder.TranscoderInput
import org.apache.batik.transcoder.TranscoderOutput
import org.apache.batik.transcoder.image.PNGTranscoder
import org.jetbrains.letsPlot.Figure
import org.jetbrains.letsPlot.awt.plot.PlotSvgExport
import org.jetbrains.letsPlot.intern.OptionsMap
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.intern.toSpec

/**
 * The figure as static SVG: no JavaScript, nothing loaded from elsewhere. A subtitle stays under a
 * new title, `plot() + ggtitle("mine")`, where Lets-Plot itself drops it; `ggtitle("mine", "")`
 * takes it away.
 */
public fun Figure.toSvg(): String =
    spaced(PlotSvgExport.buildSvgImageFromRawSpecs(spec())).printable()

internal fun Figure.spec(): MutableMap<String, Any> {
    val spec = toSpec().toMutableMap()
    if (this is Plot) {
        val titles = features.filterIsInstance<OptionsMap>().filter { it.kind == TITLE }
        titles
            .lastOrNull { SUBTITLE in it.options }
            ?.let {
                val subtitle = it.options[SUBTITLE] as? String
                val last = titles.last().options
                spec[TITLE] =
                    if (subtitle.isNullOrEmpty()) last - SUBTITLE else last + (SUBTITLE to subtitle)
            }
    }
    return spec
}

private const val TITLE = "ggtitle"

private const val SUBTITLE = "subtitle"

/**
 * The figure as a PNG image.
 *
 * @param scale pixels per unit of the figure's size: 2 is sharp on most screens. There are 96 units
 *   to the inch, and the image says how many pixels
 * @throws IllegalArgumentException if the scale is not positive, or makes no pixel or more than 100
 *   million
 */
public fun Figure.toPng(scale: Double = 2.0): ByteArray = toPng(scale, "scale=$scale")

private fun Figure.toPng(scale: Double, option: String): ByteArray {
    require(scale > 0 && scale.isFinite()) { "scale must be positive and finite: $option" }
    val svg = toSvg()
    val width = svg.sizeOf("width") * scale
    val height = svg.sizeOf("height") * scale
    require(width * height <= MAX_PIXELS && minOf(width, height) >= 1) {
        "an image has 1 to 100 million pixels: $option makes ${width.short()} x ${height.short()}"
    }
    val out = ByteArrayOutputStream()
    val transcoder = PNGTranscoder()
    transcoder.addTranscodingHint(
        SVGAbstractTranscoder.KEY_PIXEL_UNIT_TO_MILLIMETER,
        (MILLIMETRES / (UNITS_PER_INCH * scale)).toFloat(),
    )
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, width.toFloat())
    transcoder.transcode(TranscoderInput(StringReader(svg)), TranscoderOutput(out))
    return out.toByteArray()
}

/** 400 MB while it is drawn. */
private const val MAX_PIXELS = 1e8

private const val UNITS_PER_INCH = 96.0

private const val MILLIMETRES = 25.4

private fun String.sizeOf(attribute: String): Double =
    checkNotNull(Regex("<svg[^>]*\\b$attribute=\"([0-9.]+)").find(this)) {
            "the SVG has no $attribute"
        }
        .groupValues[1]
        .toDouble()

/**
 * The figure as one self-contained page of HTML: inline SVG and no JavaScript, unless
 * [interactiveFigures] were asked for.
 *
 * @param title the page's title
 */
public fun Figure.toHtmlPage(title: String = "miscope"): String =
    interactive?.page(this, title) ?: staticPage(title)

private fun Figure.staticPage(title: String): String =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
        "<title>${title.escaped()}</title>\n</head>\n<body>\n${toSvg()}\n</body>\n</html>\n"

/**
 * Saves the figure as SVG, PDF, PNG or HTML, by the file's ending; missing folders are made. The
 * file is written as a whole: whoever reads it sees the old one or the new one.
 *
 * @param file a path that ends in `.svg`, `.pdf`, `.png` or `.html`
 * @param dpi pixels per inch of a PNG image; a figure has 96 units to the inch, and an image twice
 *   as many pixels if this is null
 * @return the file
 * @throws IllegalArgumentException if the ending is another one, or dpi is not positive or given
 *   for what has no pixels
 * @throws java.io.IOException if the file cannot be written
 */
public fun Figure.save(file: String, dpi: Int? = null): Path {
    val path = Path.of(file)
    require(dpi == null || dpi > 0) { "dpi must be positive: dpi=$dpi" }
    require(dpi == null || file.lowercase(Locale.ROOT).endsWith(".png")) {
        "dpi is for .png, which has pixels: dpi=$dpi, file=$file"
    }
    return when (val ending = file.substringAfterLast('.', "").lowercase(Locale.ROOT)) {
        "svg" -> write(path, toSvg().toByteArray())
        "pdf" -> write(path, toPdf())
        "png" -> write(path, if (dpi == null) toPng() else toPng(dpi / UNITS_PER_INCH, "dpi=$dpi"))
        "html" -> write(path, toHtmlPage(path.fileName.toString()).toByteArray())
        else ->
            throw IllegalArgumentException(
                "a figure is saved as .svg, .pdf, .png or .html, by the file's ending: " +
                    "\"$ending\" in $file"
            )
    }
}

/** Saves the figure, as [save] of its path. */
public fun Figure.save(file: Path, dpi: Int? = null): Path = save(file.toString(), dpi)

/** Saves the figure, as [save] of its path. */
public fun Figure.save(file: File, dpi: Int? = null): Path = save(file.path, dpi)

/** Saves the figure as SVG, whatever the file's ending. */
public fun Figure.saveSvg(file: String): Path = write(Path.of(file), toSvg().toByteArray())

/**
 * Saves the figure as PNG, whatever the file's ending.
 *
 * @param scale pixels per unit of the figure's size
 */
public fun Figure.savePng(file: String, scale: Double = 2.0): Path =
    write(Path.of(file), toPng(scale))

/** Saves the figure as a page of HTML, whatever the file's ending. */
public fun Figure.saveHtml(file: String): Path = write(Path.of(file), toHtmlPage().toByteArray())

/** What a result draws: it has a [plot], and is saved as one. */
public interface Plottable {
    /** The result as a plain Lets-Plot figure. */
    public fun plot(): Plot
}

/** Saves the result's plot, as [Figure.save]. */
public fun Plottable.save(file: String, dpi: Int? = null): Path = plot().save(file, dpi)

/** Saves the result's plot, as [Figure.save]. */
public fun Plottable.save(file: Path, dpi: Int? = null): Path = plot().save(file, dpi)

/** Saves the result's plot, as [Figure.save]. */
public fun Plottable.save(file: File, dpi: Int? = null): Path = plot().save(file, dpi)

/** Saves the learning curve, as [Figure.save]. */
public fun LearningCurves.save(file: String, dpi: Int? = null): Path = plot().save(file, dpi)

internal fun write(file: Path, bytes: ByteArray): Path {
    file.toAbsolutePath().parent?.let { Files.createDirectories(it) }
    return WholeFile.write(file, bytes)
}
