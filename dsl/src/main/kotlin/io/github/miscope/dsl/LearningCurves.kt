package io.github.miscope.dsl

import io.github.miscope.dsl.figure.learningCurveFigure
import io.github.miscope.dsl.text.fixed
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.LearningCurve
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.letsPlot.intern.Plot

/**
 * How the critics of a neural estimator learnt, by step: the bound on data that they trained on and
 * on data that they had not seen.
 *
 * @property estimate the final value, in nats
 * @property points the evaluations, by critic and step
 * @property trueNats the true MI in nats; null if it is not known
 * @property unit the unit of text, frame and figure
 */
public class LearningCurves
internal constructor(
    public val estimate: Estimate,
    public val points: List<LearningPoint>,
    public val trueNats: Double?,
    public val unit: InformationUnit,
) {
    /** The same curves, shown in another unit. */
    public fun inUnit(unit: InformationUnit): LearningCurves =
        LearningCurves(estimate, points, trueNats, unit)

    /**
     * One row per evaluation: critic, step, in_sample_nats, held_out_nats (null if there is none).
     */
    public fun toDataFrame(): DataFrame<*> =
        dataFrameOf(
            points.map { it.critic }.toColumn("critic"),
            points.map { it.step }.toColumn("step"),
            points.map { unit.fromNats(it.inSample) }.toColumn("in_sample_$unit"),
            points.map { it.heldOut?.let(unit::fromNats) }.toColumn("held_out_$unit"),
        )

    /**
     * The value of the bound against the step: in-sample and held-out, the true MI dashed where it
     * is known, a thin line for each critic. A plain Lets-Plot figure.
     */
    public fun plot(): Plot = learningCurveFigure(estimate, trueNats, unit)

    /** The final value, and after how many steps. */
    override fun toString(): String {
        val critics = points.maxOf { it.critic } + 1
        return "miscope: learning curve of ${estimate.estimator()}, " +
            "$critics ${if (critics == 1) "critic" else "critics"}, ${points.maxOf { it.step }} " +
            "steps: ${unit.fromNats(estimate.nats()).fixed()} $unit"
    }
}

/**
 * An evaluation while a critic learnt.
 *
 * @property critic which one of the ensemble, from 0
 * @property step how many batches it had seen
 * @property inSample the bound on training data, in nats
 * @property heldOut the bound on data that the critic had not seen, in nats; null if all data train
 */
public class LearningPoint(
    public val critic: Int,
    public val step: Int,
    public val inSample: Double,
    public val heldOut: Double?,
) {
    /** The step and both values. */
    override fun toString(): String =
        "critic $critic, step $step: in-sample ${inSample.fixed()} nats" +
            (heldOut?.let { ", held-out ${it.fixed()} nats" } ?: "")
}

/**
 * How the critics of the one estimate learnt.
 *
 * @param trueNats the true MI in nats, if it is known: drawn dashed
 * @throws IllegalStateException if there are several estimates, or the estimator does not train
 */
public fun MiResult.learningCurve(trueNats: Double? = null): LearningCurves =
    estimate.learningCurve(trueNats).inUnit(unit)

/**
 * How the critics of an estimate learnt.
 *
 * @param trueNats the true MI in nats, if it is known: drawn dashed
 * @throws IllegalStateException if the estimator does not train
 */
public fun Estimate.learningCurve(trueNats: Double? = null): LearningCurves {
    val curves = findings(LearningCurve::class.java)
    check(curves.isNotEmpty()) { "${estimator()} does not train, and so has no learning curve" }
    val points =
        curves.flatMap { curve ->
            curve.points().map {
                LearningPoint(
                    curve.member(),
                    it.step(),
                    it.training(),
                    it.validation().takeUnless(Double::isNaN),
                )
            }
        }
    check(points.isNotEmpty()) { "${estimator()} made no evaluation while it learnt" }
    return LearningCurves(this, points, trueNats, NATS)
}
