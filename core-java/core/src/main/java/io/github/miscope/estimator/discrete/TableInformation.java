package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Objects;

/**
 * The information in a table of counts, and its forms on a scale from 0 to 1, as they are used to
 * compare partitions and categories. All entropies are those of the observed frequencies, without
 * correction; {@link DiscreteMutualInformation} estimates the information of the population.
 *
 * <p>Vinh, Epps and Bailey, "Information theoretic measures for clusterings comparison", JMLR 11,
 * 2837, 2010, have all forms but Theil's.
 *
 * @param hX the entropy of X, in nats
 * @param hY the entropy of Y, in nats
 * @param hXY the entropy of the pairs, in nats
 * @param expected the mean of I(X;Y) over all permutations of the rows of Y, in nats
 */
public record TableInformation(double hX, double hY, double hXY, double expected) {

  /** A part of an entropy that rounding may leave of a difference. */
  private static final double ROUNDING = 1e-12;

  /**
   * Counts pairs of levels; several columns of a variable are taken jointly.
   *
   * @param samples n pairs, all columns discrete
   * @return the information in their table
   * @throws IllegalArgumentException if a column is continuous
   * @throws EstimationInterruptedException if interrupted
   */
  public static TableInformation of(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    LevelCounts x = counts(samples.x());
    LevelCounts y = counts(samples.y());
    CountHistogram ofX = x.histogram();
    CountHistogram ofY = y.histogram();
    double hX = ofX.plugIn();
    double hY = ofY.plugIn();
    double hXY = x.with(y).histogram().plugIn();
    double expected = 0;
    if (x.levels() > 1 && y.levels() > 1) {
      Chance chance = Chance.of(ofX, ofY, (count, n) -> Math.log((double) n / count));
      expected = (hX + hY) - chance.jointEntropy();
    }
    return new TableInformation(hX, hY, hXY, expected);
  }

  private static LevelCounts counts(Variable variable) {
    variable.requireDiscrete("the information in a table");
    return LevelCounts.of(variable);
  }

  /**
   * The mutual information of the observed frequencies.
   *
   * @return H(X) + H(Y) - H(X,Y) in nats; too high by about (K_X - 1)(K_Y - 1) / 2n for a sample of
   *     independent variables
   */
  public double nats() {
    return (hX + hY) - hXY;
  }

  /**
   * Normalised mutual information (NMI), I(X;Y) divided by a mean of entropies. It is above 0 by
   * chance, the more so the more levels there are.
   *
   * @param mean which mean
   * @return from 0 to 1; NaN if the mean is 0
   */
  public double normalised(EntropyMean mean) {
    Objects.requireNonNull(mean, "mean");
    double most = mean.of(hX, hY, hXY);
    return most == 0 ? Double.NaN : nats() / most;
  }

  /**
   * Adjusted mutual information (AMI), (I - E) / (mean - E) with E what chance gives: 0 on average
   * for independent variables, 1 for a copy, and below 0 where there is less than chance gives.
   *
   * @param mean which mean, of H(X) and H(Y)
   * @return at most 1; NaN if chance gives all there is, as where a variable is constant
   * @throws IllegalArgumentException for {@link EntropyMean#JOINT}, which chance changes as well
   */
  public double adjusted(EntropyMean mean) {
    return (nats() - expected) / room(mean);
  }

  /**
   * What chance leaves: the unit of {@link #adjusted}.
   *
   * @param mean which mean, of H(X) and H(Y)
   * @return the mean less E, in nats; NaN if that is 0
   * @throws IllegalArgumentException for {@link EntropyMean#JOINT}
   */
  public double room(EntropyMean mean) {
    Objects.requireNonNull(mean, "mean");
    if (mean == EntropyMean.JOINT) {
      throw new IllegalArgumentException(
          "mean must be one of H(X) and H(Y) alone, as H(X,Y) changes by chance as well: mean="
              + mean);
    }
    double most = mean.of(hX, hY, hXY);
    double room = most - expected;
    return Math.min(hX, hY) == 0 || Math.abs(room) <= ROUNDING * most ? Double.NaN : room;
  }

  /**
   * Theil's uncertainty coefficient U(X|Y): the part of the entropy of X that Y explains. H. Theil,
   * "On the estimation of relationships involving qualitative variables", American Journal of
   * Sociology 76, 103, 1970.
   *
   * @return I(X;Y) / H(X), from 0 to 1; NaN if X is constant
   */
  public double explainedOfX() {
    return hX == 0 ? Double.NaN : nats() / hX;
  }

  /**
   * Theil's uncertainty coefficient U(Y|X): the part of the entropy of Y that X explains.
   *
   * @return I(X;Y) / H(Y), from 0 to 1; NaN if Y is constant
   */
  public double explainedOfY() {
    return hY == 0 ? Double.NaN : nats() / hY;
  }
}
