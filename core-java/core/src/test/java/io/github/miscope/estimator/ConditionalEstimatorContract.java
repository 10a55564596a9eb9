package io.github.miscope.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.ThreadBits;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

/** What every estimator of I(X;Y|Z) keeps. One subclass per estimator. */
public abstract class ConditionalEstimatorContract {

  private final ConditionalMutualInformationEstimator estimator;

  protected ConditionalEstimatorContract(ConditionalMutualInformationEstimator estimator) {
    this.estimator = estimator;
  }

  /** Turns continuous variables into what the estimator is for. */
  protected ConditionalSamples prepared(ConditionalSamples continuous) {
    return continuous;
  }

  /** X = Z + e, Y = Z + strength e + f, with independent standard normal Z, e and f. */
  public static ConditionalSamples gaussians(double strength, int n, long seed) {
    UniformRandomProvider random = Seed.of(seed).generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] columns = new double[3][n];
    for (int i = 0; i < n; i++) {
      double z = normal.sample();
      double e = normal.sample();
      columns[0][i] = z + e;
      columns[1][i] = z + strength * e + normal.sample();
      columns[2][i] = z;
    }
    return new ConditionalSamples(
        Variable.of("x", columns[0]), Variable.of("y", columns[1]), Variable.of("z", columns[2]));
  }

  private ConditionalSamples samples(double strength, int n, long seed) {
    return prepared(gaussians(strength, n, seed));
  }

  private double nats(ConditionalSamples samples) {
    return estimator.estimate(samples).nats();
  }

  @Test
  void exchangingXAndYKeepsTheEstimate() {
    ConditionalSamples samples = samples(0.7, 300, 1);
    assertEquals(nats(samples), nats(samples.swapped()), 1e-12);
  }

  @Test
  void permutingRowsKeepsTheEstimate() {
    ConditionalSamples samples = samples(0.7, 300, 2);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
    Collections.shuffle(order, new Random(2));
    int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
    assertEquals(nats(samples), nats(samples.rows(rows)), 1e-12);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    ConditionalSamples samples = samples(0.7, 700, 3);
    ThreadBits.requireSame(() -> nats(samples));
  }

  @Test
  void nearIndependenceEstimatesAreNotClamped() {
    int negative = 0;
    for (int s = 0; s < 30; s++) {
      negative += nats(samples(0, 100, 100 + s)) < 0 ? 1 : 0;
    }
    // As for mutual information: none of 30 has a probability of half a per cent.
    assertTrue(negative > 0, "no estimate of 30 is negative");
  }

  @Test
  void estimatesAreFiniteOnEveryScale() {
    for (double scale : new double[] {1e-12, 1e-6, 1e6, 1e12}) {
      ConditionalSamples plain = gaussians(0.7, 200, 4);
      double[] x = plain.x().column(0);
      for (int i = 0; i < x.length; i++) {
        x[i] *= scale;
      }
      ConditionalSamples scaled = new ConditionalSamples(Variable.of("x", x), plain.y(), plain.z());
      assertTrue(Double.isFinite(nats(prepared(scaled))), estimator + " at scale " + scale);
    }
  }

  @Test
  void aConstantVariableGivesZeroAndAWarning() {
    ConditionalSamples plain = gaussians(0.7, 200, 5);
    ConditionalSamples constant =
        new ConditionalSamples(Variable.of("x", new double[200]), plain.y(), plain.z());
    for (ConditionalSamples s : List.of(constant, constant.swapped())) {
      Estimate estimate = estimator.estimate(prepared(s));
      assertEquals(0.0, estimate.nats(), 1e-15);
      assertTrue(
          estimate.warnings().contains(new DataWarning.ConstantColumn("x")), estimate::toString);
    }
  }

  @Test
  void theEstimateSaysWhatItIs() {
    Estimate estimate = estimator.estimate(samples(0.7, 200, 6));
    assertEquals(estimator.toString(), estimate.estimator());
    assertEquals(200, estimate.n());
    assertEquals(1.0, estimate.diagnostics().get("dZ"));
  }

  @Test
  void anInterruptStopsTheEstimate() {
    ConditionalSamples samples = samples(0.7, 500, 7);
    Thread.currentThread().interrupt();
    assertThrows(EstimationInterruptedException.class, () -> estimator.estimate(samples));
    assertFalse(Thread.interrupted(), "the interrupt is consumed by the exception");
  }
}
