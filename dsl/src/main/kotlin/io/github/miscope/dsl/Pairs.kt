package io.github.miscope.dsl

import io.github.miscope.estimator.ChoosesByKind
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.mixed.ByType
import io.github.miscope.inference.PValueAdjustment
import io.github.miscope.inference.PairwiseEstimates
import io.github.miscope.sample.Samples
import kotlin.math.ceil

/** The estimates of many pairs, with their p-values adjusted. */
internal class Pairs(val pairs: List<MiPair>, val reason: String?)

internal fun matrix(given: UsableColumns, builder: PairsBuilder): MiMatrix {
    val columns = builder.choices.apply(listOf(Side("columns", given.columns))).single().columns
    require(columns.size >= 2) {
        "a matrix needs at least 2 columns: there " +
            (if (columns.isEmpty()) "is none of numbers or repeated levels"
            else "is only \"${columns.single().name}\"") +
            (leftOutText(given.leftOut)?.let { "; ${it.trimEnd('.')}" } ?: "")
    }
    val wanted =
        columns.indices.flatMap { i ->
            (i + 1 until columns.size).map { j -> columns[i] to columns[j] }
        }
    val found = builder.estimates("Matrix of ${wanted.size} pairs", wanted)
    return MiMatrix(
        columns.map { it.name },
        found.pairs,
        builder.unit,
        found.reason,
        builder.adjustment,
        given.leftOut,
    )
}

internal fun rank(target: NamedColumn, given: UsableColumns, builder: PairsBuilder): MiRank {
    val features = given.columns
    require(features.isNotEmpty()) {
        "there is no column to rank beside \"${target.name}\"" +
            (leftOutText(given.leftOut)?.let { ": ${it.trimEnd('.')}" } ?: "")
    }
    if (builder.choices.level == null) builder.choices.interval()
    val columns = builder.choices.apply(listOf(Side("columns", features + target))).single().columns
    val wanted = columns.dropLast(1).map { it to columns.last() }
    val found = builder.estimates("Ranking of ${wanted.size} columns", wanted)
    return MiRank(
        target.name,
        found.pairs.strongestFirst(),
        builder.unit,
        found.reason,
        builder.adjustment,
        given.leftOut,
    )
}

private fun PairsBuilder.estimates(
    title: String,
    wanted: List<Pair<NamedColumn, NamedColumn>>,
): Pairs {
    val columns = wanted.flatMap { it.toList() }.distinct()
    val gaps = columns.filter { it.missing > 0 }
    require(gaps.isEmpty() || choices.missing == MissingValues.DROP) {
        missingMessage(gaps, columns.first().values.size)
    }
    val permutations = permutations(wanted.size)
    val choice = choice()
    val chosen = choice.estimators.single()
    // One estimator for all pairs: where there are levels, it serves those pairs that it can.
    val choosesByKind = chosen.capability(ChoosesByKind::class.java).isPresent
    val byType = !choosesByKind && columns.any { it.levels != null }
    val estimator = choices.around(if (byType) ByType.of(chosen) else chosen)
    val variables = columns.filter { it.missing == 0 }.associateWith { it.side().toVariable(null) }
    val paired =
        wanted.map { (x, y) ->
            refuseShared("X", x.side(), "Y", y.side())
            val first = variables[x]
            val second = variables[y]
            // One object for all pairs of a column without gaps: estimators then prepare it once.
            if (first != null && second != null) Samples(first, second) to 0
            else pair(x.side(), y.side(), choices.missing).let { it.samples to it.dropped }
        }
    val estimates =
        MiscopeHooks.run(title + permutations.note(), paired.size) { done ->
            PairwiseEstimates.of(estimator, paired.map { it.first }) { done(it) }
        }
    val adjusted = adjustedPValues(estimates)
    val asText = columns.associateWith { it.numbersAsText() }
    val pairs =
        wanted.mapIndexed { i, (x, y) ->
            val estimate = estimates[i].withMore(listOfNotNull(asText[x], asText[y]))
            MiPair(x.name, y.name, estimate, paired[i].second, adjusted?.get(i))
        }
    return Pairs(pairs, choice.reason)
}

/** How often each pair is permuted, and whether that can suffice. */
private class PairPermutations(val each: Int, val needed: Int) {
    fun note(): String =
        when {
            each == 0 -> ""
            each < needed ->
                ", $each permutations each (too few: no adjusted p-value can be below " +
                    "$SIGNIFICANCE with less than $needed)"
            else -> ", $each permutations each"
        }
}

/**
 * As many permutations as the user gave. Else as many as it takes for the smallest possible p-value
 * to stay significant when it is adjusted, and 200 at least.
 */
private fun PairsBuilder.permutations(pairs: Int): PairPermutations {
    if (!choices.tests) return PairPermutations(0, 0)
    val needed = if (adjustment == PValueAdjustment.HOLM) permutationsForHolm(pairs) else 0
    if (choices.permutations == null) {
        require(needed <= MOST_PERMUTATIONS) {
            "${count(pairs, "pair")} need at least $needed permutations each for an adjusted p-value " +
                "of $SIGNIFICANCE: name fewer columns, give pValue(permutations = $needed) if the " +
                "time it takes is no matter, or adjust(BENJAMINI_HOCHBERG) with fewer"
        }
        choices.permutations = maxOf(DEFAULT_PERMUTATIONS, needed)
    }
    return PairPermutations(choices.permutations ?: 0, needed)
}

/** The fewest permutations whose smallest p-value is significant as the first of so many. */
internal fun permutationsForHolm(pairs: Int): Int = ceil(pairs / SIGNIFICANCE).toInt() - 1

private const val MOST_PERMUTATIONS = 10_000

private fun NamedColumn.side() = Side(name, listOf(this))

private fun PairsBuilder.adjustedPValues(estimates: List<Estimate>): DoubleArray? =
    if (!choices.tests) null
    else
        adjustment.adjust(
            *DoubleArray(estimates.size) { estimates[it].pValue().orElseThrow().value() }
        )
