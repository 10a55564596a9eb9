package io.github.miscope.dsl.figure

import io.github.miscope.dsl.result.PlaneData
import io.github.miscope.dsl.text.counted
import io.github.miscope.dsl.text.short
import io.github.miscope.plane.PlaneRow
import io.github.miscope.plane.PlaneValue
import java.util.Optional
import kotlin.jvm.optionals.getOrNull
import kotlin.math.sqrt
import org.jetbrains.letsPlot.facet.facetGrid
import org.jetbrains.letsPlot.facet.facetWrap
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.scale.scaleLinetypeManual

/** I(X;T), I(T;Y) and the scale of T against the epoch. */
internal fun epochFigure(plane: PlaneData): Plot {
    val epochs = EpochAxis(plane.plan.epochs)
    val unit = plane.unit
    val groups = plane.groups()
    fun marks(down: String, of: (PlaneRow) -> Optional<PlaneValue>) =
        groups.mapNotNull { rows ->
            val row = rows.first()
            plane.mean(rows, of)?.let { (y, error) ->
                Mark(
                    epochs.at(row.place().epoch()),
                    y,
                    error,
                    plane.series(row),
                    row.place().layerName(),
                    down,
                )
            }
        }
    val estimates =
        marks("I(X;T) [$unit]") { it.inputs() } + marks("I(T;Y) [$unit]") { it.labels() }
    require(estimates.isNotEmpty()) { "no estimate to plot: ${plane.text()}" }
    val scales =
        groups
            .distinctBy { it.first().place().layer() to it.first().place().epoch() }
            .map { rows ->
                val row = rows.first()
                val mean = rows.map { it.place().scale() }.average()
                Mark(
                    epochs.at(row.place().epoch()),
                    mean,
                    0.0,
                    "scale of T",
                    row.place().layerName(),
                    "mean |T|",
                )
            }
    val layers = plane.plan.layers.size
    val quantities = (estimates + scales).map { it.down }.distinct().size
    val many = layers > MAX_COLUMNS
    val across = if (many) quantities else layers
    val down = if (many) layers else quantities
    val (lines, ink) = if (many) inRows(estimates, scales) else arranged(estimates, scales)
    return letsPlot() +
        bandedLines(lines) +
        seriesScales(estimates.map { it.series }.distinct()) +
        inkLines(ink) +
        scaleLinetypeManual(listOf(1), name = "") +
        room(lines + ink) +
        (if (many) facetWrap("across", ncol = across, scales = "free_y", order = 1)
        else facets(across, down)) +
        panels() +
        words(
            title = "Information in ${plane.layers()} of ${plane.name}",
            subtitle = plane.setup(),
            caption = listOf(plane.bands(estimates)) + plane.remarks(),
            x = "epoch",
            y = "",
            columns = if (across > 2) 120 else 92,
        ) +
        style(
            BESIDE + maxOf(1, across) * (if (across == 1) 2 * PANEL_WIDTH else PANEL_NARROW),
            ABOVE + down * if (many) PANEL_LOW else PANEL,
        ) +
        epochs.scale()
}

/** Marks of a panel for each layer and quantity, a row for each layer. */
private fun inRows(vararg groups: List<Mark>): List<List<Mark>> {
    val all = groups.flatMap { it }
    fun panel(across: String, down: String) = "$across: $down"
    // Panels come in the order of their first marks.
    val order =
        all.map { it.across }
            .distinct()
            .flatMap { across ->
                all.map { it.down }.distinct().map { Mark(0.0, 0.0, 0.0, "", panel(across, it)) }
            }
    val renamed =
        groups.map { marks ->
            marks.map { Mark(it.x, it.y, it.error, it.series, panel(it.across, it.down)) }
        }
    return arranged(order, *renamed.toTypedArray()).drop(1)
}

/** I(X;T) of all layers, H(Bin(T)) and the losses against the epoch, one below the other. */
internal fun flowFigure(plane: PlaneData, estimator: String?): Plot {
    val epochs = EpochAxis(plane.plan.epochs)
    val unit = plane.unit
    val information =
        plane
            .groups()
            .filter { it.first().estimator() == estimator }
            .mapNotNull { rows ->
                val row = rows.first()
                plane
                    .mean(rows) { it.inputs() }
                    ?.let { (y, error) ->
                        Mark(
                            epochs.at(row.place().epoch()),
                            y,
                            error,
                            row.place().layerName(),
                            "",
                            "I(X;T) [$unit]",
                        )
                    }
            }
    val binned =
        plane.binnedMeans().map { (row, nats) ->
            val down = "H(Bin(T)) [$unit]"
            val name = if (plane.plan.grids.size > 1) "$down, ${row.bins()}" else down
            Mark(
                epochs.at(row.place().epoch()),
                unit.fromNats(nats),
                0.0,
                row.place().layerName(),
                "",
                name,
            )
        }
    require((information + binned).isNotEmpty()) { "no estimate to plot: ${plane.text()}" }
    val (lines, losses) = arranged(information + binned, losses(plane, epochs))
    val down = (lines + losses).map { it.down }.distinct().size
    var plot = letsPlot() + bandedLines(lines)
    plot += seriesScales(lines.map { it.series }.distinct(), "layer")
    if (losses.isNotEmpty()) {
        plot += inkLines(losses)
        plot += scaleLinetypeManual(listOf(1, 2), name = "loss", limits = LOSSES)
    }
    val grids = plane.binned.map { it.bins() }.distinct()
    val entries = (lines + losses).distinctBy { it.series }.size
    return plot +
        room(lines + losses) +
        // Names of panels lie above them, where there is room.
        (if (down > 1) facetWrap("down", ncol = 1, scales = "free_y", order = 1)
        else FeatureList(emptyList())) +
        panels() +
        words(
            title = "Information flow in ${plane.name}",
            subtitle =
                listOfNotNull(plane.setup(), estimator.takeIf { information.isNotEmpty() })
                    .joinToString(),
            caption =
                listOf(
                    plane.bands(information),
                    if (grids.size == 1) "Bin(T): ${grids.first()}." else "",
                ) + plane.remarks(),
            x = "epoch",
            y = "",
        ) +
        style(WIDTH, maxOf(ABOVE + down * (PANEL + 20), legendHeight(entries))) +
        epochs.scale()
}

private fun losses(plane: PlaneData, epochs: EpochAxis): List<Mark> =
    plane.plan.epochs.flatMap { epoch ->
        val scores = plane.plan.sources.map { it.scores(epoch) }
        LOSSES.zip(
                listOf(
                    scores.map { it.trainingLoss() }.average(),
                    scores.map { it.testLoss() }.average(),
                )
            )
            .filter { !it.second.isNaN() }
            .map { (name, loss) -> Mark(epochs.at(epoch), loss, 0.0, name, "", "loss") }
    }

private val LOSSES = listOf("training", "test")

/** I(X; T + N) against the signal-to-noise ratio. */
internal fun noiseFigure(plane: PlaneData, epoch: Int): Plot {
    val marks =
        plane
            .groups()
            .filter { it.first().place().epoch() == epoch }
            .mapNotNull { rows ->
                val row = rows.first()
                plane
                    .mean(rows) { it.inputs() }
                    ?.let { (y, error) ->
                        Mark(
                            row.snrDb().asDouble,
                            y,
                            error,
                            row.estimator(),
                            row.place().layerName(),
                        )
                    }
            }
    require(marks.isNotEmpty()) { "no estimate to plot: ${plane.text()}" }
    val layers = plane.plan.layers.size
    val across = if (layers > MAX_COLUMNS) PANELS_ACROSS else layers
    val down = (layers + across - 1) / across
    val (lines) = arranged(marks)
    val power = plane.plan.power?.let { "noise of variance $it / 10^(SNR/10)" }
    return letsPlot() +
        bandedLines(lines) +
        room(lines) +
        seriesScales(plane.plan.labels) +
        (if (down > 1) facetWrap("across", ncol = across, order = 1) else facets(across, 1)) +
        panels() +
        words(
            title = "Noise in ${plane.layers()} of ${plane.name}",
            subtitle = listOfNotNull(plane.setup(), "after epoch $epoch", power).joinToString(),
            caption = listOf(plane.bands(marks)) + plane.remarks(),
            x = "signal-to-noise ratio [dB]",
            y = "I(X; T + N) [${plane.unit}]",
            columns = if (across > 2) 120 else 92,
        ) +
        style(
            if (across == 1) WIDTH else BESIDE + across * PANEL_NARROW,
            if (down > 1) ABOVE + down * PANEL else HEIGHT,
        )
}

/** H(Bin(T)) against the epoch, a panel for each grid. */
internal fun binnedFigure(plane: PlaneData): Plot {
    val epochs = EpochAxis(plane.plan.epochs)
    val unit = plane.unit
    val marks =
        plane.binnedMeans().map { (row, nats) ->
            Mark(
                epochs.at(row.place().epoch()),
                unit.fromNats(nats),
                0.0,
                row.place().layerName(),
                row.bins(),
            )
        }
    val count = plane.plan.grids.size
    val n = plane.plan.sources.first().inputs().n()
    val most = unit.fromNats(Math.log(n.toDouble()))
    val limit =
        marks
            .map { it.across }
            .distinct()
            .flatMap { panel ->
                listOf(epochs.at(plane.plan.epochs.first()), epochs.at(plane.plan.epochs.last()))
                    .map { Mark(it, most, 0.0, "log n", panel) }
            }
    val across = bestAcross(count)
    val (lines, ink) = arranged(marks, limit)
    return letsPlot() +
        bandedLines(lines) +
        room(lines + ink) +
        seriesScales(marks.map { it.series }.distinct(), "layer") +
        inkLines(ink) +
        truthLegend() +
        (if (count > 1) facetWrap("across", ncol = across, order = 1)
        else FeatureList(emptyList())) +
        panels() +
        words(
            title = "Binned entropy of layers of ${plane.name}",
            subtitle = "n = $n inputs" + if (count == 1) ", ${marks.first().across}" else "",
            caption =
                listOf(
                    "Where T is a function of X, H(Bin(T)) is I(X;Bin(T)).",
                    "log n: every input in a cell of its own.",
                ),
            x = "epoch",
            y = "H(Bin(T)) [$unit]",
        ) +
        style(
            BESIDE + across * (if (across == 1) 2 * PANEL_WIDTH else PANEL_WIDTH),
            ABOVE + (count + across - 1) / across * (PANEL + 50),
        ) +
        epochs.scale()
}

/** Panels in columns and rows, each row with a y axis of its own. */
private fun facets(across: Int, down: Int) =
    when {
        across == 1 && down == 1 -> FeatureList(emptyList())
        else ->
            facetGrid(
                x = "across".takeIf { across > 1 },
                y = "down".takeIf { down > 1 },
                scales = "free_y",
            )
    }

/** The estimator, and the noise that was added where there are several. */
internal fun PlaneData.series(row: PlaneRow): String =
    if (plan.snrs.size > 1) "${row.estimator()}, ${row.snrDb().asDouble.short()} dB"
    else row.estimator()

/** Rows that differ in nothing but the network. */
internal fun PlaneData.groups(): List<List<PlaneRow>> =
    rows
        .groupBy { listOf(it.place().epoch(), it.place().layer(), it.estimator(), it.snrDb()) }
        .values
        .toList()

/**
 * Mean over networks and half the width of its band, in the plane's unit; null if there is none.
 */
internal fun PlaneData.mean(
    rows: List<PlaneRow>,
    of: (PlaneRow) -> Optional<PlaneValue>,
): Pair<Double, Double>? {
    val values = rows.mapNotNull { of(it).getOrNull() }
    if (values.isEmpty()) return null
    val mean = values.map { it.nats() }.average()
    val error =
        if (values.size == 1) values.first().standardError().orElse(0.0)
        else sqrt(values.sumOf { (it.nats() - mean) * (it.nats() - mean) } / (values.size - 1))
    return unit.fromNats(mean) to unit.fromNats(error)
}

private fun PlaneData.binnedMeans() =
    binned
        .groupBy { Triple(it.bins(), it.place().epoch(), it.place().layer()) }
        .values
        .map { rows -> rows.first() to rows.map { it.nats() }.average() }

private fun PlaneData.layers() =
    plan.layers.singleOrNull()?.let { plan.sources.first().layerName(it) } ?: "layers"

internal fun PlaneData.setup(): String {
    val n = plan.sources.first().inputs().n()
    val used = plan.most?.takeIf { it < n && plan.estimators.isNotEmpty() }
    val inputs = if (used == null) "n = $n inputs" else "$used of n = $n inputs"
    return listOfNotNull(
            inputs,
            plan.sources.size.takeIf { it > 1 }?.let { counted(it, "network") },
            plan.snrs.singleOrNull()?.let { "noise added at $it dB" },
        )
        .joinToString()
}

private fun PlaneData.bands(marks: List<Mark>): String =
    when {
        marks.none { it.error > 0 } -> ""
        plan.sources.size > 1 -> "Line: mean over networks; band: 1 standard deviation."
        else -> "Band: 1 standard error of the estimate."
    }

internal fun PlaneData.remarks(): List<String> =
    listOfNotNull(compression(), plan.choice, failures())

/** The height of a figure whose legend has so many entries. */
private fun legendHeight(entries: Int): Int = 150 + entries * 23

internal fun bestAcross(count: Int): Int =
    when {
        count <= PANELS_ACROSS -> count
        count == 4 -> 2
        else -> PANELS_ACROSS
    }

internal const val PANELS_ACROSS = 3
/** More layers than these do not fit beside each other. */
internal const val MAX_COLUMNS: Int = 5
private const val PANEL_LOW = 150
internal const val BESIDE: Int = 190
internal const val ABOVE: Int = 130
internal const val PANEL_WIDTH: Int = 300
internal const val PANEL_NARROW: Int = 230
internal const val PANEL_HIGH: Int = 250
