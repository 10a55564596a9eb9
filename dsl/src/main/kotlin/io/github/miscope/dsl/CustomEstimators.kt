package io.github.miscope.dsl

import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.sample.Samples

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
): MutualInformationEstimator =
    customEstimator(name) { samples ->
        require(samples.dX() == 1 && samples.dY() == 1) {
            "$name takes one column against one, not ${samples.dX()} against ${samples.dY()}: " +
                "take { samples -> ... } instead of { x, y -> ... }"
        }
        nats(samples.x().column(0), samples.y().column(0))
    }

/** An estimator of your own: `customEstimator("mine") { samples -> ... }`, which returns nats. */
public fun customEstimator(
    name: String,
    nats: (samples: Samples) -> Double,
): MutualInformationEstimator = Use.ESTIMATOR.of(MutualInformationEstimator.of(name, nats))
