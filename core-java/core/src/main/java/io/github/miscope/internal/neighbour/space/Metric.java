package io.github.miscope.internal.neighbour.space;

import java.util.List;

/**
 * How distances in a {@link Space} are measured, without its points.
 *
 * @param parts the variables, at least one
 * @param join how the distances within them make one distance
 */
public record Metric(List<Part> parts, JointDistance join) {

  /**
   * One variable.
   *
   * @param norm distance within it
   * @param d its columns
   * @param scale what multiplies distances within it; positive
   */
  public record Part(DistanceKernel norm, int d, double scale) {}

  /**
   * Copies the list.
   *
   * @param parts the variables
   * @param join how the distances within them make one distance
   */
  public Metric {
    parts = List.copyOf(parts);
  }

  /** The number of columns of all variables. */
  public int d() {
    int d = 0;
    for (Part part : parts) {
      d += part.d();
    }
    return d;
  }

  /** Whether distances are those within one variable. */
  public boolean isPlain() {
    return parts.size() == 1 && parts.get(0).scale() == 1 && join == JointDistance.MAXIMUM;
  }

  /** Whether distances are the largest of those along the columns. */
  public boolean isPlainMaximum() {
    return isPlain() && (parts.get(0).norm() == DistanceKernel.LINF || d() == 1);
  }
}
