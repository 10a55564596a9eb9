package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;

/**
 * The largest eigenvalues of a symmetric matrix, and their vectors. All eigenvalues come from the
 * tridiagonal form by EJML, each vector by inverse iteration on that form (Wilkinson 1965, "The
 * Algebraic Eigenvalue Problem", chapter 5): for a few of a thousand that takes a small part of the
 * time of all vectors.
 */
final class LeadingEigen {

  /** Two or three are enough; a start that nearly lacks the vector takes one more. */
  private static final int SOLUTIONS = 4;

  /** Equal shifts would give one vector twice: they are kept so many roundings apart. */
  private static final double APART = 10;

  private static final double ROUNDING = Math.ulp(1.0);

  private static final long SEED = 0x6d697363;

  private LeadingEigen() {}

  /**
   * The leading eigenpairs.
   *
   * @param symmetric the matrix
   * @param count how many, at most the number of rows
   * @param tolerance the largest residual, as a part of the largest eigenvalue
   * @return orthonormal vectors; nothing if a residual is larger, or no eigenvalue is positive
   */
  static Optional<Eigenpairs> of(DMatrixRMaj symmetric, int count, double tolerance)
      throws InterruptedException {
    int d = symmetric.numCols;
    Tridiagonal form = new Tridiagonal();
    Tridiagonal.Helper helper = new Tridiagonal.Helper();
    double[] diagonal = new double[d];
    double[] off = new double[d];
    DMatrixRMaj copy = symmetric.copy();
    boolean found =
        Stop.run(
            () -> {
              if (!form.decompose(copy)) {
                return false;
              }
              form.getDiagonal(diagonal, off);
              return Tridiagonal.algorithm(helper).process(d, diagonal.clone(), off.clone());
            });
    if (!found) {
      return Optional.empty();
    }
    double[] eigenvalues = helper.copyEigenvalues(new double[d]);
    Arrays.sort(eigenvalues);
    double[] values = new double[count];
    Arrays.setAll(values, l -> eigenvalues[d - 1 - l]);
    if (!(values[0] > 0)) {
      return Optional.empty();
    }
    DMatrixRMaj vectors = new DMatrixRMaj(vectors(diagonal, off, values));
    form.takeBack(vectors);
    DMatrixRMaj images = Products.of(vectors, symmetric);
    Eigenpairs pairs = new Eigenpairs(values, Eigenpairs.rows(vectors));
    boolean exact = pairs.largestResidual(images) <= tolerance * values[0];
    return exact ? Optional.of(pairs) : Optional.empty();
  }

  /** A row for each value: the vector of a tridiagonal matrix. */
  private static double[][] vectors(double[] diagonal, double[] off, double[] values)
      throws InterruptedException {
    int d = diagonal.length;
    double norm = Double.MIN_NORMAL;
    for (int i = 0; i < d; i++) {
      norm = Math.max(norm, Math.abs(diagonal[i]) + (i + 1 < d ? 2 * Math.abs(off[i]) : 0));
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] vectors = new double[values.length][d];
    double shift = Double.POSITIVE_INFINITY;
    for (int l = 0; l < values.length; l++) {
      Interrupts.check();
      shift = Math.min(values[l], shift - APART * ROUNDING * norm);
      double[] v = vectors[l];
      for (int i = 0; i < d; i++) {
        v[i] = random.nextDouble() - 0.5;
      }
      for (int solution = 0; solution < SOLUTIONS; solution++) {
        orthonormalise(vectors, l);
        solve(diagonal, off, shift, ROUNDING * norm, v);
      }
      // Twice: a vector in a cluster has much of those before it.
      orthonormalise(vectors, l);
      orthonormalise(vectors, l);
    }
    return vectors;
  }

  private static void orthonormalise(double[][] vectors, int l) {
    double[] v = vectors[l];
    double largest = 0;
    for (double value : v) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < v.length; i++) {
      v[i] /= largest;
    }
    for (int m = 0; m < l; m++) {
      double dot = dot(v, vectors[m]);
      for (int i = 0; i < v.length; i++) {
        v[i] -= dot * vectors[m][i];
      }
    }
    double length = Math.sqrt(dot(v, v));
    for (int i = 0; i < v.length; i++) {
      v[i] /= length;
    }
  }

  /** (T - shift) x = v by elimination with pivots; x takes the place of v. */
  private static void solve(
      double[] diagonal, double[] off, double shift, double tiny, double[] v) {
    int d = diagonal.length;
    double[] pivots = new double[d];
    double[] next = new double[d];
    double[] second = new double[d];
    for (int i = 0; i < d; i++) {
      pivots[i] = diagonal[i] - shift;
      next[i] = i + 1 < d ? off[i] : 0;
    }
    for (int i = 0; i + 1 < d; i++) {
      double below = off[i];
      if (Math.abs(pivots[i]) >= Math.abs(below)) {
        double factor = pivots[i] == 0 ? 0 : below / pivots[i];
        pivots[i + 1] -= factor * next[i];
        v[i + 1] -= factor * v[i];
      } else {
        double factor = pivots[i] / below;
        double across = pivots[i + 1];
        pivots[i + 1] = next[i] - factor * across;
        pivots[i] = below;
        next[i] = across;
        second[i] = next[i + 1];
        next[i + 1] *= -factor;
        double upper = v[i];
        v[i] = v[i + 1];
        v[i + 1] = upper - factor * v[i];
      }
    }
    for (int i = d - 1; i >= 0; i--) {
      double sum = v[i];
      sum -= i + 1 < d ? next[i] * v[i + 1] : 0;
      sum -= i + 2 < d ? second[i] * v[i + 2] : 0;
      double pivot = Math.abs(pivots[i]) < tiny ? Math.copySign(tiny, pivots[i]) : pivots[i];
      v[i] = sum / pivot;
    }
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }
}
