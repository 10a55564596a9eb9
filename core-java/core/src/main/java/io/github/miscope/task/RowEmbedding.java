package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;

/** A function of single rows into more dimensions, whose left inverse is checked at each row. */
sealed interface RowEmbedding extends Embedding
    permits SpotImages, RectangleImages, SwissRoll, CheckedEmbedding {

  /** The dimensions that it takes. */
  int from();

  /** The dimensions that it gives. */
  int to();

  /** The image of a row. */
  double[] image(double[] row);

  /** The row that has this image. */
  double[] original(double[] image);

  @Override
  default Variable apply(Variable variable, Seed seed) {
    dimension(variable.d());
    int n = variable.n();
    Check.memory("images", to(), n, 1);
    double[][] before = variable.columns();
    double[][] after = new double[to()][n];
    double[][] restored = new double[from()][n];
    double[] row = new double[from()];
    for (int i = 0; i < n; i++) {
      Sampling.poll(i);
      for (int j = 0; j < row.length; j++) {
        row[j] = before[j][i];
      }
      double[] image = image(row);
      for (int j = 0; j < after.length; j++) {
        after[j][i] = image[j];
      }
      double[] original = original(image);
      for (int j = 0; j < restored.length; j++) {
        restored[j][i] = original[j];
      }
    }
    RoundTrip.check(this, variable, after, restored);
    return Variable.ofColumns(variable.name(), after);
  }

  @Override
  default int dimension(int d) {
    if (d != from()) {
      throw new IllegalArgumentException(
          this + " applies to variables of " + from() + " dimensions: d=" + d);
    }
    return to();
  }
}
