package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.PrincipalComponents;
import io.github.miscope.internal.linear.Standardised;
import java.util.ArrayList;
import java.util.List;

/** Functions of one variable whose linear combinations are sought. */
final class Features {

  /** More are neither learnt from usual samples nor quickly solved for. */
  private static final int MAX = 100;

  /** Random waves of more dimensions are mostly noise. */
  private static final int FEW = 10;

  private Features() {}

  /** The columns themselves; of many, the leading principal components. */
  static double[][] linear(double[][] scores) throws InterruptedException {
    double[][] columns = Standardised.of(scores).columns();
    return columns.length <= MAX ? columns : PrincipalComponents.leading(columns, MAX);
  }

  /** The columns; of many, the few leading principal components, in which rows are not all far. */
  static double[][] leading(double[][] scores) throws InterruptedException {
    double[][] columns = Standardised.of(scores).columns();
    return columns.length <= FEW ? columns : PrincipalComponents.leading(columns, FEW);
  }

  /**
   * The columns and their squares, and their products where all together are at most a tenth of the
   * observations; none if even columns and squares are more.
   */
  static double[][] quadratic(double[][] scores) {
    int d = scores.length;
    int most = Math.min(MAX, scores[0].length / 10);
    if (2 * d > most) {
      return new double[0][];
    }
    boolean products = 2 * d + d * (d - 1) / 2 <= most;
    List<double[]> features = new ArrayList<>(List.of(scores));
    for (int a = 0; a < d; a++) {
      features.add(product(scores[a], scores[a]));
      for (int b = 0; products && b < a; b++) {
        features.add(product(scores[a], scores[b]));
      }
    }
    return Standardised.of(features.toArray(new double[0][])).columns();
  }

  private static double[] product(double[] a, double[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }
}
