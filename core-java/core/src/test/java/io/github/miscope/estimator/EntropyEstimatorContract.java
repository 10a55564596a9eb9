package io.github.miscope.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.ThreadBits;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every estimator of a differential entropy keeps. One subclass per estimator. */
public abstract class EntropyEstimatorContract {

  /** Sums of a few hundred terms in another order, and distances that round otherwise. */
  private static final double ROUNDING = 1e-10;

  /** In what an estimator differs from most. */
  public enum Trait {
    /** Rotating the space changes the entropy, as it does not in truth. */
    NOT_ROTATION_INVARIANT,
    /** Scaling one column adds just the log of the factor, as it does in truth. */
    COLUMNWISE_EQUIVARIANT
  }

  private final EntropyEstimator estimator;
  private final Set<Trait> traits;

  protected EntropyEstimatorContract(EntropyEstimator estimator, Trait... traits) {
    this.estimator = estimator;
    this.traits = Set.of(traits);
  }

  private static Variable gaussians(int d, int n, long seed) {
    return Tasks.correlatedGaussians(d, 0.5).sample(n, Seed.of(seed)).x();
  }

  private double nats(Variable variable) {
    return estimator.estimate(variable).nats();
  }

  private static Variable mapped(Variable variable, double[] factors, double shift) {
    double[][] columns = variable.columns();
    for (int j = 0; j < columns.length; j++) {
      double factor = factors[j];
      columns[j] = Arrays.stream(columns[j]).map(v -> factor * v + shift).toArray();
    }
    return variable.withColumns(columns);
  }

  @Test
  void shiftsKeepTheEntropy() {
    Variable variable = gaussians(2, 300, 1);
    double[] ones = {1, 1};
    assertEquals(nats(variable), nats(mapped(variable, ones, 3.7)), ROUNDING);
  }

  @Test
  void scalesAddTheirLogarithm() {
    Variable variable = gaussians(3, 300, 2);
    double nats = nats(variable);
    for (double a : new double[] {1e-150, 1e-12, 1e-6, 3, 1e6, 1e12, 1e150}) {
      double[] factors = {a, a, a};
      assertEquals(
          nats + 3 * Math.log(a), nats(mapped(variable, factors, 0)), ROUNDING, "a = " + a);
    }
  }

  @Test
  void theScaleOfOneColumnAddsItsLogarithm() {
    if (traits.contains(Trait.COLUMNWISE_EQUIVARIANT)) {
      Variable variable = gaussians(2, 300, 3);
      assertEquals(
          nats(variable) + Math.log(1000),
          nats(mapped(variable, new double[] {1000, 1}, 0)),
          ROUNDING);
    }
  }

  @Test
  void rotationsKeepTheEntropy() {
    if (!traits.contains(Trait.NOT_ROTATION_INVARIANT)) {
      Variable variable = gaussians(2, 300, 4);
      double[][] columns = variable.columns();
      double[][] rotated = new double[2][columns[0].length];
      double cos = Math.cos(1);
      double sin = Math.sin(1);
      for (int i = 0; i < columns[0].length; i++) {
        // The second column is stretched first, so that there is a direction to turn.
        rotated[0][i] = cos * columns[0][i] - sin * 5 * columns[1][i];
        rotated[1][i] = sin * columns[0][i] + cos * 5 * columns[1][i];
      }
      double stretched = nats(mapped(variable, new double[] {1, 5}, 0));
      assertEquals(stretched, nats(variable.withColumns(rotated)), ROUNDING);
    }
  }

  @Test
  void permutingRowsKeepsTheEntropy() {
    Variable variable = gaussians(2, 300, 5);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < variable.n(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(5));
    int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
    assertEquals(nats(variable), nats(variable.rows(rows)), 1e-12);
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    Variable variable = gaussians(3, 700, 6);
    ThreadBits.requireSame(() -> nats(variable));
  }

  @Test
  void theEstimateIsTheMeanOfItsPointwiseValues() {
    if (estimator instanceof PointwiseEntropyEstimator pointwise) {
      Variable variable = gaussians(2, 200, 7);
      double[] values = pointwise.pointwise(variable);
      EntropyEstimate estimate = pointwise.estimate(variable);
      double mean = Arrays.stream(values).average().orElseThrow();
      assertEquals(estimate.nats(), mean, 1e-12);
      PointwiseEntropyEstimate both = pointwise.estimatePointwise(variable);
      assertEquals(new PointwiseEntropyEstimate(estimate, values), both);
      // Standard error and interval are those of the mean.
      double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
      double error = Math.sqrt(squares / 199 / 200);
      assertEquals(error, estimate.uncertainty().standardError().orElseThrow(), 1e-12);
      Interval interval = estimate.uncertainty().interval().orElseThrow();
      assertEquals(1.96 * error, interval.upper() - mean, 1e-4 * error);
    }
  }

  @Test
  void aConstantColumnIsRefused() {
    double[][] columns = gaussians(2, 50, 8).columns();
    columns[1] = new double[50];
    Variable variable = Variable.ofColumns("x", columns);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> estimator.estimate(variable));
    assertEquals(
        "x1 is constant, and its differential entropy minus infinity: leave the column out",
        e.getMessage());
  }

  @Test
  void discreteAndMixedVariablesAreRefused() {
    Variable discrete = Variable.discrete("level", 0, 1, 1, 0, 2, 1, 0, 1);
    Variable mixed = Variable.join("x", gaussians(1, 8, 9), discrete);
    for (Variable variable : List.of(discrete, mixed)) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> estimator.estimate(variable));
      assertTrue(e.getMessage().startsWith("level is discrete, but " + estimator), e::getMessage);
    }
  }

  @Test
  void roundedDataGiveTheEntropyBeforeRounding() {
    Variable variable = gaussians(2, 400, 10);
    double[][] columns = variable.columns();
    for (double[] column : columns) {
      Arrays.setAll(column, i -> Math.rint(column[i] * 20) / 20);
    }
    EntropyEstimate rounded = estimator.estimate(variable.withColumns(columns));
    // Rounding to r and noise of width r move each point by less than r = 0.05 in each column, and
    // the mean of -log f by about its slope, of standard deviation sqrt(2), times sqrt(r^2/6), over
    // sqrt(n): 0.0014. Estimators see distances of r among those of neighbours (0.1): 0.05 is
    // plenty.
    assertEquals(nats(variable), rounded.nats(), 0.05);
  }

  @Test
  void theLabelOfTheEstimateIsTheEstimators() {
    EntropyEstimate estimate = estimator.estimate(gaussians(2, 50, 11));
    assertEquals(estimator.toString(), estimate.estimator());
    assertFalse(estimate.estimator().isBlank());
    assertEquals(50, estimate.n());
    assertEquals(2, estimate.d());
  }

  @Test
  void anInterruptStopsTheEstimate() {
    Variable variable = gaussians(1, 500, 12);
    Thread.currentThread().interrupt();
    EstimationInterruptedException e =
        assertThrows(EstimationInterruptedException.class, () -> estimator.estimate(variable));
    assertTrue(e.getCause() instanceof InterruptedException);
    assertFalse(Thread.interrupted(), "the interrupt is consumed by the exception");
  }
}
