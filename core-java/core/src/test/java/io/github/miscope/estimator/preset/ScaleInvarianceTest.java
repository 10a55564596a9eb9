package io.github.miscope.estimator.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What rescaling X does to each preset. */
@Tag("slow")
class ScaleInvarianceTest {

  private static final double[] ETA = {
    1e-12, 1e-9, 1e-6, 1e-3, 1e-2, 0.3, 3, 7, 1e2, 1e3, 1e6, 1e9, 1e12
  };

  private static final List<Sampler> SAMPLERS =
      List.of(
          Tasks.correlatedGaussians(1, 0.6),
          Tasks.correlatedGaussians(5, -0.6),
          Tasks.additiveGaussianNoise(3, 0.5),
          Tasks.randomGaussian(3, 2, Seed.of(1)),
          Tasks.additiveUniformNoise(2, 0.3),
          Tasks.correlatedGaussians(2, 0.6).mapX(Bijection.randmat()),
          Tasks.correlatedGaussians(2, 0.6).mapX(Bijection.cube()),
          Tasks.correlatedGaussians(2, 0.6).mapX(Bijection.sigmoid()),
          Tasks.correlatedGaussians(2, 0.6).mapX(Bijection.asinh()),
          Tasks.correlatedGaussians(2, 0.6).mapX(Bijection.normalCdf()),
          Tasks.correlatedGaussians(2, 0.6).mapX(Bijection.halfCube()),
          Tasks.correlatedGaussians(2, 0.6).mapX(Embedding.duplicateSelf(20)),
          Tasks.correlatedGaussians(2, 0.6).mapX(Embedding.duplicateNoise(20, 0.2)));

  @Test
  void normalisedEstimatorsDoNotDependOnTheScaleOfX() {
    for (Sampler sampler : SAMPLERS) {
      for (MutualInformationEstimator estimator :
          List.of(Presets.ksgLocal(), Presets.ksgGlobal(), Presets.ksgGlobalLinf())) {
        double nats = estimator.estimate(sampler.sample(150, Seed.of(11))).nats();
        for (double eta : ETA) {
          Sampler scaled = sampler.mapX(Bijection.scale(eta));
          assertEquals(
              nats,
              estimator.estimate(scaled.sample(150, Seed.of(11))).nats(),
              1e-9,
              estimator + " of " + scaled);
        }
      }
    }
  }

  /** Far from balance one variable alone decides who is near: KSG1 counts k - 1 and n - 1. */
  @Test
  void ksgTendsToZeroAndClosedBallToMinusOneOverK() {
    int n = 500;
    for (double eta : new double[] {1e-12, 1e12}) {
      Sampler scaled = Tasks.correlatedGaussians(2, 0.8).mapX(Bijection.scale(eta));
      double ksg = Presets.ksg().estimate(scaled.sample(n, Seed.of(12))).nats();
      double closed = Presets.ksgClosedBall().estimate(scaled.sample(n, Seed.of(12))).nats();
      assertEquals(0, ksg, 1e-12, "KSG1 at " + eta);
      // psi(n) - psi(n - 1) = 1 / (n - 1) is what is left of the limit at finite n.
      assertEquals(-1.0 / 3 + 1.0 / (n - 1), closed, 1e-12, "closed ball at " + eta);
    }
  }
}
