package io.github.miscope.internal.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Regression on several columns and a factor, from the linear to the smooth: candidates are
 *
 * <ul>
 *   <li>a linear function and an effect of each level;
 *   <li>that and a smooth function of each column;
 *   <li>that and products of pairs of columns, and functions that differ between levels;
 *   <li>a linear function, effects and smooth functions of each column, and a smooth function of
 *       all.
 * </ul>
 *
 * Linear functions and effects of levels are free, the rest is shrunk. Which candidate and how much
 * is chosen by generalised cross-validation, for each variable to fit anew.
 */
public final class SmoothRegression {

  private static final int MAX_KNOTS = 18;

  /** More terms than these cost more than they bring. */
  private static final int MAX_TERMS = 300;

  /** Functions of all columns have centres at so many rows. */
  private static final int MAX_CENTRES = 60;

  /** A product's share of the coefficients, against a smooth function of one column. */
  private static final double PRODUCT = 0.1;

  /** Levels may have an effect each, free of penalty, if they are fewer than this share of rows. */
  private static final double FREE_LEVELS = 0.1;

  /** A fit may have so many degrees of freedom, as a share of rows. */
  private static final double MAX_DEGREES = 0.6;

  /** Values further out, in robust standard deviations, make a column one of long tails. */
  private static final double LONG_TAIL = 6;

  private final int n;
  private final List<RidgeBasis> candidates;
  private final int freeTerms;

  private SmoothRegression(int n, List<RidgeBasis> candidates) {
    this.n = n;
    this.candidates = candidates;
    freeTerms = candidates.get(0).free().length;
  }

  /**
   * Prepares a regression.
   *
   * @param columns the columns to regress on, of n values, none constant; may be none
   * @param levels of n rows, from 0; all 0 if there is no factor
   * @return the regression
   * @throws InterruptedException if interrupted
   */
  public static SmoothRegression on(double[][] columns, int... levels) throws InterruptedException {
    int n = levels.length;
    double[][] z = Standardised.of(columns).columns();
    List<double[]> free = new ArrayList<>();
    double[] constant = new double[n];
    Arrays.fill(constant, 1);
    free.add(constant);
    free.addAll(Arrays.asList(z));
    double[][] bent = new double[z.length][];
    for (int j = 0; j < z.length; j++) {
      bent[j] = withoutLongTails(z[j]);
      if (bent[j] != z[j]) {
        free.add(bent[j]);
      }
    }
    double[][] indicators = indicators(levels);
    boolean few = indicators.length < FREE_LEVELS * n;
    if (few) {
      free.addAll(Arrays.asList(indicators));
    }
    double[][] basis = RidgeBasis.orthonormal(free);
    List<double[]> always = few ? List.of() : Arrays.asList(indicators);
    List<RidgeBasis> candidates = new ArrayList<>();
    candidates.add(RidgeBasis.of(basis, always));
    int knots = z.length == 0 ? 0 : Math.min(Math.min(MAX_KNOTS, n / 4), MAX_TERMS / z.length);
    if (knots < 3) {
      return new SmoothRegression(n, candidates);
    }
    List<double[]> additive = new ArrayList<>(always);
    double[][][] terms = new double[z.length][][];
    for (int j = 0; j < z.length; j++) {
      terms[j] = SplineTerms.of(bent[j], knots);
      additive.addAll(Arrays.asList(terms[j]));
    }
    candidates.add(RidgeBasis.of(basis, additive));
    List<double[]> products = products(bent, terms, few ? indicators : new double[0][]);
    if (!products.isEmpty() && products.size() + additive.size() <= 2 * MAX_TERMS) {
      products.addAll(additive);
      candidates.add(RidgeBasis.of(basis, products));
    }
    if (z.length > 1) {
      List<double[]> joint = new ArrayList<>(RadialTerms.of(bent, MAX_CENTRES));
      joint.addAll(additive);
      candidates.add(RidgeBasis.of(basis, joint));
    }
    return new SmoothRegression(n, candidates);
  }

  /** Products of two columns, and of a column's leading terms with levels. */
  private static List<double[]> products(double[][] z, double[][][] terms, double[][] indicators) {
    List<double[]> products = new ArrayList<>();
    double[][][] leading = new double[z.length][][];
    for (int j = 0; j < z.length; j++) {
      double[][] own = terms[j];
      leading[j] = new double[Math.min(2, own.length + 1)][];
      for (int t = 0; t < leading[j].length; t++) {
        leading[j][t] = Standardised.of(t == 0 ? z[j] : own[t - 1]).columns()[0];
      }
    }
    int pairs = z.length * (z.length - 1) / 2;
    // Products with a smooth term, if there is room for them.
    int order = pairs * 3 <= MAX_TERMS / 3 ? 1 : 0;
    for (int a = 0; a < z.length && pairs <= MAX_TERMS; a++) {
      for (int b = 0; b < a; b++) {
        for (int s = 0; s < leading[a].length; s++) {
          for (int t = 0; t < leading[b].length && s + t <= order; t++) {
            products.add(product(leading[a][s], leading[b][t], PRODUCT * Math.pow(0.5, s + t)));
          }
        }
      }
    }
    for (double[] level : indicators) {
      for (int j = 0; j < z.length; j++) {
        products.add(product(level, leading[j][0], PRODUCT));
        for (double[] term : terms[j]) {
          products.add(product(level, term, 1));
        }
      }
    }
    return products;
  }

  private static double[] product(double[] a, double[] b, double factor) {
    double[] product = new double[a.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = factor * a[i] * b[i];
    }
    return product;
  }

  /** A column for each level but the first. */
  private static double[][] indicators(int[] levels) {
    int count = Arrays.stream(levels).max().orElse(0);
    double[][] indicators = new double[count][levels.length];
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] > 0) {
        indicators[levels[i] - 1][i] = 1;
      }
    }
    return indicators;
  }

  /** The column itself, or its inverse hyperbolic sine if it has values far out. */
  private static double[] withoutLongTails(double[] z) {
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = sorted[n / 2];
    double spread = (sorted[3 * n / 4] - sorted[n / 4]) / 1.349;
    double furthest = Math.max(sorted[n - 1] - median, median - sorted[0]);
    if (!(spread > 0) || furthest <= LONG_TAIL * spread) {
      return z;
    }
    double[] bent = new double[n];
    for (int i = 0; i < n; i++) {
      double t = (z[i] - median) / spread;
      bent[i] = Math.signum(t) * Math.log(Math.abs(t) + Math.sqrt(t * t + 1));
    }
    return Standardised.of(bent).columns()[0];
  }

  /**
   * How many terms are not shrunk: the intercept, columns and effects of levels.
   *
   * @return at least 1
   */
  public int freeTerms() {
    return freeTerms;
  }

  /**
   * Fits a variable.
   *
   * @param values n values of mean 0 and mean square 1
   * @return the candidate of least generalised cross-validation
   */
  public LinearSmoother fit(double... values) {
    return candidates.stream()
        .map(basis -> LinearSmoother.of(basis, values, MAX_DEGREES * n))
        .min(Comparator.comparingDouble(LinearSmoother::unexplained))
        .orElseThrow();
  }
}
