package io.github.miscope.dsl

import io.github.miscope.sample.Samples
import io.github.miscope.sample.Seed
import io.github.miscope.task.AdditiveGaussianNoise
import io.github.miscope.task.AdditiveUniformNoise
import io.github.miscope.task.CorrelatedGaussians
import io.github.miscope.task.GaussianWithCovariance
import io.github.miscope.task.Sampler
import io.github.miscope.task.Task
import io.github.miscope.task.Tasks
import java.util.Random
import java.util.function.BiFunction

/**
 * Standard normal vectors X and Y with correlated paired coordinates; MI -(dim/2) log(1 - rho²)
 * nats.
 *
 * @param dim dimensions of X and of Y, at least 1
 * @param rho the correlation, in (-1, 1)
 * @throws IllegalArgumentException if dim < 1 or rho is out of range
 */
public fun correlatedGaussians(dim: Int, rho: Double): CorrelatedGaussians =
    Use.TASK.of(Tasks.correlatedGaussians(dim, rho))

/** Two correlated standard normal variables: `correlatedGaussians(0.9)`, of one dimension each. */
public fun correlatedGaussians(rho: Double): CorrelatedGaussians = correlatedGaussians(1, rho)

/**
 * Correlated normal vectors whose correlation is drawn uniformly anew in each trial:
 * `correlatedGaussians(5, rho = 0.1..0.9)`.
 *
 * @param dim dimensions of X and of Y, at least 1
 * @param rho the range of the correlation, within (-1, 1)
 * @throws IllegalArgumentException if dim < 1 or rho is out of range
 */
public fun correlatedGaussians(dim: Int, rho: ClosedRange<Double>): Task =
    Use.TASK.of(Tasks.correlatedGaussians(dim, rho.start, rho.endInclusive))

/**
 * Correlated normal vectors of a given MI, whatever their dimension.
 *
 * @param dim dimensions of X and of Y, at least 1
 * @param nats the MI in nats, not negative, at most about 18 per dimension
 * @throws IllegalArgumentException if dim < 1 or the MI is out of range
 */
public fun correlatedGaussiansWithInformation(dim: Int, nats: Double): Sampler =
    Use.TASK.of(Tasks.correlatedGaussiansWithInformation(dim, nats))

/**
 * Normal vectors of different dimensions and of a given MI: the first min(dimX, dimY) coordinates
 * correlate in pairs, each with an equal part of the MI.
 *
 * @param dimX dimensions of X, at least 1
 * @param dimY dimensions of Y, at least 1
 * @param nats the MI in nats, not negative, at most about 18 per pair
 * @throws IllegalArgumentException if a dimension is below 1 or the MI is out of range
 */
public fun correlatedGaussiansWithInformation(dimX: Int, dimY: Int, nats: Double): Sampler =
    Use.TASK.of(Tasks.correlatedGaussiansWithInformation(dimX, dimY, nats))

/**
 * Images of a blurred spot: X and Y have size² columns each, and share what the places of their
 * spots share. Source: Butakov et al. 2024, arXiv:2305.08013, Section 5.
 *
 * @param size pixels along a side, at least 3
 * @param nats the MI in nats
 * @throws IllegalArgumentException if size < 3 or the MI is out of range
 */
public fun gaussianImages(size: Int = 16, nats: Double = 1.0): Sampler =
    Use.TASK.of(Tasks.gaussianImages(size, nats))

/**
 * Images of a rectangle: X and Y have size² columns each, and share what the ends of their
 * rectangles share. Source: Butakov et al. 2024, arXiv:2305.08013, Section 5.
 *
 * @param size pixels along a side, at least 3
 * @param nats the MI in nats
 * @throws IllegalArgumentException if size < 3 or the MI is out of range
 */
public fun rectangleImages(size: Int = 16, nats: Double = 1.0): Sampler =
    Use.TASK.of(Tasks.rectangleImages(size, nats))

/**
 * X of two columns, of which the one that varies less has all of the information about Y: its first
 * principal component knows nothing (Butakov et al. 2024, arXiv:2305.08013, Statement 2).
 *
 * @param nats the MI in nats
 * @param variance the variance of the informative column, above 0 and below 1; the other has 1
 * @throws IllegalArgumentException if the MI or the variance is out of range
 */
public fun informationInMinorComponent(nats: Double, variance: Double = 0.1): Sampler =
    Use.TASK.of(Tasks.informationInMinorComponent(nats, variance))

/** Independent tasks side by side, whose MI adds: `a and b`. */
public infix fun Sampler.and(other: Sampler): Sampler = Use.TASK.of(Tasks.product(this, other))

/**
 * X ~ N(0, I) and Y = X + N(0, sigma² I); MI (dim/2) log(1 + 1/sigma²) nats.
 *
 * @param dim dimensions of X and of Y, at least 1
 * @param sigma standard deviation of the noise, at least 1e-10
 * @throws IllegalArgumentException if dim < 1 or sigma is out of range
 */
public fun additiveGaussianNoise(dim: Int, sigma: Double): AdditiveGaussianNoise =
    Use.TASK.of(Tasks.additiveGaussianNoise(dim, sigma))

/** X ~ N(0, 1) and Y = X + N(0, sigma²), of one dimension each. */
public fun additiveGaussianNoise(sigma: Double): AdditiveGaussianNoise =
    additiveGaussianNoise(1, sigma)

/**
 * Additive Gaussian noise whose standard deviation is drawn uniformly anew in each trial.
 *
 * @param dim dimensions of X and of Y, at least 1
 * @param sigma the range of the noise's standard deviation, at least 1e-10
 * @throws IllegalArgumentException if dim < 1 or sigma is out of range
 */
public fun additiveGaussianNoise(dim: Int, sigma: ClosedRange<Double>): Task =
    Use.TASK.of(Tasks.additiveGaussianNoise(dim, sigma.start, sigma.endInclusive))

/**
 * X uniform on (0, 1) in each coordinate and Y = X + U(-width/2, width/2); MI dim (width/2 - log
 * width) nats for width <= 1, dim / (2 width) above.
 *
 * @param dim dimensions of X and of Y, at least 1
 * @param width width of the noise, at least 1e-10
 * @throws IllegalArgumentException if dim < 1 or the width is out of range
 */
public fun additiveUniformNoise(dim: Int, width: Double): AdditiveUniformNoise =
    Use.TASK.of(Tasks.additiveUniformNoise(dim, width))

/** X uniform on (0, 1) and Y = X + U(-width/2, width/2), of one dimension each. */
public fun additiveUniformNoise(width: Double): AdditiveUniformNoise =
    additiveUniformNoise(1, width)

/**
 * A normal vector (X, Y) of given covariance S; MI (1/2) log(det S_X det S_Y / det S) nats.
 *
 * @param covariance symmetric positive definite, dimX + dimY rows of as many values
 * @param dimX how many of the coordinates, from the first, are X; half of them if not given
 * @throws IllegalArgumentException if the matrix is not square, symmetric and positive definite, or
 *   dimX leaves X or Y without a coordinate
 */
public fun gaussian(
    covariance: Array<DoubleArray>,
    dimX: Int = covariance.size / 2,
): GaussianWithCovariance = Use.TASK.of(Tasks.gaussian(covariance, dimX))

/**
 * A normal vector (X, Y) with a random correlation matrix (of a Wishart matrix, drawn by its
 * Cholesky factor), drawn anew in each trial.
 *
 * @param dimX dimensions of X, at least 1
 * @param dimY dimensions of Y, at least 1
 * @throws IllegalArgumentException if a dimension is below 1
 */
public fun randomGaussian(dimX: Int, dimY: Int = dimX): Task =
    Use.TASK.of(Tasks.randomGaussian(dimX, dimY))

/**
 * A normal vector (X, Y) with one random correlation matrix, the same in all trials.
 *
 * @param dimX dimensions of X, at least 1
 * @param dimY dimensions of Y, at least 1
 * @param seed what the matrix is drawn from
 * @throws IllegalArgumentException if a dimension is below 1
 */
public fun randomGaussian(dimX: Int, dimY: Int, seed: Long): Sampler =
    Use.TASK.of(Tasks.randomGaussian(dimX, dimY, Seed.of(seed)))

/**
 * A normal vector (X, Y) of covariance LL', drawn anew in each trial: L is lower triangular with
 * ones on the diagonal and entries uniform on (-1, 1) below it (Sisak 2024, section 4.1.2).
 *
 * @param dimX dimensions of X, at least 1
 * @param dimY dimensions of Y, at least 1
 * @throws IllegalArgumentException if a dimension is below 1
 */
public fun randomFactorGaussian(dimX: Int, dimY: Int = dimX): Task =
    Use.TASK.of(Tasks.randomFactorGaussian(dimX, dimY))

/**
 * A normal vector (X, Y) of covariance LL' with one random L, the same in all trials.
 *
 * @param dimX dimensions of X, at least 1
 * @param dimY dimensions of Y, at least 1
 * @param seed what L is drawn from
 * @throws IllegalArgumentException if a dimension is below 1
 */
public fun randomFactorGaussian(dimX: Int, dimY: Int, seed: Long): Sampler =
    Use.TASK.of(Tasks.randomFactorGaussian(dimX, dimY, Seed.of(seed)))

/**
 * Independent copies of a task side by side, each with random parameters of its own:
 * `independentCopies(correlatedGaussians(rho = 0.1..0.9), 5)` has a correlation for each
 * coordinate.
 *
 * @param task a task of known distribution
 * @param count how many copies, at least 1
 * @throws IllegalArgumentException if count < 1
 */
public fun independentCopies(task: Task, count: Int): Task =
    Use.TASK.of(Tasks.independentCopies(task, count))

/**
 * A task of your own: `customTask("sine") { n, random -> Samples.of(x, y) }`.
 *
 * @param name its name in tables and titles
 * @param nats its MI in nats, if it is known
 * @param draw draws n observations; equal states of [Random] must give equal samples
 * @throws IllegalArgumentException if the name is blank, or the MI is negative
 */
public fun customTask(
    name: String,
    nats: Double? = null,
    draw: (n: Int, random: Random) -> Samples,
): Task {
    val drawn = Drawn(draw)
    return Use.TASK.of(if (nats == null) Tasks.of(name, drawn) else Tasks.of(name, nats, drawn))
}

/** A class, where a lambda would do: it travels to a cluster if the user's function does. */
private class Drawn(private val draw: (Int, Random) -> Samples) : BiFunction<Int, Seed, Samples> {
    override fun apply(n: Int, seed: Seed) = draw(n, Random(seed.value()))
}

/** This task under another name: `correlatedGaussians(5, 0.6) named "easy"`. */
public infix fun Task.named(name: String): Task = Use.TASK.of(Tasks.named(this, name))
