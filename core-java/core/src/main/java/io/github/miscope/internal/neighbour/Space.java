package io.github.miscope.internal.neighbour;

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
public record Space(List<Part> parts, JointDistance join) {

  /**
   * One variable of a product.
   *
   * @param points its points
   * @param scale what multiplies distances within it; positive
   */
  public record Part(Coordinates points, double scale) {}

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
        Arrays.stream(points).map(p -> new Part(p, 1)).toList(), JointDistance.MAXIMUM);
  }

  /** The number of points. */
  public int n() {
    return parts.get(0).points().n();
  }

  /** The number of columns of all variables. */
  public int d() {
    return parts.stream().mapToInt(p -> p.points().d()).sum();
  }

  boolean isSingle() {
    return parts.size() == 1;
  }
}
