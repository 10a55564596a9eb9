package io.github.miscope.dsl

import io.github.miscope.estimator.DataWarning
import io.github.miscope.estimator.EstimateWarning
import io.github.miscope.estimator.Warning

/** A warning in a word or two, for places where its sentence does not fit. */
internal fun Warning.kind(): String =
    if (this is Warning.InStrata) "${example().kind()}$IN_STRATA" else KINDS.getValue(javaClass)

/** The same for the name of a type, as it is kept in files. */
internal fun kindCalled(name: String): String {
    val own = name.removeSuffix(Warning.InStrata::class.java.simpleName)
    return (KINDS_BY_NAME[own] ?: own) + if (own == name) "" else IN_STRATA
}

private const val IN_STRATA = " within levels"

internal val KINDS: Map<Class<out Warning>, String> =
    mapOf(
        DataWarning.Ties::class.java to "ties broken",
        DataWarning.ConstantColumn::class.java to "constant column",
        EstimateWarning.FewPoints::class.java to "few points",
        EstimateWarning.NearCeiling::class.java to "near the ceiling",
        EstimateWarning.NearBatchCeiling::class.java to "near log of the batch",
        EstimateWarning.Overfits::class.java to "overfits",
        EstimateWarning.AboveTraining::class.java to "above training data",
        EstimateWarning.AboveTestPart::class.java to "near log of the test part",
        EstimateWarning.CriticsDisagree::class.java to "critics disagree",
        EstimateWarning.FewToTrain::class.java to "few to train on",
        EstimateWarning.LongTails::class.java to "long tails",
        EstimateWarning.OffsetColumn::class.java to "far from zero",
        EstimateWarning.TrainingDiverged::class.java to "training diverged",
        EstimateWarning.TrainingFailed::class.java to "training failed",
        EstimateWarning.GridEdge::class.java to "c on the edge of its grid",
        DataWarning.DuplicateColumns::class.java to "duplicated columns",
        DataWarning.NearDeterministic::class.java to "nearly deterministic",
        DataWarning.CopyOfLevels::class.java to "copied column",
        DataWarning.RepeatedRows::class.java to "repeated rows",
        DataWarning.DeterminedByGiven::class.java to "determined by what is given",
        DataWarning.Identifier::class.java to "identifier",
        DataWarning.NumbersAsText::class.java to "numbers as text",
        EstimateWarning.SmallSample::class.java to "small sample",
        EstimateWarning.FewPointsInLevels::class.java to "few points in levels",
        EstimateWarning.FewPointsGiven::class.java to "few points",
        EstimateWarning.EvenSpacing::class.java to "evenly spaced",
        EstimateWarning.WideKernels::class.java to "wide kernels",
        EstimateWarning.OneBandwidth::class.java to "no one bandwidth fits",
        EstimateWarning.ScoresDisagree::class.java to "normal samples disagree",
        EstimateWarning.NearLogN::class.java to "near log n",
        EstimateWarning.GrowsWithN::class.java to "grows with n",
        EstimateWarning.Drifts::class.java to "drifts with n",
        DataWarning.DependentRows::class.java to "dependent rows",
        EstimateWarning.RanksDisagree::class.java to "ranks disagree",
        EstimateWarning.BelowZero::class.java to "far below zero",
        DataWarning.RareLevels::class.java to "rare levels",
        DataWarning.UnseenLevels::class.java to "unseen levels",
        DataWarning.Dequantised::class.java to "dequantised",
        EstimateWarning.FarNeighbours::class.java to "far neighbours",
        EstimateWarning.LargeWeights::class.java to "large weights",
        EstimateWarning.NoInterval::class.java to "no interval",
        EstimateWarning.NoPValue::class.java to "no p-value",
        EstimateWarning.LackOfFit::class.java to "lack of fit",
        EstimateWarning.FewRowsToFit::class.java to "few rows to fit",
        EstimateWarning.InexactScheme::class.java to "inexact permutations",
        EstimateWarning.NotFinite::class.java to "not finite",
        EstimateWarning.TooFewDraws::class.java to "too few draws",
        EstimateWarning.UnknownLoss::class.java to "unknown loss",
    )

private val KINDS_BY_NAME = KINDS.mapKeys { it.key.simpleName }
