package io.github.miscope.dsl.result

import io.github.miscope.dsl.text.kindCalled
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn

internal fun leaderboardFrame(data: BenchmarkData): DataFrame<*> {
    val rows = data.leaderboard
    val unit = data.unit
    return dataFrameOf(
        rows.map { it.estimator }.toColumn("estimator"),
        rows.map { it.tasks }.toColumn("tasks"),
        rows.map { it.failures }.toColumn("failures"),
        rows
            .map { unit.fromNats(it.meanAbsoluteError).orNull() }
            .toColumn("mean_absolute_error_$unit"),
        rows
            .map { unit.fromNats(it.medianAbsoluteError).orNull() }
            .toColumn("median_absolute_error_$unit"),
        rows.map { it.shareWithin.orNull() }.toColumn("share_near"),
        rows
            .map { unit.fromNats(it.largestOverestimate).orNull() }
            .toColumn("largest_overestimate_$unit"),
        rows.map { it.largestOverestimateTask.ifEmpty { null } }.toColumn("of_task"),
        rows.map { it.meanRank.orNull() }.toColumn("mean_rank"),
        rows.map { it.seconds.orNull() }.toColumn("seconds"),
    )
}

internal fun scoresFrame(data: BenchmarkData): DataFrame<*> {
    val rows = data.scores
    val unit = data.unit
    return dataFrameOf(
        rows.map { it.task }.toColumn("task"),
        rows.map { it.estimator() }.toColumn("estimator"),
        rows.map { it.n }.toColumn("n"),
        rows.map { it.summary.trials }.toColumn("trials"),
        rows.map { it.summary.failures }.toColumn("failures"),
        rows.map { unit.fromNats(it.summary.meanTrueNats).orNull() }.toColumn("true_mi_$unit"),
        rows.map { unit.fromNats(it.summary.meanNats).orNull() }.toColumn("mean_$unit"),
        rows.map { unit.fromNats(it.summary.standardDeviation).orNull() }.toColumn("sd_$unit"),
        rows.map { unit.fromNats(it.summary.bias).orNull() }.toColumn("bias_$unit"),
        rows.map { unit.fromNats(it.summary.rmse).orNull() }.toColumn("rmse_$unit"),
        rows
            .map { unit.fromNats(it.meanAbsoluteError).orNull() }
            .toColumn("mean_absolute_error_$unit"),
        rows.map { it.summary.normalisedRmse.orNull() }.toColumn("normalised_rmse"),
        rows.map { it.summary.spearman.orNull() }.toColumn("spearman"),
        rows.map { it.shareWithin.orNull() }.toColumn("share_near"),
        rows.map { it.rank }.toColumn("rank"),
        rows.map { it.seconds.orNull() }.toColumn("seconds"),
    )
}

internal fun benchmarkRowsFrame(data: BenchmarkData): DataFrame<*> {
    val rows = data.table.rows
    val unit = data.unit
    return dataFrameOf(
        rows.map { it.task }.toColumn("task"),
        rows.map { it.estimator }.toColumn("estimator"),
        rows.map { it.n }.toColumn("n"),
        rows.map { it.dX }.toColumn("d_x"),
        rows.map { it.dY }.toColumn("d_y"),
        rows.map { it.trial }.toColumn("trial"),
        rows.map { it.seed }.toColumn("seed"),
        rows.map { unit.fromNats(it.trueNats).orNull() }.toColumn("true_mi_$unit"),
        rows.map { unit.fromNats(it.nats).orNull() }.toColumn("estimate_$unit"),
        rows.map { unit.fromNats(it.nats - it.trueNats).orNull() }.toColumn("error_$unit"),
        rows.map { it.seconds }.toColumn("seconds"),
        rows.map { row -> row.warnings.joinToString { kindCalled(it) } }.toColumn("warnings"),
        rows.map { it.failure }.toColumn("failure"),
    )
}
