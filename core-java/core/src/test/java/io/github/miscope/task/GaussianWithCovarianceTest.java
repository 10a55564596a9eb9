package io.github.miscope.task;

import static io.github.miscope.task.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class GaussianWithCovarianceTest {

  @Test
  void isImmutable() {
    double[][] s = {{1, 0.5}, {0.5, 1}};
    GaussianWithCovariance gaussian = Tasks.gaussian(s, 1);
    GaussianWithCovariance equal = Tasks.gaussian(s, 1);
    s[0][0] = 9;
    gaussian.covariance()[0][0] = 9;
    assertEquals(1, gaussian.covariance()[0][0]);
    assertEquals(equal, gaussian);
    assertEquals(equal.hashCode(), gaussian.hashCode());
    assertNotEquals(Tasks.gaussian(new double[][] {{1, 0.4}, {0.4, 1}}, 1), gaussian);
  }

  @Test
  void refusesWhatIsNoCovariance() {
    refuses(
        "covariance is empty: at least 1 row is needed", () -> Tasks.gaussian(new double[0][], 1));
    refuses(
        "covariance must be square: 2 rows, but row 1 has 1 values",
        () -> Tasks.gaussian(new double[][] {{1, 0}, {0}}, 1));
    refuses(
        "covariance[1][0] is NaN: values must be finite",
        () -> Tasks.gaussian(new double[][] {{1, 0}, {Double.NaN, 1}}, 1));
    refuses(
        "covariance must be symmetric: covariance[1][0]=0.5, covariance[0][1]=0.4",
        () -> Tasks.gaussian(new double[][] {{1, 0.4}, {0.5, 1}}, 1));
    refuses(
        "covariance must be positive definite: its Cholesky decomposition fails",
        () -> Tasks.gaussian(new double[][] {{1, 2}, {2, 1}}, 1));
    refuses(
        "covariance must be positive definite: its Cholesky decomposition fails",
        () -> Tasks.gaussian(new double[][] {{1, 1}, {1, 1}}, 1));
    refuses(
        "covariance must be positive definite: its Cholesky decomposition fails",
        () -> Tasks.gaussian(new double[][] {{-1, 0}, {0, 1}}, 1));
  }

  /** Y = X + noise of variance 2^-42, whose root 2^-21 is exact. */
  @Test
  void refusesWhatIsNearlySingular() {
    double root = Math.scalb(1.0, -21);
    double variance = 1 + root * root;
    refuses(
        "covariance is nearly singular: coordinate 1 is a linear function of those before it but"
            + " for "
            + root * (root / variance)
            + " of its variance, which must exceed 1.0E-12",
        () -> Tasks.gaussian(new double[][] {{1, 1}, {1, variance}}, 1));
  }

  @Test
  void leavesACoordinateOnEachSide() {
    double[][] s = {{1, 0.5}, {0.5, 1}};
    refuses("dX must be in 1..1 to leave a coordinate for Y: dX=0", () -> Tasks.gaussian(s, 0));
    refuses("dX must be in 1..1 to leave a coordinate for Y: dX=2", () -> Tasks.gaussian(s, 2));
  }
}
