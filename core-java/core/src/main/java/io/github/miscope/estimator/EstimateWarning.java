package io.github.miscope.estimator;

import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A {@link Warning} about the estimate: that it is probably off, which way, and why. */
public sealed interface EstimateWarning extends Warning {

  /**
   * There are too few observations for so many dimensions: nearest neighbours are not near, and the
   * estimate is probably low.
   *
   * @param n the number of observations
   * @param dimensions dX + dY
   * @param k the number of neighbours
   * @param needed the number of observations from which this warning is not given, k 2^(dX + dY)
   */
  record FewPoints(int n, int dimensions, int k, double needed) implements EstimateWarning {

    /**
     * The warning for variables, of which continuous columns that vary are dimensions.
     *
     * @param k the number of neighbours
     * @param x X
     * @param y Y
     * @return the warning, if there are too few observations
     */
    public static Optional<Warning> of(int k, Variable x, Variable y) {
      Objects.requireNonNull(x, "x");
      Objects.requireNonNull(y, "y");
      int d = Dimensions.of(x) + Dimensions.of(y);
      double needed = Math.scalb((double) k, d);
      return Dimensions.vary(x, y) && x.n() < needed
          ? Optional.of(new FewPoints(x.n(), d, k, needed))
          : Optional.empty();
    }

    @Override
    public String message(InformationUnit unit) {
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
   * There are too few observations of most levels for so many dimensions: nearest neighbours of the
   * same level are not near, and the estimate is probably low.
   *
   * @param variable the discrete variable
   * @param rows how many rows the median row's level has
   * @param dimensions the number of continuous columns
   * @param k the number of neighbours
   * @param needed the number of rows of a level from which this warning is not given, k 2^d
   */
  record FewPointsInLevels(String variable, int rows, int dimensions, int k, double needed)
      implements EstimateWarning {

    /**
     * Refuses null.
     *
     * @param variable the discrete variable
     * @param rows how many rows the median row's level has
     * @param dimensions the number of continuous columns
     * @param k the number of neighbours
     * @param needed the number of rows of a level from which this warning is not given, k 2^d
     */
    public FewPointsInLevels {
      Objects.requireNonNull(variable, "variable");
    }

    /**
     * The warning for a discrete and a continuous variable that vary.
     *
     * @param k the number of neighbours
     * @param discrete the discrete variable
     * @param continuous the other, whose columns that vary are dimensions
     * @return the warning, if there are too few observations
     */
    public static Optional<Warning> of(int k, Variable discrete, Variable continuous) {
      Objects.requireNonNull(discrete, "discrete");
      Objects.requireNonNull(continuous, "continuous");
      int d = Dimensions.of(continuous);
      double needed = Math.scalb((double) k, d);
      int[] levels = discrete.levels();
      int[] sizes = new int[levels.length];
      Arrays.stream(levels).forEach(level -> sizes[level]++);
      int[] rows = Arrays.stream(levels).map(level -> sizes[level]).sorted().toArray();
      int median = rows[rows.length / 2];
      return median < needed
          ? Optional.of(new FewPointsInLevels(discrete.name(), median, d, k, needed))
          : Optional.empty();
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "Levels of %s with %d rows are small for %d dimensions: nearest neighbours within them are"
              + " far away and the estimate is probably low (rule of thumb: rows >= k 2^d = %.3g)."
              + " Leave columns out, or take auto, which also looks for few directions that matter.",
          variable,
          rows,
          dimensions,
          needed);
    }
  }

  /**
   * Levels are told apart by few directions, which were learnt from few observations for so many
   * columns: they carry the noise of all columns, and the estimate is probably low.
   *
   * @param n the number of observations
   * @param columns the number of continuous columns
   * @param needed the number of observations from which this warning is not given, 10 for each
   *     column
   */
  record FewRowsForDirections(int n, int columns, int needed) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "n = %d is small for %d columns: the directions that tell levels apart carry the noise of"
              + " all columns, and the estimate is probably low (rule of thumb: n >= %d, 10 for each"
              + " column). Take more rows, or leave columns out.",
          n,
          columns,
          needed);
    }
  }

  /**
   * There are too few observations for so many dimensions of X, Y and Z together: nearest
   * neighbours are not near. The estimate is low where X and Y depend on each other, and high where
   * both depend on Z, since points that are not near in Z do not share it.
   *
   * @param n the number of observations
   * @param dimensions dX + dY + dZ, continuous columns only
   * @param k the number of neighbours
   * @param needed the number of observations from which this warning is not given, k 2^d
   */
  record FewPointsGiven(int n, int dimensions, int k, double needed) implements EstimateWarning {

    /**
     * The warning for variables, of which continuous columns that vary are dimensions.
     *
     * @param k the number of neighbours
     * @param samples X, Y and Z
     * @return the warning, if there are too few observations
     */
    public static Optional<Warning> of(int k, ConditionalSamples samples) {
      Objects.requireNonNull(samples, "samples");
      int d = Dimensions.of(samples.x()) + Dimensions.of(samples.y()) + Dimensions.of(samples.z());
      double needed = Math.scalb((double) k, d);
      return Dimensions.vary(samples.x(), samples.y()) && samples.n() < needed
          ? Optional.of(new FewPointsGiven(samples.n(), d, k, needed))
          : Optional.empty();
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "n = %d is small for the %d dimensions of X, Y and Z: nearest neighbours are far away, and"
              + " the estimate may be off either way, too high where X and Y both depend on Z (rule"
              + " of thumb: n >= k 2^d = %.3g). Condition on fewer columns.",
          n,
          dimensions,
          needed);
    }
  }

  /**
   * There are few observations, and the estimate is noisy whatever the dimensions.
   *
   * @param n the number of observations
   * @param error about what the standard deviation over other samples of this size is, in nats
   */
  record SmallSample(int n, double error) implements EstimateWarning {

    /** Fewer observations are warned about. */
    private static final int FEW = 50;

    /** sqrt(n) times the standard deviation of KSG and auto, d = 1, rho = 0.6, n = 10 to 200. */
    private static final double SCATTER = 0.7;

    /**
     * The warning for n observations.
     *
     * @param n the number of observations
     * @return the warning, with an error of 0.7 / sqrt(n) nats
     */
    public static SmallSample of(int n) {
      return new SmallSample(n, SCATTER / Math.sqrt(n));
    }

    /**
     * The warning where there are fewer than 50 observations, and none says yet that they are few.
     *
     * @param n the number of observations
     * @param others the warnings that there are
     * @return the warning, if there are too few observations
     */
    public static Optional<Warning> of(int n, List<Warning> others) {
      Objects.requireNonNull(others, "others");
      boolean isSaid =
          others.stream()
              .anyMatch(
                  w ->
                      w instanceof SmallSample
                          || w instanceof FewPoints
                          || w instanceof FewPointsInLevels
                          || w instanceof FewPointsGiven);
      return n < FEW && !isSaid ? Optional.of(of(n)) : Optional.empty();
    }

    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "n = %d is small: estimates from other samples of this size differ by about %.1g %s; a"
              + " p-value says whether there is dependence at all.",
          n,
          unit.fromNats(error),
          unit);
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
  record FarNeighbours(int n, int dimensions, int k, double needed) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
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
   * There are too few observations for so many dimensions: kernels that reach enough of them reach
   * over much of the distribution.
   *
   * @param n the number of observations
   * @param dimensions d
   * @param needed the number of observations from which this warning is not given, 3 2^d
   */
  record WideKernels(int n, int dimensions, double needed) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "n = %d is small for %d dimensions: kernels reach over much of the data. The entropy is"
              + " probably too high, and an information from entropies too low (rule of thumb: n >="
              + " 3 * 2^d = %.3g).",
          n,
          dimensions,
          needed);
    }
  }

  /**
   * A kernel density entropy is far above that from nearest neighbours: no one bandwidth fits all
   * of the data. Long tails do that, and edges, and clusters of different width.
   *
   * @param kernels the entropy from kernels, which is the estimate, in nats
   * @param neighbours the entropy from nearest neighbours, in nats
   */
  record OneBandwidth(double kernels, double neighbours) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "Kernels give an entropy of %.3g %s but nearest neighbours %.3g %s: no one bandwidth fits"
              + " data with long tails, edges or clusters of different width, and the estimate is"
              + " probably too high. Take an entropy from nearest neighbours; there is no interval.",
          unit.fromNats(kernels),
          unit,
          unit.fromNats(neighbours),
          unit);
    }
  }

  /**
   * Values are spaced evenly, as ranks, normal scores and grids are. An entropy from nearest
   * neighbours takes them for a sample, whose spaces vary, and is too high.
   *
   * @param column the column
   * @param excess by how much the entropy of a grid is too high, in nats
   */
  record EvenSpacing(String column, double excess) implements EstimateWarning {

    /**
     * Refuses null.
     *
     * @param column the column
     * @param excess by how much the entropy of a grid is too high, in nats
     */
    public EvenSpacing {
      Objects.requireNonNull(column, "column");
    }

    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "%s is spaced evenly, as ranks and grids are: its entropy from nearest neighbours is up to"
              + " %.2g %s too high, and so is an information from it. Take the values before ranking,"
              + " or ksg.",
          column,
          unit.fromNats(excess),
          unit);
    }
  }

  /**
   * The weights of a weighted nearest-neighbour entropy are so large that noise of the distances,
   * multiplied by them, gives the estimate a large standard error, whatever the data.
   *
   * @param norm the Euclidean norm of the weights
   * @param dimensions d
   * @param n the number of observations
   * @param error the standard error that comes from the weights alone, in nats
   */
  record LargeWeights(double norm, int dimensions, int n, double error) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "In %d dimensions the weights are large (norm %.2g): they alone give a standard error of"
              + " %.2g %s at n = %d. An entropy without weights is biased, but less noisy.",
          dimensions,
          norm,
          unit.fromNats(error),
          unit,
          n);
    }
  }

  /**
   * The estimate is close to the largest value that the estimator can give for this n and k: the
   * truth may be larger, even infinite.
   *
   * @param nats the estimate
   * @param ceiling the largest possible value, in nats
   */
  record NearCeiling(double nats, double ceiling) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "%.3g %s is close to %.3g %s, the most that this estimator can give for these n and"
              + " k: the truth may be larger.",
          unit.fromNats(nats),
          unit,
          unit.fromNats(ceiling),
          unit);
    }
  }

  /**
   * The estimate is close to log n, or above it. No method that supposes nothing of the
   * distribution can certify more than about log n nats from n observations (McAllester and
   * Stratos, "Formal limitations on the measurement of mutual information", AISTATS 2020).
   *
   * @param nats the estimate
   * @param n the number of observations
   */
  record NearLogN(double nats, int n) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      double logN = Math.log(n);
      return String.format(
          Locale.ROOT,
          "%.3g %s is %s log n = %.3g %s: n = %d observations cannot certify it without"
              + " assumptions on the distribution.",
          unit.fromNats(nats),
          unit,
          nats > logN ? "more than" : "close to",
          unit.fromNats(logN),
          unit,
          n);
    }
  }

  /**
   * Smaller samples give a smaller estimate, with no sign of levelling: the truth is probably
   * larger than the estimate, perhaps infinite.
   *
   * @param perDoubling what a doubling of n adds, in nats
   * @param n the number of observations
   */
  record GrowsWithN(double perDoubling, int n) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "The estimate grows by %.2g %s per doubling of n up to n = %d, without levelling: the"
              + " truth is probably larger.",
          unit.fromNats(perDoubling),
          unit,
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
  record Drifts(double drift, double standardError, int k) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "From half of the data to all of it the estimate (k = %d) moves by %+.2g %s, more than"
              + " its standard error of %.2g %s: it is biased, and more data would move it further.",
          k,
          unit.fromNats(drift),
          unit,
          unit.fromNats(standardError),
          unit);
    }
  }

  /**
   * The estimate is below zero by more than chance allows, which the truth cannot be: the estimator
   * is biased on these data.
   *
   * @param nats the estimate
   * @param error its standard error, or a rough one where it is not known, in nats
   */
  record BelowZero(double nats, double error) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "%.3g %s is below zero by more than its error of %.2g %s: the estimator is biased on these"
              + " data.",
          unit.fromNats(nats),
          unit,
          unit.fromNats(error),
          unit);
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
  record RanksDisagree(double raw, double ranks, double standardError) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "Scaled columns give %.3g %s but normal ranks %.3g %s (difference %.2g, standard error"
              + " %.2g %s): long tails or skewness mislead the estimate; use auto, which ranks first,"
              + " or Scaling.normalRank().",
          unit.fromNats(raw),
          unit,
          unit.fromNats(ranks),
          unit,
          unit.fromNats(ranks - raw),
          unit.fromNats(standardError),
          unit);
    }
  }

  /**
   * The estimate depends on the marginal distributions, which the mutual information does not:
   * columns scaled to unit variance and columns replaced by normal samples in the same order give
   * different values, beyond their errors. Ranks are no remedy for this estimator, which needs the
   * spaces between values to be those of a sample.
   *
   * @param raw the estimate with columns of unit variance, in nats
   * @param scores the estimate with normal samples, in nats
   * @param standardError the standard error of the difference, in nats
   */
  record ScoresDisagree(double raw, double scores, double standardError)
      implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "Scaled columns give %.3g %s but normal samples in the same order %.3g %s (difference"
              + " %.2g, standard error %.2g %s): long tails or skewness mislead the estimate, and"
              + " ranks do not suit it; use auto, or ksg on ranks.",
          unit.fromNats(raw),
          unit,
          unit.fromNats(scores),
          unit,
          unit.fromNats(scores - raw),
          unit.fromNats(standardError),
          unit);
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
  record NearBatchCeiling(double nats, double ceiling, int batch) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "%.3g %s is close to %.3g %s, the logarithm of the batch of %d, which this bound"
              + " cannot exceed: take larger batches.",
          unit.fromNats(nats),
          unit,
          unit.fromNats(ceiling),
          unit,
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
  record Overfits(double inSample, double heldOut) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "%.3g %s on training data, but %.3g %s on others: the critic has learnt the sample by"
              + " heart, and the truth may be larger than the estimate.",
          unit.fromNats(inSample),
          unit,
          unit.fromNats(heldOut),
          unit);
    }
  }

  /**
   * A trained estimator tells clearly more on held-out data than on the data it was trained on,
   * which it knows better: the difference is chance.
   *
   * @param inSample the value on training data, in nats
   * @param heldOut the value on data not used for training, which is the estimate, in nats
   */
  record AboveTraining(double inSample, double heldOut) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "%.3g %s on held-out data, but %.3g %s on training data: a critic cannot know more of data"
              + " that it has not seen, so that chance has raised the estimate by about the"
              + " difference. Take more rows, or the mean of several critics (members).",
          unit.fromNats(heldOut),
          unit,
          unit.fromNats(inSample),
          unit);
    }
  }

  /**
   * A bound is valued on so few observations that they cannot show so much information: the pairs
   * that its expectation over independent X and Y comes from are as rare as exp(-I), and are
   * missed. The value may then exceed the truth, lower bound or not (McAllester and Stratos,
   * "Formal limitations on the measurement of mutual information", AISTATS 2020).
   *
   * @param nats the estimate
   * @param evaluated how many observations it is valued on
   */
  record AboveTestPart(double nats, int evaluated) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      double logOf = Math.log(evaluated);
      return String.format(
          Locale.ROOT,
          "%.3g %s is %s log %d = %.3g %s, of the %d observations that value the critic: they cannot"
              + " certify it, and it may be too high, lower bound or not. Take more rows, or compare"
              + " with auto.",
          unit.fromNats(nats),
          unit,
          nats > logOf ? "more than" : "close to",
          evaluated,
          unit.fromNats(logOf),
          unit,
          evaluated);
    }
  }

  /**
   * Critics of one ensemble differ by more than the chance of their test parts: the estimate
   * depends on how the training of each went.
   *
   * @param nats the estimate, their mean, in nats
   * @param spread the standard deviation of their values, in nats
   * @param expected the standard deviation that their test parts explain, in nats
   * @param members how many critics there are
   */
  record CriticsDisagree(double nats, double spread, double expected, int members)
      implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "The values of %d critics spread by %.2g %s around %.3g %s, where chance explains %.2g %s:"
              + " it matters how each was trained. Look at their learning curves; take more rows or"
              + " more steps.",
          members,
          unit.fromNats(spread),
          unit,
          unit.fromNats(nats),
          unit,
          unit.fromNats(expected),
          unit);
    }
  }

  /**
   * A trained estimator learns from few observations, and is valued on few.
   *
   * @param n the number of observations
   * @param training how many a critic learns from
   * @param evaluated how many a critic is valued on
   */
  record FewToTrain(int n, int training, int evaluated) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "n = %d is small for a critic, which learns from %d observations and is valued on %d: the"
              + " estimate is mostly chance. Take more rows, or an estimator that does not train, such"
              + " as auto.",
          n,
          training,
          evaluated);
    }
  }

  /**
   * A column has long tails: its standard deviation comes from a few values, and a critic sees the
   * others as nearly one point.
   *
   * @param column its name
   * @param ratio its standard deviation over that of a normal distribution with the same middle 80
   *     percent
   */
  record LongTails(String column, double ratio) implements EstimateWarning {

    /**
     * Refuses null.
     *
     * @param column its name
     * @param ratio its standard deviation over that of a normal distribution with the same middle
     *     80 percent
     */
    public LongTails {
      Objects.requireNonNull(column, "column");
    }

    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "%s has long tails (its standard deviation is %.3g times that of a normal column with the"
              + " same middle 80 %%): a critic sees most of its values as one, and the estimate is"
              + " probably low. Rank the columns first (Scaling.normalRank()), or take auto.",
          column,
          ratio);
    }
  }

  /**
   * A column is far from zero for its spread, and a critic sees it as it is, in single precision.
   *
   * @param column its name
   * @param mean its mean
   * @param deviation its standard deviation
   */
  record OffsetColumn(String column, double mean, double deviation) implements EstimateWarning {

    /**
     * Refuses null.
     *
     * @param column its name
     * @param mean its mean
     * @param deviation its standard deviation
     */
    public OffsetColumn {
      Objects.requireNonNull(column, "column");
    }

    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "%s has a mean of %.3g and a standard deviation of %.3g: a critic that sees it as it is, in"
              + " single precision, hardly sees it vary. Take an estimator that scales and centres"
              + " (mineLocal in place of mine).",
          column,
          mean,
          deviation);
    }
  }

  /**
   * The training of critics broke off since weights or scores were no longer finite. The estimate
   * is that of the best critics before, which might have learnt more.
   *
   * @param critics how many broke off
   * @param members how many were trained
   * @param step the step at which the first was found to have diverged
   */
  record TrainingDiverged(int critics, int members, int step) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "The training of %d of %d critics diverged, first at step %d: the estimate is from before"
              + " that and may be low; take a smaller learning rate, or scale x and y.",
          critics,
          members,
          step);
    }
  }

  /**
   * A trained estimator gave a value that no mutual information of these data can be: far below
   * zero, or above log n. It says how the training went, not what the data are.
   *
   * @param nats the estimate
   * @param n the number of observations
   * @param scaled whether the estimator sees scaled columns; one that sees units may fail on them
   */
  record TrainingFailed(double nats, int n, boolean scaled) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      String seen =
          nats < 0
              ? String.format(
                  Locale.ROOT,
                  "%.4g %s is far below zero, where no mutual information is: what the critic has"
                      + " learnt does not hold for data that it has not seen.",
                  unit.fromNats(nats),
                  unit)
              : String.format(
                  Locale.ROOT,
                  "%.4g %s is above log n = %.3g %s, more than n = %d observations can show: the"
                      + " pairs that would lower the value are too rare to be among them.",
                  unit.fromNats(nats),
                  unit,
                  unit.fromNats(Math.log(n)),
                  unit,
                  n);
      return seen
          + (scaled
              ? " Take more rows, or an estimator that does not train, such as auto."
              : " Scale the columns first (mineLocal in place of mine), or take more rows.");
    }
  }

  /**
   * The maximising relative scale lies on the edge of its grid: a wider grid may give more.
   *
   * @param c the maximising scale
   * @param smallest the smallest scale of the grid
   * @param largest the largest scale of the grid
   */
  record GridEdge(double c, double smallest, double largest) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
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
   * There are fewer draws of a layer than the entropy of some distribution in [-1, 1]^d needs: the
   * entropy, and the information with it, may be low (Goldfeld et al. 2019, Theorem 5).
   *
   * @param draws the number of draws
   * @param dimensions d
   * @param beta the standard deviation of the noise
   * @param needed the number of draws up to which the worst bias is above {@code bias}
   * @param bias that bias, in nats
   */
  record TooFewDraws(int draws, int dimensions, double beta, double needed, double bias)
      implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "%d draws of %d dimensions with noise %.3g cannot suffice for every distribution: up to"
              + " %.3g the worst bias is above %.2g %s. Look whether twice as many change the"
              + " estimate.",
          draws,
          dimensions,
          beta,
          needed,
          unit.fromNats(bias),
          unit);
    }
  }

  /**
   * There are so many columns that neither neighbours nor a Gaussian copula of all of them could be
   * used, and the estimate is of what few canonical pairs share, learnt from all columns alike.
   *
   * @param dX the columns of X that vary
   * @param dY the columns of Y that vary
   * @param n the number of observations
   */
  record ManyColumns(int dX, int dY, int n) implements EstimateWarning {

    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "X and Y have %d and %d columns, too many for n=%d to be taken together: this is what a few"
              + " combinations of them share, blurred by the noise of all. Estimate also with"
              + " compress() (in Java, Projected), which looks for the columns and components that"
              + " matter.",
          dX,
          dY,
          n);
    }
  }

  /**
   * A variable was compressed, much of its variance was discarded, and nothing bounds what that
   * lost. Source: Butakov et al. 2024, arXiv:2305.08013, Statement 2.
   *
   * @param variable the variable
   * @param dimension the number of its columns
   * @param latentDimension the number of codes
   * @param explained the part of the variance that codes explain
   */
  record UnknownLoss(String variable, int dimension, int latentDimension, double explained)
      implements EstimateWarning {

    /** From this part of the variance on, the warning is not given. */
    public static final double ENOUGH = 0.9;

    /**
     * Refuses null.
     *
     * @param variable the variable
     * @param dimension the number of its columns
     * @param latentDimension the number of codes
     * @param explained the part of the variance that codes explain
     */
    public UnknownLoss {
      Objects.requireNonNull(variable, "variable");
    }

    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "The %d codes of %s explain %.0f %% of the variance of its %d columns. What varies most"
              + " need not be what is shared: the rest may hold any part of the information. Take"
              + " more codes, or say how large the noise is, which bounds the loss.",
          latentDimension,
          variable,
          100 * explained,
          dimension);
    }
  }

  /**
   * The estimate is infinite or not a number, since an entropy that it is made of is: so many
   * observations coincide that a formula without treatment of ties has no value.
   *
   * @param nats the estimate
   * @param terms the entropies by name, in nats
   */
  record NotFinite(double nats, Map<String, Double> terms) implements EstimateWarning {

    /**
     * A warning about an estimate without a value.
     *
     * @param nats the estimate
     * @param terms the entropies by name, in nats
     */
    public NotFinite {
      Objects.requireNonNull(terms, "terms");
      terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    @Override
    public String message(InformationUnit unit) {
      Objects.requireNonNull(unit, "unit");
      return String.format(
          Locale.ROOT,
          "The estimate is %s, since %s: observations coincide. Leave ties to be broken, or take an"
              + " estimator for discrete or mixed data.",
          Double.isNaN(nats) ? "not a number" : unit.fromNats(nats) + " " + unit,
          terms.entrySet().stream()
              .filter(term -> !Double.isFinite(term.getValue()))
              .map(term -> term.getKey() + " is " + term.getValue())
              .collect(Collectors.joining(" and ")));
    }
  }

  /**
   * A standard error and an interval were asked for and could not be had.
   *
   * @param reason why
   */
  record NoInterval(String reason) implements EstimateWarning {

    /**
     * Refuses null.
     *
     * @param reason why
     */
    public NoInterval {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String message(InformationUnit unit) {
      return "No standard error and interval: " + reason + ".";
    }
  }

  /**
   * A p-value was asked for and could not be had.
   *
   * @param reason why
   */
  record NoPValue(String reason) implements EstimateWarning {

    /**
     * Refuses null.
     *
     * @param reason why
     */
    public NoPValue {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String message(InformationUnit unit) {
      return "No p-value: " + reason + ".";
    }
  }

  /**
   * What the regressions on Z leave of X and of Y still depends on Z: neighbours in Z agree, on
   * both sides. The test of I(X;Y|Z) by residuals then finds the dependence on Z.
   *
   * @param x the name of X
   * @param y the name of Y
   * @param given the name of Z
   * @param deviations how far neighbours agree on both sides, in standard deviations of what chance
   *     does
   */
  record LackOfFit(String x, String y, String given, double deviations) implements EstimateWarning {

    /**
     * Refuses null.
     *
     * @param x the name of X
     * @param y the name of Y
     * @param given the name of Z
     * @param deviations how far neighbours agree on both sides, in standard deviations of what
     *     chance does
     */
    public LackOfFit {
      Objects.requireNonNull(x, "x");
      Objects.requireNonNull(y, "y");
      Objects.requireNonNull(given, "given");
    }

    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "%s and %s depend on %s in a way that the regressions miss (what they leave agrees between"
              + " neighbours by %.1f standard deviations or more): the p-value may be too small.",
          x,
          y,
          given,
          deviations);
    }
  }

  /**
   * The regressions on Z, from which the p-value of I(X;Y|Z) comes, have few rows for its columns:
   * what is neither linear nor additive is not seen.
   *
   * @param n the number of observations
   * @param columns the continuous columns of Z
   * @param needed how many observations they need
   */
  record FewRowsToFit(int n, int columns, int needed) implements EstimateWarning {
    @Override
    public String message(InformationUnit unit) {
      return String.format(
          Locale.ROOT,
          "n = %d is few for regressions on %d columns (%d or more are needed): the p-value holds if"
              + " X and Y depend on them in simple ways.",
          n,
          columns,
          needed);
    }
  }

  /**
   * Permutations of the given scheme keep only part of what X and Y have to do with Z.
   *
   * @param scheme what is permuted
   */
  record InexactScheme(String scheme) implements EstimateWarning {

    /**
     * Refuses null.
     *
     * @param scheme what is permuted
     */
    public InexactScheme {
      Objects.requireNonNull(scheme, "scheme");
    }

    @Override
    public String message(InformationUnit unit) {
      return "Permuting "
          + scheme
          + " keeps only part of the dependence on what is given, and the p-value is too small where"
          + " that is strong: leave the scheme out.";
    }
  }
}
