package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.internal.check.Check;
import java.util.function.UnaryOperator;

/** A user's function of rows with its left inverse. */
record CheckedEmbedding(
    String name,
    int from,
    int to,
    UnaryOperator<double[]> forward,
    UnaryOperator<double[]> leftInverse)
    implements RowEmbedding, Identified {

  CheckedEmbedding {
    Require.label(name);
    Check.atLeast("from", from, 1);
    if (to < from) {
      throw new IllegalArgumentException("to must be at least from: to=" + to + ", from=" + from);
    }
  }

  @Override
  public double[] image(double[] row) {
    return sized("the function", forward.apply(row.clone()), to);
  }

  @Override
  public double[] original(double[] image) {
    return sized("the left inverse", leftInverse.apply(image.clone()), from);
  }

  private double[] sized(String what, double[] values, int size) {
    if (values.length != size) {
      throw new IllegalArgumentException(
          name + ": " + what + " gives " + values.length + " values in place of " + size);
    }
    return values;
  }

  @Override
  public void identify(IdentityDigest digest) {
    digest.addName(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
