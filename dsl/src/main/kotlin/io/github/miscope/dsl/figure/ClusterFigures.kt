package io.github.miscope.dsl.figure

import io.github.miscope.activation.ActivationSource
import io.github.miscope.activation.ClusterQuality
import io.github.miscope.activation.CosineSimilarities
import io.github.miscope.activation.Histogram
import io.github.miscope.activation.NoisyDensity
import io.github.miscope.activation.PairDistances
import io.github.miscope.activation.UnitEntropies
import io.github.miscope.activation.UnitValues
import io.github.miscope.sample.Variable
import java.util.Locale
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.letsPlot.Stat
import org.jetbrains.letsPlot.facet.facetGrid
import org.jetbrains.letsPlot.facet.facetWrap
import org.jetbrains.letsPlot.geom.geomArea
import org.jetbrains.letsPlot.geom.geomLine
import org.jetbrains.letsPlot.geom.geomPoint
import org.jetbrains.letsPlot.geom.geomVLine
import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.intern.FeatureList
import org.jetbrains.letsPlot.intern.Plot
import org.jetbrains.letsPlot.letsPlot
import org.jetbrains.letsPlot.pos.positionIdentity
import org.jetbrains.letsPlot.scale.scaleColorManual
import org.jetbrains.letsPlot.scale.scaleFillManual
import org.jetbrains.letsPlot.scale.scaleLinetypeManual
import org.jetbrains.letsPlot.scale.scaleYContinuous

/** Projections of a layer's values, coloured by class. */
internal fun scatterFigure(
    source: ActivationSource,
    layer: Int,
    values: Map<Int, Variable>,
    units: List<Int>,
    most: Int,
    unit: String = "unit",
): Plot {
    val classes = source.labels().getOrNull()?.levels()
    val n = source.inputs().n()
    // Every k-th input: the same ones in every panel.
    val rows = (0 until minOf(n, most)).map { (it.toLong() * n / minOf(n, most)).toInt() }
    val pairs =
        if (units.size == 1) listOf(units[0] to units[0])
        else units.flatMapIndexed { i, a -> units.drop(i + 1).map { b -> a to b } }
    val points =
        values.flatMap { (epoch, t) ->
            pairs.flatMap { (a, b) ->
                rows.map { i ->
                    // One unit: against the class, as a line of points each.
                    val y = if (a == b) (classes?.get(i) ?: 0).toDouble() else t.get(i, b - 1)
                    val down = if (a == b) "$unit $a" else "$unit $b against $a"
                    Mark(t.get(i, a - 1), y, 0.0, "${classes?.get(i) ?: ""}", "epoch $epoch", down)
                }
            }
        }
    val names = points.map { it.series }.distinct().sortedBy { it.toIntOrNull() ?: 0 }
    val single = pairs.singleOrNull()
    val many = values.size > MAX_COLUMNS
    val across = if (many) maxOf(pairs.size, MAX_BESIDE) else values.size
    val down =
        if (many && single != null) (values.size + across - 1) / across
        else if (many) values.size else pairs.size
    return letsPlot(arranged(points).single().columns()) {
        x = "x"
        y = "y"
    } +
        geomPoint(size = if (rows.size > 300) 1.6 else 2.4, alpha = 0.55) { color = "estimator" } +
        scaleColorManual(
            List(names.size) { CLASSES[it % CLASSES.size] },
            name = "class",
            limits = names,
        ) +
        when {
            !many -> facetGrid(x = "across", y = "down".takeIf { pairs.size > 1 })
            single != null -> facetWrap("across", ncol = across, order = 1)
            else -> facetGrid(x = "down", y = "across")
        } +
        (if (single != null && single.first == single.second) classTicks(classes)
        else FeatureList(emptyList())) +
        panels() +
        words(
            title =
                "${source.layerName(layer).replaceFirstChar { it.uppercase() }} of ${source.name()}",
            subtitle = "T of ${rows.size} of n = $n inputs",
            caption = emptyList(),
            x = single?.let { "$unit ${it.first}" } ?: "one $unit of T",
            y =
                single?.let { if (it.first == it.second) "class" else "$unit ${it.second}" }
                    ?: "another $unit",
        ) +
        style(130 + across * if (across > 3) 200 else 240, 120 + down * if (down > 1) 200 else 250)
}

/** Ten colours that can be told apart, for classes. */
private val CLASSES: List<String> = PALETTE + listOf("#A65628", "#B5B33A")

/** Classes are whole numbers. */
private fun classTicks(classes: IntArray?): Feature {
    val most = classes?.max() ?: 0
    val step = 1 + most / MAX_CLASSES
    val ticks = (0..most step step).map { it }
    return scaleYContinuous(breaks = ticks, labels = ticks.map { "$it" })
}

private const val MAX_CLASSES = 12

/** Silhouette and conductance against the epoch, a line for each layer. */
internal fun clusterFigure(
    source: ActivationSource,
    found: List<Triple<Int, String, ClusterQuality>>,
): Plot {
    val epochs = EpochAxis(found.map { it.first })
    val marks =
        found.flatMap { (epoch, layer, quality) ->
            listOf(SILHOUETTE to quality.silhouette(), CONDUCTANCE to quality.conductance()).map {
                (panel, value) ->
                Mark(epochs.at(epoch), value, 0.0, layer, panel)
            }
        }
    val one = found.first().third
    val n = source.inputs().n()
    val (lines) = arranged(marks)
    return letsPlot() +
        bandedLines(lines) +
        room(lines) +
        seriesScales(marks.map { it.series }.distinct(), "layer") +
        facetWrap("across", ncol = 2, scales = "free_y", order = 1) +
        panels() +
        words(
            title = "Classes as clusters in layers of ${source.name()}",
            subtitle =
                (if (one.rows < n) "${one.rows} of n = $n inputs" else "n = $n inputs") +
                    ", ${one.neighbours} nearest neighbours",
            caption =
                listOf(
                    "Silhouette: 1 for tight classes far apart, 0 for none. Conductance: 0 where all " +
                        "neighbours are of one class."
                ),
            x = "epoch",
            y = "",
        ) +
        style(BESIDE + 2 * PANEL_WIDTH, ABOVE + PANEL + 50) +
        epochs.scale()
}

private const val SILHOUETTE = "silhouette"
private const val CONDUCTANCE = "conductance"

internal class DistancePanel(val epoch: Int, val layer: String, val distances: PairDistances)

/** Histograms within and between classes. */
internal fun distanceFigure(
    source: ActivationSource,
    all: List<DistancePanel>,
    ownAxes: Boolean,
): Plot {
    val layers = all.distinctBy { it.layer }.size
    val epochs = all.distinctBy { it.epoch }.size
    // A row for each epoch; where there are too many layers for that, a row for each layer.
    val many = layers > MAX_BESIDE
    val across = if (many) epochs else layers
    val down = if (many) layers else epochs
    val wrapped = ownAxes || many
    val panels = if (many) all.groupBy { it.layer }.values.flatten() else all
    val marks =
        panels.flatMap { panel ->
            listOf(WITHIN to panel.distances.within, BETWEEN to panel.distances.between).flatMap {
                (name, histogram) ->
                val epoch = "epoch ${panel.epoch}"
                if (wrapped) histogram.marks(name, "$epoch, ${panel.layer}", "")
                else histogram.marks(name, panel.layer, epoch)
            }
        }
    val first = all.first().distances
    return letsPlot() +
        areas(arranged(marks).single()) +
        scaleFillManual(
            listOf(PALETTE[0], PALETTE[1]),
            name = "pairs",
            limits = listOf(WITHIN, BETWEEN),
        ) +
        scaleColorManual(
            listOf(PALETTE[0], PALETTE[1]),
            name = "pairs",
            limits = listOf(WITHIN, BETWEEN),
        ) +
        (if (wrapped) facetWrap("across", ncol = across, scales = "free", order = 1)
        else facetGrid(x = "across", y = "down", scales = "free")) +
        panels() +
        words(
            title = "Distances within and between classes in ${source.name()}",
            subtitle = "all pairs of ${first.rows} of n = ${first.of} inputs",
            caption = listOf(if (wrapped) "Each panel has axes of its own." else ""),
            x = "Euclidean distance",
            y = "share of pairs",
            columns = if (across > 3) 120 else 92,
        ) +
        style(170 + across * if (across > 3) 170 else 220, 120 + down * if (wrapped) 170 else 140)
}

private const val WITHIN = "within a class"
private const val BETWEEN = "between classes"

private fun Histogram.marks(series: String, across: String, down: String): List<Mark> =
    counts.indices.map { Mark(middle(it), share(it), 0.0, series, across, down) }

private fun areas(marks: List<Mark>): Feature =
    geomArea(
        marks.columns(),
        stat = Stat.identity,
        position = positionIdentity,
        alpha = 0.3,
        size = 0.8,
    ) {
        x = "x"
        y = "y"
        fill = "estimator"
        color = "estimator"
    }

/** More panels than these do not fit beside each other. */
private const val MAX_BESIDE = 4

/** Histograms of the values of layers. */
internal fun valueFigure(
    source: ActivationSource,
    all: List<Triple<Int, String, UnitValues>>,
): Plot {
    val marks =
        all.flatMap { (epoch, layer, values) -> values.histogram.marks("", layer, "epoch $epoch") }
    val layers = all.distinctBy { it.second }.size
    val epochs = all.distinctBy { it.first }.size
    val many = layers > MAX_BESIDE
    val across = if (many) epochs else layers
    val down = if (many) layers else epochs
    val outside = all.any { (_, _, values) -> values.below + values.above > 0 }
    return letsPlot() +
        area(arranged(marks).single()) +
        facetGrid(
            x = if (many) "down" else "across",
            y = if (many) "across" else "down",
            scales = "free_y",
        ) +
        panels() +
        words(
            title = "Values of units of ${source.name()}",
            subtitle = "all units of a layer, n = ${source.inputs().n()} inputs",
            caption = listOf(if (outside) "The end bins also hold what lies outside." else ""),
            x = "value of a unit",
            y = "share of values",
        ) +
        style(if (across == 1) WIDTH else 190 + across * 190, 120 + down * 120)
}

/** Histograms of cosine similarities, with their means. */
internal fun cosineFigure(
    source: ActivationSource,
    all: List<Triple<String, String, CosineSimilarities>>,
): Plot {
    // Bins below all similarities would take the room of the others.
    val empty = all.minOf { (_, _, found) -> found.histogram.counts.indexOfFirst { it > 0 } }
    val histograms =
        all.flatMap { (name, layer, found) ->
            found.histogram.marks("", layer, name).drop(maxOf(0, empty - 1))
        }
    val averages =
        all.filter { !it.third.mean.isNaN() }
            .map { (name, layer, found) -> Mark(found.mean, 0.0, 0.0, "mean", layer, name) }
    val (marks, means) = arranged(histograms, averages)
    val layers = all.distinctBy { it.second }.size
    val networks = all.distinctBy { it.first }.size
    val many = layers > MAX_BESIDE
    val across = if (many) networks else layers
    val down = if (many) layers else networks
    val zero = all.sumOf { it.third.zeroRows }
    return letsPlot() +
        area(marks) +
        geomVLine(means.columns(), color = INK, size = 0.9) {
            xintercept = "x"
            linetype = "estimator"
        } +
        truthLegend() +
        facetGrid(
            x = if (many) "down" else "across",
            y = if (many) "across" else "down",
            scales = "free_y",
        ) +
        panels() +
        words(
            title = "Cosine similarity of layers to those of ${source.name()}",
            subtitle = "the same n = ${source.inputs().n()} inputs in both networks",
            caption = listOf(if (zero > 0) "$zero values that are all 0 are left out." else ""),
            x = "cosine similarity",
            y = "share of inputs",
        ) +
        style(if (across == 1) WIDTH else 190 + across * 190, 120 + down * 120)
}

/** Densities of a single noisy unit. */
internal fun densityFigure(
    source: ActivationSource,
    layer: Int,
    densities: List<Pair<Int, NoisyDensity>>,
): Plot {
    val marks =
        densities.flatMap { (epoch, density) ->
            density.t.zip(density.density).map { (t, p) -> Mark(t, p, 0.0, "", "epoch $epoch") }
        }
    val across = bestAcross(densities.size)
    return letsPlot() +
        area(arranged(marks).single()) +
        (if (densities.size > 1) facetWrap("across", ncol = across, scales = "free_y", order = 1)
        else FeatureList(emptyList())) +
        panels() +
        words(
            title = "Density of T, ${source.layerName(layer)} of ${source.name()}",
            subtitle =
                "n = ${source.inputs().n()} inputs, beta = ${source.channel(densities[0].first, layer).orElseThrow().beta()}",
            caption = emptyList(),
            x = "t",
            y = "density of T",
        ) +
        style(100 + across * 250, 120 + (densities.size + across - 1) / across * 190)
}

/** Entropies of units, and their mean. */
internal fun unitEntropyFigure(source: ActivationSource, layer: Int, found: UnitEntropies): Plot {
    val all = found.epochs.map { it.toInt() }
    val epochs = EpochAxis(all)
    val units = found.entropies.first().size
    val thin =
        (0 until units).flatMap { unit ->
            all.mapIndexed { e, epoch ->
                Mark(epochs.at(epoch), found.entropies[e][unit], 0.0, "$unit")
            }
        }
    val mean =
        all.mapIndexed { e, epoch ->
            Mark(epochs.at(epoch), found.entropies[e].average(), 0.0, "mean over units")
        }
    val slopes = "%.2g".format(Locale.ROOT, found.meanSlope)
    val sd = "%.2g".format(Locale.ROOT, found.standardDeviation)
    val falling = found.slopes.count { it < 0 }
    return letsPlot() +
        geomLine(thin.columns(), color = PALETTE[4], size = 0.5, alpha = 0.6) {
            x = "x"
            y = "y"
            group = "estimator"
        } +
        inkLines(mean) +
        scaleLinetypeManual(listOf(1), name = "") +
        words(
            title = "Binned entropy of the units of ${source.layerName(layer)} of ${source.name()}",
            subtitle = "$units units, n = ${source.inputs().n()} inputs, ${found.bins}",
            caption =
                listOf(
                    "Slope: $slopes nats per epoch, mean over units, standard deviation $sd; $falling of $units fall."
                ),
            x = "epoch",
            y = "H(Bin(T)) of a unit [nats]",
        ) +
        style(WIDTH, HEIGHT - 60) +
        epochs.scale()
}

/** One shape below the marks of each panel. */
private fun area(marks: List<Mark>): Feature =
    geomArea(
        marks.columns(),
        stat = Stat.identity,
        fill = PALETTE[0],
        color = PALETTE[0],
        alpha = 0.35,
        size = 0.8,
    ) {
        x = "x"
        y = "y"
    }
