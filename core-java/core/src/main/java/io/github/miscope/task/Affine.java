package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;

/** An affine map of the rows whose round trip is checked. */
final class Affine implements Bijection, Identified {

  private final double[][] matrix;
  private final double[] offset;
  private final double[][] inverse;

  private Affine(double[][] matrix, double[] offset, double[][] inverse) {
    this.matrix = matrix;
    this.offset = offset;
    this.inverse = inverse;
  }

  static Affine of(double[][] matrix, double[] offset) {
    double[][] checked = Matrices.square("matrix", matrix);
    double[] finite = Matrices.vector("offset", offset, "matrix", checked.length);
    double[][] inverse =
        Matrices.inverseIfWell(checked)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "matrix must be well invertible: it is singular, or its condition number"
                            + " exceeds 1.0E8"));
    return new Affine(checked, finite, inverse);
  }

  @Override
  public Variable apply(Variable variable, Seed seed) {
    dimension(variable.d());
    double[][] after = Linear.shift(Linear.product(matrix, variable.columns()), offset, 1);
    RoundTrip.check(
        this, variable, after, Linear.product(inverse, Linear.shift(after, offset, -1)));
    return Variable.ofColumns(variable.name(), after);
  }

  @Override
  public int dimension(int d) {
    if (d != matrix.length) {
      throw new IllegalArgumentException(
          this + " applies to variables of " + matrix.length + " dimensions only: d=" + d);
    }
    return d;
  }

  @Override
  public void identify(IdentityDigest digest) {
    digest.add("matrix", matrix).add("offset", offset);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Affine other
        && Arrays.deepEquals(matrix, other.matrix)
        && Arrays.equals(offset, other.offset);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(matrix) + Arrays.hashCode(offset);
  }

  @Override
  public String toString() {
    return "affine(d = " + matrix.length + ")";
  }
}
