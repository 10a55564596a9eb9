package io.github.miscope.dsl

import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.sample.Samples
import java.util.function.ToDoubleFunction

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
