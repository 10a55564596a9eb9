package io.github.miscope.estimator.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.CorrelatedGaussians;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mutual information as a sum of entropies. */
class EntropySumTest {

  /** The plug-in entropy of a discrete variable, by hand. */
  private static final EntropyEstimator PLUG_IN =
      variable -> {
        assertTrue(variable.isDiscrete());
        int[] counts = new int[variable.n()];
        Arrays.stream(variable.levels()).forEach(level -> counts[level]++);
        double n = variable.n();
        double nats =
            Arrays.stream(counts)
                .filter(c -> c > 0)
                .mapToDouble(c -> -c / n * Math.log(c / n))
                .sum();
        return new EntropyEstimate(
            nats, "plug-in", variable.n(), variable.d(), Map.of(), List.of());
      };

  @Test
  void isTheSumOfTheEntropies() {
    Samples samples = Tasks.correlatedGaussians(2, 0.6).sample(200, Seed.of(1));
    EntropyEstimator base = Entropies.knnEntropy();
    double[][] all = new double[4][];
    System.arraycopy(samples.x().columns(), 0, all, 0, 2);
    System.arraycopy(samples.y().columns(), 0, all, 2, 2);
    double sum =
        base.estimate(samples.x()).nats()
            + base.estimate(samples.y()).nats()
            - base.estimate(Variable.ofColumns("xy", all)).nats();
    Estimate estimate = EntropySum.of(Entropies.knnEntropy()).estimate(samples);
    assertEquals(sum, estimate.nats(), 1e-12);
    assertEquals(3, estimate.diagnostics().get("k"));
    assertEquals(base.estimate(samples.x()).nats(), estimate.diagnostics().get("hX"));
    assertEquals("3H-KL", estimate.estimator());
    assertEquals(sum, new EntropySum(base).estimate(samples).nats(), 1e-12);
  }

  @Test
  void pointwiseValuesFollowTheTruth() {
    CorrelatedGaussians task = Tasks.correlatedGaussians(1, 0.8);
    Samples samples = task.sample(2000, Seed.of(2));
    PointwiseEstimate estimate = EntropySum.of(Entropies.gaussianEntropy()).pointwise(samples);
    double[] nats = estimate.nats();
    // A Gaussian model of n = 2000: means, deviations and correlation are known within 3 %, and the
    // log density ratio within a few per cent of 1 + the squared norm of the point, at most 15.
    double squares = 0;
    for (int i = 0; i < nats.length; i++) {
      double x = samples.x().get(i, 0);
      double y = samples.y().get(i, 0);
      double r = 0.8;
      double truth =
          -0.5 * Math.log(1 - r * r)
              - (r * r * x * x - 2 * r * x * y + r * r * y * y) / (2 * (1 - r * r));
      squares += (nats[i] - truth) * (nats[i] - truth) / nats.length;
    }
    assertTrue(Math.sqrt(squares) < 0.15, "root mean square error " + Math.sqrt(squares));
    assertEquals(Arrays.stream(nats).average().orElseThrow(), estimate.estimate().nats(), 1e-12);
    double error = estimate.estimate().standardError().orElseThrow();
    // The pointwise information of Gaussians has variance rho^2: V/n.
    assertEquals(0.8 / Math.sqrt(2000), error, 0.1 * error);
    assertEquals(-0.5 * Math.log(1 - 0.64), estimate.estimate().nats(), 4 * error);
  }

  @Test
  void discreteYSplitsTheSample() {
    Random random = new Random(3);
    int n = 1000;
    double[] x = new double[n];
    int[] y = new int[n];
    for (int i = 0; i < n; i++) {
      y[i] = random.nextInt(2);
      x[i] = random.nextDouble() + 10 * y[i];
    }
    Samples samples = new Samples(Variable.of("x", x), Variable.discrete("y", y));
    // Disjoint uniforms: X tells Y, I = H(Y), log 2 but for the chance of y. Each entropy errs by
    // edges of log 2 * k/n each, 0.01 in all, and spreads by sqrt(psi'(3)/n) = 0.02 each.
    Estimate estimate = EntropySum.of(Entropies.knnEntropy()).estimate(samples);
    assertEquals(Math.log(2), estimate.nats(), 0.01 + 4 * 0.03);
    assertEquals(
        estimate.nats(),
        EntropySum.of(Entropies.knnEntropy()).estimate(samples.swapped()).nats(),
        1e-12);
    assertEquals(
        estimate.nats(),
        estimate.diagnostics().get("hX") - estimate.diagnostics().get("hX|Y"),
        1e-12);
    assertEquals(
        estimate.nats(), new EntropySum(Entropies.knnEntropy()).estimate(samples).nats(), 1e-12);
  }

  @Test
  void twoDiscreteVariablesHaveThreeDiscreteEntropies() {
    Samples samples =
        new Samples(
            Variable.discrete("a", 0, 0, 1, 1, 0, 1, 1, 1),
            Variable.discrete("a", 0, 0, 1, 1, 0, 0, 0, 1));
    // Counts 3 and 5; 5 and 3; pairs 3, 2, 3.
    double h = -(3 / 8.0 * Math.log(3 / 8.0) + 5 / 8.0 * Math.log(5 / 8.0));
    double joint = -(6 / 8.0 * Math.log(3 / 8.0) + 2 / 8.0 * Math.log(2 / 8.0));
    assertEquals(2 * h - joint, EntropySum.of(PLUG_IN).estimate(samples).nats(), 1e-12);
  }

  @Test
  void equalColumnNamesDoNotMatter() {
    Variable x = Tasks.correlatedGaussians(1, 0).sample(100, Seed.of(4)).x();
    Variable y = Tasks.correlatedGaussians(1, 0).sample(100, Seed.of(5)).x();
    assertEquals(x.columnNames(), y.columnNames());
    assertTrue(
        Double.isFinite(EntropySum.of(Entropies.knnEntropy()).estimate(new Samples(x, y)).nats()));
  }

  @Test
  void mixedVariablesAndThinLevelsAreRefused() {
    Variable x = Tasks.correlatedGaussians(1, 0).sample(6, Seed.of(6)).x();
    Variable level = Variable.discrete("level", 0, 0, 0, 0, 0, 1);
    Variable mixed = Variable.join("m", x, level);
    String several = refusal(new Samples(mixed, x));
    assertTrue(several.startsWith("m has continuous and discrete columns"), several);
    assertEquals(
        "within level 1 of level (1 of 6 rows): the entropy of 1 observation is not known",
        refusal(new Samples(x, level)));
    assertEquals(
        "within level 1 of level (2 of 6 rows): k must be < number of points: k=3, n=2",
        refusal(new Samples(x, Variable.discrete("level", 0, 0, 0, 0, 1, 1))));
  }

  private static String refusal(Samples samples) {
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class,
                () -> EntropySum.of(Entropies.knnEntropy()).estimate(samples))
            .getMessage());
  }

  @Test
  void warningsAreThoseOfInformation() {
    Samples samples = Tasks.correlatedGaussians(4, 0.5).sample(300, Seed.of(7));
    double[][] rounded = samples.x().columns();
    for (double[] column : rounded) {
      Arrays.setAll(column, i -> Math.rint(column[i] * 4) / 4);
    }
    Estimate estimate =
        EntropySum.of(Entropies.knnEntropy())
            .estimate(new Samples(samples.x().withColumns(rounded), samples.y()));
    List<Class<?>> kinds = estimate.warnings().stream().<Class<?>>map(Object::getClass).toList();
    assertEquals(List.of(EstimateWarning.FewPoints.class, DataWarning.Ties.class), kinds);
  }
}
