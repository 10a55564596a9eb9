package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.PlaneData
import io.github.miscope.plane.PlaneRow
import io.github.miscope.plane.PlaneValue
import java.util.Optional
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.letsPlot.facet.facetWrap
import org.jetbrains.letsPlot.geom.extras.arrow
import org.jetbrains.letsPlot.geom.geomPath
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomSegment
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleColorGradient2
import org.jetbrains.letsPlot.scale.scaleFillGradient2
import org.jetbrains.letsPlot.scale.scaleFillViridis

/**
 * I(T;Y) against I(X;T), mean over networks, a panel for each layer and estimator.
 *
 * @param byLoss whether paths are coloured by the drop of the loss, and not points by epoch
 * @param labels the estimators to show
 */
internal fun planeFigure(plane: PlaneData, byLoss: Boolean, labels: List<String>): Plot {
    val epochs = EpochAxis(plane.plan.epochs)
    val losses = if (byLoss) LossDrops(plane) else null
    val points = places(plane, labels)
    require(points.isNotEmpty()) { "no estimate to plot: ${plane.text()}" }
    val count = points.map { it.panel }.distinct().size
    val across =
        if (plane.plan.layers.size > 1 && labels.size > 1) labels.size.coerceAtMost(PANELS_ACROSS)
        else bestAcross(count)
    val single =
        listOfNotNull(points.first().panel.trim().takeIf { count == 1 }, labels.singleOrNull())
    return letsPlot() +
        crosses(points) +
        (if (losses == null) byEpoch(points, epochs) else byLoss(points, losses)) +
        room(points.flatMap { it.corners() }) +
        (if (count > 1) facetWrap("across", ncol = across, scales = "free", order = 1)
        else FeatureList(emptyList())) +
        panels() +
        words(
            title = "Information plane of ${plane.name}",
            subtitle = (listOf(plane.setup()) + single.distinct()).joinToString(),
            caption = listOfNotNull(losses?.caption, plane.crosses(points)) + plane.remarks(),
            x = "I(X;T) [${plane.unit}]",
            y = "I(T;Y) [${plane.unit}]",
            columns = if (across == 1) 80 else 110,
        ) +
        style(
            BESIDE + across * (if (across > 2) PANEL_NARROW else PANEL_WIDTH),
            ABOVE + (count + across - 1) / across * (if (count == 1) 2 * PANEL else PANEL_HIGH),
        )
}

/** I(Bin(T);Y) against H(Bin(T)), mean over networks, a panel for each layer and kind of cells. */
internal fun binnedPlaneFigure(plane: PlaneData): Plot {
    val epochs = EpochAxis(plane.plan.epochs)
    val manyGrids = plane.plan.grids.size > 1
    val found =
        plane.binned
            .groupBy { Triple(it.bins(), it.place().layer(), it.place().epoch()) }
            .values
            .map { rows ->
                val row = rows.first()
                val layer = row.place().layerName()
                val panel = if (manyGrids) "$layer, ${row.bins()}" else layer
                val x = plane.unit.fromNats(rows.map { it.nats() }.average())
                val y = plane.unit.fromNats(rows.map { it.labels().asDouble }.average())
                PlanePlace(panel, row.place().epoch(), x, y, null, null)
            }
    val points = inOrder(found)
    val count = points.map { it.panel }.distinct().size
    val across =
        if (manyGrids) plane.plan.grids.size.coerceAtMost(PANELS_ACROSS) else bestAcross(count)
    val single = if (manyGrids) null else plane.binned.first().bins()
    return letsPlot() +
        byEpoch(points, epochs) +
        room(points.flatMap { it.corners() }) +
        (if (count > 1) facetWrap("across", ncol = across, scales = "free", order = 1)
        else FeatureList(emptyList())) +
        panels() +
        words(
            title = "Binned plane of ${plane.name}",
            subtitle = listOfNotNull(plane.setup(), single).joinToString(),
            caption =
                listOf(
                    "By counting, without noise: where every input has a cell of its own, H(Bin(T)) is " +
                        "log n and I(Bin(T);Y) is H(Y)."
                ),
            x = "H(Bin(T)) [${plane.unit}]",
            y = "I(Bin(T);Y) [${plane.unit}]",
            columns = if (across == 1) 80 else 110,
        ) +
        style(
            BESIDE + across * (if (across > 2) PANEL_NARROW else PANEL_WIDTH),
            ABOVE + (count + across - 1) / across * (if (count == 1) 2 * PANEL else PANEL_HIGH),
        )
}

/**
 * A point of the plane.
 *
 * @property panel its name, with blanks before it by which Lets-Plot sorts it
 * @property xs the ends of its error in x, if there is one
 * @property ys the ends of its error in y
 */
private class PlanePlace(
    val panel: String,
    val epoch: Int,
    val x: Double,
    val y: Double,
    val xs: Pair<Double, Double>?,
    val ys: Pair<Double, Double>?,
) {
    fun corners(): List<Mark> {
        val (left, right) = xs ?: (x to x)
        val (low, high) = ys ?: (y to y)
        return listOf(left to low, right to high).map { Mark(it.first, it.second, 0.0, "", panel) }
    }

    fun named(panel: String) = PlanePlace(panel, epoch, x, y, xs, ys)
}

private fun places(plane: PlaneData, labels: List<String>): List<PlanePlace> {
    val manyLayers = plane.plan.layers.size > 1
    val manyEstimators = labels.size > 1 || plane.plan.snrs.size > 1
    val found =
        plane
            .groups()
            .filter { it.first().estimator() in labels }
            .mapNotNull { rows ->
                val x = plane.mean(rows) { it.inputs() } ?: return@mapNotNull null
                val y = plane.mean(rows) { it.labels() } ?: return@mapNotNull null
                val row = rows.first()
                val name = row.place().layerName()
                val panel =
                    when {
                        !manyLayers -> plane.series(row)
                        manyEstimators -> "$name, ${plane.series(row)}"
                        else -> name
                    }
                val xs = plane.error(rows, x) { it.inputs() }
                val ys = plane.error(rows, y) { it.labels() }
                PlanePlace(panel, row.place().epoch(), x.first, y.first, xs, ys)
            }
    return inOrder(found)
}

/** Panels with blanks before their names, by which Lets-Plot keeps their order. */
private fun inOrder(found: List<PlanePlace>): List<PlanePlace> {
    val names = found.map { it.panel }.distinct()
    return found.map { it.named(" ".repeat(names.size - names.indexOf(it.panel)) + it.panel) }
}

/** The interval of one network, or a standard deviation over several; null without intervals. */
private fun PlaneData.error(
    rows: List<PlaneRow>,
    mean: Pair<Double, Double>,
    of: (PlaneRow) -> Optional<PlaneValue>,
): Pair<Double, Double>? {
    if (plan.level == null) return null
    if (plan.sources.size > 1) return mean.first - mean.second to mean.first + mean.second
    return rows
        .mapNotNull { row -> of(row).flatMap { it.interval() }.getOrNull() }
        .firstOrNull()
        ?.let { unit.fromNats(it.lower()) to unit.fromNats(it.upper()) }
}

private fun PlaneData.crosses(points: List<PlanePlace>): String? =
    when {
        points.all { it.xs == null && it.ys == null } -> null
        plan.sources.size > 1 -> "Point: mean over networks; cross: 1 standard deviation."
        else -> "Crosses: ${percent(plan.level!!)} confidence intervals."
    }

/** Errors in both directions. */
private fun crosses(points: List<PlanePlace>): Feature {
    fun lines(ends: List<List<Any>>) =
        geomSegment(
            listOf("across", "x", "y", "xend", "yend").withIndex().associate { (i, name) ->
                name to ends.map { it[i] }
            },
            color = INK,
            alpha = 0.35,
            size = 0.8,
        ) {
            x = "x"
            y = "y"
            xend = "xend"
            yend = "yend"
        }
    val ends =
        points.flatMap { p ->
            listOfNotNull(
                p.xs?.let { (from, to) -> listOf<Any>(p.panel, from, p.y, to, p.y) },
                p.ys?.let { (from, to) -> listOf<Any>(p.panel, p.x, from, p.x, to) },
            )
        }
    return if (ends.isEmpty()) FeatureList(emptyList()) else lines(ends)
}

private fun byEpoch(points: List<PlanePlace>, epochs: EpochAxis): Feature {
    val data =
        mapOf(
            "across" to points.map { it.panel },
            "epoch" to points.map { epochs.at(it.epoch) },
            "x" to points.map { it.x },
            "y" to points.map { it.y },
        )
    return FeatureList(
        listOf(
            geomPath(data, color = INK, alpha = 0.45, size = 0.7) {
                x = "x"
                y = "y"
            },
            // Outlined: the first epochs are dark, as the figure may be.
            geomPoint(data, shape = 21, color = INK, stroke = 0.6, size = MARK) {
                x = "x"
                y = "y"
                fill = "epoch"
            },
            scaleFillViridis(
                option = "plasma",
                end = 0.92,
                name = "epoch",
                trans = epochs.transform,
                breaks = epochs.breaks,
                labels = epochs.labels,
            ),
        )
    )
}

/** Steps from epoch to epoch, coloured by what the loss did. */
private fun byLoss(points: List<PlanePlace>, losses: LossDrops): Feature {
    val paths = points.groupBy { it.panel }.values.map { path -> path.sortedBy { it.epoch } }
    val steps = paths.flatMap { it.zipWithNext() }.filter { (_, to) -> losses.known(to.epoch) }
    val lines =
        mapOf(
            "across" to steps.map { it.first.panel },
            "drop" to steps.map { losses.at(it.second.epoch) },
            "x" to steps.map { it.first.x },
            "y" to steps.map { it.first.y },
            "xend" to steps.map { it.second.x },
            "yend" to steps.map { it.second.y },
            "xmiddle" to steps.map { (from, to) -> from.x + MIDDLE * (to.x - from.x) },
            "ymiddle" to steps.map { (from, to) -> from.y + MIDDLE * (to.y - from.y) },
        )
    val dots =
        mapOf(
            "across" to steps.map { it.second.panel },
            "drop" to steps.map { losses.at(it.second.epoch) },
            "x" to steps.map { it.second.x },
            "y" to steps.map { it.second.y },
        )
    val starts =
        mapOf(
            "across" to paths.map { it.first().panel },
            "x" to paths.map { it.first().x },
            "y" to paths.map { it.first().y },
        )
    return FeatureList(
        listOf(
            geomSegment(lines, size = 1.6) {
                x = "x"
                y = "y"
                xend = "xend"
                yend = "yend"
                color = "drop"
            },
            // The direction, in the middle of a step: points hide its end.
            geomSegment(lines, size = 1.0, arrow = arrow(angle = 24, length = 8, type = "closed")) {
                x = "x"
                y = "y"
                xend = "xmiddle"
                yend = "ymiddle"
                color = "drop"
            },
            geomPoint(dots, shape = 21, color = INK, stroke = 0.6, size = MARK) {
                x = "x"
                y = "y"
                fill = "drop"
            },
            geomPoint(starts, shape = 21, color = INK, fill = PAPER, stroke = 1.2, size = MARK) {
                x = "x"
                y = "y"
            },
            scaleColorGradient2(
                low = LOSS_ROSE,
                mid = LOSS_STOOD,
                high = LOSS_FELL,
                midpoint = 0.0,
                name = losses.name,
            ),
            scaleFillGradient2(
                low = LOSS_ROSE,
                mid = LOSS_STOOD,
                high = LOSS_FELL,
                midpoint = 0.0,
                name = losses.name,
            ),
        )
    )
}

/** By how much the mean loss of the networks fell between epochs of the plane. */
private class LossDrops(plane: PlaneData) {
    private val training = plane.losses { it.trainingLoss() }
    private val losses = training ?: plane.losses { it.testLoss() }
    private val which = if (training == null) "test" else "training"

    private val drops: Map<Int, Double> =
        requireNotNull(losses) {
                "there are no losses to colour by: activations { scores(epoch, trainingLoss = ..) } " +
                    "names them"
            }
            .entries
            .sortedBy { it.key }
            .zipWithNext { before, now -> now.key to before.value - now.value }
            .toMap()

    val name: String = "drop of\n$which loss"

    val caption: String =
        "Open circle: epoch ${plane.plan.epochs.min()}; arrows lead to epoch " +
            "${plane.plan.epochs.max()}. Colour of a step: by how much the $which loss fell in it."

    fun known(epoch: Int) = epoch in drops

    fun at(epoch: Int): Double = drops.getValue(epoch)
}

/** Where in a step its direction is shown. */
private const val MIDDLE = 0.6

private const val LOSS_FELL = "#0F7FC1"
private const val LOSS_STOOD = "#B9B9B9"
private const val LOSS_ROSE = "#D55E00"
