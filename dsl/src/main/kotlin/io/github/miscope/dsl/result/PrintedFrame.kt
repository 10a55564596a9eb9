package io.github.miscope.dsl.result

import io.github.miscope.benchmark.PrintedComparison
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn

internal fun printedFrame(both: PrintedComparison): DataFrame<*> {
    val rows = both.rows()
    return dataFrameOf(
        rows.map { it.ours().task() }.toColumn("task"),
        rows.map { it.ours().estimator() }.toColumn("estimator"),
        rows.map { it.ours().summary().normalisedRmse().orNull() }.toColumn("normalised_rmse"),
        rows.map { it.printed().normalisedRmse().orNull() }.toColumn("normalised_rmse_printed"),
        rows.map { it.ours().summary().spearman().orNull() }.toColumn("spearman"),
        rows.map { it.printed().spearman().orNull() }.toColumn("spearman_printed"),
        rows.map { it.ours().summary().bias().orNull() }.toColumn("bias_nats"),
        rows.map { it.printed().bias().orNull() }.toColumn("bias_nats_printed"),
        rows.map { both.order(it.ours().task()).orNull() }.toColumn("order"),
    )
}
