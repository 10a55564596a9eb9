package io.github.miscope.dsl

import io.github.miscope.sample.Samples
import io.github.miscope.sample.Seed
import io.github.miscope.sweep.Axis
import io.github.miscope.sweep.Progress
import io.github.miscope.sweep.RunOptions
import io.github.miscope.sweep.Sweep
import io.github.miscope.task.DataSource
import io.github.miscope.task.Task
import java.nio.file.Path
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
 * A range is swept with both its ends; [scaleSweep] and [samplesSweep] are log-spaced, the others
 * evenly. Two axes in one sweep, or a task and data, are an error.
 */
@MiscopeDsl
public class SweepBuilder internal constructor() : EstimatorsBuilder() {
    private class Swept(val option: String, val axis: Axis, val values: DoubleArray)

    private var task: Task? = null
    private var dropped = 0
    private var swept: Swept? = null
    private var samples: Int? = null
    private var trials: Int? = null
    private var seed: Seed = Seed.of(0)
    private var options: RunOptions = RunOptions.withDefaults()

    /**
     * Where samples come from: [correlatedGaussians], [additiveGaussianNoise], ... or a task of
     * one's own.
     *
     * @throws IllegalArgumentException if another task or data are given already
     */
    public fun task(task: Task) {
        val before = this.task
        require(before == null) { "a sweep has one task or data: $before and $task are both given" }
        this.task = task
    }

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

    /** Given data, whose MI is not known: samples of the core. */
    public fun data(samples: Samples): Unit = task(DataSource(samples))

    private fun dataOf(x: Side, y: Side, missing: MissingValues) =
        data("${x.label()} and ${y.label()}", x, y, missing)

    private fun Side.label() = columns.joinToString("+") { it.name }

    private fun data(name: String, x: Side, y: Side, missing: MissingValues) {
        val paired = pair(x, y, missing)
        dropped = paired.dropped
        task(DataSource(paired.samples, name))
    }

    /** Samples per trial, at least 2: 500 if not given, or all rows of given data. */
    public fun samples(n: Int) {
        require(n >= 2) { "samples must be >= 2: samples=$n" }
        samples = n
    }

    /** Repetitions with fresh samples, at least 1. */
    public fun trials(n: Int) {
        require(n >= 1) { "trials must be >= 1: trials=$n" }
        trials = n
    }

    /** What all samples are drawn from: equal seeds give equal tables. */
    public fun seed(seed: Long) {
        this.seed = Seed.of(seed)
    }

    /** Cells that are worked on at the same time, at least 1; does not change a number. */
    public fun threads(n: Int) {
        options = options.withThreads(n)
    }

    /**
     * Keeps finished cells in a file, from which a later run of the same plan goes on, even if this
     * one was killed.
     */
    public fun checkpoint(file: Path) {
        options = options.withCheckpoint(file)
    }

    /** Keeps finished cells in a file, as [checkpoint] of a path. */
    public fun checkpoint(file: String): Unit = checkpoint(Path.of(file))

    /** Hears how far the sweep has come, several times a second, on the calling thread. */
    public fun progress(listener: (Progress.Snapshot) -> Unit) {
        options = options.withProgress(listener)
    }

    /** Multiplies X by log-spaced factors. The true MI does not change. */
    public fun scaleSweep(range: ClosedFloatingPointRange<Double>, points: Int = 20): Unit =
        sweep("scaleSweep", Axis.scaleX(), logSpaced("scaleSweep", range, points))

    /** Multiplies X by the given factors, none of them 0. */
    public fun scaleSweep(factors: List<Double>): Unit =
        sweep("scaleSweep", Axis.scaleX(), factors.toDoubleArray())

    /** Multiplies Y by log-spaced factors. The true MI does not change. */
    public fun scaleSweepY(range: ClosedFloatingPointRange<Double>, points: Int = 20): Unit =
        sweep("scaleSweepY", Axis.scaleY(), logSpaced("scaleSweepY", range, points))

    /** Multiplies Y by the given factors, none of them 0. */
    public fun scaleSweepY(factors: List<Double>): Unit =
        sweep("scaleSweepY", Axis.scaleY(), factors.toDoubleArray())

    /** Sweeps the signal-to-noise ratio, as a ratio of variances, evenly. */
    public fun snrSweep(range: ClosedFloatingPointRange<Double>, points: Int = 20): Unit =
        sweep("snrSweep", Axis.snr(), evenlySpaced("snrSweep", range, points))

    /** Sweeps the signal-to-noise ratio, as a ratio of variances, over given values. */
    public fun snrSweep(ratios: List<Double>): Unit =
        sweep("snrSweep", Axis.snr(), ratios.toDoubleArray())

    /** Sweeps the signal-to-noise ratio in decibels, 10 log10 of the ratio of variances, evenly. */
    public fun snrDbSweep(range: ClosedFloatingPointRange<Double>, points: Int = 20): Unit =
        sweep("snrDbSweep", Axis.snrDecibels(), evenlySpaced("snrDbSweep", range, points))

    /** Sweeps the signal-to-noise ratio over given values in decibels. */
    public fun snrDbSweep(decibels: List<Double>): Unit =
        sweep("snrDbSweep", Axis.snrDecibels(), decibels.toDoubleArray())

    /**
     * Sweeps the dimension of X and Y: `dimensionSweep(1..9)`, `dimensionSweep(listOf(2, 4, 8))`.
     */
    public fun dimensionSweep(dimensions: Iterable<Int>): Unit =
        sweep("dimensionSweep", Axis.dimension(), dimensions.toDoubles())

    /** Sweeps the number of samples, log-spaced whole numbers. */
    public fun samplesSweep(range: IntRange, points: Int = 10): Unit =
        sweep("samplesSweep", Axis.samples(), logSpacedWhole("samplesSweep", range, points))

    /** Sweeps the number of samples over given values. */
    public fun samplesSweep(counts: List<Int>): Unit =
        sweep("samplesSweep", Axis.samples(), counts.toDoubles())

    /**
     * Appends columns of independent normal noise of standard deviation [sigma] to X:
     * `noiseDimensionsSweep(0..20, sigma = 0.2)`. The true MI does not change.
     */
    public fun noiseDimensionsSweep(counts: Iterable<Int>, sigma: Double = 0.2): Unit =
        sweep("noiseDimensionsSweep", Axis.noiseDimensions(sigma), counts.toDoubles())

    /** Repeats X so many times side by side. The true MI does not change. */
    public fun duplicatesSweep(copies: Iterable<Int>): Unit =
        sweep("duplicatesSweep", Axis.duplicates(), copies.toDoubles())

    /** Sweeps the correlation of the paired coordinates of X and Y, evenly, within (-1, 1). */
    public fun correlationSweep(range: ClosedFloatingPointRange<Double>, points: Int = 10): Unit =
        sweep(
            "correlationSweep",
            Axis.correlation(),
            evenlySpaced("correlationSweep", range, points),
        )

    /** Sweeps the correlation of the paired coordinates of X and Y over given values. */
    public fun correlationSweep(correlations: List<Double>): Unit =
        sweep("correlationSweep", Axis.correlation(), correlations.toDoubleArray())

    /** Sweeps the number k of nearest neighbours of every estimator. */
    public fun kSweep(ks: Iterable<Int>): Unit = sweep("kSweep", Axis.neighbours(), ks.toDoubles())

    /** Sweeps an axis of one's own. */
    public fun sweep(axis: Axis, values: List<Double>): Unit =
        sweep("sweep of $axis", axis, values.toDoubleArray())

    private fun sweep(option: String, axis: Axis, values: DoubleArray) {
        val before = swept
        require(before == null) {
            "a sweep has one axis: ${before?.option} and $option are both given"
        }
        require(values.isNotEmpty()) { "$option needs at least 1 value" }
        swept = Swept(option, axis, values)
    }

    private fun Iterable<Int>.toDoubles() = map { it.toDouble() }.toDoubleArray()

    internal fun job(): SweepJob {
        val choice = choice()
        val chosenTask = task ?: DEFAULT_TASK
        val data = chosenTask as? DataSource
        var plan =
            Sweep.of(chosenTask, choice.estimators)
                .withSeed(seed)
                .withSamples(samples ?: data?.samples()?.n() ?: DEFAULT_SAMPLES)
                .withTrials(trials ?: if (data != null && isFixed(data)) 1 else DEFAULT_TRIALS)
        swept?.let { plan = plan.over(it.axis, *it.values) }
        return SweepJob(plan, options, unit, choice.reason?.plus(BY_VIEWS), dropped)
    }

    /** Whether every trial sees the same data: all the rows, and no noise is added to them. */
    private fun isFixed(data: DataSource): Boolean =
        (samples == null || samples == data.samples().n()) &&
            swept?.option !in setOf("samplesSweep", "noiseDimensionsSweep")

    private companion object {
        val DEFAULT_TASK: Task = correlatedGaussians(dim = 2, rho = 0.6)
        const val DEFAULT_SAMPLES = 500
        const val DEFAULT_TRIALS = 10
    }
}
