package io.github.miscope.neural.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.discrete.FixedWidth;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.neural.network.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figure 4 of Goldfeld et al. (2019): one neuron whose four inputs merge into two clusters. */
class SingleNeuronTest {

  private static final double ALL = Math.log(4);

  /** Two of four points are one: H(1/2, 1/4, 1/4). */
  private static final double ONE_MERGED = 1.5 * Math.log(2);

  /** Three of four points are one: H(3/4, 1/4). */
  private static final double TWO_MERGED = 2 * Math.log(2) - 0.75 * Math.log(3);

  private static final double[] INPUTS = {-3, -1, 1, 3};

  private static final SamplePropagation ESTIMATOR = SamplePropagation.withDefaults();

  /** I(X;T) of equally likely points by the trapezium rule on the mixture's density. */
  private static double quadrature(double[] points, double beta) {
    double from = -1 - 10 * beta;
    double step = beta / 50;
    int cells = (int) ((2 + 20 * beta) / step);
    double entropy = 0;
    for (int c = 0; c <= cells; c++) {
      double t = from + c * step;
      double density = 0;
      for (double point : points) {
        double z = (t - point) / beta;
        density += Math.exp(-z * z / 2) / (beta * Math.sqrt(2 * Math.PI) * points.length);
      }
      entropy -= density > 0 ? density * Math.log(density) * step : 0;
    }
    return entropy - 0.5 * Math.log(2 * Math.PI * Math.E * beta * beta);
  }

  private static void assertIsThatOfTheConstellation(
      ExperimentResult result, List<FlowRow> rows, double beta) {
    for (int i = 0; i < rows.size(); i++) {
      Snapshot snapshot = result.network().snapshots().get(i);
      double[] points = snapshot.activations(1, result.experiment().inputs()).column(0);
      double truth = quadrature(points, beta);
      FlowRow row = rows.get(i);
      assertTrue(truth <= ALL + 1e-9);
      // Five standard errors: a false alarm in 40 rows once for 40000 seeds.
      assertTrue(row.information() <= ALL + 5 * row.standardError() + 1e-9, row.toString());
      // Beside them what no draw has met: overlaps that hold less than 1e-4 of the probability.
      double bound = Math.min(0.02, 5 * row.standardError() + 1e-4);
      assertEquals(truth, row.information(), bound, row.toString());
    }
  }

  @Test
  void informationRisesToLog4AndFallsAtTwoMergers() {
    ExperimentResult result = Experiments.singleNeuron(Size.SMALL).run();
    List<FlowRow> rows = result.flow(ESTIMATOR, new FixedWidth(0.1));
    assertIsThatOfTheConstellation(result, rows, 0.01);
    assertEquals(0, rows.get(0).information(), 5 * rows.get(0).standardError() + 1e-9);
    int top = first(rows, 0, ALL, 1e-4);
    int middle = first(rows, top, ONE_MERGED, 0.02);
    int last = first(rows, middle, TWO_MERGED, 0.02);
    assertTrue(top < middle && middle < last);
    // From there on information falls, but for errors.
    for (int i = top + 1; i < rows.size(); i++) {
      double slack = 5 * (rows.get(i).standardError() + rows.get(i - 1).standardError()) + 1e-6;
      assertTrue(rows.get(i).information() <= rows.get(i - 1).information() + slack);
    }
    assertEquals(1, rows.get(rows.size() - 1).test().accuracy());

    // Under much noise the three points are one from the start: only the classes part.
    ExperimentResult noisy = result.withNoise(0.5);
    List<FlowRow> rising = noisy.flow(ESTIMATOR, new FixedWidth(0.1));
    assertIsThatOfTheConstellation(noisy, rising, 0.5);
    double before = 0;
    for (Snapshot snapshot : noisy.network().snapshots()) {
      double truth =
          quadrature(snapshot.activations(1, result.experiment().inputs()).column(0), 0.5);
      assertTrue(truth >= before - 1e-3, snapshot + ": " + before + " to " + truth);
      before = truth;
    }
    assertTrue(before > 0.5);
  }

  /**
   * Plain gradient descent in double precision, without noise, at the paper's rate: what {@link
   * Experiments#singleNeuron} says of {@code PAPER}.
   */
  @Test
  void atThePapersRateTheSecondMergeHasOnlyBegunAfter100000Epochs() {
    double[] parameters = new double[2];
    descend(parameters, 300);
    assertEquals(ALL, information(parameters), 0.001);
    descend(parameters, 3000 - 300);
    assertEquals(ONE_MERGED, information(parameters), 0.005);
    descend(parameters, 20_000 - 3000);
    assertEquals(ONE_MERGED, information(parameters), 0.005);
    descend(parameters, 80_000);
    assertEquals(0.93, information(parameters), 0.005);
    descend(parameters, 900_000);
    assertEquals(0.63, information(parameters), 0.005);
    descend(parameters, 9_000_000);
    assertEquals(TWO_MERGED, information(parameters), 0.01);
    assertEquals(0.57, information(parameters), 0.005);
  }

  private static double information(double[] parameters) {
    double[] points = new double[INPUTS.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = Math.tanh(parameters[0] * INPUTS[i] + parameters[1]);
    }
    return quadrature(points, 0.01);
  }

  private static void descend(double[] parameters, int steps) {
    for (int step = 0; step < steps; step++) {
      double weight = 0;
      double bias = 0;
      for (double x : INPUTS) {
        double s = Math.tanh(parameters[0] * x + parameters[1]);
        double slope = 2 * (s - (x == 3 ? 1 : -1)) * (1 - s * s) / INPUTS.length;
        weight += slope * x;
        bias += slope;
      }
      parameters[0] -= 0.01 * weight;
      parameters[1] -= 0.01 * bias;
    }
  }

  /** The first row from the given one on that is near a plateau. */
  private static int first(List<FlowRow> rows, int from, double plateau, double tolerance) {
    for (int i = from; i < rows.size(); i++) {
      if (Math.abs(rows.get(i).information() - plateau) < tolerance) {
        return i;
      }
    }
    throw new AssertionError("no epoch near " + plateau + ": " + rows);
  }
}
