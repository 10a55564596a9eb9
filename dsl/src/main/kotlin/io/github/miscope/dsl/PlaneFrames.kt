package io.github.miscope.dsl

import io.github.miscope.estimator.InformationUnit
import io.github.miscope.plane.PlaneCodes
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn

internal fun planeFrame(plane: InformationPlane): DataFrame<*> {
    val rows = plane.rows
    val unit = plane.unit
    fun value(of: (PlaneRow) -> Double?) = rows.map { row -> of(row)?.let(unit::fromNats) }
    fun score(of: (PlaneRow) -> Double) = rows.map { row -> of(row).takeUnless { it.isNaN() } }
    fun interval(name: String, of: (PlaneRow) -> PlaneValue?) =
        if (plane.plan.level == null) emptyList()
        else
            listOf(
                value { of(it)?.interval?.start }.toColumn("${name}_lower_$unit"),
                value { of(it)?.interval?.endInclusive }.toColumn("${name}_upper_$unit"),
            )
    fun codes(name: String, of: (PlaneRow) -> PlaneCodes?) =
        if (plane.plan.encoders == null) emptyList()
        else
            listOfNotNull(
                rows.map { of(it)?.columns() }.toColumn("${name}_columns"),
                rows.map { of(it)?.codes() }.toColumn("${name}_codes"),
                rows.map { of(it)?.explainedVariance() }.toColumn("${name}_explained_variance"),
                value { of(it)?.lossBound()?.known() }
                    .toColumn("${name}_loss_bound_$unit")
                    .takeIf { rows.mapNotNull(of).any { it.hasBound() } },
            )
    return dataFrameOf(
        listOfNotNull(
            rows.map { it.trial }.toColumn("trial"),
            rows.map { it.epoch }.toColumn("epoch"),
            rows.map { it.layerName }.toColumn("layer"),
            rows.map { it.estimator }.toColumn("estimator"),
            rows.map { it.snrDb }.toColumn("snr_db").takeIf { plane.plan.snrs != listOf(null) },
            value { it.inputs?.nats }.toColumn("i_xt_$unit"),
            value { it.inputs?.standardError }.toColumn("i_xt_error_$unit"),
            *interval("i_xt") { it.inputs }.toTypedArray(),
            value { it.labels?.nats }.toColumn("i_ty_$unit"),
            value { it.labels?.standardError }.toColumn("i_ty_error_$unit"),
            *interval("i_ty") { it.labels }.toTypedArray(),
            *codes("x") { it.inputCodes }.toTypedArray(),
            *codes("t") { it.layerCodes }.toTypedArray(),
            rows.map { it.scale }.toColumn("scale"),
            score { it.scores.trainingLoss }.toColumn("training_loss"),
            score { it.scores.testLoss }.toColumn("test_loss"),
            score { it.scores.trainingAccuracy }.toColumn("training_accuracy"),
            score { it.scores.testAccuracy }.toColumn("test_accuracy"),
            rows
                .map { row ->
                    val all = listOfNotNull(row.inputs, row.labels).flatMap { it.warnings }
                    all.map { it.label() }.distinct().joinToString()
                }
                .toColumn("warnings"),
            rows.map { it.failure }.toColumn("failure"),
        )
    )
}

/** Whether a bound is known of what was lost, if anything was. */
private fun PlaneCodes.hasBound() = codes() < columns() && lossBound().isPresent

internal fun binnedFrame(rows: List<BinnedRow>, unit: InformationUnit): DataFrame<*> =
    dataFrameOf(
        rows.map { it.trial }.toColumn("trial"),
        rows.map { it.epoch }.toColumn("epoch"),
        rows.map { it.layerName }.toColumn("layer"),
        rows.map { it.bins }.toColumn("bins"),
        rows.map { unit.fromNats(it.nats) }.toColumn("h_bin_$unit"),
        rows.map { row -> row.informationNats?.let(unit::fromNats) }.toColumn("i_x_bin_$unit"),
        rows.map { row -> row.labelNats?.let(unit::fromNats) }.toColumn("i_bin_y_$unit"),
    )
