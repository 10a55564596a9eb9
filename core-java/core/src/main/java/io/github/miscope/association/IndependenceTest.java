package io.github.miscope.association;

import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.estimator.discrete.TableInformation;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A test of independence by mutual information that needs no permutations, so that p-values may be
 * as small as many pairs of columns need: the G-test of a table of bins. Columns of numbers have up
 * to 8 bins of equal frequency, so that a cell has 5 rows at least on average; levels of fewer than
 * sqrt(2n) rows are one level together, so that chance gives two others 2 rows in common.
 *
 * <p>G = 2n I, with I the information of the observed frequencies, has the chi-square distribution
 * with (r - 1)(c - 1) degrees of freedom in the limit of large n. Here it is first divided by its
 * exact mean over all permutations ({@link TableInformation#expected}) and multiplied by the
 * degrees of freedom, a Bartlett correction. Rows must not depend on each other.
 *
 * <p>It sees less than a permutation test of a nearest-neighbour estimate where dependence is finer
 * than the bins.
 *
 * @param statistic G after correction
 * @param degreesOfFreedom (r - 1)(c - 1) of the table
 * @param pValue the probability of a larger statistic if the columns are independent
 */
public record IndependenceTest(double statistic, int degreesOfFreedom, double pValue) {

  private static final int MAX_BINS = 8;

  /** Rows in a cell on average. */
  private static final int MIN_ROWS = 5;

  /**
   * Tests whether two columns are independent.
   *
   * @param samples n pairs, one column each
   * @return the test; empty if a column is constant or nearly so, which leaves nothing to test
   * @throws IllegalArgumentException if a variable has several columns
   * @throws io.github.miscope.estimator.EstimationInterruptedException if interrupted
   */
  public static Optional<IndependenceTest> of(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    requireColumn(samples.x());
    requireColumn(samples.y());
    double cells = (double) samples.n() / MIN_ROWS;
    int[] x;
    int[] y;
    if (samples.x().isDiscrete()) {
      x = levels(samples.x());
      y = samples.y().isDiscrete() ? levels(samples.y()) : bins(samples.y(), cells / count(x));
    } else if (samples.y().isDiscrete()) {
      y = levels(samples.y());
      x = bins(samples.x(), cells / count(y));
    } else {
      x = bins(samples.x(), Math.sqrt(cells));
      y = bins(samples.y(), Math.sqrt(cells));
    }
    int freedom = (count(x) - 1) * (count(y) - 1);
    if (freedom == 0) {
      return Optional.empty();
    }
    TableInformation table =
        TableInformation.of(
            new Samples(
                Variable.discrete(samples.x().name(), x),
                Variable.discrete(samples.y().name(), y)));
    double statistic = freedom * Math.max(0, table.nats()) / table.expected();
    double pValue = ChiSquaredDistribution.of(freedom).survivalProbability(statistic);
    return Optional.of(new IndependenceTest(statistic, freedom, pValue));
  }

  private static void requireColumn(Variable variable) {
    if (variable.d() != 1) {
      throw new IllegalArgumentException(
          variable.name() + " must be one column: d=" + variable.d());
    }
  }

  /** As many bins as the cells allow, from 2 to 8. */
  private static int[] bins(Variable variable, double most) {
    int bins = (int) Math.max(2, Math.min(MAX_BINS, most));
    return Variable.of(
            variable.name(),
            Arrays.stream(Binning.equalFrequency(bins).bins(variable.column(0)))
                .asDoubleStream()
                .toArray())
        .levels();
  }

  /** The levels, rare ones together as the last. */
  private static int[] levels(Variable variable) {
    int[] levels = variable.levels();
    double enough = Math.sqrt(2.0 * levels.length);
    int[] rows = new int[count(levels)];
    for (int level : levels) {
      rows[level]++;
    }
    int[] code = new int[rows.length];
    int frequent = 0;
    for (int level = 0; level < rows.length; level++) {
      code[level] = rows[level] < enough ? -1 : frequent++;
    }
    for (int i = 0; i < levels.length; i++) {
      int own = code[levels[i]];
      levels[i] = own < 0 ? frequent : own;
    }
    return levels;
  }

  private static int count(int[] levels) {
    int most = 0;
    for (int level : levels) {
      most = Math.max(most, level);
    }
    return most + 1;
  }

  /** "p = 0.012 (G-test of bins, 49 degrees of freedom)". */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "p = %.3g (G-test of bins, %d degrees of freedom)", pValue, degreesOfFreedom);
  }
}
