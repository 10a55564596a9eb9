package io.github.miscope.dsl

import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.ConditionalMutualInformationEstimator
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.inference.ConditionalInference
import io.github.miscope.inference.Inference
import io.github.miscope.inference.InferenceOptions
import io.github.miscope.inference.PermutationScheme
import io.github.miscope.inference.Subsampling
import io.github.miscope.sample.Seed
import java.util.Optional
import java.util.OptionalDouble
import java.util.OptionalInt

/** Options of every estimate from data: a single one, a matrix or a ranking. */
@MiscopeDsl
public sealed interface DataOptions {
    /**
     * What to do with rows that have a missing value: [REFUSE] (the default), [DROP] or, in words
     * for many pairs of columns, [PAIRWISE].
     */
    public fun missing(missing: MissingValues)

    /**
     * Takes columns of numbers as levels, of which only equality counts: codes of categories, years
     * that stand for groups. Columns of text, booleans and enum constants are discrete anyway,
     * unless the text is nearly all numbers; rounded measurements should stay as they are.
     *
     * @throws IllegalArgumentException later, if no such column is used
     */
    public fun discrete(vararg columns: String)

    /**
     * Takes columns of dates or times as points on a circle, sine and cosine, so that the end of a
     * period is near its start: `cyclic(Cycle.YEAR, "day")`. Without it they are seconds
     * since 1970.
     *
     * @throws IllegalArgumentException later, if no such column is used, or it holds no times
     */
    public fun cyclic(cycle: Cycle, vararg columns: String)

    /** Takes columns of numbers as levels: `discrete(listOf("year", "month"))`. */
    public fun discrete(columns: Iterable<String>): Unit =
        discrete(*columns.toList().toTypedArray())

    /**
     * Adds a standard error and a confidence interval, from subsamples that do not overlap (Holmes
     * and Nemenman 2019).
     *
     * @param level the nominal coverage, in (0, 1)
     * @param contiguous whether subsamples are runs of rows, for rows in time order; they always
     *   are with `pValue(blockLength = ..)`
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public fun interval(level: Double = 0.95, contiguous: Boolean = false)

    /**
     * Adds the p-value of a permutation test of independence, (1 + #) / (1 + permutations). The
     * whole estimate is repeated for each permutation, with whatever it maximises. Where something
     * is given, rows are permuted within its levels, or residuals given its continuous columns; the
     * result says which. Given one continuous column, 199 permutations take 0.05 s at n = 100 and
     * 0.6 s at n = 500 on one core.
     *
     * The test stops early where there is little to find: once [stopAfter] permuted estimates reach
     * the observed one, after l of them, p is `stopAfter / l`, which is as exact (Besag and
     * Clifford, Biometrika 78, 301, 1991). By default that happens above 0.05 only, and p-values
     * below have all permutations; of independent columns 200 permutations come to 40 on average.
     *
     * @param permutations how many at most, at least 1; the smallest possible p-value is 1 / (1 +
     *   permutations). If null, 200; in a matrix or a ranking with [HOLM]'s adjustment as many more
     *   as it takes for an adjusted p-value of 0.05
     * @param blockLength 0 for rows in any order. For rows in time order, the length of the blocks
     *   that are permuted as wholes; not where something is given, since that breaks the dependence
     *   on it as well
     * @param stopAfter how many permuted estimates that reach the observed one are enough; 0 for
     *   all permutations. If null, a twentieth of the permutations, and 10 at least
     * @throws IllegalArgumentException if permutations < 1, blockLength < 0 or stopAfter < 0
     */
    public fun pValue(permutations: Int? = null, blockLength: Int = 0, stopAfter: Int? = null)

    /** What subsamples and permutations are drawn from: equal seeds give equal results. */
    public fun seed(seed: Long)

    /** What subsamples and permutations are drawn from: equal seeds give equal results. */
    public fun seed(seed: Int): Unit = seed(seed.toLong())
}

/** Permutations of one estimate, if their number is not given. */
internal const val DEFAULT_PERMUTATIONS: Int = 200

private const val USUAL_LEVEL = 0.95

internal class DataChoices : DataOptions {
    var missing: MissingValues = MissingValues.REFUSE
    val discrete = mutableSetOf<String>()
    val cyclic = mutableMapOf<String, Cycle>()
    var level: Double? = null
    var contiguous: Boolean = false
    var truth: Boolean = false
    var tests: Boolean = false
    var permutations: Int? = null
    var blockLength: Int = 0
    var stopAfter: Int? = null
    var seed: Long = 0

    /** How often each estimate is repeated for its p-value; 0 without one. */
    val repeats: Int
        get() = if (tests) permutations ?: DEFAULT_PERMUTATIONS else 0

    /** Whether an estimate is made once: neither an interval nor a p-value repeats it. */
    val isPlain: Boolean
        get() = level == null && !tests

    /** The same with an interval of the usual level, and no p-value. */
    fun withInterval(): DataChoices =
        DataChoices().also {
            it.level = level ?: USUAL_LEVEL
            it.contiguous = contiguous
            it.blockLength = blockLength
            it.seed = seed
        }

    override fun missing(missing: MissingValues) {
        Use.MISSING.take()
        this.missing = missing
    }

    override fun discrete(vararg columns: String) {
        discrete += columns
    }

    override fun cyclic(cycle: Cycle, vararg columns: String) {
        columns.forEach { cyclic[it] = cycle }
    }

    override fun interval(level: Double, contiguous: Boolean) {
        requireLevel(level)
        this.level = level
        this.contiguous = contiguous
    }

    override fun pValue(permutations: Int?, blockLength: Int, stopAfter: Int?) {
        require(permutations == null || permutations >= 1) {
            "permutations must be >= 1: permutations=$permutations"
        }
        require(blockLength >= 0) { "blockLength must be >= 0: blockLength=$blockLength" }
        require(stopAfter == null || stopAfter >= 0) {
            "stopAfter must be >= 0: stopAfter=$stopAfter"
        }
        tests = true
        this.permutations = permutations
        this.blockLength = blockLength
        this.stopAfter = stopAfter
    }

    override fun seed(seed: Long) {
        this.seed = seed
    }

    fun wrap(estimator: MutualInformationEstimator): MutualInformationEstimator =
        Inference(estimator, options())

    fun wrap(
        estimator: ConditionalMutualInformationEstimator
    ): ConditionalMutualInformationEstimator = ConditionalInference(estimator, options())

    private fun options(): InferenceOptions {
        val scheme = if (blockLength == 0) null else PermutationScheme.wholeBlocks(blockLength)
        return InferenceOptions(
            level?.let { OptionalDouble.of(it) } ?: OptionalDouble.empty(),
            truth,
            if (blockLength > 0 || contiguous) Subsampling.contiguous() else Subsampling.random(),
            repeats,
            stopAfter?.let { OptionalInt.of(it) } ?: OptionalInt.empty(),
            Optional.ofNullable(scheme),
            true,
            Seed.of(seed),
        )
    }

    /** The sides with the columns that the user calls discrete taken as levels. */
    fun apply(sides: List<Side>): List<Side> {
        val known = sides.flatMap { side -> side.columns.map { it.name } }
        discrete.forEach { name ->
            require(name in known) {
                "discrete(${quoted(name)}) names no column that is used${didYouMean(name, known)}: " +
                    "those are ${quoted(known)}"
            }
        }
        cyclic.forEach { (name, cycle) ->
            require(name in known) {
                "cyclic(${cycle.name}, ${quoted(name)}) names no column that is used" +
                    "${didYouMean(name, known)}: those are ${quoted(known)}"
            }
        }
        return sides.map { it.withDiscrete(discrete).withCycles(cyclic) }
    }
}

/** Refuses what is no nominal coverage. */
internal fun requireLevel(level: Double) {
    require(level > 0 && level < 1) {
        val hint = if (level > 1 && level < 100) "; ${level.short()} % is ${level / 100}" else ""
        "level must be in (0, 1): level=$level$hint"
    }
}
