package io.github.miscope.estimator.auto;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.internal.neighbour.order.Ranks;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Columns replaced by the normal quantiles of their ranks, equal values in random order (the
 * distributional transform, R&uuml;schendorf 2009), which adds no information and takes none.
 */
final class NormalScores {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static volatile SoftReference<double[]> last = new SoftReference<>(new double[0]);

  private NormalScores() {}

  /** The scores of a variable; the seed is used where values are equal only. */
  static double[][] of(Variable variable, Seed seed) {
    double[] quantiles = quantiles(variable.n());
    double[][] columns = variable.columns();
    for (int j = 0; j < columns.length; j++) {
      rank(columns[j], quantiles, seed.derive("column", j));
    }
    return columns;
  }

  /** The scores of columns without equal values, in place. */
  static double[][] of(double[][] distinct) {
    double[] quantiles = quantiles(distinct[0].length);
    for (double[] column : distinct) {
      rank(column, quantiles, Seed.of(0));
    }
    return distinct;
  }

  /** For reading; kept for many columns of one length. */
  private static double[] quantiles(int n) {
    double[] known = last.get();
    if (known != null && known.length == n) {
      return known;
    }
    double[] quantiles = new double[n];
    for (int r = 0; r < n; r++) {
      quantiles[r] = NORMAL.inverseCumulativeProbability((r + 0.5) / n);
    }
    last = new SoftReference<>(quantiles);
    return quantiles;
  }

  private static void rank(double[] column, double[] quantiles, Seed seed) {
    EstimationInterruptedException.throwIfInterrupted("normal scores");
    int n = column.length;
    double[] key = new double[n];
    if (RadixSort.hasTies(column)) {
      UniformRandomProvider random = seed.generator();
      Arrays.setAll(key, i -> random.nextDouble());
    }
    int[] order = Ranks.order(column, key);
    double[] scores = new double[n];
    for (int r = 0; r < n; r++) {
      scores[order[r]] = quantiles[r];
    }
    System.arraycopy(scores, 0, column, 0, n);
  }
}
