package io.github.miscope.dsl

import io.github.miscope.estimator.ConditionalMutualInformationEstimator
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.TrainedEstimator
import io.github.miscope.estimator.WeightedEstimator
import io.github.miscope.estimator.conditional.Stratified
import io.github.miscope.inference.InferenceInterruptedException
import io.github.miscope.sample.ConditionalSamples
import io.github.miscope.sample.Samples
import io.github.miscope.sample.Variable
import kotlin.jvm.optionals.getOrNull

internal fun estimate(
    x: Side,
    y: Side,
    options: EstimateBuilder.() -> Unit,
    columns: ((List<String>) -> Side)? = null,
): MiResult {
    val builder = EstimateBuilder().filled(options)
    val z =
        when (val given = builder.given) {
            null -> null
            is Given.Values -> given.side
            is Given.Columns -> {
                requireNotNull(columns) {
                    "given(${given.names.joinToString { quoted(it) }}) names columns, but the data " +
                        "are not columns of one frame: give values"
                }
                columns(given.names)
            }
        }
    val weights =
        when (val weighting = builder.weighting) {
            null -> null
            is Weighting.Values -> weighting.side
            is Weighting.Column -> {
                requireNotNull(columns) {
                    "weights(${quoted(weighting.name)}) names a column, but the data are not columns " +
                        "of one frame: give values"
                }
                columns(listOf(weighting.name))
            }
        }
    val sides = builder.choices.apply(listOfNotNull(x, y, z))
    val missing = builder.choices.missing
    return estimate(pair(sides[0], sides[1], missing, sides.getOrNull(2), weights), builder)
}

internal fun estimate(samples: Samples, builder: EstimateBuilder): MiResult {
    val z =
        when (val given = builder.given) {
            null -> null
            is Given.Values -> given.side.toVariable(null)
            is Given.Columns ->
                throw IllegalArgumentException(
                    "given(${given.names.joinToString { quoted(it) }}) names columns, but samples " +
                        "have no others: give values"
                )
        }
    val weights =
        when (val weighting = builder.weighting) {
            null -> null
            is Weighting.Values -> weighting.side.toWeights(null)
            is Weighting.Column ->
                throw IllegalArgumentException(
                    "weights(${quoted(weighting.name)}) names a column, but samples have no others: " +
                        "give values"
                )
        }
    return estimate(Paired(samples, z, 0, weights = weights), builder)
}

private fun estimate(paired: Paired, builder: EstimateBuilder): MiResult {
    val weights = paired.weights
    val choice =
        if (weights == null) builder.choice(paired.given)
        else builder.weightedChoice(paired.samples)
    val choices = builder.choices
    // Blocks of X that change places lose their rows of Z: dependence on Z alone would be found.
    require(paired.given == null || choices.blockLength == 0) {
        "pValue(blockLength = ${choices.blockLength}) is no test of I(X;Y|Z): permuting blocks breaks the " +
            "dependence of X on Z as well; leave blocks out"
    }
    require(paired.given == null || !choices.truth) {
        "truthInterval() is for I(X;Y): the drift of estimates of I(X;Y|Z) was not studied"
    }
    fun partial(finished: List<Estimate>) = { stop: Throwable ->
        val known = finished + listOfNotNull(stoppedEstimate(stop)?.about(paired))
        if (known.isEmpty()) null else MiResult(known, paired, builder.unit, choice)
    }
    val title = if (choices.tests) "Estimate and permutations" else "Estimate"
    val work: List<() -> Estimate> =
        if (weights != null) {
            choice.estimators.map { { WeightedEstimator.of(it).estimate(paired.samples, weights) } }
        } else if (paired.given == null) {
            choice.estimators.map { { choices.wrap(it).estimate(paired.samples) } }
        } else {
            val samples = ConditionalSamples(paired.samples.x(), paired.samples.y(), paired.given)
            choice.conditional.map { { choices.wrap(it).estimate(samples) } }
        }
    // Within intervals and p-values, critics are trained over and over: steps would say little.
    val trains = choice.estimators.singleOrNull()?.takeIf { it.trains() && choices.isPlain }
    val only = choice.estimators.singleOrNull() ?: choice.conditional.singleOrNull()
    val n = paired.samples.n()
    val estimates =
        if (trains != null) {
            listOf(MiscopeHooks.train("Steps of $trains", work.single()).about(paired))
        } else if (only != null && choices.isPlain) {
            val found = MiscopeHooks.watch("Percent of $only, n = $n", work.single())
            listOf(found.about(paired))
        } else if (only != null) {
            val what = "Estimates of $only, n = $n"
            val found =
                MiscopeHooks.repeats(what, choices.repeats, partial(emptyList()), work.single())
            listOf(found.about(paired))
        } else {
            val finished = mutableListOf<Estimate>()
            MiscopeHooks.run(title, work.size, partial(finished)) { done ->
                work.mapIndexedTo(finished) { i, one -> one().about(paired).also { done(i + 1) } }
            }
        }
    return MiResult(estimates, paired, builder.unit, choice)
}

/** The estimate that was stopped, with as much of its uncertainty as is known. */
private fun stoppedEstimate(stop: Throwable): Estimate? =
    (stop as? InferenceInterruptedException)?.estimate()?.getOrNull()

/** The estimate with what is known of the columns. */
private fun Estimate.about(paired: Paired): Estimate = withMore(paired.warnings)

/** The estimators of a result: of I(X;Y), or of I(X;Y|Z) where something is given. */
private fun EstimateBuilder.choice(z: Variable?): Choice {
    val own = choice()
    require(z == null || !compresses) {
        "compress(..) is for I(X;Y): codes of X and Y do not tell what Z explains of both; leave " +
            "given(..) or compress(..) out"
    }
    if (z == null) {
        require(conditional.isEmpty()) {
            "${conditional.first()} estimates I(X;Y|Z), but nothing is given: add given(\"z\"), or " +
                "take an estimator of I(X;Y) such as ksgLocal"
        }
        return own
    }
    val by = given?.by
    require(conditional.isEmpty() || own.reason != null) {
        "there are estimators of I(X;Y|Z) and of I(X;Y): ${conditional.joinToString()} and " +
            "${own.estimators.joinToString()}; take those of one kind"
    }
    if (by != null) {
        require(own.reason != null && conditional.isEmpty()) {
            val others = conditional.ifEmpty { own.estimators }
            "there are two estimators of I(X;Y|Z): ${others.joinToString()} and, in " +
                "given(.., by), $by"
        }
        return Choice(emptyList(), null, listOf(by))
    }
    if (conditional.isNotEmpty()) return Choice(emptyList(), null, conditional.toList())
    val both = own.estimators.filterIsInstance<ConditionalMutualInformationEstimator>()
    if (own.reason == null && both.size == own.estimators.size) {
        return Choice(emptyList(), null, both)
    }
    if (own.reason != null) return Choice(emptyList(), NOT_GIVEN, listOf(autoConditional))
    require(z.isDiscrete) {
        "${own.estimators.first()} estimates I(X;Y), and ${z.columnNames().first()} is not " +
            "discrete, so that it cannot be averaged over levels: use given(.., by = conditionalKsg)"
    }
    val stratified: List<ConditionalMutualInformationEstimator> =
        own.estimators.map { Stratified.of(it) }
    return Choice(emptyList(), null, stratified)
}

private fun MutualInformationEstimator.trains(): Boolean =
    capability(TrainedEstimator::class.java).isPresent
