package io.github.miscope.internal.neighbour.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A product of variables in which distances are measured: X, or (X, Y), or (X, Y, Z). Distances
 * within each variable, times its scale, are joined by their maximum or as the root of their sum of
 * squares.
 *
 * @param parts the variables, at least one, all of n points
 * @param join how the distances within them make one distance
 */
public record Space(List<Factor> parts, JointDistance join) {

  /**
   * One variable of a product.
   *
   * @param points its points
   * @param scale what multiplies distances within it; positive
   */
  public record Factor(Coordinates points, double scale) {}

  /**
   * Copies the list.
   *
   * @param parts the variables
   * @param join how the distances within them make one distance
   */
  public Space {
    parts = List.copyOf(parts);
  }

  /**
   * The product of variables under the maximum of their distances.
   *
   * @param points the variables
   * @return the space
   */
  public static Space of(Coordinates... points) {
    return new Space(
        Arrays.stream(points).map(p -> new Factor(p, 1)).toList(), JointDistance.MAXIMUM);
  }

  /** The number of points. */
  public int n() {
    return parts.get(0).points().n();
  }

  /** The number of columns of all variables. */
  public int d() {
    return parts.stream().mapToInt(p -> p.points().d()).sum();
  }

  /** X and Y, distances within Y times c. */
  public static Space joint(Coordinates x, Coordinates y, double c, JointDistance join) {
    return new Space(List.of(new Factor(x, 1), new Factor(y, c)), join).merged();
  }

  /**
   * The same space with variables under maximum norms made one, if their scales are powers of two;
   * no distance changes by a bit.
   */
  public Space merged() {
    if (parts.size() == 1 || join != JointDistance.MAXIMUM) {
      return this;
    }
    List<double[]> columns = new ArrayList<>();
    for (Factor part : parts) {
      if (part.points().norm() != DistanceKernel.LINF || !addColumns(part, columns)) {
        return this;
      }
    }
    return Space.of(new Coordinates(columns.toArray(double[][]::new), DistanceKernel.LINF));
  }

  /**
   * Adds the columns times the scale, and says whether it scales every difference exactly, too: so
   * it is if it scales every value exactly, since a difference that is subnormal is exact.
   */
  private static boolean addColumns(Factor part, List<double[]> columns) {
    double c = part.scale();
    if (c == 1) {
      columns.addAll(Arrays.asList(part.points().columns()));
      return true;
    }
    if (c != Math.scalb(1.0, Math.getExponent(c))) {
      return false;
    }
    for (double[] column : part.points().columns()) {
      double[] scaled = new double[column.length];
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = c * column[i];
        if (scaled[i] / c != column[i]) {
          return false;
        }
      }
      columns.add(scaled);
    }
    return true;
  }

  /** How distances are measured. */
  public Metric metric() {
    return new Metric(
        parts.stream()
            .map(part -> new Metric.Part(part.points().norm(), part.points().d(), part.scale()))
            .toList(),
        join);
  }

  /** Whether distances are those within one variable. */
  public boolean isPlain() {
    return parts.size() == 1 && parts.get(0).scale() == 1 && join == JointDistance.MAXIMUM;
  }
}
