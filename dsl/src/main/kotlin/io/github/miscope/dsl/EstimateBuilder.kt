package io.github.miscope.dsl

import io.github.miscope.estimator.ConditionalMutualInformationEstimator
import org.jetbrains.kotlinx.dataframe.DataColumn

/** Options of a single estimate: `mi(x, y) { estimator(ksg); interval(); bits() }`. */
@MiscopeDsl
public class EstimateBuilder
internal constructor(internal val choices: DataChoices = DataChoices()) :
    PairEstimatorsBuilder(), DataOptions by choices {
    internal var given: Given? = null
    internal var weighting: Weighting? = null
    internal val conditional = mutableListOf<ConditionalMutualInformationEstimator>()

    /**
     * Conditions on columns of the same frame: `df.mi("x", "y") { given("z") }` estimates I(X;Y|Z).
     *
     * @param columns the names of the columns of Z
     * @param by the estimator; if null, miscope chooses by the kinds of the columns, and the
     *   estimate says what. Where every column of Z is discrete, an [estimator] serves as well: it
     *   is averaged over the levels of Z
     * @throws IllegalArgumentException if something is given already
     */
    public fun given(vararg columns: String, by: ConditionalMutualInformationEstimator? = null) {
        require(columns.isNotEmpty()) { "given() names no column" }
        give(Given.Columns(columns.toList(), by))
    }

    /** Conditions on columns of the same frame: `given(listOf("a", "b"))`. */
    public fun given(
        columns: Iterable<String>,
        by: ConditionalMutualInformationEstimator? = null,
    ): Unit = given(*columns.toList().toTypedArray(), by = by)

    /** Conditions on a column: `mi(df["x"], df["y"]) { given(df["z"]) }`. */
    public fun given(z: DataColumn<*>, by: ConditionalMutualInformationEstimator? = null): Unit =
        give(Given.Values(columnSide(z), by))

    /** Conditions on n values: `mi(x, y) { given(z) }` estimates I(X;Y|Z). */
    public fun given(z: DoubleArray, by: ConditionalMutualInformationEstimator? = null): Unit =
        give(Given.Values(side("z", z), by))

    /** Conditions on n rows of dZ values: `mi(x, y) { given(z) }` estimates I(X;Y|Z). */
    public fun given(
        z: Array<DoubleArray>,
        by: ConditionalMutualInformationEstimator? = null,
    ): Unit = give(Given.Values(side("z", z), by))

    /**
     * Weights the rows by a column of the same frame: `df.mi("a", "b") { weights("w") }`. A weight
     * says how many members of the population a row stands for, as in a survey; 0 leaves it out.
     *
     * Estimators that take weights are [discreteMi] and [binnedMi], plug-in or Miller-Madow, and
     * [gaussianMi]; others are refused. Without an estimator it is the one of these that suits the
     * columns.
     *
     * @throws IllegalArgumentException if there are weights already; later, if one is negative, or
     *   with [given], [interval], [pValue] or [compress]
     */
    public fun weights(column: String): Unit = weigh(Weighting.Column(column))

    /** Weights the rows by a column: `mi(df["a"], df["b"]) { weights(df["w"]) }`. */
    public fun weights(column: DataColumn<*>): Unit = weigh(Weighting.Values(columnSide(column)))

    /** Weights the rows: `mi(x, y) { weights(w) }`. */
    public fun weights(values: DoubleArray): Unit = weigh(Weighting.Values(side("weights", values)))

    private fun weigh(weighting: Weighting) {
        require(this.weighting == null) { "weights(..) is called twice: rows have one weight" }
        this.weighting = weighting
    }

    /**
     * Adds a standard error, a confidence interval, the bias and, where nothing speaks against it,
     * an interval for the truth: [MiResult.truth]. It costs no more than [interval].
     *
     * The confidence interval knows how the estimate varies, not how far its mean is from the
     * mutual information. The bias is extrapolated from the drift of the estimate between parts of
     * the data and the whole.
     *
     * @param level the nominal coverage, in (0, 1)
     * @throws IllegalArgumentException if the level is not in (0, 1); later, if something is given
     */
    public fun truthInterval(level: Double = 0.95) {
        choices.interval(level)
        choices.truth = true
    }

    internal fun filled(options: EstimateBuilder.() -> Unit): EstimateBuilder =
        filledBy(options, Use.ESTIMATOR, Use.UNIT, Use.MISSING)

    private fun give(given: Given) {
        require(this.given == null) { "given(..) is called twice: name all columns in one call" }
        if (given.by != null) Use.ESTIMATOR.take()
        this.given = given
    }
}

/**
 * Adds an estimator of I(X;Y|Z), for a Z that is [given][EstimateBuilder.given]: `df.mi("x", "y") {
 * given("z"); estimator(conditionalKsg) }`.
 *
 * @param estimator a preset such as [conditionalKsg], or any other
 */
public fun EstimateBuilder.estimator(estimator: ConditionalMutualInformationEstimator): Unit =
    estimators(estimator)

/** Adds estimators of I(X;Y|Z), to be compared, for a Z that is given. */
public fun EstimateBuilder.estimators(vararg estimators: ConditionalMutualInformationEstimator) {
    Use.ESTIMATOR.take()
    conditional += estimators
}

/** What is given: the Z of I(X;Y|Z), and how to estimate with it. */
internal sealed interface Given {
    val by: ConditionalMutualInformationEstimator?

    class Columns(
        val names: List<String>,
        override val by: ConditionalMutualInformationEstimator?,
    ) : Given

    class Values(val side: Side, override val by: ConditionalMutualInformationEstimator?) : Given
}
