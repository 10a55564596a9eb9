package io.github.miscope.dsl

import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.program.ProgramEstimator
import io.github.miscope.estimator.program.SampleFormat
import io.github.miscope.sample.Samples
import java.time.Duration
import java.util.function.ToDoubleFunction
import kotlin.math.roundToLong

/**
 * An estimator of your own for one column against one: `customEstimator("linear") { x, y -> -0.5 *
 * ln(1 - correlation(x, y).pow(2)) }`. In a block it is [EstimatorsBuilder.estimator] with a name.
 *
 * @param name its label in tables and legends
 * @param nats the estimate of I(X;Y) in nats, from the n values of X and those of Y: a function of
 *   these alone, since estimates run side by side
 * @return an estimator like any other; it refuses samples of several columns, and a value that is
 *   not finite
 * @throws IllegalArgumentException if the name is blank
 */
public fun customEstimator(
    name: String,
    nats: (x: DoubleArray, y: DoubleArray) -> Double,
): MutualInformationEstimator = function(name, OfColumns(name, nats))

/** An estimator of your own: `customEstimator("mine") { samples -> ... }`, which returns nats. */
public fun customEstimator(
    name: String,
    nats: (samples: Samples) -> Double,
): MutualInformationEstimator = function(name, OfSamples(nats))

private fun function(name: String, nats: ToDoubleFunction<Samples>): MutualInformationEstimator =
    Use.ESTIMATOR.of(MutualInformationEstimator.of(name, nats))

/** A class, where a lambda would do: it travels to a cluster if the user's function does. */
private class OfSamples(private val nats: (Samples) -> Double) : ToDoubleFunction<Samples> {
    override fun applyAsDouble(samples: Samples) = nats(samples)
}

private class OfColumns(
    private val name: String,
    private val nats: (DoubleArray, DoubleArray) -> Double,
) : ToDoubleFunction<Samples> {
    override fun applyAsDouble(samples: Samples): Double {
        require(samples.dX() == 1 && samples.dY() == 1) {
            "$name takes one column against one, not ${samples.dX()} against ${samples.dY()}: " +
                "take { samples -> ... } instead of { x, y -> ... }"
        }
        return nats(samples.x().column(0), samples.y().column(0))
    }
}

/**
 * An estimator that is a program of its own, in any language: `programEstimator("mine", "python3",
 * "mine.py")`. For each estimate it is started with the path of a folder as its last argument, in
 * which it finds the samples, and to which it writes `estimate.csv`: a line `nats`, and a line with
 * the number. Where it fails, the estimate is refused with the reason: [ProgramEstimator].
 *
 * @param name its label in tables and legends
 * @param command the program and its first arguments
 * @param csv whether samples are in `samples.csv`, with a header `x0,x1,...,y0,y1,...`, and not in
 *   `x.npy` and `y.npy`
 * @param seconds after which the program is ended, positive
 * @throws IllegalArgumentException if the name is blank, or the seconds are not positive
 */
public fun programEstimator(
    name: String,
    vararg command: String,
    csv: Boolean = false,
    seconds: Double = 600.0,
): ProgramEstimator {
    require(seconds > 0 && seconds.isFinite()) {
        "seconds must be positive and finite: seconds=$seconds"
    }
    return Use.ESTIMATOR.of(
        ProgramEstimator(
            name,
            command.toList(),
            if (csv) SampleFormat.CSV else SampleFormat.NPY,
            Duration.ofMillis(maxOf(1, (seconds * 1000).roundToLong())),
        )
    )
}
