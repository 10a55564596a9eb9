package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Means of columns within levels, of all rows and without one fold of them. Row i is in fold i mod
 * folds. Levels of few rows are left out.
 */
final class LevelMeans {

  /** The number of each level among those kept, -1 for others. */
  private final int[] kept;

  private final int[] levels;
  private final int count;

  /** By fold, level and column; the last fold is all rows. */
  private final double[][][] sums;

  private final int[][] rows;

  private LevelMeans(int[] kept, int[] levels, int count, int columns, int folds) {
    this.kept = kept;
    this.levels = levels;
    this.count = count;
    sums = new double[folds + 1][count][columns];
    rows = new int[folds + 1][count];
  }

  /**
   * Means of standardised columns.
   *
   * @param minRows the rows that a level needs to be kept
   */
  static LevelMeans of(double[][] columns, int[] levels, int folds, int minRows)
      throws InterruptedException {
    int[] sizes = new int[Arrays.stream(levels).max().orElse(-1) + 1];
    for (int level : levels) {
      sizes[level]++;
    }
    int[] kept = new int[sizes.length];
    int count = 0;
    for (int level = 0; level < sizes.length; level++) {
      kept[level] = sizes[level] >= minRows ? count++ : -1;
    }
    LevelMeans means = new LevelMeans(kept, levels, count, columns.length, folds);
    means.add(columns);
    return means;
  }

  private void add(double[][] columns) throws InterruptedException {
    int all = sums.length - 1;
    for (int i = 0; i < levels.length; i++) {
      int level = kept[levels[i]];
      if (level >= 0) {
        rows[i % all][level]++;
        rows[all][level]++;
      }
    }
    for (int j = 0; j < columns.length; j++) {
      Interrupts.check();
      for (int i = 0; i < levels.length; i++) {
        int level = kept[levels[i]];
        if (level >= 0) {
          sums[i % all][level][j] += columns[j][i];
          sums[all][level][j] += columns[j][i];
        }
      }
    }
  }

  /** How many levels are kept. */
  int levels() {
    return count;
  }

  /**
   * A column for each level: how far its mean is from that of all, times the root of its share of
   * the rows; of the rows outside of a fold, or of all for fold -1. A level without rows there is
   * zero.
   */
  DMatrixRMaj without(int fold) {
    int all = sums.length - 1;
    int columns = sums[all][0].length;
    DMatrixRMaj means = new DMatrixRMaj(columns, count);
    double n = 0;
    for (int c = 0; c < count; c++) {
      n += rowsWithout(fold, c);
    }
    for (int j = 0; j < columns; j++) {
      double total = 0;
      for (int c = 0; c < count; c++) {
        total += sumWithout(fold, c, j);
      }
      for (int c = 0; c < count; c++) {
        int own = rowsWithout(fold, c);
        double mean = own == 0 ? total / n : sumWithout(fold, c, j) / own;
        means.set(j, c, Math.sqrt(own / n) * (mean - total / n));
      }
    }
    return means;
  }

  private int rowsWithout(int fold, int level) {
    return rows[rows.length - 1][level] - (fold < 0 ? 0 : rows[fold][level]);
  }

  private double sumWithout(int fold, int level, int column) {
    return sums[sums.length - 1][level][column] - (fold < 0 ? 0 : sums[fold][level][column]);
  }

  /** How much a column and the levels, scored by a combination of their means, correlate. */
  double correlation(double[] column, double[] combination) {
    int[] sizes = rows[rows.length - 1];
    int n = Arrays.stream(sizes).sum();
    double[] u = new double[n];
    double[] score = new double[n];
    int at = 0;
    for (int i = 0; i < levels.length; i++) {
      int level = kept[levels[i]];
      if (level >= 0) {
        u[at] = column[i];
        score[at++] = combination[level] / Math.sqrt((double) sizes[level] / n);
      }
    }
    return CrossFit.correlation(u, score);
  }
}
