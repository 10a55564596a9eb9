package io.github.miscope.dsl

import io.github.miscope.activation.ActivationSource
import io.github.miscope.activation.BinGrid
import io.github.miscope.dsl.result.PlaneEncoders
import io.github.miscope.dsl.result.PlaneSetup
import io.github.miscope.encoder.Encoder
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.propagation.SamplePropagation
import io.github.miscope.sample.Seed

/**
 * Options of [informationPlane]; everything has a default. With [bins] alone, nothing else is
 * estimated; without bins and estimators, miscope chooses sample propagation for a network with
 * noise, else [auto], and the result says so.
 */
@MiscopeDsl
public class InformationPlaneBuilder
internal constructor(private val running: RunningChoices = RunningChoices()) :
    EstimatorsBuilder(), RunningOptions by running {
    private var propagation: SamplePropagation? = null
    private var layers: List<Int>? = null
    private var layerNames: List<String>? = null
    private var epochs: List<Int>? = null
    private var maxInputs: Int? = null
    private var labelsBy: MutualInformationEstimator? = null
    private var withLabels = true
    private var snrs: DoubleArray? = null
    private var power: Double? = null
    private var grids = emptyList<BinGrid>()
    private var encoders: PlaneEncoders? = null
    private var level: Double? = null
    private var seed = 0L

    /**
     * Estimates by sample propagation (Goldfeld et al. 2019) besides: I(X;T) of a noisy network
     * with X uniform on its inputs, and I(T;Y) from the same mixtures. With [noise] it takes the
     * noise of the network and the added noise together, which is exact up to its standard error
     * for X uniform on the given inputs.
     *
     * @param estimator the numbers of draws
     */
    public fun samplePropagation(estimator: SamplePropagation = SamplePropagation.withDefaults()) {
        propagation = estimator
    }

    /** The layers to look at, by their numbers: all if none is named. */
    public fun layers(vararg layers: Int) {
        require(layers.isNotEmpty()) { "layers() names no layer" }
        this.layers = layers.toList()
    }

    /** The layers to look at: `layers(1..3)`. */
    public fun layers(layers: Iterable<Int>): Unit = layers(*layers.toList().toIntArray())

    /** The layers to look at, by their names. */
    public fun layers(first: String, vararg more: String) {
        layerNames = listOf(first, *more)
    }

    /** The epochs to look at: `epochs(0..100 step 10)`. */
    public fun epochs(epochs: Iterable<Int>): Unit = epochs(*epochs.toList().toIntArray())

    /** The epochs to look at: all that there are if none is named. */
    public fun epochs(vararg epochs: Int) {
        require(epochs.isNotEmpty()) { "epochs() names no epoch" }
        this.epochs = epochs.sorted()
    }

    /**
     * Estimates from a random part of the inputs, the same for all: nearest neighbours compare all
     * pairs where there are many columns. Sample propagation keeps all inputs.
     *
     * @param count how many, at least 2
     */
    public fun maxInputs(count: Int) {
        require(count >= 2) { "maxInputs must be >= 2: maxInputs=$count" }
        maxInputs = count
    }

    /**
     * How I(T;Y) is estimated. By default each estimator does it: with Y as levels if it takes them
     * ([auto], [ross], sums of entropies), else with a column of 0 and 1 for each class (one column
     * for two classes), as the literature does.
     *
     * @param estimator for all instead, with Y as levels, such as [ross]
     */
    public fun labels(estimator: MutualInformationEstimator) {
        Use.ESTIMATOR.take()
        labelsBy = estimator
    }

    /** I(X;T) only. */
    public fun withoutLabels() {
        withLabels = false
    }

    /**
     * Gaussian noise is added to T: I(X; T + N) for each signal-to-noise ratio.
     *
     * @param snrDb ratios in dB: at a dB the noise has the variance power / 10^(a/10)
     * @param power the power of the signal; if null, the mean variance of T's columns
     * @throws IllegalArgumentException if a ratio is not finite, or the power is not positive
     */
    public fun noise(vararg snrDb: Double, power: Double? = null) {
        require(snrDb.isNotEmpty()) { "noise() names no signal-to-noise ratio" }
        require(snrDb.all { it.isFinite() }) { "snrDb must be finite: ${snrDb.toList()}" }
        require(power == null || (power > 0 && power.isFinite())) {
            "power must be positive and finite: power=$power"
        }
        snrs = snrDb
        this.power = power
    }

    /**
     * Gaussian noise is added to T, at evenly spaced signal-to-noise ratios in dB, ends included.
     */
    public fun noise(range: ClosedRange<Double>, points: Int = 7, power: Double? = null): Unit =
        noise(*evenlySpaced("snrDb", range, points), power = power)

    /** Gaussian noise is added to T, at evenly spaced ratios in dB: `noise(-10..30)`. */
    public fun noise(range: IntRange, points: Int = 7, power: Double? = null): Unit =
        noise(range.ofDoubles(), points, power)

    /** Gaussian noise is added to T, at ratios in dB: `noise(listOf(0, 10, 20))`. */
    public fun noise(snrDb: Iterable<Number>, power: Double? = null): Unit =
        noise(*snrDb.map { it.toDouble() }.toDoubleArray(), power = power)

    /** Gaussian noise is added to T, at ratios in dB: `noise(0, 10, 20)`. */
    public fun noise(first: Int, vararg more: Int, power: Double? = null): Unit =
        noise(listOf(first) + more.toList(), power)

    /**
     * Computes H(Bin(T)) besides, in cells of given widths. Noise within the network is off.
     *
     * @param widths in the units of T, each positive
     */
    public fun bins(vararg widths: Double): Unit =
        bins(*widths.map { BinGrid.OfWidth(it) }.toTypedArray())

    /**
     * Computes H(Bin(T)) besides, in cells of other kinds, such as `BinGrid.OfRange(-1.0, 1.0, 2)`.
     */
    public fun bins(vararg grids: BinGrid) {
        this.grids += grids
    }

    internal override val compresses: Boolean
        get() = super.compresses || encoders != null

    /**
     * Compresses X and each T before they are estimated from, as [compress] of two encoders:
     * `compress(pca(4))`.
     */
    override fun compress(encoder: Encoder): Unit = compress(encoder, encoder)

    /**
     * Compresses X and each T before they are estimated from: `compress(x = autoencoder(4), layers
     * = pca(4))` (Butakov et al. 2024, arXiv:2305.08013, Algorithm 2). Estimates are I(E(X);E(T))
     * and I(E(T);Y), lower bounds but for their own error. Rows say how much of the variance the
     * codes keep.
     *
     * The encoder of X is fitted once, that of layers to each layer anew after each epoch, to T
     * with its noise; both on the inputs that are estimated from, unless they are
     * `Encoder.fitted(..)`. Variables of no more columns than codes stay as they are, and so does T
     * in sample propagation and in [bins].
     *
     * @param x the encoder of the inputs; `Encoder.none()` leaves them as they are
     * @param layers the encoder of each layer
     */
    public fun compress(x: Encoder, layers: Encoder) {
        requireNoCompression()
        encoders = PlaneEncoders(x, layers)
    }

    /**
     * Adds a standard error and a confidence interval to each estimate, from subsamples of the
     * inputs (Holmes and Nemenman 2019). Codes count as given: subsamples do not fit encoders anew.
     * Sample propagation has standard errors of its own.
     *
     * @param level the nominal coverage, in (0, 1)
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public fun interval(level: Double = 0.95) {
        requireLevel(level)
        this.level = level
    }

    /** What noise and the choice of inputs are drawn from: equal seeds give equal results. */
    public fun seed(seed: Long) {
        this.seed = seed
    }

    /** What noise and the choice of inputs are drawn from: equal seeds give equal results. */
    public fun seed(seed: Int): Unit = seed(seed.toLong())

    internal fun filled(options: InformationPlaneBuilder.() -> Unit): InformationPlaneBuilder =
        filledBy(options, Use.ESTIMATOR, Use.UNIT)

    internal fun plan(sources: List<ActivationSource>): PlaneSetup {
        require(sources.isNotEmpty()) { "informationPlane() needs a network" }
        val first = sources.first()
        val layers = chosen("layer", layers ?: layerNames?.map(first::layerCalled), first.layers())
        val epochs = chosen("epoch", epochs, first.epochs())
        sources.drop(1).forEach {
            require(it.layers().containsAll(layers) && it.epochs().containsAll(epochs)) {
                "all networks must have layers $layers and epochs $epochs: ${it.name()} has " +
                    "${it.layers()} and ${it.epochs()}"
            }
        }
        val own = choice()
        val given = own.reason == null || propagation != null || grids.isNotEmpty()
        val noisy =
            snrs == null && !compresses && layers.any { beta(first, epochs.first(), it) > 0 }
        val estimators =
            if (own.reason == null || !(given || noisy)) own.estimators else emptyList()
        val sp = propagation ?: SamplePropagation.withDefaults().takeIf { noisy && !given }
        require(estimators.isNotEmpty() || !compresses) {
            "compress(..) is for estimators: sample propagation and bins take T as it is; name one " +
                "with estimator(..), or leave compress(..) out"
        }
        require(estimators.isNotEmpty() || level == null) {
            "interval(..) is for estimators: sample propagation has standard errors of its own, " +
                "and binned entropies have none; name one with estimator(..), or leave " +
                "interval(..) out"
        }
        return PlaneSetup(
            sources,
            layers,
            epochs,
            estimators,
            sp,
            when {
                given -> null
                noisy -> CHOSEN_PROPAGATION
                else -> own.reason
            },
            withLabels,
            labelsBy,
            maxInputs,
            snrs?.toList() ?: listOf(null),
            power,
            grids,
            encoders,
            level,
            Seed.of(seed),
            unit,
            running.run,
        )
    }

    private fun beta(source: ActivationSource, epoch: Int, layer: Int) =
        source.channel(epoch, layer).map { it.beta() }.orElse(0.0)

    private fun chosen(what: String, wanted: List<Int>?, all: List<Int>): List<Int> {
        wanted?.forEach { require(it in all) { "there is no $what $it, only $all" } }
        return wanted?.distinct() ?: all
    }
}

private const val CHOSEN_PROPAGATION = "sample propagation: the network has noise"

/** The number of the layer of that name. */
private fun ActivationSource.layerCalled(name: String): Int =
    requireNotNull(layers().firstOrNull { layerName(it) == name }) {
        val names = layers().map { layerName(it) }
        "there is no layer ${quoted(name)}${didYouMean(name, names)}: the layers are ${quoted(names)}"
    }
