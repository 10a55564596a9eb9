package io.github.miscope.dsl

import io.github.miscope.estimator.Warning
import io.github.miscope.estimator.WarningKind

/** A kind of warnings by its name in files, for people: "few points" of "FewPoints". */
internal fun kindCalled(name: String): String {
    val own = name.removeSuffix(IN_STRATA).ifEmpty { name }
    val label = WarningKind.named(own).map { it.label() }.orElse(own)
    return if (own == name) label else "$label within levels"
}

private val IN_STRATA = Warning.InStrata::class.java.simpleName
