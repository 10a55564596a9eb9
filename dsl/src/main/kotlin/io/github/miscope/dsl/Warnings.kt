package io.github.miscope.dsl

import io.github.miscope.estimator.Warning

/** A warning in a word or two, for places where its sentence does not fit. */
internal fun Warning.kind(): String =
    when (this) {
        is Warning.Ties -> "ties broken"
        is Warning.ConstantColumn -> "constant column"
        is Warning.FewPoints -> "few points"
        is Warning.NearCeiling -> "near the ceiling"
        is Warning.GridEdge -> "c on the edge of its grid"
    }
