package io.github.miscope.dsl

import io.github.miscope.estimator.DataWarning
import io.github.miscope.estimator.EstimateWarning
import io.github.miscope.estimator.Warning

/** A warning in a word or two, for places where its sentence does not fit. */
internal fun Warning.kind(): String =
    when (this) {
        is DataWarning.Ties -> "ties broken"
        is DataWarning.ConstantColumn -> "constant column"
        is EstimateWarning.FewPoints -> "few points"
        is EstimateWarning.NearCeiling -> "near the ceiling"
        is EstimateWarning.NearBatchCeiling -> "near log of the batch"
        is EstimateWarning.Overfits -> "overfits"
        is EstimateWarning.TrainingDiverged -> "training diverged"
        is EstimateWarning.TrainingFailed -> "training failed"
        is EstimateWarning.GridEdge -> "c on the edge of its grid"
        is DataWarning.DuplicateColumns -> "duplicated columns"
        is DataWarning.NearDeterministic -> "nearly deterministic"
        is DataWarning.CopyOfLevels -> "copied column"
        is DataWarning.RepeatedRows -> "repeated rows"
        is DataWarning.DeterminedByGiven -> "determined by what is given"
        is DataWarning.Identifier -> "identifier"
        is DataWarning.NumbersAsText -> "numbers as text"
        is EstimateWarning.SmallSample -> "small sample"
        is EstimateWarning.FewPointsInLevels -> "few points in levels"
        is EstimateWarning.FewPointsGiven -> "few points"
        is EstimateWarning.EvenSpacing -> "evenly spaced"
        is EstimateWarning.WideKernels -> "wide kernels"
        is EstimateWarning.OneBandwidth -> "no one bandwidth fits"
        is EstimateWarning.ScoresDisagree -> "normal samples disagree"
        is EstimateWarning.NearLogN -> "near log n"
        is EstimateWarning.GrowsWithN -> "grows with n"
        is EstimateWarning.Drifts -> "drifts with n"
        is DataWarning.DependentRows -> "dependent rows"
        is EstimateWarning.RanksDisagree -> "ranks disagree"
        is EstimateWarning.BelowZero -> "far below zero"
        is DataWarning.RareLevels -> "rare levels"
        is DataWarning.UnseenLevels -> "unseen levels"
        is Warning.InStrata -> "${example().kind()} within levels"
        is DataWarning.Dequantised -> "dequantised"
        is EstimateWarning.FarNeighbours -> "far neighbours"
        is EstimateWarning.LargeWeights -> "large weights"
        is EstimateWarning.NoInterval -> "no interval"
        is EstimateWarning.NotFinite -> "not finite"
        is EstimateWarning.TooFewDraws -> "too few draws"
        is EstimateWarning.UnknownLoss -> "unknown loss"
    }
