package io.github.miscope.dsl

import io.github.miscope.dsl.text.counted
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.NearestNeighbours
import io.github.miscope.sample.Samples
import io.github.miscope.sweep.Axis
import io.github.miscope.sweep.OnLatent
import io.github.miscope.sweep.Sweep
import io.github.miscope.task.DataSource
import io.github.miscope.task.Task
import java.util.Random
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.kotlinx.dataframe.DataColumn
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ColumnsSelectionDsl
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.MultiArray

/**
 * Options of a sweep. Everything has a default: the task is `correlatedGaussians(dim = 2, rho =
 * 0.6)` (true MI 0.4463 nats), the estimator [auto], 500 samples (all rows of given data), 10
 * trials (1 where nothing differs between trials), seed 0, all processors. Without an axis the
 * trials alone are shown.
 *
 * A range is swept with both its ends; [scaleSweep], [snrSweep] and [samplesSweep] are log-spaced,
 * the others evenly. Lists, single values, `1..9 step 2` and the like are taken as they are. Two
 * axes in one sweep, or a task and data, are an error.
 */
@MiscopeDsl
public class SweepBuilder internal constructor() : TrialsBuilder(RunningChoices()) {
    private class Swept(val option: String, val axis: Axis, val values: DoubleArray)

    private var task: Task? = null
    private var dropped = 0
    private var swept: Swept? = null
    private var ks: List<Int>? = null
    private var latent = false
    private val asTheyAre = mutableListOf<MutualInformationEstimator>()

    /**
     * Where samples come from: [correlatedGaussians], [additiveGaussianNoise], ... or a task of
     * your own.
     *
     * @throws IllegalArgumentException if another task or data are given already
     */
    public fun task(task: Task) {
        val before = this.task
        require(before == null) { "a sweep has one task or data: $before and $task are both given" }
        Use.TASK.take()
        this.task = task
    }

    /**
     * A task of your own: `task("sine") { n, random -> Samples.of(x, y) }`.
     *
     * @param name its name in tables and titles
     * @param nats its MI in nats, if it is known
     * @param draw draws n observations; equal states of [Random] must give equal samples
     * @throws IllegalArgumentException as [task] of a task, and as [customTask]
     */
    public fun task(
        name: String,
        nats: Double? = null,
        draw: (n: Int, random: Random) -> Samples,
    ): Unit = task(customTask(name, nats, draw))

    /** Given data, whose MI is not known: n observations of X and of Y. */
    public fun data(x: DoubleArray, y: DoubleArray, missing: MissingValues = REFUSE): Unit =
        data("data", side("x", x), side("y", y), missing)

    /** Given data, whose MI is not known: n rows of dX and of dY values. */
    public fun data(
        x: Array<DoubleArray>,
        y: Array<DoubleArray>,
        missing: MissingValues = REFUSE,
    ): Unit = data("data", side("x", x), side("y", y), missing)

    /** Given data, whose MI is not known: Multik arrays of n values, or n rows of values. */
    public fun data(
        x: MultiArray<out Number, out Dimension>,
        y: MultiArray<out Number, out Dimension>,
        missing: MissingValues = REFUSE,
    ): Unit = data("data", side("x", x), side("y", y), missing)

    /** Given data, whose MI is not known: two numeric columns. */
    public fun data(x: DataColumn<*>, y: DataColumn<*>, missing: MissingValues = REFUSE): Unit =
        dataOf(columnSide(x), columnSide(y), missing)

    /**
     * Given data, whose MI is not known: columns of a frame, selected as in `df.mi`.
     *
     * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`
     */
    public fun <T> data(
        frame: DataFrame<T>,
        x: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
        y: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
        missing: MissingValues = REFUSE,
    ): Unit = dataOf(frame.select("x", x), frame.select("y", y), missing)

    /** Given data, whose MI is not known: two columns of a frame, by name. */
    public fun data(
        frame: DataFrame<*>,
        x: String,
        y: String,
        missing: MissingValues = REFUSE,
    ): Unit = data(frame, listOf(x), listOf(y), missing)

    /** Given data, whose MI is not known: columns of a frame, names or columns. */
    public fun data(
        frame: DataFrame<*>,
        x: Iterable<*>,
        y: Iterable<*>,
        missing: MissingValues = REFUSE,
    ): Unit = data(frame, { x.toList() }, { y.toList() }, missing)

    /** Given data, whose MI is not known: n rows of dX values, and n values of Y. */
    public fun data(x: Array<DoubleArray>, y: DoubleArray, missing: MissingValues = REFUSE): Unit =
        data("data", side("x", x), side("y", y), missing)

    /** Given data, whose MI is not known: lists of n numbers or levels. */
    public fun data(x: Iterable<*>, y: Iterable<*>, missing: MissingValues = REFUSE): Unit =
        data("data", side("x", x), side("y", y), missing)

    /** Given data, whose MI is not known: samples of the core. */
    public fun data(samples: Samples): Unit = task(DataSource(samples))

    private fun dataOf(x: Side, y: Side, missing: MissingValues) =
        data("${x.label()} and ${y.label()}", x, y, missing)

    private fun Side.label() = columns.joinToString("+") { it.name }

    private fun data(name: String, x: Side, y: Side, missing: MissingValues) {
        Use.MISSING.take()
        val paired = pair(x, y, missing)
        dropped = paired.dropped
        task(DataSource(paired.samples, name))
    }

    /**
     * Multiplies X by log-spaced factors: `scaleSweep(1e-2..1e3)`. The true MI does not change.
     *
     * @throws IllegalArgumentException if the range does not ascend from above 0
     */
    public fun scaleSweep(range: ClosedRange<Double>, points: Int = 20): Unit =
        sweep("scaleSweep", Axis.scaleX(), logSpaced("scaleSweep", range, points))

    /** Multiplies X by log-spaced factors: `scaleSweep(1..1000)`. */
    public fun scaleSweep(range: IntRange, points: Int = 20): Unit =
        scaleSweep(range.ofDoubles(), points)

    /** Multiplies X by the given factors, none of them 0. */
    public fun scaleSweep(factors: Iterable<Number>): Unit =
        sweep("scaleSweep", Axis.scaleX(), factors.toDoubles())

    /** Multiplies X by the given factors, none of them 0: `scaleSweep(0.1, 1, 10)`. */
    public fun scaleSweep(first: Number, vararg more: Number): Unit =
        scaleSweep(listOf(first, *more))

    /** Multiplies Y by log-spaced factors, as [scaleSweep] X. The true MI does not change. */
    public fun scaleSweepY(range: ClosedRange<Double>, points: Int = 20): Unit =
        sweep("scaleSweepY", Axis.scaleY(), logSpaced("scaleSweepY", range, points))

    /** Multiplies Y by log-spaced factors: `scaleSweepY(1..1000)`. */
    public fun scaleSweepY(range: IntRange, points: Int = 20): Unit =
        scaleSweepY(range.ofDoubles(), points)

    /** Multiplies Y by the given factors, none of them 0. */
    public fun scaleSweepY(factors: Iterable<Number>): Unit =
        sweep("scaleSweepY", Axis.scaleY(), factors.toDoubles())

    /** Multiplies Y by the given factors, none of them 0: `scaleSweepY(0.1, 1, 10)`. */
    public fun scaleSweepY(first: Number, vararg more: Number): Unit =
        scaleSweepY(listOf(first, *more))

    /**
     * Sweeps the signal-to-noise ratio, as a ratio of variances, log-spaced:
     * `snrSweep(0.01..100.0)` goes from one decade to the next. For equal steps take
     * `snrSweep(evenlySpaced(1.0..5.0, points = 5))`, for decibels [snrDbSweep].
     *
     * @throws IllegalArgumentException if the range does not ascend from above 0
     */
    public fun snrSweep(range: ClosedRange<Double>, points: Int = 20): Unit =
        sweep("snrSweep", Axis.snr(), logSpaced("snrSweep", range, points))

    /** Sweeps the signal-to-noise ratio, log-spaced: `snrSweep(1..100)`. */
    public fun snrSweep(range: IntRange, points: Int = 20): Unit =
        snrSweep(range.ofDoubles(), points)

    /** Sweeps the signal-to-noise ratio, as a ratio of variances, over given values. */
    public fun snrSweep(ratios: Iterable<Number>): Unit =
        sweep("snrSweep", Axis.snr(), ratios.toDoubles())

    /** Sweeps the signal-to-noise ratio over given values: `snrSweep(0.1, 1, 10)`. */
    public fun snrSweep(first: Number, vararg more: Number): Unit = snrSweep(listOf(first, *more))

    /** Sweeps the signal-to-noise ratio in decibels, 10 log10 of the ratio of variances, evenly. */
    public fun snrDbSweep(range: ClosedRange<Double>, points: Int = 20): Unit =
        sweep("snrDbSweep", Axis.snrDecibels(), evenlySpaced("snrDbSweep", range, points))

    /** Sweeps the signal-to-noise ratio in decibels, evenly: `snrDbSweep(-20..20)`. */
    public fun snrDbSweep(range: IntRange, points: Int = 20): Unit =
        snrDbSweep(range.ofDoubles(), points)

    /** Sweeps the signal-to-noise ratio over given values in decibels. */
    public fun snrDbSweep(decibels: Iterable<Number>): Unit =
        sweep("snrDbSweep", Axis.snrDecibels(), decibels.toDoubles())

    /** Sweeps the signal-to-noise ratio over given values in decibels: `snrDbSweep(-10, 0, 10)`. */
    public fun snrDbSweep(first: Number, vararg more: Number): Unit =
        snrDbSweep(listOf(first, *more))

    /**
     * Sweeps the dimension of X and Y: `dimensionSweep(1..9)`, `dimensionSweep(listOf(2, 4, 8))`.
     */
    public fun dimensionSweep(dimensions: Iterable<Int>): Unit =
        sweep("dimensionSweep", Axis.dimension(), dimensions.toDoubles())

    /** Sweeps the dimension of X and Y: `dimensionSweep(2, 4, 8)`. */
    public fun dimensionSweep(first: Int, vararg more: Int): Unit =
        dimensionSweep(listOf(first) + more.toList())

    /** Sweeps the number of samples, log-spaced whole numbers: `samplesSweep(100..10_000)`. */
    public fun samplesSweep(range: IntRange, points: Int = 10): Unit =
        samplesSweep(range.ofDoubles(), points)

    /** Sweeps the number of samples, log-spaced whole numbers: `samplesSweep(1e2..1e4)`. */
    public fun samplesSweep(range: ClosedRange<Double>, points: Int = 10): Unit =
        sweep("samplesSweep", Axis.samples(), logSpacedWhole("samplesSweep", range, points))

    /** Sweeps the number of samples over given values, such as `100..1000 step 100`. */
    public fun samplesSweep(counts: Iterable<Number>): Unit =
        sweep("samplesSweep", Axis.samples(), counts.toDoubles())

    /** Sweeps the number of samples over given values: `samplesSweep(100, 300, 1000)`. */
    public fun samplesSweep(first: Number, vararg more: Number): Unit =
        samplesSweep(listOf(first, *more))

    /**
     * Appends columns of independent normal noise of standard deviation [sigma] to X:
     * `noiseDimensionsSweep(0..20, sigma = 0.2)`. The true MI does not change.
     */
    public fun noiseDimensionsSweep(counts: Iterable<Int>, sigma: Double = 0.2): Unit =
        sweep("noiseDimensionsSweep", Axis.noiseDimensions(sigma), counts.toDoubles())

    /** Appends columns of independent normal noise to X: `noiseDimensionsSweep(0, 5, 20)`. */
    public fun noiseDimensionsSweep(first: Int, vararg more: Int, sigma: Double = 0.2): Unit =
        noiseDimensionsSweep(listOf(first) + more.toList(), sigma)

    /**
     * Repeats X so many times side by side: `duplicatesSweep(1..10)`. The true MI does not change.
     */
    public fun duplicatesSweep(copies: Iterable<Int>): Unit =
        sweep("duplicatesSweep", Axis.duplicates(), copies.toDoubles())

    /** Repeats X so many times side by side: `duplicatesSweep(1, 5, 20)`. */
    public fun duplicatesSweep(first: Int, vararg more: Int): Unit =
        duplicatesSweep(listOf(first) + more.toList())

    /** Sweeps the correlation of the paired coordinates of X and Y, evenly, within (-1, 1). */
    public fun correlationSweep(range: ClosedRange<Double>, points: Int = 10): Unit =
        sweep(
            "correlationSweep",
            Axis.correlation(),
            evenlySpaced("correlationSweep", range, points),
        )

    /** Sweeps the correlation of the paired coordinates of X and Y over given values. */
    public fun correlationSweep(correlations: Iterable<Number>): Unit =
        sweep("correlationSweep", Axis.correlation(), correlations.toDoubles())

    /** Sweeps the correlation over given values: `correlationSweep(0, 0.5, 0.9)`. */
    public fun correlationSweep(first: Number, vararg more: Number): Unit =
        correlationSweep(listOf(first, *more))

    /**
     * Sweeps the task's true mutual information in nats, evenly: `informationSweep(0.0..10.0)`. The
     * task must have a parameter that sets it, as [correlatedGaussians] and [gaussianImages] have.
     */
    public fun informationSweep(range: ClosedRange<Double>, points: Int = 11): Unit =
        sweep(
            "informationSweep",
            Axis.information(),
            evenlySpaced("informationSweep", range, points),
        )

    /** Sweeps the task's true mutual information over given values in nats. */
    public fun informationSweep(nats: Iterable<Number>): Unit =
        sweep("informationSweep", Axis.information(), nats.toDoubles())

    /**
     * Sweeps the true mutual information over given values in nats: `informationSweep(0, 1, 4)`.
     */
    public fun informationSweep(first: Number, vararg more: Number): Unit =
        informationSweep(listOf(first, *more))

    /**
     * Estimates from the latent variables of the task as well, of the same draws, which is what
     * compression can reach at best: of [gaussianImages], from the centres of the spots. The figure
     * has a panel for each estimator, with both sides against the truth (Butakov et al. 2024,
     * arXiv:2305.08013, Algorithm 1):
     *
     *     mi {
     *         task(gaussianImages(16)); informationSweep(0..10, points = 6)
     *         estimators(ksgLocal, entropySum(weightedKnnEntropy.whitened()))
     *         compress(pca(2)); compareWithLatent()
     *     }
     *
     * It needs [compress].
     */
    public fun compareWithLatent() {
        latent = true
    }

    /**
     * Adds estimators that see X and Y as they are, beside those that [compress] is for:
     * `uncompressed(ksgLocal)`.
     */
    public fun uncompressed(vararg estimators: MutualInformationEstimator): Unit =
        uncompressed(estimators.toList())

    /** Adds estimators that see X and Y as they are, beside those that [compress] is for. */
    public fun uncompressed(estimators: Iterable<MutualInformationEstimator>) {
        Use.ESTIMATOR.take()
        asTheyAre += estimators
    }

    /**
     * Sweeps the number k of nearest neighbours of every estimator: `kSweep(1..20)`. A k that is
     * not smaller than the number of samples is left out, and the result says so.
     */
    public fun kSweep(range: IntProgression): Unit = kSweep(range as Iterable<Int>)

    /** Sweeps the number k of nearest neighbours over given values, as [kSweep] of a range. */
    public fun kSweep(ks: Iterable<Int>) {
        val values = ks.toDoubles()
        sweep("kSweep", Axis.neighbours(), values)
        this.ks = values.map { it.toInt() }
    }

    /** Sweeps the number k of nearest neighbours over given values: `kSweep(1, 3, 10)`. */
    public fun kSweep(first: Int, vararg more: Int): Unit = kSweep(listOf(first) + more.toList())

    /** Sweeps a custom axis. */
    public fun sweep(axis: Axis, values: Iterable<Number>): Unit =
        sweep("sweep of $axis", axis, values.toDoubles())

    /** Sweeps a custom axis: `sweep(axis, 1, 2, 5)`. */
    public fun sweep(axis: Axis, first: Number, vararg more: Number): Unit =
        sweep(axis, listOf(first, *more))

    private fun sweep(option: String, axis: Axis, values: DoubleArray) {
        val before = swept
        require(before == null) {
            "a sweep has one axis: ${before?.option} and $option are both given"
        }
        require(values.isNotEmpty()) { "$option needs at least 1 value" }
        Use.SWEPT.take()
        swept = Swept(option, axis, values)
    }

    private fun Iterable<Number>.toDoubles(): DoubleArray {
        val values = asSequence().take(MAX_VALUES + 1).map { it.toDouble() }.toList()
        require(values.size <= MAX_VALUES) {
            "a sweep takes at most $MAX_VALUES values: ${first()}, ${elementAt(1)}, ... are more"
        }
        return values.toDoubleArray()
    }

    internal fun filled(options: SweepBuilder.() -> Unit): SweepBuilder =
        filledBy(options, Use.TASK, Use.ESTIMATOR, Use.UNIT, Use.MISSING, Use.SWEPT)

    internal fun job(): SweepJob {
        val choice = choice()
        val planned = planned(choice)
        val chosenTask = task ?: DEFAULT_TASK
        val data = chosenTask as? DataSource
        val n = samples ?: data?.samples()?.n() ?: DEFAULT_SAMPLES
        var plan =
            Sweep.of(chosenTask, if (sweepsK()) labelledWithoutK(planned) else planned)
                .withSeed(seed)
                .withSamples(n)
                .withTrials(trials ?: if (data != null && isFixed(data)) 1 else DEFAULT_TRIALS)
        val cut = ks?.let { CutRange(it, n) }
        swept?.let { plan = plan.over(it.axis, *(cut?.values ?: it.values)) }
        return SweepJob(
            plan,
            run,
            unit,
            choice.reason?.plus(BY_VIEWS),
            dropped,
            listOfNotNull(cut?.remark),
        )
    }

    private fun planned(choice: Choice): List<MutualInformationEstimator> {
        require(compresses || !latent) {
            "compareWithLatent() compares compressed variables with latent ones: add compress(..)"
        }
        require(compresses || asTheyAre.isEmpty()) {
            "uncompressed(..) stands beside compress(..), which is not there: use estimators(..)"
        }
        val latents = if (latent) given().estimators.map(::OnLatent) else emptyList()
        return latents + choice.estimators + asTheyAre
    }

    private fun sweepsK() = swept?.axis?.toString() == Axis.neighbours().toString()

    /**
     * The estimators with the k that their labels leave out, since the axis sets it; as they are
     * where labels would be equal.
     */
    private fun labelledWithoutK(
        estimators: List<MutualInformationEstimator>
    ): List<MutualInformationEstimator> {
        val plain =
            estimators.map { estimator ->
                val any = estimator.capability(NearestNeighbours::class.java).getOrNull()
                if (any == null) estimator
                else (1..MAX_DEFAULT_K).map { any.withK(it) }.minBy { it.toString().length }
            }
        return if (plain.distinctBy { it.toString() }.size == plain.size) plain else estimators
    }

    /** The numbers of neighbours that n samples have. */
    private class CutRange(ks: List<Int>, n: Int) {
        private val kept = ks.filter { it < n }

        val values: DoubleArray = kept.map { it.toDouble() }.toDoubleArray()

        val remark: String? =
            if (kept.size == ks.size) null
            else
                "Left out of k: ${counted(ks.size - kept.size, "value")} from $n on, since k " +
                    "must be < n = $n."

        init {
            require(kept.isNotEmpty()) {
                "kSweep: k must be < number of samples: k=${ks.min()}, n=$n"
            }
        }
    }

    /** Whether every trial sees the same data: all the rows, and no noise is added to them. */
    private fun isFixed(data: DataSource): Boolean =
        (samples == null || samples == data.samples().n()) &&
            swept?.option !in setOf("samplesSweep", "noiseDimensionsSweep")

    private companion object {
        val DEFAULT_TASK: Task = correlatedGaussians(dim = 2, rho = 0.6)
        const val DEFAULT_SAMPLES = 500

        /** No estimator has a larger k by default. */
        const val MAX_DEFAULT_K = 10
        const val DEFAULT_TRIALS = 10
    }
}
