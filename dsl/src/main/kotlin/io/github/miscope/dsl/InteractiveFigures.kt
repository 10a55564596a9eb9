package io.github.miscope.dsl

import io.github.miscope.dsl.text.escaped
import java.nio.file.Files
import java.nio.file.Path
import java.util.Base64
import org.jetbrains.letsPlot.Figure
import org.jetbrains.letsPlot.core.util.PlotHtmlHelper

/**
 * Figures with tooltips, from here on: in pages of [save], [saveHtml] and [toHtmlPage], and in a
 * notebook that is trusted, where the cell must end in this call. By default figures are static.
 *
 * It is Lets-Plot's own script that draws them. Give a copy of it: `lets-plot.min.js` of version
 * 4.1.0, from `js-package/distr` of that tag of https://github.com/JetBrains/lets-plot. (Scripts of
 * much newer versions do not draw these figures.) It becomes part of each page, once, so that
 * nothing is loaded from a network; a page grows by its two megabytes.
 *
 * @return what a notebook shows: the script and a sentence
 * @throws IllegalArgumentException if the file is none, or does not define `LetsPlot`
 * @throws java.io.IOException if it cannot be read
 */
public fun interactiveFigures(script: String): InteractiveFigures =
    interactiveFigures(Path.of(script))

/** The same of a path. */
public fun interactiveFigures(script: Path): InteractiveFigures {
    require(Files.isRegularFile(script)) { "there is no file $script" }
    val code = Files.readAllBytes(script)
    require("LetsPlot" in code.decodeToString()) {
        "$script does not define LetsPlot: give a copy of Lets-Plot's lets-plot.min.js"
    }
    val url = "data:text/javascript;base64," + Base64.getEncoder().encodeToString(code)
    return InteractiveFigures(script, url).also { interactive = it }
}

/** Static figures again, as at the start. */
public fun staticFigures() {
    interactive = null
}

/** That figures are interactive, see [interactiveFigures]. */
public class InteractiveFigures
internal constructor(private val script: Path, private val url: String) {
    /** A fragment of HTML which loads the script into a notebook's page. */
    public fun toHtml(): String =
        PlotHtmlHelper.getDynamicConfigureHtml(url, false) + "\n<p>${toString().escaped()}</p>\n"

    override fun toString(): String = "Figures are interactive: script $script"

    internal fun page(figure: Figure, title: String): String =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
            "<title>${title.escaped()}</title>\n" +
            PlotHtmlHelper.getStaticConfigureHtml(url) +
            "\n</head>\n<body>\n" +
            PlotHtmlHelper.getStaticDisplayHtmlForRawSpec(figure.spec()) +
            "\n</body>\n</html>\n"
}

/**
 * The figure for a notebook whose page has the script, or null where figures are static. An image
 * stands in until the script has drawn the figure, and where it may not.
 *
 * @param image the source of the image
 */
public fun Figure.toInteractiveHtml(image: String): String? =
    interactive?.let {
        "<div><div><img src=\"${image.escaped()}\" alt=\"\"></div>\n" +
            "<script>if (window.letsPlotCall) {" +
            "document.currentScript.previousElementSibling.remove();}</script>\n" +
            PlotHtmlHelper.getDynamicDisplayHtmlForRawSpec(spec()) +
            "\n</div>\n"
    }

/** The script of this session. */
@Volatile
internal var interactive: InteractiveFigures? = null
    private set
