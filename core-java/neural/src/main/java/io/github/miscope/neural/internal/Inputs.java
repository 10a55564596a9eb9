package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.data.LabelledData;

/** Rows that a network takes. */
public interface Inputs {

  /** The number of rows. */
  int n();

  /** The columns of a row. */
  ImageShape shape();

  /** Copies of following rows, one after the other; {@code to} is the row after the last. */
  float[] values(int from, int to);

  /** Copies of chosen rows, one after the other. */
  float[] values(int[] rows);

  /** The inputs of data with classes. */
  static Inputs of(LabelledData data) {
    return new Inputs() {
      @Override
      public int n() {
        return data.n();
      }

      @Override
      public ImageShape shape() {
        return data.shape();
      }

      @Override
      public float[] values(int from, int to) {
        return data.values(from, to);
      }

      @Override
      public float[] values(int[] rows) {
        return data.values(rows);
      }
    };
  }
}
