package io.github.miscope.dsl

import java.nio.file.Files
import org.jetbrains.letsPlot.intern.Plot
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue

/**
 * Saves a figure in target/figures, light and dark, no wider than a cell, without texts that
 * overlap or are cut.
 */
internal fun Plot.render(name: String) {
    (this + DARK).save("target/figures/$name-dark.png")
    val file = save("target/figures/$name.png")
    assertTrue(Files.size(file) > 5_000, name)
    val svg = toSvg()
    assertTrue("<script" !in svg, name)
    val width = Regex("<svg[^>]*\\bwidth=\"([0-9.]+)").find(svg)!!.groupValues[1].toDouble()
    assertTrue(width <= 985, "$name: $width px")
    assertEquals(emptyList<String>(), spoiltTexts(svg), name)
}
