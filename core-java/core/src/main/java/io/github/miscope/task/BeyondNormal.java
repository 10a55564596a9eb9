package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.task.GaussianMixture.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tasks of the benchmark of Czy&zdot;, Grabowski, Vogt, Beerenwinkel and Marx, "Beyond Normal:
 * On the Evaluation of Mutual Information Estimators" (NeurIPS 2023, arXiv:2306.11078) and of its
 * sequel on fine distributions: by their names there, and by families with parameters.
 */
public final class BeyondNormal {

  private static final Map<String, Sampler> TASKS = named();

  private static final Map<String, Sampler> FIRST = BeyondNormalLists.first();

  private static final Map<String, Sampler> SECOND = BeyondNormalLists.second();

  private BeyondNormal() {}

  /**
   * The forty tasks of the benchmark as published: {@code BENCHMARK_TASKS_LIST} of its code, in its
   * order. The truth of each has a closed form.
   *
   * @return samplers whose {@code toString()} is their name there
   */
  public static List<Sampler> published() {
    return List.copyOf(FIRST.values());
  }

  /**
   * The twenty-six tasks of the second version of the benchmark: {@code UNSCALED_TASKS} of its
   * code's {@code workflows/benchmark/v2}, in its order. Thirteen are mixtures, most of them from
   * "On the Properties and Estimation of Pointwise Mutual Information Profiles" (Czy&zdot; et al.
   * 2023, arXiv:2310.10240).
   *
   * @return samplers whose {@code toString()} is their name there
   */
  public static List<Sampler> second() {
    return List.copyOf(SECOND.values());
  }

  /**
   * Twenty-seven tasks of both versions of the benchmark, in its order.
   *
   * @return samplers whose {@code toString()} is their name
   */
  public static List<Sampler> tasks() {
    return List.copyOf(TASKS.values());
  }

  /**
   * One of {@link #tasks()}, {@link #published()} or {@link #second()}.
   *
   * @param name its name in the benchmark, for instance {@code "1v1-normal-0.75"}
   * @return the sampler
   * @throws IllegalArgumentException if there is no task of that name; the message lists them
   */
  public static Sampler task(String name) {
    Objects.requireNonNull(name, "name");
    Map<String, Sampler> all = new LinkedHashMap<>(TASKS);
    FIRST.forEach(all::putIfAbsent);
    SECOND.forEach(all::putIfAbsent);
    Sampler sampler = all.get(name);
    if (sampler == null) {
      throw new IllegalArgumentException(
          "no task is named \"" + name + "\"; there are " + String.join(", ", all.keySet()));
    }
    return sampler;
  }

  private static Map<String, Sampler> named() {
    Map<String, Sampler> all = new LinkedHashMap<>();
    all.put("1v1-normal-0.75", normal(0.75));
    all.put("1v1-additive-0.1", Tasks.additiveUniformNoise(1, 0.2));
    all.put("1v1-bimodal-0.75", bimodal(0.75));
    all.put("half_cube-1v1-normal-0.75", halfCube(normal(0.75)));
    all.put("asinh-student-identity-1-1-1", asinh(student(1, 1, 1)));
    for (int d : new int[] {2, 5, 50}) {
      all.put("multinormal-dense-" + d + "-" + d + "-0.5", dense(d, d, 0.5));
    }
    for (int d : new int[] {3, 25}) {
      all.put("multinormal-sparse-" + d + "-" + d + "-2-2.0", sparse(d, d, 2, 2));
    }
    all.put("student-identity-2-2-2", student(2, 2, 2));
    all.put("student-identity-3-3-3", student(3, 3, 3));
    all.put("student-identity-5-5-3", student(5, 5, 3));
    for (int d : new int[] {3, 5, 25}) {
      String base = "multinormal-sparse-" + d + "-" + d + "-2-2.0";
      all.put("half_cube-" + base, halfCube(sparse(d, d, 2, 2)));
      all.put("spiral-normal_cdf-" + base, spiral(normalCdf(sparse(d, d, 2, 2))));
    }
    all.put("asinh-student-identity-3-3-2", asinh(student(3, 3, 2)));
    all.put("1v1-X-0.9", x(0.9));
    all.put("2v1-galaxy-0.5-3.0", galaxy(0.5, 3));
    for (int[] shape : new int[][] {{3, 5}, {3, 10}, {25, 5}}) {
      all.put(shape[0] + "v1-concentric_gaussians-" + shape[1], concentric(shape[0], shape[1]));
    }
    for (int d : new int[] {5, 25}) {
      all.put(
          "mult-sparse-w-inliers-" + d + "-" + d + "-2-2.0-0.5",
          sparseWithInliers(d, d, 2, 2, 0.5));
    }
    all.replaceAll(NamedSampler::new);
    return all;
  }

  /**
   * A pair of correlated normal variables.
   *
   * @param rho the correlation, in (-1, 1)
   * @return the distribution
   */
  public static Sampler normal(double rho) {
    return Tasks.correlatedGaussians(1, rho);
  }

  /**
   * A Gaussian copula with bimodal margins: X is 30 % around 0 and 70 % around 5, Y half around -1
   * and half around 3, with unit variances.
   *
   * @param rho the correlation before the margins are changed, in (-1, 1)
   * @return the distribution
   */
  public static Sampler bimodal(double rho) {
    return normal(rho)
        .map(
            new NormalMixtureQuantile(0.3, 0, 5).bijection(),
            new NormalMixtureQuantile(0.5, -1, 3).bijection());
  }

  /**
   * A normal vector of unit variances in which any two coordinates have the same correlation.
   *
   * @param dX the number of dimensions of X
   * @param dY the number of dimensions of Y
   * @param rho the correlation, below 1 and above -1/(dX + dY - 1)
   * @return the distribution
   */
  public static GaussianWithCovariance dense(int dX, int dY, double rho) {
    int d = Require.dimensions(dX, dY);
    double[][] covariance = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        covariance[i][j] = i == j ? 1 : rho;
      }
    }
    return GaussianWithCovariance.of(covariance, dX);
  }

  /**
   * Normal vectors of which the first coordinates share a latent variable: X_i and Y_i are the sum
   * of noise of variance one and a shared normal variable of standard deviation {@code strength}
   * for i below {@code pairs}, and an own one for the others. They correlate by strength&sup2;/(1 +
   * strength&sup2;). In units of their standard deviation.
   *
   * @param dX the number of dimensions of X
   * @param dY the number of dimensions of Y
   * @param pairs how many coordinates interact, at most dX and dY
   * @param strength weight of the shared variable
   * @return the distribution
   */
  public static GaussianWithCovariance sparse(int dX, int dY, int pairs, double strength) {
    return GaussianWithCovariance.of(sparseCovariance(dX, dY, pairs, strength), dX);
  }

  private static double[][] sparseCovariance(int dX, int dY, int pairs, double strength) {
    Check.atLeast("pairs", pairs, 0);
    if (pairs > Math.min(dX, dY)) {
      throw new IllegalArgumentException(
          "pairs must be at most dX and dY: pairs=" + pairs + ", dX=" + dX + ", dY=" + dY);
    }
    int d = Require.dimensions(dX, dY);
    double[][] covariance = new double[d][d];
    for (int i = 0; i < covariance.length; i++) {
      covariance[i][i] = 1;
    }
    double rho = strength * strength / (1 + strength * strength);
    for (int i = 0; i < pairs; i++) {
      covariance[i][dX + i] = rho;
      covariance[dX + i][i] = rho;
    }
    return covariance;
  }

  /**
   * A Student vector with identity dispersion: uncorrelated, but large together.
   *
   * @param dX the number of dimensions of X
   * @param dY the number of dimensions of Y
   * @param dof degrees of freedom, positive
   * @return the distribution
   */
  public static MultivariateStudent student(int dX, int dY, double dof) {
    return new MultivariateStudent(sparse(dX, dY, 0, 1), dof);
  }

  /**
   * A normal pair whose correlation is positive in half of the observations and negative in the
   * others: an X.
   *
   * @param rho the size of the correlation, in (-1, 1)
   * @return the distribution
   */
  public static GaussianMixture x(double rho) {
    Require.correlation("rho", rho);
    List<Component> components = new ArrayList<>();
    for (double r : new double[] {-rho, rho}) {
      components.add(new Component(0.5, new double[2], new double[][] {{1, r}, {r, 1}}));
    }
    return GaussianMixture.of(1, components);
  }

  /**
   * Two unit balls of three dimensions at opposite corners, of which X is the first two
   * coordinates, wound up into a spiral, and Y the third.
   *
   * @param speed angle per squared length of X
   * @param distance distance of the balls in each coordinate
   * @return the distribution
   */
  public static Sampler galaxy(double speed, double distance) {
    List<Component> components = new ArrayList<>();
    for (double side : new double[] {-distance / 2, distance / 2}) {
      components.add(
          new Component(0.5, new double[] {side, side, side}, sparseCovariance(2, 1, 0, 1)));
    }
    return GaussianMixture.of(2, components).mapX(Bijection.spiral(0, 1, speed));
  }

  /**
   * Isotropic normal X of standard deviation i, with Y normal around i with standard deviation
   * 0.01, for i = 1, 2, ... with equal probabilities.
   *
   * @param dX the number of dimensions of X
   * @param components how many standard deviations, at least 1
   * @return the distribution
   */
  public static GaussianMixture concentric(int dX, int components) {
    List<Component> all = new ArrayList<>();
    for (int i = 1; i <= components; i++) {
      double[] mean = new double[dX + 1];
      mean[dX] = i;
      double[][] covariance = new double[dX + 1][dX + 1];
      for (int j = 0; j < dX; j++) {
        covariance[j][j] = i * (double) i;
      }
      covariance[dX][dX] = 1e-4;
      all.add(new Component(1, mean, covariance));
    }
    return GaussianMixture.of(dX, all);
  }

  /**
   * {@link #sparse}, but in a part of the observations X and Y are independent.
   *
   * @param dX the number of dimensions of X
   * @param dY the number of dimensions of Y
   * @param pairs how many coordinates interact
   * @param strength weight of the shared variable
   * @param inliers probability that X and Y are independent, in (0, 1)
   * @return the distribution
   */
  public static GaussianMixture sparseWithInliers(
      int dX, int dY, int pairs, double strength, double inliers) {
    double[] mean = new double[dX + dY];
    return GaussianMixture.of(
        dX,
        List.of(
            new Component(1 - inliers, mean, sparseCovariance(dX, dY, pairs, strength)),
            new Component(inliers, mean, sparseCovariance(dX, dY, 0, strength))));
  }

  /**
   * Lengthens the tails of every column ({@link Bijection#halfCube()}).
   *
   * @param base a distribution
   * @return the mapped distribution
   */
  public static Sampler halfCube(Sampler base) {
    Objects.requireNonNull(base, "base");
    return base.map(Bijection.halfCube(), Bijection.halfCube());
  }

  /**
   * Shortens the tails of every column ({@link Bijection#asinh()}).
   *
   * @param base a distribution
   * @return the mapped distribution
   */
  public static Sampler asinh(Sampler base) {
    Objects.requireNonNull(base, "base");
    return base.map(Bijection.asinh(), Bijection.asinh());
  }

  /**
   * Makes normal columns uniform ({@link Bijection#normalCdf()}).
   *
   * @param base a distribution
   * @return the mapped distribution
   */
  public static Sampler normalCdf(Sampler base) {
    Objects.requireNonNull(base, "base");
    return base.map(Bijection.normalCdf(), Bijection.normalCdf());
  }

  /**
   * Winds up coordinates 0 and 1 of X with speed 1/dX, and 1 and 2 of Y with speed 1/dY ({@link
   * Bijection#spiral}).
   *
   * @param base a distribution with dX of at least 2 and dY of at least 3
   * @return the mapped distribution
   */
  public static Sampler spiral(Sampler base) {
    Objects.requireNonNull(base, "base");
    return base.map(
        Bijection.spiral(0, 1, 1.0 / base.dX()), Bijection.spiral(1, 2, 1.0 / base.dY()));
  }

  /**
   * Bends the columns to and fro without folding them: x to x + 0.4 sin x + 0.2 sin(1.7 x + 1) +
   * 0.03 sin(3.3 x - 2.5), y to y - 0.4 sin(0.4 y) + 0.17 sin(1.3 y + 3.5) + 0.02 sin(4.3 y - 2.5).
   *
   * @param base a distribution
   * @return the mapped distribution
   */
  public static Sampler wiggly(Sampler base) {
    Objects.requireNonNull(base, "base");
    return base.map(WigglyMap.X.bijection(), WigglyMap.Y.bijection());
  }

  /**
   * Rolls up X, of one dimension in [0, 1], in the plane: with t = 1.5 pi (1 + 2 x) to (t cos t, t
   * sin t) / 21.
   *
   * @param base a distribution with dX = 1 and X in [0, 1]
   * @return the distribution with dX = 2
   */
  public static Sampler swissRoll(Sampler base) {
    Objects.requireNonNull(base, "base");
    return base.mapX(new SwissRoll());
  }

  /**
   * The letters A and I, of three normal strokes each.
   *
   * @return the distribution
   */
  public static GaussianMixture ai() {
    double slope = 0.95 * Math.sqrt(0.04 * 0.2);
    return GaussianMixture.of(
        1,
        List.of(
            stroke(1, 0, 0.01, 0.2, 0),
            stroke(1, 1, 0.05, 0.001, 0),
            stroke(1, -1, 0.05, 0.001, 0),
            stroke(-0.8, -0.2, 0.03, 0.001, 0),
            stroke(-1.2, 0, 0.04, 0.2, slope),
            stroke(-0.4, 0, 0.04, 0.2, -slope)));
  }

  private static Component stroke(
      double x, double y, double varianceX, double varianceY, double covariance) {
    return new Component(
        1, new double[] {x, y}, new double[][] {{varianceX, covariance}, {covariance, varianceY}});
  }

  /**
   * Upright normal clouds side by side, bent into waves, of which X is the plane that they lie in
   * and Y a height that repeats after four of them.
   *
   * @param components how many, 1 to 10000
   * @param amplitude of the waves
   * @param frequency of the waves
   * @return the distribution
   */
  public static Sampler waves(int components, double amplitude, double frequency) {
    Check.between("components", components, 1, 10_000);
    List<Component> all = new ArrayList<>();
    for (int i = 0; i < components; i++) {
      all.add(
          new Component(
              1,
              new double[] {1.5 * i, 0, 1.5 * (i % 4)},
              new double[][] {{0.1, 0, 0}, {0, 1, 0}, {0, 0, 0.1}}));
    }
    return GaussianMixture.of(2, all).mapX(new Waves(amplitude, frequency).bijection());
  }
}
