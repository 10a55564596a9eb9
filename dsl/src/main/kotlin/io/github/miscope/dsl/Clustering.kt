package io.github.miscope.dsl

import io.github.miscope.activation.ActivationSource
import io.github.miscope.activation.BinGrid
import io.github.miscope.activation.ClusterQuality
import io.github.miscope.activation.CosineSimilarities
import io.github.miscope.activation.NoisyDensity
import io.github.miscope.activation.PairDistances
import io.github.miscope.activation.UnitEntropies
import io.github.miscope.activation.UnitValues
import io.github.miscope.dsl.figure.DistancePanel
import io.github.miscope.dsl.figure.clusterFigure
import io.github.miscope.dsl.figure.cosineFigure
import io.github.miscope.dsl.figure.densityFigure
import io.github.miscope.dsl.figure.distanceFigure
import io.github.miscope.dsl.figure.scatterFigure
import io.github.miscope.dsl.figure.unitEntropyFigure
import io.github.miscope.dsl.figure.valueFigure
import io.github.miscope.encoder.Pca
import io.github.miscope.sample.Seed
import io.github.miscope.sample.Variable
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.letsPlot.intern.Plot

// Views of how the inputs of a network cluster in its layers (Goldfeld et al. 2019, sections 4, 5).
// They show the network at test time, when its noise is off; the density of T alone has its noise.

/**
 * Values of a layer, coloured by class, a panel for each epoch: a layer of two units as it is, one
 * of three as its three projections, a wider one by its first three units or, better, its first two
 * principal components. Noise is off.
 *
 * @param layer the number of the layer
 * @param epochs the first, a middle one and the last if none is named
 * @param units which units, from 1; at most 4
 * @param most so many inputs are drawn at most
 * @param components so many principal components in place of units, at most 4, of each epoch's own
 * @throws IllegalArgumentException if there is no such layer, epoch, unit or component, or units
 *   and components are both named
 */
public fun ActivationSource.scatterPlot(
    layer: Int,
    epochs: List<Int> = someEpochs(),
    units: List<Int>? = null,
    most: Int = 200,
    components: Int? = null,
): Plot {
    check(listOf(layer), epochs)
    require(most >= 1) { "most must be >= 1: most=$most" }
    val own = epochs.associateWith { activations(it, layer) }
    if (components != null) {
        require(units == null) { "name units or components, not both: units=$units" }
        val width = minOf(own.values.first().d(), 4)
        require(components in 1..width) {
            "components must be in 1 to $width: components=$components"
        }
        val codes = own.mapValues { (_, t) -> Pca.to(components).fit(t).apply(t) }
        return scatterFigure(this, layer, codes, (1..components).toList(), most, "component")
    }
    val values = own
    val d = values.values.first().d()
    val shown = units ?: (1..minOf(d, 3)).toList()
    shown.forEach { require(it in 1..d) { "unit must be in 1 to $d: unit=$it" } }
    require(shown.size in 1..4) { "a scatter shows 1 to 4 units: units=$shown" }
    return scatterFigure(this, layer, values, shown, most)
}

/**
 * How well the classes are clusters of the inputs in layers of any width: the mean silhouette
 * (Rousseeuw 1987), from -1 to 1, and the mean conductance of the classes in the graph of nearest
 * neighbours, which is 0 where these are of one class. Noise is off.
 *
 * @param neighbours of each input in that graph
 * @param most so many inputs are compared at most, all pairs of them
 * @throws IllegalArgumentException if classes are not known, or there is no such layer or epoch
 */
public fun ActivationSource.clusterQuality(
    layer: Int,
    epoch: Int = epochs().last(),
    neighbours: Int = 10,
    most: Int = 1000,
): ClusterQuality {
    check(listOf(layer), listOf(epoch))
    val classes = requireNotNull(labels().getOrNull()) { "the classes of ${name()} are not known" }
    return ClusterQuality.of(
        activations(epoch, layer),
        classes.levels(),
        neighbours,
        most,
        Seed.of(0),
    )
}

/**
 * [clusterQuality] against the epoch: silhouette and conductance, a line for each layer.
 *
 * @param layers all if null
 * @param epochs all if null
 * @throws IllegalArgumentException as [clusterQuality]
 */
public fun ActivationSource.clusterPlot(
    layers: List<Int>? = null,
    epochs: List<Int>? = null,
    neighbours: Int = 10,
    most: Int = 1000,
): Plot {
    val chosen = layers ?: layers()
    val shown = epochs ?: epochs()
    check(chosen, shown)
    val found =
        chosen.flatMap { layer ->
            shown.map { epoch ->
                Triple(epoch, layerName(layer), clusterQuality(layer, epoch, neighbours, most))
            }
        }
    return clusterFigure(this, found)
}

/**
 * Histograms of the Euclidean distances between values of a layer, within classes and between them:
 * a column of panels for each layer, a row for each epoch (Figures 6 and 8).
 *
 * @param layers all if null
 * @param epochs the first, a middle one and the last if none is named
 * @param withInputs the distances between the inputs themselves come first
 * @param ownAxes each panel has axes of its own; else a layer has one, and shows how it spreads
 * @param bins of a histogram
 * @param most so many inputs are compared at most, all pairs of them
 * @throws IllegalArgumentException if there is no such layer or epoch, or classes are not known
 */
public fun ActivationSource.distancePlot(
    layers: List<Int>? = null,
    epochs: List<Int> = someEpochs(),
    withInputs: Boolean = false,
    ownAxes: Boolean = false,
    bins: Int = 40,
    most: Int = 1000,
): Plot {
    val chosen = layers ?: layers()
    check(chosen, epochs)
    val classes = labels().getOrNull()?.levels()
    requireNotNull(classes) { "${name()} has no classes: there is no within and between" }
    val panels =
        epochs.flatMap { epoch ->
            val columns =
                (if (withInputs) listOf("input" to inputs()) else emptyList()) +
                    chosen.map { layerName(it) to activations(epoch, it) }
            columns.map { (name, t) ->
                DistancePanel(epoch, name, PairDistances.of(t, classes, bins, most, Seed.of(0)))
            }
        }
    return distanceFigure(this, panels, ownAxes)
}

/**
 * Histograms of the values of all units of a layer, a panel for each layer and epoch (Figure 10,
 * top): units that saturate fill the ends. Noise is off.
 *
 * @param layers all if null
 * @param epochs the first, a middle one and the last if none is named
 * @param range of the bins, of which the first and the last also hold what lies outside; that of
 *   the values if null
 * @param bins of a histogram
 * @throws IllegalArgumentException if there is no such layer or epoch, or the range is empty
 */
public fun ActivationSource.valuePlot(
    layers: List<Int>? = null,
    epochs: List<Int> = someEpochs(),
    range: ClosedFloatingPointRange<Double>? = null,
    bins: Int = 40,
): Plot {
    val chosen = layers ?: layers()
    check(chosen, epochs)
    val values =
        epochs.flatMap { epoch -> chosen.map { Triple(epoch, it, activations(epoch, it)) } }
    val shown = range ?: rangeOf(values.map { it.third })
    val panels =
        values.map { (epoch, layer, t) ->
            val found = UnitValues.of(t, shown.start, shown.endInclusive, bins)
            Triple(epoch, layerName(layer), found)
        }
    return valueFigure(this, panels)
}

/** From the least to the largest of all values; around it if there is one value only. */
private fun rangeOf(layers: List<Variable>): ClosedFloatingPointRange<Double> {
    val columns = layers.flatMap { t -> (0 until t.d()).map { t.column(it) } }
    val low = columns.minOf { it.min() }
    val high = columns.maxOf { it.max() }
    return if (low < high) low..high else low - 0.5..high + 0.5
}

/**
 * Histograms of the cosine similarity between the values of a layer in this network and in others,
 * for the same inputs: a column of panels for each layer, a row for each network (Figure 3).
 *
 * @param others networks of the same shape on the same inputs, by the names of their panels
 * @param layers all if null
 * @param epoch the last that both have if null
 * @param bins of a histogram
 * @throws IllegalArgumentException if layers differ in size, or there is no such layer or epoch
 */
public fun ActivationSource.cosinePlot(
    others: Map<String, ActivationSource>,
    layers: List<Int>? = null,
    epoch: Int? = null,
    bins: Int = 50,
): Plot {
    require(others.isNotEmpty()) { "there is no other network to compare ${name()} with" }
    val chosen = layers ?: layers()
    check(chosen, if (epoch == null) epochs() else listOf(epoch))
    // Passes through this network, of which all others want the same.
    val own = mutableMapOf<Pair<Int, Int>, Variable>()
    val panels =
        others.flatMap { (name, other) ->
            val at =
                requireNotNull(epoch ?: epochs().lastOrNull { it in other.epochs() }) {
                    "${name()} and $name have no epoch in common"
                }
            chosen.map { layer ->
                val found =
                    CosineSimilarities.of(
                        own.getOrPut(at to layer) { activations(at, layer) },
                        other.activations(at, layer),
                        bins,
                    )
                Triple(name, layerName(layer), found)
            }
        }
    return cosineFigure(this, panels)
}

/**
 * The density of a noisy layer of one unit, a panel for each epoch, with the place of every input
 * below it (Figure 4).
 *
 * @param layer the number of the layer
 * @param epochs the first, a middle one and the last if none is named
 * @param draws of S for each input, where layers below have noise as well
 * @throws IllegalArgumentException if the layer has no noise or more than one unit, or there is no
 *   such layer or epoch
 */
public fun ActivationSource.densityPlot(
    layer: Int,
    epochs: List<Int> = someEpochs(),
    draws: Int = 200,
): Plot {
    check(listOf(layer), epochs)
    val densities =
        epochs.map { epoch ->
            val channel = channel(epoch, layer).getOrNull()
            require(channel != null && channel.beta() > 0) {
                "${layerName(layer)} of ${name()} has no noise, and so T has no density"
            }
            val each = if (channel.deterministicCentres()) 1 else draws
            val centres = channel.centres(0, channel.inputs(), each, Seed.of(0))
            epoch to NoisyDensity.of(centres, channel.beta(), DENSITY_POINTS)
        }
    return densityFigure(this, layer, densities)
}

/**
 * The binned entropy of each unit of a layer against the epoch, with the slopes of their regression
 * lines (section 5.2).
 *
 * @param layer the number of the layer
 * @param bins which bins
 * @param epochs all from 1 on if none is named, as in the paper: the first one undoes what initial
 *   weights were
 * @throws IllegalArgumentException if there is no such layer or epoch, or fewer than two epochs
 */
public fun ActivationSource.unitEntropies(
    layer: Int,
    bins: BinGrid,
    epochs: List<Int> = epochs().filter { it > 0 },
): UnitEntropies {
    check(listOf(layer), epochs)
    return UnitEntropies.of(
        DoubleArray(epochs.size) { epochs[it].toDouble() },
        epochs.map { activations(it, layer) },
        bins,
    )
}

/** The figure of [unitEntropies]: a thin line for each unit, a thick one for their mean. */
public fun ActivationSource.unitEntropyPlot(
    layer: Int,
    bins: BinGrid,
    epochs: List<Int> = epochs().filter { it > 0 },
): Plot = unitEntropyFigure(this, layer, unitEntropies(layer, bins, epochs))

/** The first epoch, a middle one and the last. */
private fun ActivationSource.someEpochs(): List<Int> =
    epochs().let { listOf(it.first(), it[it.size / 2], it.last()) }.distinct()

private fun ActivationSource.check(layers: List<Int>, epochs: List<Int>) {
    require(layers.isNotEmpty()) { "layers must name at least 1 of ${layers()}: layers=[]" }
    require(epochs.isNotEmpty()) { "epochs must name at least 1 of ${epochs()}: epochs=[]" }
    layers.forEach { require(it in layers()) { "there is no layer $it, only ${layers()}" } }
    epochs.forEach { require(it in epochs()) { "there is no epoch $it, only ${epochs()}" } }
}

private const val DENSITY_POINTS = 800
