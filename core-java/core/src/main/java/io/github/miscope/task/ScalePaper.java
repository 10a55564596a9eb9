package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
   * worked out from its values where the tick marks are not legible.
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
        row(3, 4, 1000, 2, Transform.DS),
        row(3, 5, 1000, 2, Transform.SG),
        row(3, 6, 1000, 2, Transform.SG),
        row(3, 7, 200, 5, Transform.SG),
        row(3, 8, 200, 5, Transform.RM),
        row(3, 9, 200, 5, Transform.CB),
        row(3, 10, 1000, 5, Transform.DN),
        row(3, 11, 1000, 5, Transform.RM, Transform.CB),
        row(3, 12, 200, 10, Transform.SG),
        row(3, 15, 1000, 10, Transform.DS, Transform.CB),
        row(3, 16, 1000, 10, Transform.DN, Transform.SG),
        row(3, 17, 1000, 2, Transform.DS));
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
   * What the paper leaves open.
   *
   * @param sigmaLow the least standard deviation of the noise in Table 2
   * @param sigmaHigh the greatest one
   * @param rhoLow the least correlation in Table 3
   * @param rhoHigh the greatest one
   * @param perCoordinate whether each coordinate has a standard deviation, or correlation, of its
   *     own; else one is drawn for all in each trial
   * @param order the order in which transforms are applied, each once
   */
  public record Choices(
      double sigmaLow,
      double sigmaHigh,
      double rhoLow,
      double rhoHigh,
      boolean perCoordinate,
      List<Transform> order) {

    /**
     * Choices.
     *
     * @param sigmaLow the least standard deviation of the noise in Table 2, at least 1e-10
     * @param sigmaHigh the greatest one
     * @param rhoLow the least correlation in Table 3, in (-1, 1)
     * @param rhoHigh the greatest one
     * @param perCoordinate whether each coordinate has its own
     * @param order all five transforms
     * @throws IllegalArgumentException if a range is not one, or the order lacks a transform
     */
    public Choices {
      Objects.requireNonNull(order, "order");
      order = List.copyOf(order);
      Require.noise("sigmaLow", sigmaLow);
      Require.noise("sigmaHigh", sigmaHigh);
      Require.range("sigmaLow", sigmaLow, "sigmaHigh", sigmaHigh);
      Require.correlation("rhoLow", rhoLow);
      Require.correlation("rhoHigh", rhoHigh);
      Require.range("rhoLow", rhoLow, "rhoHigh", rhoHigh);
      if (order.size() != Transform.values().length
          || order.stream().distinct().count() != order.size()) {
        throw new IllegalArgumentException("order must have each transform once: order=" + order);
      }
    }

    /**
     * Ours: sigma from 0.5 to 2 and rho from 0 to 0.9 for each coordinate; columns are added before
     * they are mapped.
     *
     * @return the choices
     */
    public static Choices withDefaults() {
      return new Choices(
          0.5,
          2,
          0,
          0.9,
          true,
          List.of(Transform.RM, Transform.DS, Transform.DN, Transform.SG, Transform.CB));
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
      Objects.requireNonNull(transforms, "transforms");
      transforms = List.copyOf(transforms);
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
      Task task = base(choices);
      for (Transform transform : applied(choices)) {
        task = task.mapX(transform.map());
      }
      return task;
    }

    private Task base(Choices choices) {
      int together = choices.perCoordinate() ? 1 : d;
      Task one =
          table == 2
              ? Tasks.additiveGaussianNoise(together, choices.sigmaLow(), choices.sigmaHigh())
              : Tasks.correlatedGaussians(together, choices.rhoLow(), choices.rhoHigh());
      return choices.perCoordinate() ? Tasks.independentCopies(one, d) : one;
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
