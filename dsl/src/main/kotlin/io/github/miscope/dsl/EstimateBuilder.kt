package io.github.miscope.dsl

import io.github.miscope.estimator.ConditionalMutualInformationEstimator

/** Options of a single estimate: `mi(x, y) { estimator(ksg); interval(); bits() }`. */
@MiscopeDsl
public class EstimateBuilder
internal constructor(internal val choices: DataChoices = DataChoices()) :
    EstimatorsBuilder(), DataOptions by choices {
    internal var given: Given? = null

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

    /** Conditions on n values: `mi(x, y) { given(z) }` estimates I(X;Y|Z). */
    public fun given(z: DoubleArray, by: ConditionalMutualInformationEstimator? = null): Unit =
        give(Given.Values(side("z", z), by))

    /** Conditions on n rows of dZ values: `mi(x, y) { given(z) }` estimates I(X;Y|Z). */
    public fun given(
        z: Array<DoubleArray>,
        by: ConditionalMutualInformationEstimator? = null,
    ): Unit = give(Given.Values(side("z", z), by))

    private fun give(given: Given) {
        require(this.given == null) { "given(..) is called twice: name all columns in one call" }
        this.given = given
    }
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
