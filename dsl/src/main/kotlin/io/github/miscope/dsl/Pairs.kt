package io.github.miscope.dsl

import io.github.miscope.association.ScaledInformation
import io.github.miscope.dsl.result.SIGNIFICANCE
import io.github.miscope.dsl.text.counted
import io.github.miscope.estimator.ChoosesByKind
import io.github.miscope.estimator.ConditionalMutualInformationEstimator
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.Uncertainty
import io.github.miscope.estimator.conditional.Stratified
import io.github.miscope.estimator.mixed.ByType
import io.github.miscope.inference.PValueAdjustment
import io.github.miscope.inference.PairsInterruptedException
import io.github.miscope.inference.PairwiseEstimates
import io.github.miscope.inference.TriangleIndex
import io.github.miscope.inference.VariablePairs
import io.github.miscope.inference.VariableTriples
import io.github.miscope.plan.RunOptions
import io.github.miscope.sample.ConditionalSamples
import io.github.miscope.sample.Samples
import io.github.miscope.sample.Variable
import java.util.PriorityQueue
import java.util.stream.IntStream
import kotlin.jvm.optionals.getOrNull
import kotlin.math.ceil

/** The estimates of many pairs, with their p-values adjusted. */
internal class Pairs(val pairs: List<MiPair>, val estimator: String, val reason: String?)

internal fun matrix(given: UsableColumns, builder: PairsBuilder): MiMatrix {
    val columns = builder.choices.apply(listOf(Side("columns", given.columns))).single().columns
    require(columns.size >= 2) {
        "a matrix needs at least 2 columns: there " +
            (if (columns.isEmpty()) "is none of numbers or repeated levels"
            else "is only ${quoted(columns.single().name)}") +
            (leftOutText(given.leftOut)?.let { "; ${it.trimEnd('.')}" } ?: "")
    }
    val wanted =
        ColumnPairs(columns, builder.choices.missing, AllPairs(TriangleIndex(columns.size)))
    return builder.estimates(
        "Matrix of ${wanted.size()} pairs",
        wanted,
        { found ->
            MiMatrix(
                columns.map { it.name },
                found.pairs,
                builder.unit,
                found.estimator,
                found.reason,
                builder.adjustment,
                given.leftOut,
            )
        },
        ::MatrixInterruptedException,
    )
}

internal fun rank(
    target: NamedColumn,
    given: UsableColumns,
    builder: PairsBuilder,
    condition: Side? = null,
): MiRank {
    val features = given.columns
    require(features.isNotEmpty()) {
        "there is no column to rank beside ${quoted(target.name)}" +
            (leftOutText(given.leftOut)?.let { ": ${it.trimEnd('.')}" } ?: "")
    }
    val few = features.size <= MAX_WITH_INTERVALS
    if (builder.choices.level == null && few) builder.choices.interval()
    val columns = builder.choices.apply(listOf(Side("columns", features + target))).single().columns
    val last = columns.size - 1
    val z = condition?.let { it.withDiscrete(builder.choices.discrete) }
    val wanted = ColumnPairs(columns, builder.choices.missing, WithLast(last), z)
    return builder.estimates(
        "Ranking of $last columns",
        wanted,
        { found ->
            MiRank(
                target.name,
                found.pairs.strongest(found.pairs.size),
                builder.unit,
                found.estimator,
                found.reason,
                builder.adjustment,
                given.leftOut,
                condition?.columns.orEmpty().map { it.name },
            )
        },
        ::RankInterruptedException,
    )
}

/** Rankings of more columns have intervals only if they are asked for: each takes 6 estimates. */
private const val MAX_WITH_INTERVALS = 100

/**
 * The largest estimate first; then pairs with an identifier, whose estimates mean nothing, and
 * pairs without an estimate.
 */
private val strongestFirst: Comparator<MiPair> =
    compareByDescending<MiPair> { it.isEstimated }
        .thenBy { it.hasIdentifier }
        .thenByDescending { it.nats }

/** The strongest pairs, in that order; of many pairs, only those are made at the same time. */
internal fun List<MiPair>.strongest(most: Int): List<MiPair> {
    if (size <= MANY) return sortedWith(strongestFirst).take(most)
    val kept = PriorityQueue(most + 1, strongestFirst.reversed())
    for (pair in this) {
        kept += pair
        if (kept.size > most) kept.poll()
    }
    return kept.sortedWith(strongestFirst)
}

private const val MANY = 10_000

/** Which columns are paired: data and not code, so that a cluster can be sent it. */
internal sealed interface Pairing {
    val size: Int

    fun first(pair: Int): Int

    fun second(pair: Int): Int
}

internal class AllPairs(private val triangle: TriangleIndex) : Pairing {
    override val size
        get() = triangle.size()

    override fun first(pair: Int) = triangle.row(pair)

    override fun second(pair: Int) = triangle.column(pair)
}

/** Each column with the last. */
private class WithLast(private val last: Int) : Pairing {
    override val size
        get() = last

    override fun first(pair: Int) = pair

    override fun second(pair: Int) = last
}

/** Pairs of columns, of which each is made when it is needed. */
internal class ColumnPairs(
    val columns: List<NamedColumn>,
    private val missing: MissingValues,
    private val pairing: Pairing,
    val given: Side? = null,
) : VariablePairs {
    // One object for all pairs of a column without gaps: estimators then prepare it once. They are
    // not sent to a cluster, which makes its own.
    @Transient @Volatile private var made: List<Variable?>? = withoutGaps()

    private val variables: List<Variable?>
        get() = made ?: synchronized(this) { made ?: withoutGaps().also { made = it } }

    private fun withoutGaps() =
        columns.map { if (it.missing == 0) it.side().toVariable(null) else null }

    init {
        columns
            .groupBy { it.name }
            .values
            .firstOrNull { it.size > 1 }
            ?.let { (a, b) -> refuseShared("X", a.side(), "Y", b.side()) }
    }

    fun first(pair: Int) = columns[pairing.first(pair)]

    fun second(pair: Int) = columns[pairing.second(pair)]

    override fun size() = pairing.size

    override fun samples(pair: Int): Samples {
        val x = variables[pairing.first(pair)]
        val y = variables[pairing.second(pair)]
        return if (x != null && y != null) Samples(x, y)
        else pair(first(pair).side(), second(pair).side(), missing).samples
    }

    override fun x(pair: Int) = if (hasGaps(pair)) VariablePairs.ONCE else pairing.first(pair)

    override fun y(pair: Int) = if (hasGaps(pair)) VariablePairs.ONCE else pairing.second(pair)

    private fun hasGaps(pair: Int) =
        variables[pairing.first(pair)] == null ||
            variables[pairing.second(pair)] == null ||
            given?.columns.orEmpty().any { it.missing > 0 }

    /** Information of a pair on the scale that suits its columns; null where there is none. */
    fun scaled(pair: Int, nats: Double, uncertainty: Uncertainty): ScaledInformation? =
        if (given != null) {
            null
        } else if (first(pair).levels == null && second(pair).levels == null) {
            ScaledInformation.correlation(nats, uncertainty)
        } else ScaledInformation.of(nats, uncertainty, samples(pair)).getOrNull()

    /** How many rows of a pair are left out because a value is missing. */
    fun dropped(pair: Int): Int {
        if (!hasGaps(pair)) return 0
        val sides = listOfNotNull(first(pair).side(), second(pair).side(), given)
        return (0 until sides.first().rows).count { row -> sides.any { it.isMissing(row) } }
    }
}

/** Pairs of columns with what is given, as the core wants them. */
private class GivenPairs(
    private val pairs: ColumnPairs,
    private val given: Side,
    private val missing: MissingValues,
) : VariableTriples {
    override fun size() = pairs.size()

    override fun triple(pair: Int): ConditionalSamples {
        val x = Side(pairs.first(pair).name, listOf(pairs.first(pair)))
        val y = Side(pairs.second(pair).name, listOf(pairs.second(pair)))
        val paired = pair(x, y, missing, given)
        return ConditionalSamples(paired.samples.x(), paired.samples.y(), paired.given!!)
    }
}

internal fun <T> PairsBuilder.estimates(
    title: String,
    wanted: ColumnPairs,
    result: (Pairs) -> T,
    stopped: (T, InterruptedException) -> PairsStopped,
): T {
    val columns = wanted.columns
    val gaps = (columns + wanted.given?.columns.orEmpty()).filter { it.missing > 0 }
    require(gaps.isEmpty() || choices.missing.leavesOut) {
        missingMessage(gaps, columns.first().values.size)
    }
    val permutations = permutations(wanted.size())
    val choice = choice()
    val estimator = pairEstimator(columns, choices)
    val conditional = wanted.given?.let { choices.wrap(conditional(choice, it)) }
    val triples = wanted.given?.let { GivenPairs(wanted, it, choices.missing) }
    val label = "${conditional ?: estimator}"
    fun finished(found: PairwiseEstimates) =
        result(Pairs(pairs(wanted, found), label, choice.reason))
    val found =
        MiscopeHooks.run(
            title + permutations.note(),
            wanted.size(),
            partial = { (it as? PairsStopped)?.finished },
        ) { done ->
            try {
                val runner = place.runner
                val there =
                    runner?.let {
                        RunOptions.withDefaults().withRunner(it).withProgress { now ->
                            done(now.done())
                        }
                    }
                if (conditional != null && triples != null) {
                    if (there == null) PairwiseEstimates.given(conditional, triples) { done(it) }
                    else PairwiseEstimates.given(conditional, triples, there)
                } else if (there == null) PairwiseEstimates.of(estimator, wanted) { done(it) }
                else PairwiseEstimates.of(estimator, wanted, there)
            } catch (e: PairsInterruptedException) {
                val cause = e.cause as InterruptedException
                throw if (e.finished().finished() == 0) e
                else stopped(finished(e.finished()), cause)
            }
        }
    require((0 until found.size()).any(found::isEstimated)) {
        val reason = found.missing(0).get().reason()
        if (found.size() == 1) reason
        else
            "none of ${found.size()} pairs has an estimate; ${quoted(wanted.first(0).name)} and " +
                "${quoted(wanted.second(0).name)}: $reason"
    }
    return finished(found)
}

/**
 * One estimator for all pairs, with the uncertainty asked for: where there are levels, it serves
 * those pairs that it can.
 */
internal fun PairsBuilder.pairEstimator(
    columns: List<NamedColumn>,
    choices: DataChoices,
): MutualInformationEstimator {
    val chosen = choice().estimators.single()
    val choosesByKind = chosen.capability(ChoosesByKind::class.java).isPresent
    val byType = !choosesByKind && columns.any { it.levels != null }
    return choices.wrap(if (byType) ByType.of(chosen) else chosen)
}

/** The estimator of I(X;Y|Z): by kind, or what the user gave as far as it serves. */
private fun PairsBuilder.conditional(
    choice: Choice,
    given: Side,
): ConditionalMutualInformationEstimator {
    require(choices.blockLength == 0) {
        "pValue(blockLength = ${choices.blockLength}) is no test of I(X;Y|Z): permuting blocks breaks the " +
            "dependence of X on Z as well; leave blocks out"
    }
    val chosen = choice.estimators.single()
    return when {
        choice.reason != null -> autoConditional
        chosen is ConditionalMutualInformationEstimator -> chosen
        else -> {
            require(given.columns.all { it.levels != null }) {
                "$chosen estimates I(X;Y), and ${given.columns.first { it.levels == null }.name} is " +
                    "not discrete, so that it cannot be averaged over levels: leave the estimator out"
            }
            Stratified.of(chosen)
        }
    }
}

/** Of many pairs, each is made when it is looked at. */
private fun PairsBuilder.pairs(wanted: ColumnPairs, found: PairwiseEstimates): List<MiPair> {
    val adjusted = adjustedPValues(found)
    val ofColumn = wanted.columns.associateWith { it.kindWarning() }
    fun pair(i: Int): MiPair {
        val x = wanted.first(i)
        val y = wanted.second(i)
        return MiPair(
            x.name,
            y.name,
            found,
            i,
            listOfNotNull(ofColumn[x], ofColumn[y]),
            wanted::dropped,
            wanted::scaled,
            adjusted?.get(i)?.takeUnless { it.isNaN() },
        )
    }
    return if (found.keepsEstimates()) List(found.size(), ::pair)
    else
        object : AbstractList<MiPair>() {
            override val size = found.size()

            override fun get(index: Int) = pair(index)
        }
}

/** How often each pair is permuted, and whether that can suffice. */
private class PairPermutations(val each: Int, val needed: Int, val mayStop: Boolean) {
    private val upTo = if (mayStop) "up to " else ""

    fun note(): String =
        when {
            each == 0 -> ""
            each < needed ->
                ", $upTo$each permutations each (too few: no adjusted p-value can be below " +
                    "$SIGNIFICANCE with less than $needed)"
            else -> ", $upTo$each permutations each"
        }
}

/**
 * As many permutations as the user gave. Else as many as it takes for the smallest possible p-value
 * to stay significant when it is adjusted, and 200 at least.
 */
private fun PairsBuilder.permutations(pairs: Int): PairPermutations {
    if (!choices.tests) return PairPermutations(0, 0, false)
    val needed = if (adjustment == PValueAdjustment.HOLM) permutationsForHolm(pairs) else 0
    if (choices.permutations == null) {
        require(needed <= MAX_PERMUTATIONS) {
            "${counted(pairs, "pair")} need at least $needed permutations each for an adjusted p-value " +
                "of $SIGNIFICANCE: name fewer columns, give pValue(permutations = $needed) if the " +
                "time it takes is no matter, or adjust(BENJAMINI_HOCHBERG) with fewer"
        }
        choices.permutations = maxOf(DEFAULT_PERMUTATIONS, needed)
    }
    return PairPermutations(choices.permutations ?: 0, needed, choices.stopAfter != 0)
}

/** The fewest permutations whose smallest p-value is significant as the first of so many. */
internal fun permutationsForHolm(pairs: Int): Int = ceil(pairs / SIGNIFICANCE).toInt() - 1

private const val MAX_PERMUTATIONS = 10_000

private fun NamedColumn.side() = Side(name, listOf(this))

/** NaN where there is no estimate: what was not tested counts for nothing. */
private fun PairsBuilder.adjustedPValues(found: PairwiseEstimates): DoubleArray? {
    if (!choices.tests) return null
    val tested = IntStream.range(0, found.size()).filter(found::isEstimated).toArray()
    val values =
        DoubleArray(tested.size) { found.uncertainty(tested[it]).pValue().orElseThrow().value() }
    val all = DoubleArray(found.size()) { Double.NaN }
    adjustment.adjust(*values).forEachIndexed { k, p -> all[tested[k]] = p }
    return all
}
