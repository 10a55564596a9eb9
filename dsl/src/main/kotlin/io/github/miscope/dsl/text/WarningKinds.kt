package io.github.miscope.dsl.text

import io.github.miscope.estimator.WarningKind

/** A kind of warnings by its name in tables, for people: "few points" of "FewPoints". */
internal fun kindCalled(name: String): String =
    WarningKind.named(name).map { it.label() }.orElse(name)
