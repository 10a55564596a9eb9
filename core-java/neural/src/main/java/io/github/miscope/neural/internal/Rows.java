package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.ImageShape;
import java.util.Arrays;

/** Rows in single precision, one after the other. */
public final class Rows implements Inputs {

  private final ImageShape shape;
  private final float[] values;

  /**
   * Rows of a shape.
   *
   * @param shape the columns of a row
   * @param values as many as there are columns for each row; not copied
   */
  public Rows(ImageShape shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  @Override
  public int n() {
    return values.length / shape.columns();
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public float[] values(int from, int to) {
    return Arrays.copyOfRange(values, from * shape.columns(), to * shape.columns());
  }

  /** Rows several times, one time after the other. */
  static float[] repeated(float[] rows, int times) {
    if (times == 1) {
      return rows;
    }
    float[] all = new float[Math.multiplyExact(rows.length, times)];
    for (int t = 0; t < times; t++) {
      System.arraycopy(rows, 0, all, t * rows.length, rows.length);
    }
    return all;
  }

  /** Copies of chosen rows. */
  Rows chosen(int[] rows) {
    return new Rows(shape, values(rows));
  }

  @Override
  public float[] values(int[] rows) {
    int d = shape.columns();
    float[] chosen = new float[rows.length * d];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(values, rows[r] * d, chosen, r * d, d);
    }
    return chosen;
  }
}
