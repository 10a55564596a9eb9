package io.github.miscope.dsl.result

import io.github.miscope.activation.EpochScores
import io.github.miscope.dsl.text.counted
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.plane.BinnedRow
import io.github.miscope.plane.PlaneCodes
import io.github.miscope.plane.PlaneRow
import io.github.miscope.plane.PlaneTable
import kotlin.jvm.optionals.getOrNull
import kotlin.math.roundToInt

/** What text, frames and figures of an information plane are made from. */
internal class PlaneData(val plan: PlaneSetup, table: PlaneTable) {
    val rows: List<PlaneRow> = table.rows()

    /** The binned entropies that are there. */
    val binned: List<BinnedRow> = table.binned().filter { it.failure() == null }

    private val binnedFailures: List<String> = table.binned().mapNotNull { it.failure() }

    /** The name of the network, or of the first of several. */
    val name: String
        get() = plan.sources.first().name()

    val unit: InformationUnit
        get() = plan.unit

    /** "3 of 8 estimates failed: ...", with the first reason; null if none did. */
    fun failures(): String? {
        val failed = rows.filter { it.failure() != null }
        return if (failed.isEmpty()) null
        else "${failed.size} of ${rows.size} estimates failed: ${failed.first().failure()}"
    }

    /** The mean loss of the networks by epoch; null if one is not known. */
    fun losses(of: (EpochScores) -> Double): Map<Int, Double>? =
        plan.epochs
            .associateWith { epoch -> plan.sources.map { of(it.scores(epoch)) }.average() }
            .takeIf { losses -> losses.values.none { it.isNaN() } }

    /** "X: 784 columns -> 4 codes, 61 % of the variance; T: ..."; null without encoders. */
    fun compression(): String? {
        val x = rows.mapNotNull { it.inputCodes().getOrNull() }
        val t = rows.mapNotNull { it.layerCodes().getOrNull() }
        if (x.isEmpty() || t.isEmpty()) return null
        return "Codes that estimators saw: ${kept("X", x)}; ${kept("T", t)}."
    }

    private fun kept(name: String, codes: List<PlaneCodes>): String {
        val most = codes.maxOf { it.codes() }
        val shares = codes.map { (100 * it.explainedVariance()).roundToInt() }
        val share =
            if (shares.min() == shares.max()) "${shares.min()} %"
            else "${shares.min()} to ${shares.max()} %"
        return "$name on at most $most, $share of the variance"
    }

    /** How many estimates of what, and what failed. */
    fun text(): String = buildString {
        append("miscope: information plane of ${name}")
        if (plan.sources.size > 1) append(" and ${plan.sources.size - 1} more")
        append(", ${counted(plan.layers.size, "layer")}, ${counted(plan.epochs.size, "epoch")}")
        if (plan.labels.isNotEmpty()) append(": ${plan.labels.joinToString()}")
        compression()?.let { append("\n  $it") }
        plan.choice?.let { append("\n  ! $it") }
        failures()?.let { append("\n  ! $it") }
        if (binnedFailures.isNotEmpty()) {
            append(
                "\n  ! ${binnedFailures.size} binned entropies failed: ${binnedFailures.first()}"
            )
        }
    }
}
