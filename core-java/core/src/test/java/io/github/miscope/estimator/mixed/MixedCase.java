package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.preset.RoundedNormals;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** A distribution with atoms, and its mutual information. */
record MixedCase(String name, double truth, BiFunction<Integer, Seed, Samples> sampler) {

  private static final double RHO = 0.8;
  private static final double GAUSSIAN = -0.5 * Math.log(1 - RHO * RHO);
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  static List<MixedCase> all() {
    List<MixedCase> cases = new ArrayList<>();
    cases.add(new MixedCase("continuous, rho = 0.8", GAUSSIAN, MixedCase::gaussians));
    // Whether it is zero tells log 2, and the other half of the time it is Gaussian.
    cases.add(
        new MixedCase(
            "X = Y = 0 half of the time",
            Math.log(2) + 0.5 * GAUSSIAN,
            (n, seed) -> zeros(n, seed, 1, 0.5)));
    cases.add(
        new MixedCase(
            "X = 0 half of the time", 0.5 * GAUSSIAN, (n, seed) -> zeros(n, seed, 0.5, 1)));
    cases.add(
        new MixedCase(
            "X = 0, Y = 0, each half of the time",
            0.25 * GAUSSIAN,
            (n, seed) -> zeros(n, seed, 0.5, 0.5)));
    cases.add(new MixedCase("max(X, 0), Y", censored(false), (n, seed) -> clipped(n, seed, false)));
    cases.add(
        new MixedCase("max(X, 0), max(Y, 0)", censored(true), (n, seed) -> clipped(n, seed, true)));
    cases.add(new MixedCase("zero-inflated Poisson", poisson(), MixedCase::poisson));
    // Gao et al. 2017, section 4: X uniform on 0..4, Y uniform on [X, X + 2].
    cases.add(
        new MixedCase(
            "X in 0..4, Y in [X, X + 2]", Math.log(5) - 0.8 * Math.log(2), MixedCase::overlapping));
    for (double rho : new double[] {0, RHO}) {
      for (double h : new double[] {0.1, 0.5, 1}) {
        RoundedNormals rounded = new RoundedNormals(rho, h);
        cases.add(
            new MixedCase(
                "rounded to " + h + ", rho = " + rho,
                rounded.mutualInformation(),
                rounded::sample));
      }
    }
    return cases;
  }

  private static Samples gaussians(int n, Seed seed) {
    return Tasks.correlatedGaussians(1, RHO).sample(n, seed);
  }

  /** Each pair is kept with one probability; then each variable by itself with another. */
  private static Samples zeros(int n, Seed seed, double keepX, double keepY) {
    Samples samples = gaussians(n, seed);
    UniformRandomProvider random = seed.derive("zeros").generator();
    double[] x = samples.x().column(0);
    double[] y = samples.y().column(0);
    boolean together = keepX == 1;
    for (int i = 0; i < n; i++) {
      boolean zeroX = random.nextDouble() >= keepX;
      boolean zeroY = random.nextDouble() >= keepY;
      x[i] = zeroX || (together && zeroY) ? 0 : x[i];
      y[i] = zeroY ? 0 : y[i];
    }
    return Samples.of(x, y);
  }

  private static Samples clipped(int n, Seed seed, boolean both) {
    Samples samples = gaussians(n, seed);
    double[] x = samples.x().column(0);
    double[] y = samples.y().column(0);
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(0, x[i]);
      y[i] = both ? Math.max(0, y[i]) : y[i];
    }
    return Samples.of(x, y);
  }

  /** The information of censored normals, region by region, by the midpoint rule. */
  private static double censored(boolean both) {
    double s = Math.sqrt(1 - RHO * RHO);
    // X censored: P(X < 0 | y) against 1/2, over y or over positive y.
    DoubleUnaryOperator atom =
        y -> {
          double p = NORMAL.cumulativeProbability(-RHO * y / s);
          return p > 0 ? NORMAL.density(y) * p * Math.log(2 * p) : 0;
        };
    double lower = both ? 0 : -9;
    double information = (both ? 2 : 1) * integral(atom, lower, 9, 20_000);
    if (both) {
      double p00 = 0.25 + Math.asin(RHO) / (2 * Math.PI);
      information += p00 * Math.log(4 * p00);
    }
    // Both uncensored: the log-ratio of densities is quadratic.
    return information
        + integral(
            x ->
                NORMAL.density(x)
                    * integral(
                        y -> {
                          double u = (y - RHO * x) / s;
                          return NORMAL.density(u) / s * (GAUSSIAN - 0.5 * u * u + 0.5 * y * y);
                        },
                        lower,
                        9,
                        1000),
            0,
            9,
            1000);
  }

  private static double integral(DoubleUnaryOperator f, double from, double to, int parts) {
    double width = (to - from) / parts;
    double sum = 0;
    for (int p = 0; p < parts; p++) {
      sum += f.applyAsDouble(from + (p + 0.5) * width);
    }
    return sum * width;
  }

  /** Gao et al. 2017, section 4: 0.85 (2 log 2 - gamma - sum over k of log(k) 2^-k). */
  private static double poisson() {
    double sum = 0;
    for (int k = 2; k < 60; k++) {
      sum += Math.log(k) * Math.pow(2, -k);
    }
    return 0.85 * (2 * Math.log(2) - 0.5772156649015329 - sum);
  }

  /** X exponential, Y zero with probability 0.15, else Poisson of mean X. */
  private static Samples poisson(int n, Seed seed) {
    UniformRandomProvider random = seed.generator();
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = -Math.log1p(-random.nextDouble());
      boolean zero = random.nextDouble() < 0.15;
      y[i] = zero || x[i] == 0 ? 0 : PoissonSampler.of(random, x[i]).sample();
    }
    return Samples.of(x, y);
  }

  private static Samples overlapping(int n, Seed seed) {
    UniformRandomProvider random = seed.generator();
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextInt(5);
      y[i] = x[i] + 2 * random.nextDouble();
    }
    return Samples.of(x, y);
  }
}
