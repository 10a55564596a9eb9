package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tasks of Tables 2 and 3 of "Towards Robust Scale-Invariant Mutual Information Estimators": X
 * and T of a base distribution, X then mapped by a list of {@link Transform}s. What the paper does
 * not say is a {@link Choices}.
 */
public final class ScalePaper {

  private static final int COPIES = 20;
  private static final double NOISE = 0.2;

  private ScalePaper() {}

  private static Row row(int table, int number, int n, int d, Transform... transforms) {
    return new Row(table, number, n, d, List.of(transforms));
  }

  /**
   * The rows of both tables that are legible, those of Table 2 first. Which transforms a row has is
   * worked out from its values where the tick marks are not legible: {@link Row#withTransforms} has
   * others.
   *
   * @return the rows, in the order of the tables
   */
  public static List<Row> rows() {
    return List.of(
        row(2, 1, 1000, 2, Transform.DS, Transform.CB, Transform.SG),
        row(2, 2, 1000, 2, Transform.DS, Transform.SG),
        row(2, 3, 1000, 2, Transform.CB, Transform.SG),
        row(2, 4, 1000, 4, Transform.SG),
        row(2, 5, 1000, 4, Transform.RM, Transform.DS),
        row(2, 6, 1000, 4, Transform.DS),
        row(2, 7, 1000, 4, Transform.DN),
        row(2, 8, 1000, 4, Transform.RM, Transform.CB),
        row(2, 9, 1000, 4, Transform.DN, Transform.SG),
        row(2, 10, 1000, 6, Transform.DN, Transform.CB, Transform.SG),
        row(2, 11, 1000, 6, Transform.SG),
        row(2, 12, 1000, 6, Transform.DS, Transform.CB),
        row(2, 13, 1000, 6, Transform.RM, Transform.DS),
        row(2, 14, 1000, 6, Transform.DN, Transform.SG),
        row(3, 1, 200, 2),
        row(3, 2, 200, 2, Transform.DS),
        row(3, 3, 200, 2, Transform.DS, Transform.CB),
        row(3, 4, 1000, 2, Transform.DS, Transform.CB, Transform.SG),
        row(3, 5, 1000, 2, Transform.DS, Transform.SG),
        row(3, 6, 1000, 2, Transform.CB, Transform.SG),
        row(3, 7, 200, 5, Transform.SG),
        row(3, 8, 200, 5, Transform.RM),
        row(3, 9, 200, 5, Transform.CB),
        row(3, 10, 1000, 5, Transform.DN),
        row(3, 11, 1000, 5, Transform.RM, Transform.CB),
        row(3, 12, 200, 10, Transform.SG),
        row(3, 15, 1000, 10, Transform.DS, Transform.CB),
        row(3, 16, 1000, 10, Transform.DN, Transform.SG),
        row(3, 17, 1000, 2, Transform.RM));
  }

  /** A map of X, as the columns of the tables have it. */
  public enum Transform {
    /** x to alpha W'x, alpha and the entries of W uniform on (0, 1). */
    RM,
    /** 20 copies of X. */
    DS,
    /** 20 columns of N(0, 0.2&sup2;). */
    DN,
    /** 1 / (1 + exp(-x)) of each column. */
    SG,
    /** The cube of each column. */
    CB;

    InformationPreservingMap map() {
      return switch (this) {
        case RM -> Bijection.randmat();
        case DS -> Embedding.duplicateSelf(COPIES);
        case DN -> Embedding.duplicateNoise(COPIES, NOISE);
        case SG -> Bijection.sigmoid();
        case CB -> Bijection.cube();
      };
    }
  }

  /**
   * The range of a parameter that is drawn in each trial.
   *
   * @param low the least value
   * @param high the greatest one
   */
  public record Range(double low, double high) {

    /**
     * A range.
     *
     * @param low the least value
     * @param high the greatest one
     * @throws IllegalArgumentException if low &gt; high or one is NaN
     */
    public Range {
      Require.range("low", low, "high", high);
    }
  }

  /** In what a standard deviation of noise is uniform between its limits. */
  public enum Spread {
    /** In the standard deviation. */
    SIGMA,
    /** In its logarithm. */
    LOG_SIGMA,
    /** In its square. */
    VARIANCE;

    /** The value a part u of the way from one limit to the other. */
    double between(Range range, double u) {
      double low = range.low();
      double high = range.high();
      return switch (this) {
        case SIGMA -> low + u * (high - low);
        case LOG_SIGMA -> low * Math.pow(high / low, u);
        case VARIANCE -> Math.sqrt(low * low + u * (high * high - low * low));
      };
    }
  }

  /**
   * What the paper leaves open.
   *
   * @param sigma ranges of the standard deviation of noise in Table 2, by the least number of
   *     dimensions that has each
   * @param rho ranges of the correlation in Table 3, by the least number of dimensions
   * @param spread in what sigma is uniform
   * @param perCoordinate whether each coordinate has a standard deviation, or correlation, of its
   *     own; else one is drawn for all in each trial
   * @param order the order in which transforms are applied, each once
   */
  public record Choices(
      Map<Integer, Range> sigma,
      Map<Integer, Range> rho,
      Spread spread,
      boolean perCoordinate,
      List<Transform> order) {

    /**
     * Choices.
     *
     * @param sigma ranges by numbers of dimensions, one of them from 1 on; at least 1e-10
     * @param rho ranges by numbers of dimensions, one of them from 1 on; in (-1, 1)
     * @param spread in what sigma is uniform
     * @param perCoordinate whether each coordinate has its own
     * @param order all five transforms
     * @throws IllegalArgumentException if a value is out of range, no range is from 1 on, or the
     *     order lacks a transform
     */
    public Choices {
      Objects.requireNonNull(sigma, "sigma");
      Objects.requireNonNull(rho, "rho");
      Objects.requireNonNull(spread, "spread");
      Objects.requireNonNull(order, "order");
      sigma = sorted("sigma", sigma);
      rho = sorted("rho", rho);
      order = Check.copy("order", order);
      sigma.values().forEach(range -> Require.noise("sigma", range.low()));
      sigma.values().forEach(range -> Require.noise("sigma", range.high()));
      rho.values().forEach(range -> Require.correlation("rho", range.low()));
      rho.values().forEach(range -> Require.correlation("rho", range.high()));
      if (order.size() != Transform.values().length
          || order.stream().distinct().count() != order.size()) {
        throw new IllegalArgumentException("order must have each transform once: order=" + order);
      }
    }

    private static SortedMap<Integer, Range> sorted(String name, Map<Integer, Range> ranges) {
      TreeMap<Integer, Range> sorted = new TreeMap<>(ranges);
      sorted.values().forEach(range -> Objects.requireNonNull(range, name));
      if (sorted.isEmpty() || sorted.firstKey() != 1) {
        throw new IllegalArgumentException(
            name + " must have a range from 1 dimension on: " + name + "=" + ranges);
      }
      return Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * Ours. One sigma (rho) for all coordinates, as the paper's definitions have it; columns are
     * added before they are mapped. The printed biases have truths that grow with d, but printed
     * normalised errors have a spread of truths that grows more slowly: sigma from 0.3 to 2.5 at d
     * = 2, from 0.5 to 2.2 at 4 and from 0.65 to 1.6 at 6 come near to both, rho from 0 to 0.9 at d
     * = 2, to 0.8 at 5, and from 0.25 to 0.65 at 10.
     *
     * @return the choices
     */
    public static Choices withDefaults() {
      return new Choices(
          Map.of(1, new Range(0.3, 2.5), 4, new Range(0.5, 2.2), 6, new Range(0.65, 1.6)),
          Map.of(1, new Range(0, 0.9), 5, new Range(0, 0.8), 10, new Range(0.25, 0.65)),
          Spread.SIGMA,
          false,
          List.of(Transform.RM, Transform.DS, Transform.DN, Transform.SG, Transform.CB));
    }

    /**
     * These choices with other ranges of sigma.
     *
     * @param ranges by the least number of dimensions that has each, one of them from 1 on
     * @return a changed copy
     * @throws IllegalArgumentException if a value is below 1e-10 or no range is from 1 on
     */
    public Choices withSigma(Map<Integer, Range> ranges) {
      Objects.requireNonNull(ranges, "ranges");
      return new Choices(ranges, rho, spread, perCoordinate, order);
    }

    /**
     * These choices with other ranges of rho.
     *
     * @param ranges by the least number of dimensions that has each, one of them from 1 on
     * @return a changed copy
     * @throws IllegalArgumentException if a value is not in (-1, 1) or no range is from 1 on
     */
    public Choices withRho(Map<Integer, Range> ranges) {
      Objects.requireNonNull(ranges, "ranges");
      return new Choices(sigma, ranges, spread, perCoordinate, order);
    }

    /**
     * These choices with a sigma that is uniform in another measure.
     *
     * @param newSpread in what it is uniform
     * @return a changed copy
     */
    public Choices withSpread(Spread newSpread) {
      Objects.requireNonNull(newSpread, "newSpread");
      return new Choices(sigma, rho, newSpread, perCoordinate, order);
    }

    /**
     * These choices with one sigma (rho) for each coordinate, or for all.
     *
     * @param each whether each coordinate has its own
     * @return a changed copy
     */
    public Choices withPerCoordinate(boolean each) {
      return new Choices(sigma, rho, spread, each, order);
    }

    /**
     * These choices with another order of transforms.
     *
     * @param newOrder all five transforms
     * @return a changed copy
     * @throws IllegalArgumentException if it lacks a transform
     */
    public Choices withOrder(List<Transform> newOrder) {
      Objects.requireNonNull(newOrder, "newOrder");
      return new Choices(sigma, rho, spread, perCoordinate, newOrder);
    }

    private static Range at(Map<Integer, Range> ranges, int d) {
      return new TreeMap<>(ranges).floorEntry(d).getValue();
    }

    Task base(int table, int d) {
      int together = perCoordinate ? 1 : d;
      Task one;
      if (table == 3) {
        Range range = at(rho, d);
        one = Tasks.correlatedGaussians(together, range.low(), range.high());
      } else {
        one = new SpreadNoise(together, at(sigma, d), spread);
      }
      return perCoordinate ? Tasks.independentCopies(one, d) : one;
    }
  }

  /**
   * A row of one of the tables.
   *
   * @param table 2 or 3
   * @param number from 1, in the order of the table
   * @param n samples in a trial
   * @param d dimensions of the base distribution's X and T
   * @param transforms of X, in any order
   */
  public record Row(int table, int number, int n, int d, List<Transform> transforms) {

    /**
     * A row.
     *
     * @param table 2 (additive Gaussian noise) or 3 (correlated Gaussians)
     * @param number from 1
     * @param n samples in a trial, at least 2
     * @param d dimensions, at least 1
     * @param transforms of X
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Row {
      transforms = Check.copy("transforms", transforms);
      Check.between("table", table, 2, 3);
      Check.atLeast("number", number, 1);
      Check.atLeast("n", n, 2);
      Check.atLeast("d", d, 1);
    }

    /**
     * Where the row's samples come from.
     *
     * @param choices what the paper leaves open
     * @return the task, whose parameters are drawn anew in each trial
     */
    public Task task(Choices choices) {
      Objects.requireNonNull(choices, "choices");
      Task task = choices.base(table, d);
      for (Transform transform : applied(choices)) {
        task = task.mapX(transform.map());
      }
      return task;
    }

    /**
     * This row with other transforms.
     *
     * @param others of X, in any order
     * @return a changed copy
     */
    public Row withTransforms(List<Transform> others) {
      Objects.requireNonNull(others, "others");
      return new Row(table, number, n, d, others);
    }

    private List<Transform> applied(Choices choices) {
      return transforms.stream().sorted(Comparator.comparingInt(choices.order()::indexOf)).toList();
    }

    /** "table 2, row 9: dn sg". */
    @Override
    public String toString() {
      return "table "
          + table
          + ", row "
          + number
          + ": "
          + (transforms.isEmpty()
              ? "none"
              : transforms.stream()
                  .map(t -> t.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(" ")));
    }
  }
}
