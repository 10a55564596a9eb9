package io.github.miscope.estimator.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.density.Bandwidth;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.reference.ReferenceData;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Values that other programs computed on the same data: see entropy/generate.py. */
class EntropyReferenceTest {

  private static final double CLOSE = 1e-9;

  /** SciPy searches a minimum by values, which are flat within the root of the rounding error. */
  private static final double SEARCHED = 1e-6;

  @Test
  void entropiesAgreeWithSciPyAndScikitLearn() {
    int compared = 0;
    for (CSVRecord row : ReferenceData.table("entropy/values.csv")) {
      Variable variable = variable(row);
      String quantity = row.get("quantity");
      EntropyEstimate estimate = estimator(row).estimate(variable);
      // At the greatest likelihood the entropy does not depend on the bandwidth to first order.
      double tolerance = quantity.equals("kde_least_squares") ? SEARCHED : CLOSE;
      assertEquals(number(row, "nats"), estimate.nats(), tolerance, row.toString());
      if (quantity.startsWith("kde")) {
        double bandwidth = number(row, "bandwidth");
        assertEquals(
            bandwidth,
            estimate.diagnostics().get("bandwidth"),
            SEARCHED * bandwidth,
            row.toString());
      }
      compared++;
    }
    // 10 data sets: plain and corrected Gaussian each, 9 shrunk, and 13 others on all but one.
    assertEquals(20 + 9 + 9 * 13, compared);
  }

  private static Variable variable(CSVRecord row) {
    double[][] all = ReferenceData.columns(row.get("file").replace(".gz", ""));
    int first = Integer.parseInt(row.get("first"));
    return Variable.ofColumns(
        "x", Arrays.copyOfRange(all, first, first + Integer.parseInt(row.get("columns"))));
  }

  private static EntropyEstimator estimator(CSVRecord row) {
    return switch (row.get("quantity")) {
      case "gauss" -> Entropies.gaussianEntropy().withBiasCorrected(false);
      case "gauss_corrected" -> Entropies.gaussianEntropy();
      case "gauss_ledoit_wolf" -> Entropies.gaussianEntropyShrunk();
      case "kl" ->
          Entropies.knnEntropy()
              .withK(Integer.parseInt(row.get("k")))
              .withNorm(Norm.valueOf(row.get("norm")))
              .withTies(Ties.strict());
      case "weighted_kl" -> Entropies.weightedKnnEntropy().withK(Integer.parseInt(row.get("k")));
      case "kde_fixed" ->
          Entropies.kdeEntropy().withBandwidth(Bandwidth.fixed(number(row, "bandwidth")));
      case "kde_likelihood" -> Entropies.kdeEntropy();
      case "kde_least_squares" -> Entropies.kdeEntropyLeastSquares();
      default -> throw new AssertionError(row.toString());
    };
  }

  @Test
  void threeDimensionalGaussianAgreesWithNpeet() {
    int compared = 0;
    for (CSVRecord row : ReferenceData.table("entropy/npeet.csv")) {
      double[][] columns = ReferenceData.columns("npeet/" + row.get("file"));
      // NPEET has psi(n), and its noise is off.
      EntropyEstimator estimator =
          Entropies.knnEntropy()
              .withK(Integer.parseInt(row.get("k")))
              .withNorm(Norm.LINF)
              .withSize(SampleSize.PSI_N);
      assertEquals(
          number(row, "entropy_x"),
          estimator.estimate(Variable.of("x", columns[0])).nats(),
          CLOSE,
          row.toString());
      assertEquals(
          number(row, "entropy_xyz"),
          estimator.estimate(Variable.ofColumns("x", columns)).nats(),
          CLOSE,
          row.toString());
      compared++;
    }
    assertTrue(compared >= 9, "3 files at 3 k: " + compared);
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
