package io.github.miscope.estimator.scale;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.internal.check.Check;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Relative scales c over which an estimate is maximised. Immutable; ascending. */
public final class ScaleGrid implements Identified {

  private static final ScaleGrid PAPER = arithmetic(0.1, 2.0, 20);
  private static final ScaleGrid SYMMETRIC = symmetric(10, 41);

  private static final int MAX_POINTS = 10_000;

  private final double[] scales;

  private ScaleGrid(double[] ascending) {
    this.scales = ascending;
  }

  /**
   * The grid of "Towards Robust Scale-Invariant Mutual Information Estimators", Table 1: 0.1, 0.2,
   * ..., 2.0. It treats X and Y differently: it shrinks Y to a tenth, but X to a half only.
   *
   * @return 20 scales
   */
  public static ScaleGrid paper() {
    return PAPER;
  }

  /**
   * A grid that treats X and Y alike: 41 scales in equal ratios from 1/10 to 10, with each its
   * reciprocal. A maximum over it is the same for X and Y exchanged.
   *
   * @return {@link #symmetric(double, int)} with 10 and 41
   */
  public static ScaleGrid symmetric() {
    return SYMMETRIC;
  }

  /**
   * Scales in equal ratios around 1, with each its reciprocal.
   *
   * @param largest the largest scale, greater than 1; its reciprocal is the smallest
   * @param points how many, odd and at least 3
   * @return the grid
   * @throws IllegalArgumentException if largest is not finite and greater than 1, or points is even
   *     or less than 3
   */
  public static ScaleGrid symmetric(double largest, int points) {
    if (!(largest > 1 && largest < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("largest must be finite and > 1: largest=" + largest);
    }
    if (points < 3 || points % 2 == 0) {
      throw new IllegalArgumentException(
          "points must be odd and >= 3, so that 1 is in the middle: points=" + points);
    }
    int side = points / 2;
    double[] scales = new double[points];
    scales[side] = 1;
    for (int i = 1; i <= side; i++) {
      scales[side + i] = i == side ? largest : Math.pow(largest, (double) i / side);
      scales[side - i] = 1 / scales[side + i];
    }
    return of(scales);
  }

  /**
   * A grid of given scales.
   *
   * @param scales positive, finite, ascending
   * @return the grid
   * @throws IllegalArgumentException if empty, not ascending, or a scale is not positive and finite
   */
  public static ScaleGrid of(double... scales) {
    Objects.requireNonNull(scales, "scales");
    if (scales.length == 0) {
      throw new IllegalArgumentException("a scale grid needs at least 1 scale: it is empty");
    }
    for (int i = 0; i < scales.length; i++) {
      if (!(scales[i] > 0 && scales[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "scales must be positive and finite: scales[" + i + "]=" + scales[i]);
      }
      if (i > 0 && scales[i] <= scales[i - 1]) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "scales must ascend: scales[%d]=%s, scales[%d]=%s",
                i - 1,
                scales[i - 1],
                i,
                scales[i]));
      }
    }
    return new ScaleGrid(scales.clone());
  }

  /**
   * Equally spaced scales.
   *
   * @param from the smallest
   * @param to the largest
   * @param points how many, at least 2
   * @return the grid
   * @throws IllegalArgumentException as {@link #of(double...)}, or if points &lt; 2
   */
  public static ScaleGrid arithmetic(double from, double to, int points) {
    checkPoints(points);
    double[] scales = new double[points];
    for (int i = 0; i < points; i++) {
      // Whole-number weights: 0.1 to 2.0 in 20 points gives the doubles 0.1, 0.2,
      // 0.30000000000000004
      // at worst one ulp away from their decimal names.
      scales[i] = (from * (points - 1 - i) + to * i) / (points - 1);
    }
    return of(scales);
  }

  /**
   * Logarithmically spaced scales.
   *
   * @param from the smallest
   * @param to the largest
   * @param points how many, at least 2
   * @return the grid
   * @throws IllegalArgumentException as {@link #of(double...)}, or if points &lt; 2
   */
  public static ScaleGrid logarithmic(double from, double to, int points) {
    checkPoints(points);
    double[] scales = new double[points];
    for (int i = 0; i < points; i++) {
      scales[i] = from * Math.pow(to / from, i / (points - 1.0));
    }
    scales[points - 1] = to;
    return of(scales);
  }

  private static void checkPoints(int points) {
    Check.between("points", points, 2, MAX_POINTS);
  }

  /**
   * The grid of 1/c, ascending. I(cX; Y) and I(X; Y/c) are the same for an estimator that does not
   * change when both variables are multiplied by one number, so that this grid of Y is the given
   * one of X.
   *
   * @return as many scales
   * @throws IllegalArgumentException if a reciprocal is not finite, or two are equal
   */
  public ScaleGrid reciprocals() {
    double[] reciprocals = new double[scales.length];
    for (int i = 0; i < scales.length; i++) {
      reciprocals[i] = 1 / scales[scales.length - 1 - i];
    }
    return of(reciprocals);
  }

  /**
   * The scales.
   *
   * @return a copy, ascending
   */
  public double[] scales() {
    return scales.clone();
  }

  /**
   * The smallest scale.
   *
   * @return the first of {@link #scales()}
   */
  public double smallest() {
    return scales[0];
  }

  /**
   * The largest scale.
   *
   * @return the last of {@link #scales()}
   */
  public double largest() {
    return scales[scales.length - 1];
  }

  @Override
  public void identify(IdentityDigest digest) {
    Objects.requireNonNull(digest, "digest");
    digest.add("scales", scales);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ScaleGrid other && Arrays.equals(scales, other.scales);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(scales);
  }

  @Override
  public String toString() {
    if (scales.length <= 4) {
      return Arrays.stream(scales)
          .mapToObj(c -> String.format(Locale.ROOT, "%.3g", c))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return String.format(
        Locale.ROOT, "%.3g..%.3g, %d scales", smallest(), largest(), scales.length);
  }
}
