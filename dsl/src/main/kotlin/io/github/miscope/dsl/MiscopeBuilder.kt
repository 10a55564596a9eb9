package io.github.miscope.dsl

import io.github.miscope.encoder.Encoder
import io.github.miscope.encoder.PairEncoder
import io.github.miscope.estimator.ConditionalMutualInformationEstimator
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.Labelled
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.encoded.Compressed
import io.github.miscope.estimator.encoded.CrossFitted
import io.github.miscope.estimator.encoded.Projected
import io.github.miscope.sample.Samples

/** What all builders of the DSL have in common: the unit of what is shown. */
@MiscopeDsl
public sealed class MiscopeBuilder {
    internal var unit: InformationUnit = InformationUnit.NATS

    /** The unit of what is shown: [NATS] (the default) or [BITS]. Estimation is not affected. */
    public fun unit(unit: InformationUnit) {
        Use.UNIT.take()
        this.unit = unit
    }

    /** Shows bits instead of nats. */
    public fun bits() {
        unit(InformationUnit.BITS)
    }
}

/** A builder that takes one or more estimators. */
@MiscopeDsl
public sealed class EstimatorsBuilder : MiscopeBuilder() {
    private val estimators = mutableListOf<MutualInformationEstimator>()
    private var compression: ((MutualInformationEstimator) -> MutualInformationEstimator)? = null
    internal open val compresses: Boolean
        get() = compression != null

    /**
     * Adds an estimator. With none, miscope chooses [auto], and the result says so.
     *
     * @param estimator a preset such as [ksg] or [ksgGlobalLinf], or any other
     */
    public fun estimator(estimator: MutualInformationEstimator): Unit =
        estimators(listOf(estimator))

    /**
     * Adds an estimator of your own for one column against one: `estimator("linear") { x, y -> ...
     * }`, which returns nats.
     *
     * @param name its label in tables and legends
     * @param nats the estimate of I(X;Y) in nats, from the values of X and those of Y
     */
    public fun estimator(name: String, nats: (x: DoubleArray, y: DoubleArray) -> Double): Unit =
        estimator(customEstimator(name, nats))

    /**
     * Adds an estimator of your own: `estimator("mine") { samples -> ... }`, which returns nats.
     */
    public fun estimator(name: String, nats: (samples: Samples) -> Double): Unit =
        estimator(customEstimator(name, nats))

    /** Adds estimators, to be compared; their labels must differ. */
    public fun estimators(vararg estimators: MutualInformationEstimator): Unit =
        estimators(estimators.toList())

    /** Adds estimators, to be compared; their labels must differ. */
    public fun estimators(estimators: Iterable<MutualInformationEstimator>) {
        Use.ESTIMATOR.take()
        this.estimators += estimators
    }

    /**
     * Compresses X and Y before each estimate, together, so that their codes keep what they share:
     * where there are many columns, or other columns than those that matter. The estimate is a
     * lower bound of I(X;Y), but for its own error; it says how many codes there are. Variables of
     * no more columns than that, and discrete ones, stay as they are.
     *
     * @param encoder [canonicalProjection] unless another is given
     */
    public fun compress(encoder: PairEncoder = canonicalProjection): Unit = compressBy {
        Projected(it, encoder)
    }

    /**
     * Compresses X and Y before each estimate, each on its own: `compress(pca(4))`. The estimate
     * says how much of the variance is kept and, where that is known, how much information can be
     * lost. Discrete variables, and those of one column, stay as they are.
     */
    public open fun compress(encoder: Encoder): Unit = compressBy {
        Compressed.of(it, encoder, encoder)
    }

    internal fun compressBy(
        compression: (MutualInformationEstimator) -> MutualInformationEstimator
    ) {
        requireNoCompression()
        this.compression = compression
    }

    internal fun requireNoCompression() {
        require(!compresses) { "compress(..) is called twice: give both encoders in one" }
    }

    /** The estimators as they were given, without compression. */
    internal fun given(): Choice = Choice.of(estimators)

    internal fun choice(): Choice {
        val choice = given()
        val compression = compression ?: return choice
        return Choice(choice.estimators.map(compression), choice.reason)
    }
}

/** A builder whose estimators see one X and one Y. */
@MiscopeDsl
public sealed class PairEstimatorsBuilder : EstimatorsBuilder() {
    /** Compresses X and Y by different encoders: `compress(x = pca(4), y = Encoder.none())`. */
    public fun compress(x: Encoder, y: Encoder): Unit = compressBy { Compressed.of(it, x, y) }

    /**
     * Compresses each of some [folds] of the observations by encoders that were fitted to the
     * others, `compress(autoencoder(4), folds = 2)`, and takes the mean of their estimates: for
     * encoders that may know by heart what they were fitted to.
     */
    public fun compress(encoder: Encoder, folds: Int): Unit = compress(encoder, encoder, folds)

    /** Compresses [folds] of X and Y by different encoders that were fitted to the others. */
    public fun compress(x: Encoder, y: Encoder, folds: Int): Unit = compressBy {
        CrossFitted.of(Compressed.of(it, x, y), folds)
    }
}

/**
 * Estimators, and why they are these where the user gave none.
 *
 * @property conditional the estimators of I(X;Y|Z), where something is given
 */
internal class Choice(
    val estimators: List<MutualInformationEstimator>,
    val reason: String?,
    val conditional: List<ConditionalMutualInformationEstimator> = emptyList(),
) {
    companion object {
        fun of(estimators: List<MutualInformationEstimator>): Choice {
            val given = Labelled.all(estimators)
            val labels = given.groupingBy { it.toString() }.eachCount()
            labels.forEach { (label, count) ->
                require(count == 1) {
                    "two estimators have the label \"$label\": rename one with named(\"...\")"
                }
            }
            return if (given.isEmpty()) Choice(listOf(auto), NOT_GIVEN)
            else Choice(given.toList(), null)
        }
    }
}
