package io.github.miscope.dsl.result

import io.github.miscope.dsl.text.counted
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.plane.BinnedRow
import io.github.miscope.plane.PlaneRow
import io.github.miscope.plane.PlaneTable

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

    /** How many estimates of what, and what failed. */
    fun text(): String = buildString {
        append("miscope: information plane of ${name}")
        if (plan.sources.size > 1) append(" and ${plan.sources.size - 1} more")
        append(", ${counted(plan.layers.size, "layer")}, ${counted(plan.epochs.size, "epoch")}")
        if (plan.labels.isNotEmpty()) append(": ${plan.labels.joinToString()}")
        plan.choice?.let { append("\n  ! $it") }
        failures()?.let { append("\n  ! $it") }
        if (binnedFailures.isNotEmpty()) {
            append(
                "\n  ! ${binnedFailures.size} binned entropies failed: ${binnedFailures.first()}"
            )
        }
    }
}
