package io.github.miscope.task;

import io.github.miscope.internal.text.Unnamed;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/**
 * The tasks that come with miscope. Those that are a {@link Sampler} are one distribution; the
 * others draw its parameters anew in each trial.
 */
public final class Tasks {

  private Tasks() {}

  /**
   * Standard normal vectors with correlated paired coordinates; MI -(d/2) log(1 - rho&sup2;) nats.
   *
   * @param d the number of dimensions of X and of Y, at least 1
   * @param rho the correlation, in (-1, 1)
   * @return the distribution
   * @throws IllegalArgumentException if d &lt; 1 or rho is out of range
   */
  public static CorrelatedGaussians correlatedGaussians(int d, double rho) {
    return new CorrelatedGaussians(d, rho);
  }

  /**
   * {@link #correlatedGaussians(int, double)} with a correlation drawn uniformly in each trial.
   *
   * @param d the number of dimensions of X and of Y, at least 1
   * @param rhoLow the least correlation, in (-1, 1)
   * @param rhoHigh the greatest correlation, in (-1, 1)
   * @return the task
   * @throws IllegalArgumentException if d &lt; 1, a correlation is out of range or rhoLow &gt;
   *     rhoHigh
   */
  public static Task correlatedGaussians(int d, double rhoLow, double rhoHigh) {
    return new RandomCorrelation(d, rhoLow, rhoHigh);
  }

  /**
   * {@link #correlatedGaussians(int, double)} with rho = sqrt(1 - exp(-2 nats/d)), so that the MI
   * stays the same when the dimension is varied.
   *
   * @param d the number of dimensions of X and of Y, at least 1
   * @param nats the MI, finite, not negative, at most about 18 nats per dimension
   * @return the distribution
   * @throws IllegalArgumentException if d &lt; 1 or the MI is out of range
   */
  public static Sampler correlatedGaussiansWithInformation(int d, double nats) {
    return new FixedInformationGaussians(d, nats);
  }

  /**
   * Standard normal vectors of different numbers of dimensions and given MI: min(dX, dY) pairs of
   * coordinates correlate, each with an equal part of the MI; the other coordinates are independent
   * (Butakov et al. 2024, arXiv:2305.08013, Statements 4 and 5).
   *
   * @param dX the number of dimensions of X, at least 1
   * @param dY the number of dimensions of Y, at least 1
   * @param nats the MI, finite, not negative, at most about 18 nats per pair
   * @return the distribution
   * @throws IllegalArgumentException if dX or dY is below 1 or the MI is out of range
   */
  public static Sampler correlatedGaussiansWithInformation(int dX, int dY, double nats) {
    return new FixedInformationGaussians(dX, dY, nats);
  }

  /**
   * Independent tasks side by side: X is [X1, X2, ...], Y is [Y1, Y2, ...], and the MI is the sum
   * of theirs.
   *
   * @param factors at least one distribution
   * @return the distribution
   * @throws IllegalArgumentException if there is none
   */
  public static Sampler product(Sampler... factors) {
    Objects.requireNonNull(factors, "factors");
    return new ProductSampler(List.of(factors));
  }

  /**
   * Images of blurred spots: two normal vectors of two coordinates and given MI, each turned at
   * random and drawn by {@link Embedding#gaussianImages}. Source: Butakov et al. 2024,
   * arXiv:2305.08013, Section 5.
   *
   * @param size pixels along a side, at least 3 (16 and 32 in the paper)
   * @param nats the MI
   * @return the distribution of two images of size * size pixels
   * @throws IllegalArgumentException if size &lt; 3 or the MI is out of range
   */
  public static Sampler gaussianImages(int size, double nats) {
    return images(new FixedInformationGaussians(2, 2, nats), Embedding.gaussianImages(size));
  }

  /**
   * Images of rectangles: two normal vectors of four coordinates and given MI, each turned at
   * random and drawn by {@link Embedding#rectangleImages}. Source: the same section.
   *
   * @param size pixels along a side, at least 3 (16 and 32 in the paper)
   * @param nats the MI
   * @return the distribution of two images of size * size pixels
   * @throws IllegalArgumentException if size &lt; 3 or the MI is out of range
   */
  public static Sampler rectangleImages(int size, double nats) {
    return images(new FixedInformationGaussians(4, 4, nats), Embedding.rectangleImages(size));
  }

  private static Sampler images(Sampler base, Embedding images) {
    InformationPreservingMap map = Bijection.randomRotation().then(images);
    return base.map(map, map);
  }

  /**
   * Information in the direction of X that varies less: X1 is standard normal and independent of Y,
   * X2 has a smaller variance and all of the MI. The first principal component of X is X1 and knows
   * nothing of Y. Source: Butakov et al. 2024, arXiv:2305.08013, Statement 2 (whose covariance of
   * X2 and Y lacks a factor of the standard deviation of X2).
   *
   * @param nats the MI, finite, not negative, at most about 18
   * @param variance of X2, above 0 and below 1
   * @return the distribution of X in two dimensions and Y in one
   * @throws IllegalArgumentException if the MI or the variance is out of range
   */
  public static Sampler informationInMinorComponent(double nats, double variance) {
    return new MinorComponent(nats, variance);
  }

  /**
   * A standard normal vector in normal noise; MI (d/2) log(1 + 1/sigma&sup2;) nats.
   *
   * @param d the number of dimensions of X and of Y, at least 1
   * @param sigma standard deviation of the noise, finite, at least 1e-10
   * @return the distribution
   * @throws IllegalArgumentException if d &lt; 1 or sigma is out of range
   */
  public static AdditiveGaussianNoise additiveGaussianNoise(int d, double sigma) {
    return new AdditiveGaussianNoise(d, sigma);
  }

  /**
   * {@link #additiveGaussianNoise(int, double)} with a sigma drawn uniformly in each trial.
   *
   * @param d the number of dimensions of X and of Y, at least 1
   * @param sigmaLow the least standard deviation of the noise, finite, at least 1e-10
   * @param sigmaHigh the greatest standard deviation of the noise, finite
   * @return the task
   * @throws IllegalArgumentException if d &lt; 1, a sigma is out of range or sigmaLow &gt;
   *     sigmaHigh
   */
  public static Task additiveGaussianNoise(int d, double sigmaLow, double sigmaHigh) {
    return new RandomNoise(d, sigmaLow, sigmaHigh);
  }

  /**
   * A uniform vector in uniform noise; MI d (a/2 - log a) nats for a &le; 1, d/(2a) above.
   *
   * @param d the number of dimensions of X and of Y, at least 1
   * @param a width of the noise, finite, at least 1e-10
   * @return the distribution
   * @throws IllegalArgumentException if d &lt; 1 or a is out of range
   */
  public static AdditiveUniformNoise additiveUniformNoise(int d, double a) {
    return new AdditiveUniformNoise(d, a);
  }

  /**
   * A normal vector (X, Y) of given covariance; MI (1/2) log(det S_X det S_Y / det S) nats.
   *
   * @param covariance symmetric positive definite, dX + dY rows of as many values
   * @param dX how many of the coordinates, from the first, are X
   * @return the distribution
   * @throws IllegalArgumentException as {@link GaussianWithCovariance#of}
   */
  public static GaussianWithCovariance gaussian(double[][] covariance, int dX) {
    Objects.requireNonNull(covariance, "covariance");
    return GaussianWithCovariance.of(covariance, dX);
  }

  /**
   * A normal vector (X, Y) with unit variances and a random correlation matrix: that of a Wishart
   * matrix with 2 (dX + dY) degrees of freedom, drawn by its Cholesky factor.
   *
   * @param dX the number of dimensions of X, at least 1
   * @param dY the number of dimensions of Y, at least 1
   * @param seed what the matrix is drawn from
   * @return the distribution
   * @throws IllegalArgumentException if dX or dY is below 1
   */
  public static Sampler randomGaussian(int dX, int dY, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return new RandomGaussian(dX, dY, FactorDraw.CORRELATION, seed);
  }

  /**
   * {@link #randomGaussian(int, int, Seed)} with a matrix drawn anew in each trial.
   *
   * @param dX the number of dimensions of X, at least 1
   * @param dY the number of dimensions of Y, at least 1
   * @return the task
   * @throws IllegalArgumentException if dX or dY is below 1
   */
  public static Task randomGaussian(int dX, int dY) {
    return new RandomCovariance(dX, dY, FactorDraw.CORRELATION);
  }

  /**
   * A normal vector (X, Y) of covariance LL', where L is lower triangular with ones on the diagonal
   * and entries uniform on (-1, 1) below it (Sisak 2024, section 4.1.2).
   *
   * @param dX the number of dimensions of X, at least 1
   * @param dY the number of dimensions of Y, at least 1
   * @param seed what L is drawn from
   * @return the distribution
   * @throws IllegalArgumentException if dX or dY is below 1
   */
  public static Sampler randomFactorGaussian(int dX, int dY, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return new RandomGaussian(dX, dY, FactorDraw.UNIT_DIAGONAL, seed);
  }

  /**
   * {@link #randomFactorGaussian(int, int, Seed)} with a matrix drawn anew in each trial.
   *
   * @param dX the number of dimensions of X, at least 1
   * @param dY the number of dimensions of Y, at least 1
   * @return the task
   * @throws IllegalArgumentException if dX or dY is below 1
   */
  public static Task randomFactorGaussian(int dX, int dY) {
    return new RandomCovariance(dX, dY, FactorDraw.UNIT_DIAGONAL);
  }

  /**
   * Independent copies of a task side by side. Parameters that the task draws in each trial are
   * drawn for each copy: four copies of {@code additiveGaussianNoise(1, 0.5, 2)} are a signal of
   * four coordinates with noise of four standard deviations.
   *
   * @param task a task of known distribution
   * @param count how many copies, at least 1
   * @return the task; its MI is the sum of theirs
   * @throws IllegalArgumentException if count &lt; 1; in a trial, if the task's source is no {@link
   *     Sampler}
   */
  public static Task independentCopies(Task task, int count) {
    Objects.requireNonNull(task, "task");
    return new IndependentCopies(task, count);
  }

  /**
   * A task of your own, whose MI is not known.
   *
   * @param label its label in tables and titles
   * @param draw draws n observations from a seed; equal seeds give equal samples
   * @return the task
   * @throws IllegalArgumentException if the label is blank
   */
  public static Task of(String label, BiFunction<Integer, Seed, Samples> draw) {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(draw, "draw");
    return new FunctionTask(label, OptionalDouble.empty(), draw);
  }

  /**
   * A task of your own, whose MI is known.
   *
   * @param label its label in tables and titles
   * @param nats its MI in nats, not negative
   * @param draw draws n observations from a seed; equal seeds give equal samples
   * @return the task
   * @throws IllegalArgumentException if the label is blank, or the MI is negative or not a number
   */
  public static Task of(String label, double nats, BiFunction<Integer, Seed, Samples> draw) {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(draw, "draw");
    return new FunctionTask(label, OptionalDouble.of(nats), draw);
  }

  /**
   * A task under another label.
   *
   * @param task any task
   * @param label its label in tables and titles
   * @return the same task with that label
   * @throws IllegalArgumentException if the label is blank
   */
  public static Task named(Task task, String label) {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(label, "label");
    return new LabelledTask(task, label);
  }

  /**
   * A task whose label can be read: a lambda, or an object without a {@code toString} of its own,
   * gets one.
   *
   * @param task any task
   * @return the task as it is if it has a label; else labelled by the name of its class, a lambda
   *     as "unnamed task"
   */
  public static Task labelled(Task task) {
    Objects.requireNonNull(task, "task");
    return Unnamed.is(task) ? new LabelledTask(task, Unnamed.label(task, "unnamed task")) : task;
  }

  /**
   * Given data, whose MI is not known.
   *
   * @param samples the data
   * @return a task that yields the data, or random subsets of them
   */
  public static DataSource data(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return new DataSource(samples);
  }
}
