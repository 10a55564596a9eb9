package io.github.miscope.dsl.result

import io.github.miscope.dsl.text.kindCalled
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn

internal fun rowsFrame(result: SweepData): DataFrame<*> {
    val rows = result.table.rows
    val unit = result.unit
    return dataFrameOf(
        rows.map { it.task }.toColumn("task"),
        rows.map { it.estimator }.toColumn("estimator"),
        rows.map { it.parameter }.toColumn("parameter"),
        rows.map { it.value.orNull() }.toColumn("value"),
        rows.map { it.n }.toColumn("n"),
        rows.map { it.dX }.toColumn("d_x"),
        rows.map { it.dY }.toColumn("d_y"),
        rows.map { it.trial }.toColumn("trial"),
        rows.map { it.seed }.toColumn("seed"),
        rows.map { unit.fromNats(it.trueNats).orNull() }.toColumn("true_mi_$unit"),
        rows.map { unit.fromNats(it.nats).orNull() }.toColumn("estimate_$unit"),
        rows.map { it.seconds }.toColumn("seconds"),
        rows.map { row -> row.warnings.joinToString { kindCalled(it) } }.toColumn("warnings"),
        rows.map { it.failure }.toColumn("failure"),
    )
}

internal fun summaryFrame(result: SweepData): DataFrame<*> {
    val rows = result.table.summary()
    val unit = result.unit
    return dataFrameOf(
        rows.map { it.estimator }.toColumn("estimator"),
        rows.map { it.parameter }.toColumn("parameter"),
        rows.map { it.value.orNull() }.toColumn("value"),
        rows.map { it.trials }.toColumn("trials"),
        rows.map { it.failures }.toColumn("failures"),
        rows.map { unit.fromNats(it.meanTrueNats).orNull() }.toColumn("true_mi_$unit"),
        rows.map { unit.fromNats(it.meanNats).orNull() }.toColumn("mean_$unit"),
        rows.map { unit.fromNats(it.standardDeviation).orNull() }.toColumn("sd_$unit"),
        rows.map { unit.fromNats(it.bias).orNull() }.toColumn("bias_$unit"),
        rows.map { unit.fromNats(it.rmse).orNull() }.toColumn("rmse_$unit"),
        rows.map { it.normalisedRmse.orNull() }.toColumn("normalised_rmse"),
        rows.map { it.spearman.orNull() }.toColumn("spearman"),
    )
}

internal fun Double.orNull(): Double? = takeUnless { it.isNaN() }
