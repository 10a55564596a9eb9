@file:DependsOn("io.github.miscope:miscope-jupyter:0.1.0-SNAPSHOT")
@file:CompilerOptions("-jvm-target", "17")

import io.github.miscope.jupyter.toStaticSvg
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.letsPlot

val figure = letsPlot(mapOf("x" to listOf(1, 2, 3))) { x = "x"; y = "x" } + geomPoint()
println("an SVG of ${figure.toStaticSvg().length} characters")
