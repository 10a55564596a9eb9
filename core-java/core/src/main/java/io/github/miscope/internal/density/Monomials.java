package io.github.miscope.internal.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The monomials of d variables up to a degree, each the product of an earlier one by a variable.
 */
final class Monomials {

  /** The earlier monomial, by monomial; 0 for the constant. */
  final int[] parent;

  /** The variable by which it is multiplied. */
  final int[] variable;

  /** 1 / alpha! for the monomial u^alpha. */
  final double[] inverseFactorial;

  Monomials(int d, int order) {
    List<int[]> all = new ArrayList<>();
    List<Double> factors = new ArrayList<>();
    all.add(new int[] {0, 0, 0});
    factors.add(1.0);
    int start = 0;
    for (int degree = 1; degree < order; degree++) {
      int end = all.size();
      for (int k = start; k < end; k++) {
        int[] shorter = all.get(k);
        for (int j = shorter[1]; j < d; j++) {
          // How often the last variable occurs, this time included.
          int power = degree > 1 && j == shorter[1] ? shorter[2] + 1 : 1;
          all.add(new int[] {k, j, power});
          factors.add(factors.get(k) / power);
        }
      }
      start = end;
    }
    parent = all.stream().mapToInt(m -> m[0]).toArray();
    variable = all.stream().mapToInt(m -> m[1]).toArray();
    inverseFactorial = factors.stream().mapToDouble(Double::doubleValue).toArray();
  }

  int size() {
    return parent.length;
  }

  /** The number of monomials of a degree below order: (order - 1 + d) over d. */
  static double count(int d, int order) {
    double count = 1;
    for (int k = 1; k < order; k++) {
      count *= (double) (d + k) / k;
    }
    return count;
  }

  /**
   * The monomials at many points.
   *
   * @param u the points, by variable
   * @param count how many points
   * @param out one row for each monomial
   */
  void at(double[][] u, int count, double[][] out) {
    Arrays.fill(out[0], 0, count, 1);
    for (int k = 1; k < parent.length; k++) {
      product(out[parent[k]], u[variable[k]], count, out[k]);
    }
  }

  private static void product(double[] a, double[] b, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = a[i] * b[i];
    }
  }
}
