package io.github.miscope.dsl

import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.Finding

/**
 * What made the estimate, where a general estimator left it to another: the view of the data or the
 * estimator that served; a term each, where several did. Else the estimator's own label.
 */
internal fun Estimate.usedEstimator(): String =
    findings().firstNotNullOfOrNull { it.usedEstimator() }
        ?: findings(Finding.TermEstimator::class.java)
            .joinToString { "${it.term()} by ${it.estimator()}" }
            .ifEmpty { estimator() }

private fun Finding.usedEstimator(): String? =
    when (this) {
        is Finding.ChosenView,
        is Finding.UsedEstimator -> text().get()
        else -> null
    }

/** Why these estimators: of views, only where there was a choice between some. */
internal fun reasonFor(reason: String?, estimates: List<Estimate>): String? =
    if (
        reason != null && estimates.any { it.findings(Finding.ChosenView::class.java).isNotEmpty() }
    )
        reason + BY_VIEWS
    else reason

internal const val NOT_GIVEN: String =
    "no estimator was given: miscope chose by the kinds of the columns"

internal const val BY_VIEWS: String = ", and takes the best of several views of continuous ones"
