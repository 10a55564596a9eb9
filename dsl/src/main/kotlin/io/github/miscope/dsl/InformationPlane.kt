package io.github.miscope.dsl

import io.github.miscope.activation.EpochScores
import io.github.miscope.dsl.figure.binnedFigure
import io.github.miscope.dsl.figure.binnedPlaneFigure
import io.github.miscope.dsl.figure.epochFigure
import io.github.miscope.dsl.figure.flowFigure
import io.github.miscope.dsl.figure.noiseFigure
import io.github.miscope.dsl.figure.planeFigure
import io.github.miscope.dsl.result.PlaneData
import io.github.miscope.dsl.result.PlaneSetup
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.EstimationInterruptedException
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.plane.LayerPlace
import io.github.miscope.plane.PlaneCodes
import io.github.miscope.plane.PlaneRow as FoundRow
import io.github.miscope.plane.PlaneTable
import io.github.miscope.plane.PlaneValue as FoundValue
import java.util.OptionalDouble
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.letsPlot.intern.Plot

/** Something of one layer after one epoch. */
public sealed class LayerRow {
    internal abstract val place: LayerPlace

    /** Which of several networks, from 0. */
    public val trial: Int
        get() = place.trial()

    /** How many epochs were done. */
    public val epoch: Int
        get() = place.epoch()

    /** The number of the layer. */
    public val layer: Int
        get() = place.layer()

    /** Its name, such as "layer 3". */
    public val layerName: String
        get() = place.layerName()

    /** The mean Euclidean norm of T without noise. */
    public val scale: Double
        get() = place.scale()
}

/**
 * A mutual information in the plane.
 *
 * @property nats the estimate, in nats
 * @property standardError in nats; null if the estimator gives none
 * @property warnings what a reader must know
 */
public class PlaneValue internal constructor(private val value: FoundValue) {
    public val nats: Double
        get() = value.nats()

    public val standardError: Double?
        get() = value.standardError().let { if (it.isPresent) it.asDouble else null }

    public val warnings: List<FoundValue.Note>
        get() = value.warnings()

    /** The confidence interval, in nats; null without [InformationPlaneBuilder.interval]. */
    public val interval: ClosedFloatingPointRange<Double>?
        get() = value.interval().getOrNull()?.let { it.lower()..it.upper() }

    /** The value and what is known of its error: "1.2034 nats, standard error 0.0213". */
    override fun toString(): String = "$value"
}

/** One layer after one epoch, seen by one estimator. */
public class PlaneRow internal constructor(private val row: FoundRow) : LayerRow() {
    override val place: LayerPlace
        get() = row.place()

    /** Signal-to-noise ratio of the noise that was added to T; null for none. */
    public val snrDb: Double?
        get() = row.snrDb().let { if (it.isPresent) it.asDouble else null }

    /** The label of the estimator. */
    public val estimator: String
        get() = row.estimator()

    /** Loss and accuracy of the network. */
    public val scores: EpochScores
        get() = row.scores()

    /** Why there is no estimate; null if there is. */
    public val failure: String?
        get() = row.failure()

    /** I(X;T); null if it failed. */
    public val inputs: PlaneValue? = row.inputs().getOrNull()?.let(::PlaneValue)

    /** I(T;Y); null if it failed, or classes are not known. */
    public val labels: PlaneValue? = row.labels().getOrNull()?.let(::PlaneValue)

    /** What X was compressed to; null without compression, or if it failed. */
    public val inputCodes: PlaneCodes?
        get() = row.inputCodes().getOrNull()

    /** What T was compressed to; null without compression, or if it failed. */
    public val layerCodes: PlaneCodes?
        get() = row.layerCodes().getOrNull()

    /** The place and what was found there. */
    override fun toString(): String =
        "epoch $epoch, $layerName, $estimator" +
            (snrDb?.let { ", ${it.short()} dB" } ?: "") +
            (inputs?.let { ": I(X;T) = $it" } ?: ": failed: $failure") +
            (labels?.let { "; I(T;Y) = $it" } ?: "") +
            (inputCodes?.let { "; X: $it" } ?: "") +
            (layerCodes?.let { "; T: $it" } ?: "")
}

/**
 * The binned entropy of one layer after one epoch.
 *
 * @property bins which cells, in words
 * @property nats H(Bin(T)) over the inputs, in nats; noise within the network is off
 * @property informationNats I(X;Bin(T)), in nats: the same where T is a function of X; null where
 *   the network has noise
 * @property labelNats I(Bin(T);Y), in nats, by counting; null where classes are not known or not
 *   asked for
 */
public class BinnedRow
internal constructor(
    override val place: LayerPlace,
    public val bins: String,
    public val nats: Double,
    public val informationNats: Double?,
    public val labelNats: Double?,
) : LayerRow() {
    /** The place and the entropy there. */
    override fun toString(): String =
        "epoch $epoch, $layerName, $bins: H(Bin(T)) = ${nats.fixed()} nats"
}

/**
 * What [informationPlane] returns: I(X;T) and I(T;Y) by network, epoch, layer, noise and estimator.
 *
 * @property rows the estimates
 * @property binned binned entropies; empty without [InformationPlaneBuilder.bins]
 */
public class InformationPlane
internal constructor(internal val plan: PlaneSetup, table: PlaneTable) : Plottable {
    private val data = PlaneData(plan, table)

    public val rows: List<PlaneRow> = data.rows.map(::PlaneRow)

    public val binned: List<BinnedRow> =
        data.binned.map {
            val (x, y) = it.information().known() to it.labels().known()
            BinnedRow(it.place(), it.bins(), it.nats(), x, y)
        }

    /** The unit of text, frames and figures. */
    public val unit: InformationUnit
        get() = plan.unit

    /** Why miscope chose this estimator; null if the user gave one. */
    public val choice: String?
        get() = plan.choice

    /**
     * One row for each estimate: trial, epoch, layer, estimator, snr_db (with noise), i_xt_nats (or
     * bits), i_xt_error_nats, i_ty_nats, i_ty_error_nats, scale (mean Euclidean norm of T),
     * training_loss, test_loss, training_accuracy, test_accuracy, warnings, failure. What is not
     * known is null. With intervals also i_xt_lower_nats, i_xt_upper_nats, i_ty_lower_nats and
     * i_ty_upper_nats; with encoders of X and T x_columns, x_codes, x_explained_variance, the same
     * of t, and x_loss_bound_nats and t_loss_bound_nats where a bound is known.
     */
    public fun toDataFrame(): DataFrame<*> = planeFrame(this)

    /**
     * One row for each binned entropy: trial, epoch, layer, bins, h_bin_nats (or bits),
     * i_x_bin_nats, i_bin_y_nats.
     */
    public fun binnedFrame(): DataFrame<*> = binnedFrame(binned, unit)

    /**
     * The plane: I(T;Y) against I(X;T), coloured by epoch, a panel for each layer and estimator.
     * Without classes it is [epochPlot], with several noises [noisePlot], without estimates
     * [binnedPlot].
     */
    override fun plot(): Plot =
        when {
            rows.isEmpty() && binned.isNotEmpty() -> binnedPlot()
            plan.snrs.size > 1 -> noisePlot()
            rows.all { it.labels == null } || plan.epochs.size == 1 -> epochPlot()
            else -> planeFigure(data, byLoss = false, plan.labels)
        }

    /**
     * The plane, coloured by what is asked for: `plane.plot(colour = PlaneColour.LOSS_DROP)` shows
     * where the loss falls fast, as Figure 5 of Butakov et al. 2024 (arXiv:2305.08013). With
     * [InformationPlaneBuilder.interval], crosses show confidence intervals.
     *
     * @param estimator the label of the one to draw; all if null
     * @throws IllegalArgumentException if there is no plane to draw (one epoch, no classes, several
     *   noises), there are no losses, or there is no such estimator
     */
    public fun plot(colour: PlaneColour, estimator: String? = null): Plot {
        requireEstimator(estimator)
        require(plan.snrs.size == 1) {
            "a plane has one signal-to-noise ratio, not ${plan.snrs}: see noisePlot()"
        }
        require(plan.epochs.size > 1) {
            "a plane needs several epochs: there is only ${plan.epochs.single()}"
        }
        require(rows.isEmpty() || rows.any { it.labels != null }) {
            "a plane needs I(T;Y), which is not there: see epochPlot()"
        }
        val byLoss = colour == PlaneColour.LOSS_DROP
        return planeFigure(data, byLoss, estimator?.let(::listOf) ?: plan.labels)
    }

    private fun requireEstimator(label: String?) {
        require(label == null || label in plan.labels) {
            "there is no estimator \"$label\"${didYouMean("$label", plan.labels)}, only " +
                quoted(plan.labels)
        }
    }

    /**
     * I(X;T), I(T;Y) and the scale of T against the epoch, a line for each estimator, a column of
     * panels for each layer.
     */
    public fun epochPlot(): Plot = epochFigure(data)

    /**
     * I(X;T) of all layers against the epoch, with error bands, above H(Bin(T)) and the losses, as
     * far as they are there: for one estimator.
     *
     * @param estimator its label; if null, sample propagation, or the first where there is none
     */
    public fun flowPlot(estimator: String? = null): Plot {
        val label = estimator ?: plan.propagation?.toString() ?: plan.labels.firstOrNull()
        requireEstimator(label)
        require(plan.snrs.size == 1) {
            "a flow has one signal-to-noise ratio, not ${plan.snrs}: see noisePlot()"
        }
        return flowFigure(data, label)
    }

    /**
     * I(X; T + N) against the signal-to-noise ratio, a line for each estimator, a panel for each
     * layer, after one epoch.
     *
     * @param epoch the last if null
     * @throws IllegalArgumentException if there are no noises to compare, or there is no such epoch
     */
    public fun noisePlot(epoch: Int? = null): Plot {
        require(plan.snrs.size > 1) { "noise(..) names no two signal-to-noise ratios" }
        val at = epoch ?: rows.lastOrNull()?.epoch ?: plan.epochs.last()
        require(at in plan.epochs) { "there is no epoch $at, only ${plan.epochs}" }
        return noiseFigure(data, at)
    }

    /**
     * H(Bin(T)) against the epoch, a line for each layer, a panel for each kind of cells.
     *
     * @throws IllegalArgumentException without `bins(..)`
     */
    public fun binnedPlot(): Plot {
        require(binned.isNotEmpty()) { "there are no binned entropies: say bins(width)" }
        return binnedFigure(data)
    }

    /**
     * The binned plane of Shwartz-Ziv and Tishby: I(Bin(T);Y) against H(Bin(T)), by counting and
     * without noise, a panel for each layer and kind of cells.
     *
     * @throws IllegalArgumentException without `bins(..)`, or where classes are not known
     */
    public fun binnedPlanePlot(): Plot {
        require(binned.isNotEmpty()) { "there are no binned entropies: say bins(width)" }
        require(binned.all { it.labelNats != null }) {
            "a plane needs I(Bin(T);Y), which is not there: see binnedPlot()"
        }
        return binnedPlaneFigure(data)
    }

    /** How many estimates of what, and what failed. */
    override fun toString(): String = data.text()
}

internal fun OptionalDouble.known(): Double? = if (isPresent) asDouble else null

/** What points and paths of an information plane are coloured by. */
public enum class PlaneColour {
    /** The epoch. */
    EPOCH,

    /**
     * By how much the training loss fell between the epochs that are shown; the test loss, where
     * that of training is not known. Blue where it fell, orange where it rose.
     */
    LOSS_DROP,
}

/**
 * An information plane was stopped by an interrupt.
 *
 * @property finished what was finished
 */
public class PlaneInterruptedException
internal constructor(
    public val finished: InformationPlane,
    message: String,
    cause: InterruptedException,
) : EstimationInterruptedException(message, cause)
