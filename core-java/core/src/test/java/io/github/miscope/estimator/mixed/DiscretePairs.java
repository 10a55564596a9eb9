package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** A table of errors for a discrete and a continuous variable. */
final class DiscretePairs {

  private static final int LEVELS = 3;
  private static final double SHIFT = 1.5;

  private DiscretePairs() {}

  static void print() {
    System.out.println("\n## A discrete and a continuous variable\n");
    List<MutualInformationEstimator> estimators =
        List.of(
            Ross.withDefaults(),
            Scaled.of(Ross.withDefaults(), Scaling.local()),
            Scaled.of(Ross.withDefaults(), Scaling.normalRank()),
            Scaled.of(MixtureKsg.withDefaults(), Scaling.normalRank()),
            Scaled.of(MesnerShalizi.withDefaults(), Scaling.normalRank()));
    MixedDataTable.header(estimators);
    for (int n : new int[] {300, 1000}) {
      shifted("shifted normals", n, estimators, v -> v);
      shifted("exp(2 v) of them", n, estimators, v -> Math.exp(2 * v));
      shifted("v^9 of them", n, estimators, v -> Math.pow(v, 9));
      shifted("and a column of noise", n, estimators, v -> v, 1);
      shifted("and noise x 1000", n, estimators, v -> v, 1000);
      shifted("exp(2 v) and noise", n, estimators, v -> Math.exp(2 * v), 1);
      shifted("and 4 columns of noise", n, estimators, v -> v, 1, 1, 1, 1);
    }
  }

  private static void shifted(
      String name,
      int n,
      List<MutualInformationEstimator> estimators,
      DoubleUnaryOperator map,
      double... noise) {
    MixedDataTable.row(
        name, shiftedTruth(), n, estimators, (m, seed) -> sample(m, seed, map, noise));
  }

  /** The entropy of the mixture less that of one normal, by the trapezoidal rule. */
  private static double shiftedTruth() {
    double h = -0.5 * Math.log(2 * Math.PI * Math.E);
    double step = 0.005;
    for (double v = -12; v < 12 + SHIFT * LEVELS; v += step) {
      double p = 0;
      for (int level = 0; level < LEVELS; level++) {
        double u = v - SHIFT * level;
        p += Math.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI) / LEVELS;
      }
      h -= step * p * Math.log(p);
    }
    return h;
  }

  private static Samples sample(int n, Seed seed, DoubleUnaryOperator map, double... noise) {
    UniformRandomProvider random = seed.generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] columns = new double[1 + noise.length][n];
    int[] levels = new int[n];
    for (int i = 0; i < n; i++) {
      levels[i] = random.nextInt(LEVELS);
      columns[0][i] = map.applyAsDouble(normal.sample() + SHIFT * levels[i]);
      for (int j = 0; j < noise.length; j++) {
        columns[j + 1][i] = noise[j] * normal.sample();
      }
    }
    return new Samples(Variable.ofColumns("x", columns), Variable.discrete("y", levels));
  }
}
