package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Linear discriminants of held-out rows (Fisher 1936; Rao 1948): the directions in which the means
 * of levels differ most, in units of the shrunk covariance of Ledoit and Wolf (2004).
 *
 * <p>The means of a fold's directions come from the other folds, so that no row's level helps to
 * choose the direction that the row is seen in. The covariance, which knows nothing of levels, is
 * that of all rows. Which combinations of means the directions belong to is chosen by all rows, so
 * that directions agree between folds.
 *
 * @param columns the values of each direction for all rows, those that discriminate most first
 * @param correlations of each direction with the levels, on rows held out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Discriminants(double[][] columns, double[] correlations) {

  /** The means of fewer rows are noise. */
  private static final int MIN_ROWS = 10;

  /** Smaller discriminants are rounding errors. */
  private static final double NEGLIGIBLE = 1e-12;

  /**
   * Cross-fitted discriminants. Row i is in fold i mod folds.
   *
   * @param columns columns that vary
   * @param levels the level of each row, from 0
   * @param most how many directions, at most
   * @param folds the number of folds
   * @return as many as there are, one less than levels of ten rows at most
   */
  public static Discriminants of(double[][] columns, int[] levels, int most, int folds)
      throws InterruptedException {
    Standardised standardised = Standardised.unbiased(columns);
    double[][] x = standardised.columns();
    LevelMeans means = LevelMeans.of(x, levels, folds, MIN_ROWS);
    if (means.levels() < 2) {
      return new Discriminants(new double[0][], new double[0]);
    }
    DMatrixRMaj covariance = standardised.correlations();
    LedoitWolf.shrink(covariance, LedoitWolf.intensity(standardised, covariance));
    var solver = LinearSolverFactory_DDRM.chol(x.length);
    Interrupts.check();
    if (!solver.setA(covariance)) {
      return new Discriminants(new double[0][], new double[0]);
    }
    DMatrixRMaj all = means.without(-1);
    DMatrixRMaj solved = new DMatrixRMaj(x.length, all.numCols);
    solver.solve(all.copy(), solved);
    List<double[]> combinations = combinations(Products.transposed(1, all, solved), most);
    double[][] u = new double[combinations.size()][x[0].length];
    for (int fold = 0; fold < folds && u.length > 0; fold++) {
      Interrupts.check();
      DMatrixRMaj differences = Products.of(means.without(fold), columnsOf(combinations));
      DMatrixRMaj weights = new DMatrixRMaj(x.length, u.length);
      solver.solve(differences.copy(), weights);
      for (int l = 0; l < u.length; l++) {
        CanonicalVariates.project(x, unit(weights, differences, l), l, fold, folds, u[l]);
      }
    }
    double[] correlations =
        IntStream.range(0, u.length)
            .mapToDouble(l -> means.correlation(u[l], combinations.get(l)))
            .toArray();
    return new Discriminants(u, correlations);
  }

  /** The combinations of means that discriminate most: leading eigenvectors. */
  private static List<double[]> combinations(DMatrixRMaj products, int most)
      throws InterruptedException {
    int count = products.numRows;
    SymmetricEigen eigen = SymmetricEigen.of(products);
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted((a, b) -> Double.compare(eigen.values()[b], eigen.values()[a]))
            .mapToInt(Integer::intValue)
            .limit(Math.min(most, count - 1))
            .filter(e -> eigen.values()[e] > NEGLIGIBLE)
            .toArray();
    List<double[]> combinations = new ArrayList<>();
    for (int e : order) {
      double[] vector = new double[count];
      Arrays.setAll(vector, c -> eigen.vectors().get(e, c));
      // An eigenvector has no sign of its own.
      int largest =
          IntStream.range(0, count)
              .reduce(0, (a, b) -> Math.abs(vector[b]) > Math.abs(vector[a]) ? b : a);
      double sign = Math.signum(vector[largest]);
      Arrays.setAll(vector, c -> sign * vector[c]);
      combinations.add(vector);
    }
    return combinations;
  }

  private static DMatrixRMaj columnsOf(List<double[]> vectors) {
    DMatrixRMaj matrix = new DMatrixRMaj(vectors.get(0).length, vectors.size());
    for (int l = 0; l < vectors.size(); l++) {
      for (int c = 0; c < matrix.numRows; c++) {
        matrix.set(c, l, vectors.get(l)[c]);
      }
    }
    return matrix;
  }

  /** Weights w = S^-1 b of which the l-th give values of variance w'Sw = b'w one. */
  private static DMatrixRMaj unit(DMatrixRMaj weights, DMatrixRMaj differences, int l) {
    double variance = 0;
    for (int j = 0; j < weights.numRows; j++) {
      variance += weights.get(j, l) * differences.get(j, l);
    }
    DMatrixRMaj scaled = weights.copy();
    if (variance > 0) {
      CommonOps_DDRM.scale(1 / Math.sqrt(variance), scaled);
    }
    return scaled;
  }

  /**
   * How many leading directions correlate with the levels by more than a bound.
   *
   * @param bound the least correlation
   * @return the number of directions
   */
  public int above(double bound) {
    int count = 0;
    while (count < correlations.length && correlations[count] > bound) {
      count++;
    }
    return count;
  }
}
