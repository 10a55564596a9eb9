package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.EstimatorSide
import io.github.miscope.dsl.result.SeenAs
import io.github.miscope.dsl.result.SweepData
import io.github.miscope.sweep.SummaryRow
import org.jetbrains.letsPlot.facet.facetWrap
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleColorManual
import org.jetbrains.letsPlot.scale.scaleFillManual
import org.jetbrains.letsPlot.scale.scaleShapeManual

/**
 * Estimates from latent variables, from compressed ones and from those as they are, against the
 * truth: a panel for each estimator (Butakov et al. 2024, arXiv:2305.08013, Figures 3 and 4).
 */
internal fun compressionFigure(result: SweepData, rows: List<SummaryRow>): Plot {
    val unit = result.unit
    val sides = result.sides.associateBy { it.label }
    val estimates =
        rows.map { row ->
            val side: EstimatorSide = sides.getValue(row.estimator)
            val error = row.standardDeviation.takeUnless { it.isNaN() } ?: 0.0
            Mark(
                result.shown(row.value),
                unit.fromNats(row.meanNats),
                unit.fromNats(error),
                side.kind.label,
                side.base,
            )
        }
    val panels = estimates.map { it.across }.distinct()
    val truths =
        rows
            .filter { !it.meanTrueNats.isNaN() }
            .distinctBy { it.value }
            .sortedBy { it.value }
            .flatMap { row ->
                panels.map {
                    Mark(
                        result.shown(row.value),
                        unit.fromNats(row.meanTrueNats),
                        0.0,
                        "true MI",
                        it,
                    )
                }
            }
    val (lines, ink) = arranged(estimates, truths)
    val kinds = SeenAs.entries.filter { kind -> sides.values.any { it.kind == kind } }
    val across = bestAcross(panels.size)
    val down = (panels.size + across - 1) / across
    return letsPlot() +
        inkLines(ink) +
        bandedLines(lines) +
        room(lines + ink) +
        truthLegend() +
        sideScales(kinds) +
        (if (panels.size > 1)
            facetWrap("across", ncol = across, scales = scales(estimates, truths), order = 1)
        else FeatureList(emptyList())) +
        panels() +
        words(
            title = "What compression keeps of the mutual information",
            subtitle = subtitle(result, panels),
            caption =
                listOf(
                    if (estimates.any { it.error > 0 })
                        "Line: mean over trials; band: mean ± 1 standard deviation."
                    else ""
                ) + result.remarks(),
            x = result.sweptLabel,
            y = "estimate [$unit]",
            columns = if (across > 2) 110 else 92,
        ) +
        style(
            BESIDE + across * (if (across == 1) 2 * PANEL_WIDTH else PANEL_NARROW),
            ABOVE + down * (if (across == 1) 2 * PANEL else PANEL_HIGH),
        ) +
        (if (result.sweepsInformation) FeatureList(emptyList()) else sweptScale(result))
}

private fun subtitle(result: SweepData, panels: List<String>): String {
    val encoders = result.sides.mapNotNull { it.encoder }.distinct()
    return listOfNotNull(
            result.taskLabel(),
            result.setup(),
            "compressed: ${encoders.joinToString(" and ")}".takeIf { encoders.isNotEmpty() },
            panels.singleOrNull(),
        )
        .joinToString()
}

/** One scale for all panels, unless an estimate is so far off that it would flatten the others. */
private fun scales(estimates: List<Mark>, truths: List<Mark>): String {
    val most = truths.maxOfOrNull { it.y } ?: return "fixed"
    val far = estimates.any { it.y > FAR * most + 1 || it.y < -FAR * most - 1 }
    return if (far) "free_y" else "fixed"
}

private const val FAR = 2

/** Blue and green as in the paper. */
private fun sideScales(kinds: List<SeenAs>): Feature {
    val labels = kinds.map { it.label }
    val colours = kinds.map { COLOURS.getValue(it) }
    return FeatureList(
        listOf(
            scaleColorManual(colours, name = "estimated from", limits = labels),
            scaleFillManual(colours, name = "estimated from", limits = labels),
            scaleShapeManual(
                kinds.map { SHAPES[it.ordinal] },
                name = "estimated from",
                limits = labels,
            ),
        )
    )
}

private val COLOURS =
    mapOf(
        SeenAs.LATENT to PALETTE[0],
        SeenAs.COMPRESSED to PALETTE[2],
        SeenAs.AS_THEY_ARE to PALETTE[1],
    )
