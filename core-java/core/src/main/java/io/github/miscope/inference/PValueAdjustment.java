package io.github.miscope.inference;

import io.github.miscope.internal.neighbour.order.RadixSort;

/** Corrections of p-values for there being many tests. */
public enum PValueAdjustment {
  /** None: each p-value stands for itself. */
  UNADJUSTED("unadjusted") {
    @Override
    public double[] adjust(double... pValues) {
      return check(pValues).clone();
    }
  },
  /**
   * Holm (Scandinavian Journal of Statistics 6, 1979): among those not above alpha there is a false
   * one with probability alpha at most, whatever the dependence between the tests.
   */
  HOLM("Holm") {
    @Override
    public double[] adjust(double... pValues) {
      int m = check(pValues).length;
      int[] order = RadixSort.order(pValues);
      double[] adjusted = new double[m];
      double largest = 0;
      for (int r = 0; r < m; r++) {
        largest = Math.max(largest, Math.min(1, (m - r) * pValues[order[r]]));
        adjusted[order[r]] = largest;
      }
      return adjusted;
    }
  },
  /**
   * Benjamini and Hochberg (Journal of the Royal Statistical Society B 57, 1995): of those not
   * above alpha a part of alpha at most is expected to be false, for tests that are independent or
   * positively dependent.
   */
  BENJAMINI_HOCHBERG("Benjamini-Hochberg") {
    @Override
    public double[] adjust(double... pValues) {
      int m = check(pValues).length;
      int[] order = RadixSort.order(pValues);
      double[] adjusted = new double[m];
      double smallest = 1;
      for (int r = m - 1; r >= 0; r--) {
        smallest = Math.min(smallest, pValues[order[r]] * m / (r + 1));
        adjusted[order[r]] = smallest;
      }
      return adjusted;
    }
  };

  private final String label;

  PValueAdjustment(String label) {
    this.label = label;
  }

  /**
   * Corrects p-values.
   *
   * @param pValues the p-values of all tests that were made
   * @return the adjusted ones, in the same order
   * @throws IllegalArgumentException if a value is not in [0, 1]
   */
  public abstract double[] adjust(double... pValues);

  private static double[] check(double[] pValues) {
    for (int i = 0; i < pValues.length; i++) {
      if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
        throw new IllegalArgumentException(
            "p-values must be in [0, 1]: pValues[" + i + "]=" + pValues[i]);
      }
    }
    return pValues;
  }

  @Override
  public String toString() {
    return label;
  }
}
