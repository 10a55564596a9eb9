package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.EstimateData
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.sample.Samples
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot

/** Two columns of numbers against each other, small and without words: for a page that has them. */
internal fun pairFigure(samples: Samples): Plot {
    val drawn = minOf(samples.n(), MAX_SMALL)
    val data = EstimateData("", emptyList(), samples, InformationUnit.NATS, 0)
    return letsPlot() +
        points(data, drawn) +
        words(
            title = "",
            subtitle = null,
            caption = emptyList(),
            x = shortName(samples.x().columnNames().single()),
            y = shortName(samples.y().columnNames().single()),
        ) +
        style(SMALL_WIDTH, SMALL_HEIGHT)
}

private const val MAX_SMALL = 1000
private const val SMALL_WIDTH = 320
private const val SMALL_HEIGHT = 250
