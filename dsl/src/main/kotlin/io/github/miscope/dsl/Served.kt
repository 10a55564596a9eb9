package io.github.miscope.dsl

import io.github.miscope.estimator.DataWarning
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.Warning

/**
 * What made the estimate, where a general estimator left it to another: the view of the data or the
 * estimator that served; a term each, where several did. Else the estimator's own label.
 */
internal fun Estimate.served(): String =
    details()["view"]
        ?: details()["used"]
        ?: textDetails().map { (term, by) -> "$term by $by" }.joinToString().ifEmpty { estimator() }

/**
 * The details for a line of text: without tables, such as learning curves, and without what is
 * about speed alone.
 */
internal fun Estimate.textDetails(): Map<String, String> =
    details().filter { (name, text) -> name != Estimate.SEARCH && '\n' !in text }

/** Why these estimators: of views, only where there was a choice between some. */
internal fun reasonFor(reason: String?, estimates: List<Estimate>): String? =
    if (reason != null && estimates.any { "view" in it.details() }) reason + BY_VIEWS else reason

internal const val NOT_GIVEN: String =
    "no estimator was given: miscope chose by the kinds of the columns"

internal const val BY_VIEWS: String = ", and takes the best of several views of continuous ones"

/** The same estimate, with levels called by their names. */
internal fun Estimate.withNames(levels: Map<String, List<String>>): Estimate =
    Estimate(
        nats(),
        estimator(),
        n(),
        dX(),
        dY(),
        diagnostics(),
        amounts(),
        details(),
        warnings().map { it.withNames(levels) },
        uncertainty(),
    )

private fun Warning.withNames(levels: Map<String, List<String>>): Warning =
    when (this) {
        is DataWarning.RareLevels ->
            withNames { column, code ->
                // Levels of several variables jointly: "x: column".
                val names = levels[column] ?: levels[column.substringAfter(": ")]
                code.toIntOrNull()?.let { names?.getOrNull(it) } ?: code
            }
        is Warning.InStrata -> Warning.InStrata(strata(), of(), example().withNames(levels))
        else -> this
    }
