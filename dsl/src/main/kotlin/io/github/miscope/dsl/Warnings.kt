package io.github.miscope.dsl

import io.github.miscope.estimator.Warning

/** A warning in a word or two, for places where its sentence does not fit. */
internal fun Warning.kind(): String =
    when (this) {
        is Warning.Ties -> "ties broken"
        is Warning.ConstantColumn -> "constant column"
        is Warning.FewPoints -> "few points"
        is Warning.NearCeiling -> "near the ceiling"
        is Warning.NearBatchCeiling -> "near log of the batch"
        is Warning.Overfits -> "overfits"
        is Warning.GridEdge -> "c on the edge of its grid"
        is Warning.DuplicateColumns -> "duplicated columns"
        is Warning.NearDeterministic -> "nearly deterministic"
        is Warning.NearLogN -> "near log n"
        is Warning.GrowsWithN -> "grows with n"
        is Warning.Drifts -> "drifts with n"
        is Warning.DependentRows -> "dependent rows"
        is Warning.RanksDisagree -> "ranks disagree"
        is Warning.BelowZero -> "far below zero"
        is Warning.RareLevels -> "rare levels"
        is Warning.UnseenLevels -> "unseen levels"
        is Warning.InStrata -> "${example().kind()} within levels"
        is Warning.Dequantised -> "dequantised"
        is Warning.FarNeighbours -> "far neighbours"
        is Warning.NoInterval -> "no interval"
    }
