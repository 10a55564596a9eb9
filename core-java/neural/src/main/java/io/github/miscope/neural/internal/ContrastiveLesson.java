package io.github.miscope.neural.internal;

import org.bytedeco.pytorch.Tensor;

/**
 * Outputs for two views of an input are to find each other.
 *
 * @param temperature by which cosines are divided
 */
record ContrastiveLesson(Inputs inputs, double temperature) implements Lesson {

  @Override
  public int views() {
    return 2;
  }

  @Override
  public Tensor loss(Tensor outputs, Tensor given, int[] rows) {
    return NtXent.loss(outputs, temperature);
  }
}
