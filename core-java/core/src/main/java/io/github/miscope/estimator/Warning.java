package io.github.miscope.estimator;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Something that a reader of an estimate must know, as data. */
public sealed interface Warning {

  /**
   * The warning as one sentence, with its numbers.
   *
   * @return text for people
   */
  String message();

  /**
   * A warning for each column that holds one value only.
   *
   * @param variables the variables to inspect
   * @return the warnings, in the order of the columns
   */
  static List<Warning> ofConstantColumns(Variable... variables) {
    List<Warning> warnings = new ArrayList<>();
    for (Variable variable : variables) {
      for (int j = 0; j < variable.d(); j++) {
        if (variable.isConstant(j)) {
          warnings.add(new ConstantColumn(variable.columnNames().get(j)));
        }
      }
    }
    return warnings;
  }

  /**
   * Columns hold equal values (real data are rounded), which the continuous formulas do not allow
   * for; the ties were broken by seeded jitter far below the columns' resolution, and the estimate
   * is the mean over replicates of the jitter.
   *
   * @param columns the tied columns
   * @param replicates how many jitters were averaged
   * @param seed the seed of the jitter
   * @param spread standard deviation of the estimate over the replicates, in nats
   */
  record Ties(List<TiedColumn> columns, int replicates, Seed seed, double spread)
      implements Warning {

    /**
     * A warning about ties.
     *
     * @param columns the tied columns
     * @param replicates how many jitters were averaged
     * @param seed the seed of the jitter
     * @param spread standard deviation of the estimate over the replicates, in nats
     */
    public Ties {
      columns = List.copyOf(columns);
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "Ties broken by jitter (mean of %d replicates, seed %s, spread %.2g nats): %s.",
          replicates,
          seed,
          spread,
          columns.stream().map(TiedColumn::toString).collect(Collectors.joining("; ")));
    }
  }

  /**
   * Columns hold equal values (real data are rounded), so that the differential entropy is minus
   * infinity in truth. Each of these columns was filled up to its resolution by seeded uniform
   * noise as wide as its smallest gap; of rounded data that is the discrete entropy plus the log of
   * the resolution (Cover and Thomas 2006, theorem 8.3.1), which is close to the entropy before
   * rounding. Atoms in otherwise continuous data (a column with many zeros) have no such meaning.
   *
   * @param columns the tied columns
   * @param replicates how many draws of the noise were averaged
   * @param seed the seed of the noise
   * @param spread standard deviation of the estimate over the replicates, in nats
   */
  record Dequantised(List<TiedColumn> columns, int replicates, Seed seed, double spread)
      implements Warning {

    /**
     * A warning about ties.
     *
     * @param columns the tied columns
     * @param replicates how many draws of the noise were averaged
     * @param seed the seed of the noise
     * @param spread standard deviation of the estimate over the replicates, in nats
     */
    public Dequantised {
      columns = List.copyOf(columns);
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "Tied values have a differential entropy of minus infinity; this is the entropy with"
              + " uniform noise of one resolution added (mean of %d replicates, seed %s, spread"
              + " %.2g nats), without meaning if the ties are atoms of continuous data: %s.",
          replicates,
          seed,
          spread,
          columns.stream().map(TiedColumn::toString).collect(Collectors.joining("; ")));
    }
  }

  /**
   * A column with ties.
   *
   * @param column its name
   * @param tied how many observations share their value with another
   * @param n the number of observations
   * @param resolution the smallest difference between distinct values, in the units that the
   *     estimator saw (after scaling)
   * @param relativeResolution the resolution over the column's standard deviation, which no scaling
   *     changes
   */
  record TiedColumn(String column, int tied, int n, double resolution, double relativeResolution) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s has %d of %d values tied, resolution %.2g standard deviations",
          column,
          tied,
          n,
          relativeResolution);
    }
  }

  /**
   * A column holds one value only and carries no information.
   *
   * @param column its name
   */
  record ConstantColumn(String column) implements Warning {
    @Override
    public String message() {
      return String.format(Locale.ROOT, "%s is constant and carries no information.", column);
    }
  }

  /**
   * There are too few observations for so many dimensions: nearest neighbours are not near, and the
   * estimate is probably low.
   *
   * @param n the number of observations
   * @param dimensions dX + dY
   * @param k the number of neighbours
   * @param needed the number of observations from which this warning is not given, k 2^(dX + dY)
   */
  record FewPoints(int n, int dimensions, int k, double needed) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "n = %d is small for %d dimensions: nearest neighbours are far away and the estimate"
              + " is probably low (rule of thumb: n >= k 2^d = %.3g).",
          n,
          dimensions,
          needed);
    }
  }

  /**
   * There are too few observations for so many dimensions: nearest neighbours are not near, and the
   * density bends within their balls, which lowers the estimate, or ends there, which raises it.
   *
   * @param n the number of observations
   * @param dimensions d
   * @param k the number of neighbours
   * @param needed the number of observations from which this warning is not given, k 2^d
   */
  record FarNeighbours(int n, int dimensions, int k, double needed) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "n = %d is small for %d dimensions: nearest neighbours are far away and the entropy"
              + " may be far off, either way (rule of thumb: n >= k 2^d = %.3g).",
          n,
          dimensions,
          needed);
    }
  }

  /**
   * The estimate is close to the largest value that the estimator can give for this n and k: the
   * truth may be larger, even infinite.
   *
   * @param nats the estimate
   * @param ceiling the largest possible value, in nats
   */
  record NearCeiling(double nats, double ceiling) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%.3g nats is close to %.3g nats, the most that this estimator can give for these n and"
              + " k: the truth may be larger.",
          nats,
          ceiling);
    }
  }

  /**
   * The estimate is close to the logarithm of the batch, which a contrastive bound cannot exceed:
   * the truth may be larger, and a larger batch shows more of it.
   *
   * @param nats the estimate
   * @param ceiling the largest possible value, in nats
   * @param batch how many candidates each observation was compared with, its own included
   */
  record NearBatchCeiling(double nats, double ceiling, int batch) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%.3g nats is close to %.3g nats, the logarithm of the batch of %d, which this bound"
              + " cannot exceed: take larger batches.",
          nats,
          ceiling,
          batch);
    }
  }

  /**
   * A trained estimator tells more on the data it was trained on than on others: it has learnt
   * these observations rather than their distribution.
   *
   * @param inSample the value on training data, in nats
   * @param heldOut the value on data not used for training, which is the estimate, in nats
   */
  record Overfits(double inSample, double heldOut) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%.3g nats on training data, but %.3g on others: the critic has learnt the sample by"
              + " heart, and the truth may be larger than the estimate.",
          inSample,
          heldOut);
    }
  }

  /**
   * The maximising relative scale lies on the edge of its grid: a wider grid may give more.
   *
   * @param c the maximising scale
   * @param smallest the smallest scale of the grid
   * @param largest the largest scale of the grid
   */
  record GridEdge(double c, double smallest, double largest) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The maximising relative scale c = %.3g lies on the edge of its grid [%.3g, %.3g]: a"
              + " wider grid may give more.",
          c,
          smallest,
          largest);
    }
  }

  /**
   * Some levels have too few rows for an estimate within them, and are left out.
   *
   * @param variable the variable whose levels they are
   * @param levels how many levels are left out
   * @param rows how many rows they have together
   * @param n the number of observations
   * @param needed how many rows a level needs
   * @param examples the first of them, as "a = 3 (2 rows)"; may be empty
   */
  record RareLevels(String variable, int levels, int rows, int n, int needed, List<String> examples)
      implements Warning {

    /**
     * A warning about rare levels.
     *
     * @param variable the variable whose levels they are
     * @param levels how many levels are left out
     * @param rows how many rows they have together
     * @param n the number of observations
     * @param needed how many rows a level needs
     * @param examples the first of them
     */
    public RareLevels {
      examples = List.copyOf(examples);
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%d levels of %s have fewer than %d rows and are left out, %d of %d rows%s.",
          levels,
          variable,
          needed,
          rows,
          n,
          examples.isEmpty()
              ? ""
              : ": " + String.join(", ", examples) + (levels > examples.size() ? ", ..." : ""));
    }
  }

  /**
   * Many levels were seen only once, so that many more exist unseen: entropies are probably low,
   * and mutual information depends on the correction for it.
   *
   * @param variable the variable or pair of variables
   * @param levels how many levels were seen
   * @param singletons how many of them once only
   * @param n the number of observations
   */
  record UnseenLevels(String variable, int levels, int singletons, int n) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%d of the %d levels of %s were seen once only (n = %d): about %.2g of the probability"
              + " is in levels not seen at all, and the correction for them may not be enough.",
          singletons,
          levels,
          variable,
          n,
          singletons / (double) n);
    }
  }

  /**
   * A warning about estimates within strata, of which an estimate is the mean.
   *
   * @param strata in how many strata it was given
   * @param of how many strata there are
   * @param example the warning of the largest of these strata
   */
  record InStrata(int strata, int of, Warning example) implements Warning {
    @Override
    public String message() {
      return String.format(Locale.ROOT, "In %d of %d strata: %s", strata, of, example.message());
    }
  }

  /**
   * Two columns of one variable hold the same values, up to shift and scale: one of them adds
   * nothing, and distances count it twice.
   *
   * @param first the name of one column
   * @param second the name of the other
   */
  record DuplicateColumns(String first, String second) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%s and %s hold the same values up to shift and scale: leave one out.",
          first,
          second);
    }
  }

  /**
   * X determines a column of Y, or nearly so, or the other way round: for continuous variables the
   * true mutual information may be infinite, and the estimate says more of n than of it.
   *
   * @param what the relation found: "y is a copy of x up to shift and scale"
   */
  record NearDeterministic(String what) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%s: the true mutual information may be infinite, and the estimate grows with n.",
          what);
    }
  }

  /**
   * The estimate is close to log n. No method that supposes nothing of the distribution can certify
   * more than about log n nats from n observations (McAllester and Stratos, "Formal limitations on
   * the measurement of mutual information", AISTATS 2020).
   *
   * @param nats the estimate
   * @param n the number of observations
   */
  record NearLogN(double nats, int n) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%.3g nats is close to log n = %.3g nats: so many observations cannot certify it without"
              + " assumptions on the distribution.",
          nats,
          Math.log(n));
    }
  }

  /**
   * Smaller samples give a smaller estimate, with no sign of levelling: the truth is probably
   * larger than the estimate, perhaps infinite.
   *
   * @param perDoubling what a doubling of n adds, in nats
   * @param n the number of observations
   */
  record GrowsWithN(double perDoubling, int n) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The estimate grows by %.2g nats per doubling of n up to n = %d, without levelling: the"
              + " truth is probably larger.",
          perDoubling,
          n);
    }
  }

  /**
   * Estimates from halves of the data differ from the estimate from all of it by more than its
   * standard error: the bias is not small beside the error.
   *
   * @param drift estimate from all less the mean estimate from halves, in nats
   * @param standardError the standard error, in nats
   * @param k the number of neighbours
   */
  record Drifts(double drift, double standardError, int k) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "From half of the data to all of it the estimate (k = %d) moves by %+.2g nats, more than"
              + " its standard error of %.2g: it is biased, and more data would move it further.",
          k,
          drift,
          standardError);
    }
  }

  /**
   * Rows next to each other are alike, in X and in Y, while error bars and p-values take rows as
   * independent.
   *
   * @param columnX the most autocorrelated column of X
   * @param correlationX its largest rank autocorrelation among the lags looked at
   * @param columnY the most autocorrelated column of Y
   * @param correlationY its largest rank autocorrelation
   */
  record DependentRows(String columnX, double correlationX, String columnY, double correlationY)
      implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "Neighbouring rows are alike (rank autocorrelation %.2f in %s, %.2f in %s), but are taken"
              + " as independent: in a series, error bars and p-values are too small; use"
              + " contiguous subsamples and permute blocks. If the table was only sorted, shuffle"
              + " it.",
          correlationX,
          columnX,
          correlationY,
          columnY);
    }
  }

  /**
   * The estimate depends on the marginal distributions, which the mutual information does not:
   * columns scaled to unit variance and columns replaced by normal ranks give different values,
   * beyond their errors. Long tails do that; trust the ranks.
   *
   * @param raw the estimate with columns of unit variance, in nats
   * @param ranks the estimate with normal ranks, in nats
   * @param standardError the standard error of the difference, in nats
   */
  record RanksDisagree(double raw, double ranks, double standardError) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "Scaled columns give %.3g nats but normal ranks %.3g (difference %.2g, standard error"
              + " %.2g): long tails or skewness mislead the estimate; use Scaling.normalRank().",
          raw,
          ranks,
          ranks - raw,
          standardError);
    }
  }

  /**
   * The estimate is below zero by more than chance allows, which the truth cannot be: the estimator
   * is biased on these data.
   *
   * @param nats the estimate
   * @param error its standard error, or a rough one where it is not known, in nats
   */
  record BelowZero(double nats, double error) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%.3g nats is below zero by more than its error of %.2g: the estimator is biased on these"
              + " data.",
          nats,
          error);
    }
  }

  /**
   * A standard error and an interval were asked for and could not be had.
   *
   * @param reason why
   */
  record NoInterval(String reason) implements Warning {
    @Override
    public String message() {
      return "No standard error and interval: " + reason + ".";
    }
  }
}
