package io.github.miscope.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.ThreadBits;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every estimator keeps. One subclass per estimator. */
public abstract class EstimatorContract {

  /** In what an estimator differs from most. */
  public enum Trait {
    /** Exchanging X and Y changes the estimate, as where a grid scales Y only. */
    NOT_SYMMETRIC,
    /** There is no k to set, as in a composition of something without k. */
    WITHOUT_K,
    /** It is without a correction of its bias upwards, which keeps it positive. */
    BIASED_UPWARDS
  }

  private final MutualInformationEstimator estimator;
  private final Set<Trait> traits;

  protected EstimatorContract(MutualInformationEstimator estimator, Trait... traits) {
    this.estimator = estimator;
    this.traits = Set.of(traits);
  }

  protected final MutualInformationEstimator estimator() {
    return estimator;
  }

  /** Gaussians turned into what the estimator is for: columns binned, for instance. */
  protected Samples prepared(Samples gaussians) {
    return gaussians;
  }

  protected final Samples gaussians(int d, double rho, int n, long seed) {
    return prepared(Tasks.correlatedGaussians(d, rho).sample(n, Seed.of(seed)));
  }

  @Test
  void exchangingXAndYKeepsTheEstimate() {
    if (!traits.contains(Trait.NOT_SYMMETRIC)) {
      Samples samples = gaussians(2, 0.7, 300, 1);
      // Terms of the mean are sums in another order: rounding only.
      assertEquals(
          estimator.estimate(samples).nats(), estimator.estimate(samples.swapped()).nats(), 1e-12);
    }
  }

  @Test
  void permutingRowsKeepsTheEstimate() {
    Samples samples = gaussians(2, 0.7, 300, 2);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < samples.n(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(2));
    int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
    assertEquals(
        estimator.estimate(samples).nats(), estimator.estimate(samples.rows(rows)).nats(), 1e-12);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    Samples samples = gaussians(3, 0.5, 700, 3);
    ThreadBits.requireSame(() -> estimator.estimate(samples).nats());
  }

  @Test
  void nearIndependenceEstimatesAreNotClamped() {
    int negative = 0;
    for (int s = 0; s < 30; s++) {
      negative += estimator.estimate(gaussians(2, 0, 100, 100 + s)).nats() < 0 ? 1 : 0;
    }
    if (traits.contains(Trait.BIASED_UPWARDS)) {
      assertEquals(0, negative);
      return;
    }
    // An estimator of spread 0.05 that errs by no more than its spread is negative in 16 % of
    // samples at least; none of 30 then has a probability of half a per cent.
    assertTrue(negative > 0, "no estimate of 30 is negative");
  }

  @Test
  void estimatesAreFiniteOnEveryScale() {
    for (double scale : new double[] {1e-12, 1e-6, 1, 1e6, 1e12}) {
      Samples samples =
          prepared(
              Tasks.correlatedGaussians(2, 0.7)
                  .mapX(Bijection.scale(scale))
                  .sample(200, Seed.of(4)));
      double nats = estimator.estimate(samples).nats();
      assertTrue(Double.isFinite(nats), estimator + " at scale " + scale + ": " + nats);
    }
  }

  @Test
  void aConstantVariableGivesZeroAndAWarning() {
    Samples samples = Tasks.correlatedGaussians(1, 0).sample(50, Seed.of(5));
    Samples constant = Samples.of(new double[50], samples.y().column(0));
    for (Samples s : List.of(constant, constant.swapped())) {
      Estimate estimate = estimator.estimate(prepared(s));
      assertEquals(0.0, estimate.nats());
      assertTrue(
          estimate.warnings().contains(new DataWarning.ConstantColumn("x")), estimate::toString);
    }
  }

  @Test
  void aConstantColumnAmongOthersChangesNothingButWarns() {
    Samples samples = Tasks.correlatedGaussians(2, 0.7).sample(100, Seed.of(6));
    double[][] x = samples.x().columns();
    Samples more =
        Samples.ofColumns(new double[][] {x[0], x[1], new double[100]}, samples.y().columns());
    Estimate estimate = estimator.estimate(prepared(more));
    assertEquals(estimator.estimate(prepared(samples)).nats(), estimate.nats(), 1e-12);
    assertTrue(estimate.warnings().contains(new DataWarning.ConstantColumn("x2")));
  }

  @Test
  void kNotBelowNIsRefused() {
    if (!traits.contains(Trait.WITHOUT_K)
        && estimator.capability(NearestNeighbours.class).isPresent()) {
      NearestNeighbours neighbours = estimator.capability(NearestNeighbours.class).get();
      MutualInformationEstimator ten = neighbours.withK(10);
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> ten.estimate(gaussians(1, 0.5, 8, 7)));
      assertEquals("k must be < number of points: k=10, n=8", e.getMessage());
      IllegalArgumentException zero =
          assertThrows(IllegalArgumentException.class, () -> neighbours.withK(0));
      assertEquals("k must be >= 1: k=0", zero.getMessage());
    }
  }

  @Test
  void thePointwiseValuesHaveTheEstimateAsTheirMean() {
    if (estimator instanceof PointwiseEstimator pointwise) {
      Samples samples = gaussians(2, 0.7, 300, 10);
      PointwiseEstimate values = pointwise.pointwise(samples);
      assertEquals(estimator.estimate(samples), values.estimate());
      assertEquals(
          values.estimate().nats(), Arrays.stream(values.nats()).average().orElseThrow(), 1e-12);
    }
  }

  @Test
  void theLabelOfTheEstimateIsTheEstimators() {
    Estimate estimate = estimator.estimate(gaussians(1, 0.5, 50, 8));
    assertEquals(estimator.toString(), estimate.estimator());
    assertFalse(estimate.estimator().isBlank());
    assertEquals(50, estimate.n());
  }

  @Test
  void anInterruptStopsTheEstimate() {
    Samples samples = gaussians(1, 0.5, 500, 9);
    Thread.currentThread().interrupt();
    EstimationInterruptedException e =
        assertThrows(EstimationInterruptedException.class, () -> estimator.estimate(samples));
    assertTrue(e.getCause() instanceof InterruptedException);
    assertFalse(Thread.interrupted(), "the interrupt is consumed by the exception");
  }
}
