package io.github.miscope.association;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Objects;
import java.util.Optional;

/**
 * What is set beside the mutual information of two columns. The coefficients are of two columns of
 * numbers, and NaN for others or where a column is constant.
 *
 * @param pearson {@link Association#pearson}
 * @param spearman {@link Association#spearman}
 * @param xiOfY {@link Association#xi}: how far Y is a function of X
 * @param xiOfX the same with X and Y exchanged: how far X is a function of Y
 * @param distance {@link Association#distanceCorrelation}
 * @param test a test of independence; empty if there is nothing to test
 */
public record PairAssociation(
    double pearson,
    double spearman,
    double xiOfY,
    double xiOfX,
    double distance,
    Optional<IndependenceTest> test) {

  /**
   * Refuses null.
   *
   * @param pearson Pearson's correlation
   * @param spearman Spearman's correlation
   * @param xiOfY how far Y is a function of X
   * @param xiOfX how far X is a function of Y
   * @param distance distance correlation
   * @param test a test of independence
   */
  public PairAssociation {
    Objects.requireNonNull(test, "test");
  }

  /**
   * Computes all of them.
   *
   * @param samples n pairs, one column each
   * @return the coefficients and the test
   * @throws IllegalArgumentException if a variable has several columns
   * @throws io.github.miscope.estimator.EstimationInterruptedException if interrupted
   */
  public static PairAssociation of(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    Optional<IndependenceTest> test = IndependenceTest.of(samples);
    Variable x = samples.x();
    Variable y = samples.y();
    if (x.isDiscrete() || y.isDiscrete()) {
      return new PairAssociation(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, test);
    }
    double[] ofX = x.column(0);
    double[] ofY = y.column(0);
    return new PairAssociation(
        Association.pearson(ofX, ofY),
        Association.spearman(ofX, ofY),
        Association.xi(ofX, ofY),
        Association.xi(ofY, ofX),
        Association.distanceCorrelation(ofX, ofY),
        test);
  }
}
