package io.github.miscope.dsl.figure

import org.jetbrains.letsPlot.geom.geomText
import org.jetbrains.letsPlot.geom.geomTile

/** Tiles whose shade is a value, [gap] apart; places are numbers or names of a discrete axis. */
internal fun tiles(x: List<Any>, y: List<Any>, value: List<Double>, gap: Double) =
    geomTile(mapOf("x" to x, "y" to y, "value" to value), color = PAPER, size = gap) {
        this.x = "x"
        this.y = "y"
        fill = "value"
    }

/** What is written at places of tiles. */
internal fun tileTexts(
    x: List<Any>,
    y: List<Any>,
    text: List<String>,
    colour: String,
    size: Number,
) =
    geomText(mapOf("x" to x, "y" to y, "text" to text), color = colour, size = size) {
        this.x = "x"
        this.y = "y"
        label = "text"
    }
