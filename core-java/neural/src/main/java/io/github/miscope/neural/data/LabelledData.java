package io.github.miscope.neural.data;

import io.github.miscope.identity.Fingerprint;
import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** n inputs of a network, each with a class. Immutable; values are single precision. */
public final class LabelledData implements Identified {

  private final ImageShape shape;
  private final float[] values;
  private final int[] labels;
  private final int classes;

  private LabelledData(ImageShape shape, float[] ownedValues, int[] ownedLabels, int classes) {
    this.shape = shape;
    this.values = ownedValues;
    this.labels = ownedLabels;
    this.classes = classes;
    if (classes < 2) {
      throw new IllegalArgumentException("classes must be >= 2: classes=" + classes);
    }
    if (labels.length == 0) {
      throw new IllegalArgumentException("data must have an observation: labels=[]");
    }
    if ((long) labels.length * shape.columns() != values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d labels need %d values each: %d values",
              labels.length,
              shape.columns(),
              values.length));
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "labels[%d] must be in [0, %d): %d", i, classes, labels[i]));
      }
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "inputs[%d][%d] is %s: values must be finite",
                i / shape.columns(),
                i % shape.columns(),
                values[i]));
      }
    }
  }

  /**
   * Data given by rows, one after the other.
   *
   * @param shape the columns of a row, as a vector or an image
   * @param values n times as many as there are columns; an image by channel, row and pixel
   * @param labels n classes, from 0
   * @param classes how many there are
   * @return the data
   * @throws IllegalArgumentException if there is no row, numbers do not fit, a label is outside [0,
   *     classes) or a value is not finite
   */
  public static LabelledData of(ImageShape shape, float[] values, int[] labels, int classes) {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(labels, "labels");
    return new LabelledData(shape, values.clone(), labels.clone(), classes);
  }

  /**
   * Data given by a variable, rounded to single precision.
   *
   * @param inputs n observations
   * @param labels n classes, from 0
   * @param classes how many there are
   * @return the data
   * @throws IllegalArgumentException if there are other numbers of inputs and labels, or a label is
   *     outside [0, classes)
   */
  public static LabelledData of(Variable inputs, int[] labels, int classes) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(labels, "labels");
    int d = inputs.d();
    float[] values = new float[Math.multiplyExact(inputs.n(), d)];
    for (int j = 0; j < d; j++) {
      double[] column = inputs.column(j);
      for (int i = 0; i < column.length; i++) {
        values[i * d + j] = (float) column[i];
      }
    }
    return new LabelledData(ImageShape.vector(d), values, labels.clone(), classes);
  }

  /**
   * The number of observations.
   *
   * @return n
   */
  public int n() {
    return labels.length;
  }

  /**
   * The columns of an input.
   *
   * @return as a vector or an image
   */
  public ImageShape shape() {
    return shape;
  }

  /**
   * The number of classes.
   *
   * @return at least 2
   */
  public int classes() {
    return classes;
  }

  /**
   * The class of an observation.
   *
   * @param i the observation, from 0
   * @return from 0
   */
  public int label(int i) {
    return labels[i];
  }

  /**
   * All classes.
   *
   * @return a copy of the n labels, from 0
   */
  public int[] labels() {
    return labels.clone();
  }

  /**
   * Values of some observations, in their order, one row after the other.
   *
   * @param from the first observation, from 0
   * @param to the observation after the last
   * @return a copy
   * @throws IllegalArgumentException if there are no such observations
   */
  public float[] values(int from, int to) {
    if (from < 0 || from > to || to > n()) {
      throw new IllegalArgumentException(
          "from and to must be rows 0 <= from <= to <= n: from="
              + from
              + ", to="
              + to
              + ", n="
              + n());
    }
    return Arrays.copyOfRange(values, from * shape.columns(), to * shape.columns());
  }

  /**
   * Values of chosen observations, one row after the other.
   *
   * @param rows the observations, from 0
   * @return a copy
   * @throws IllegalArgumentException if there is no such observation
   */
  public float[] values(int[] rows) {
    requireRows(rows);
    int d = shape.columns();
    float[] chosen = new float[rows.length * d];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(values, rows[r] * d, chosen, r * d, d);
    }
    return chosen;
  }

  private void requireRows(int... rows) {
    Objects.requireNonNull(rows, "rows");
    for (int row : rows) {
      if (row < 0 || row >= n()) {
        throw new IllegalArgumentException("there is no row " + row + ": rows are 0.." + (n() - 1));
      }
    }
  }

  /**
   * Chosen observations.
   *
   * @param rows the observations, from 0
   * @return data with the same classes
   * @throws IllegalArgumentException if none is chosen, or there is no such row
   */
  public LabelledData rows(int... rows) {
    requireRows(rows);
    int[] chosen = new int[rows.length];
    for (int r = 0; r < rows.length; r++) {
      chosen[r] = labels[rows[r]];
    }
    return new LabelledData(shape, values(rows), chosen, classes);
  }

  /**
   * The same values as columns of another shape, such as the pixels of images as vectors.
   *
   * @param shape with as many columns
   * @return data with the same classes
   * @throws IllegalArgumentException if there are more or fewer columns
   */
  public LabelledData withShape(ImageShape shape) {
    Objects.requireNonNull(shape, "shape");
    return new LabelledData(shape, values, labels, classes);
  }

  /**
   * The inputs as a variable, named x.
   *
   * @return n observations
   * @throws IllegalArgumentException if there is only one
   */
  public Variable inputs() {
    int d = shape.columns();
    double[][] columns = new double[d][n()];
    for (int i = 0; i < n(); i++) {
      for (int j = 0; j < d; j++) {
        columns[j][i] = values[i * d + j];
      }
    }
    return Variable.ofColumns("x", columns);
  }

  /**
   * The classes as a discrete variable, named y.
   *
   * @return n observations
   * @throws IllegalArgumentException if there is only one
   */
  public Variable classVariable() {
    return Variable.discrete("y", labels);
  }

  /**
   * Equal data have equal fingerprints, and others have others.
   *
   * @return a digest of shape, classes, labels and the bits of all values
   */
  public Fingerprint fingerprint() {
    return Fingerprint.of(this);
  }

  /** Shape, classes, labels and the bits of all values. */
  @Override
  public void identify(IdentityDigest digest) {
    Objects.requireNonNull(digest, "digest");
    digest.add("shape", shape).add("classes", classes).add("labels", labels);
    digest.add("values", values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelledData d
        && shape.equals(d.shape)
        && classes == d.classes
        && Arrays.equals(labels, d.labels)
        && Arrays.equals(values, d.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(labels) + Arrays.hashCode(values);
  }

  /** "3277 x 12, 2 classes". */
  @Override
  public String toString() {
    return n() + " x " + shape.columns() + ", " + classes + " classes";
  }
}
