package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Canonical variates of the few columns that correlate with a column of the other variable by more
 * than chance would have it in so many pairs (sure independence screening, Fan and Lv 2008). Where
 * a few of thousands of columns share information, all others only add noise to the combinations.
 */
public final class Screening {

  /** The most columns of a variable that are kept, those of the largest correlations. */
  private static final int MAX = 64;

  private final double[][] x;
  private final double[][] y;
  private final int folds;

  /** Sums of products of the rows of each fold, and of all rows. */
  private final DMatrixRMaj[] parts;

  private final DMatrixRMaj total;

  private Screening(double[][] x, double[][] y, int folds) throws InterruptedException {
    this.x = x;
    this.y = y;
    this.folds = folds;
    this.parts = new DMatrixRMaj[folds];
    this.total = new DMatrixRMaj(x.length, y.length);
    for (int fold = 0; fold < folds; fold++) {
      parts[fold] = CrossProducts.of(x, y, fold, folds);
      CommonOps_DDRM.addEquals(total, parts[fold]);
    }
  }

  /**
   * Cross-fitted variates of centred columns of unit variance; the columns are chosen anew for each
   * fold, on the others.
   *
   * @param x the columns of X
   * @param y the columns of Y
   * @param pairs how many pairs, at most
   * @param folds the number of folds
   * @param ridge added to variances, as a multiple of columns / rows
   */
  public static CrossFit of(double[][] x, double[][] y, int pairs, int folds, double ridge)
      throws InterruptedException {
    return new Screening(x, y, folds).fit(pairs, ridge);
  }

  private CrossFit fit(int pairs, double ridge) throws InterruptedException {
    int n = x[0].length;
    int[][] keptX = new int[folds + 1][];
    int[][] keptY = new int[folds + 1][];
    BitSet anyX = new BitSet();
    BitSet anyY = new BitSet();
    for (int fold = -1; fold < folds; fold++) {
      Interrupts.check();
      DMatrixRMaj sums = total.copy();
      if (fold >= 0) {
        CommonOps_DDRM.subtractEquals(sums, parts[fold]);
      }
      double[] largestX = new double[x.length];
      double[] largestY = new double[y.length];
      for (int a = 0; a < x.length; a++) {
        for (int b = 0; b < y.length; b++) {
          double size = Math.abs(sums.get(a, b));
          largestX[a] = Math.max(largestX[a], size);
          largestY[b] = Math.max(largestY[b], size);
        }
      }
      int rows = fold < 0 ? n : n - rows(n, fold);
      double threshold = Math.sqrt(2 * Math.log((double) x.length * y.length) * rows);
      keptX[fold + 1] = kept(largestX, threshold);
      keptY[fold + 1] = kept(largestY, threshold);
      Arrays.stream(keptX[fold + 1]).forEach(anyX::set);
      Arrays.stream(keptY[fold + 1]).forEach(anyY::set);
    }
    int[] unionX = anyX.stream().toArray();
    int[] unionY = anyY.stream().toArray();
    return CrossFit.of(
        chosen(x, unionX),
        chosen(y, unionY),
        pairs,
        folds,
        (fold, moments) -> {
          int[] partX = positions(keptX[fold + 1], unionX);
          int[] partY = positions(keptY[fold + 1], unionY);
          CanonicalVariates some =
              CanonicalVariates.of(
                  new Moments(
                      block(moments.xx(), partX, partX),
                      block(moments.xy(), partX, partY),
                      block(moments.yy(), partY, partY),
                      moments.n()),
                  ridge * partX.length / n,
                  ridge * partY.length / n);
          return new CanonicalVariates(
              spread(some.weightsX(), partX, unionX.length, pairs),
              spread(some.weightsY(), partY, unionY.length, pairs),
              some.correlations(),
              some.rankX(),
              some.rankY());
        });
  }

  private int rows(int n, int fold) {
    return (n - fold + folds - 1) / folds;
  }

  /** The columns above the threshold, in ascending order; the largest if there is none. */
  private static int[] kept(double[] largest, double threshold) {
    int[] descending =
        IntStream.range(0, largest.length)
            .boxed()
            .sorted((a, b) -> Double.compare(largest[b], largest[a]))
            .mapToInt(Integer::intValue)
            .limit(MAX)
            .toArray();
    int count = 1;
    while (count < descending.length && largest[descending[count]] > threshold) {
      count++;
    }
    return IntStream.of(descending).limit(count).sorted().toArray();
  }

  private static double[][] chosen(double[][] columns, int[] which) {
    return IntStream.of(which).mapToObj(j -> columns[j]).toArray(double[][]::new);
  }

  private static int[] positions(int[] some, int[] all) {
    return IntStream.of(some).map(j -> Arrays.binarySearch(all, j)).toArray();
  }

  private static DMatrixRMaj block(DMatrixRMaj matrix, int[] rows, int[] columns) {
    DMatrixRMaj block = new DMatrixRMaj(rows.length, columns.length);
    for (int a = 0; a < rows.length; a++) {
      for (int b = 0; b < columns.length; b++) {
        block.set(a, b, matrix.get(rows[a], columns[b]));
      }
    }
    return block;
  }

  /** The weights at the places of their columns, zero elsewhere. */
  private static DMatrixRMaj spread(DMatrixRMaj weights, int[] places, int size, int pairs) {
    DMatrixRMaj spread = new DMatrixRMaj(size, Math.max(pairs, weights.numCols));
    for (int a = 0; a < places.length; a++) {
      for (int l = 0; l < weights.numCols; l++) {
        spread.set(places[a], l, weights.get(a, l));
      }
    }
    return spread;
  }
}
