package io.github.miscope.internal.neighbour.space;

import java.util.Arrays;

/**
 * The nearest of the points shown so far, in ascending order of distance; among equally distant
 * ones those of lower index, in whatever order they are shown.
 */
public final class Nearest {

  private final double[] values;
  private final int[] indices;
  private final int[] tags;

  public Nearest(int k) {
    values = new double[k];
    indices = new int[k];
    tags = new int[k];
    clear();
  }

  public void clear() {
    Arrays.fill(values, Double.POSITIVE_INFINITY);
    Arrays.fill(indices, Integer.MAX_VALUE);
  }

  /** The distance that no point may exceed to be added. */
  public double bound() {
    return values[values.length - 1];
  }

  /** The k-th smallest distance, k from 1. */
  public double value(int k) {
    return values[k - 1];
  }

  /** What was told of the k-th nearest point, k from 1. */
  public int tag(int k) {
    return tags[k - 1];
  }

  /** Takes a distance in, for those who ask for {@link #value} and {@link #bound} only. */
  public void add(double value) {
    int at = values.length - 1;
    if (value >= values[at]) {
      return;
    }
    while (at > 0 && values[at - 1] > value) {
      values[at] = values[at - 1];
      at--;
    }
    values[at] = value;
  }

  /**
   * Takes a point in if it is nearer than the farthest one held.
   *
   * @param index what decides between equally distant points
   * @param tag what {@link #tag} tells of the point
   */
  public void add(double value, int index, int tag) {
    int at = values.length - 1;
    if (value > values[at] || (value == values[at] && index >= indices[at])) {
      return;
    }
    while (at > 0
        && (values[at - 1] > value || (values[at - 1] == value && indices[at - 1] > index))) {
      values[at] = values[at - 1];
      indices[at] = indices[at - 1];
      tags[at] = tags[at - 1];
      at--;
    }
    values[at] = value;
    indices[at] = index;
    tags[at] = tag;
  }
}
