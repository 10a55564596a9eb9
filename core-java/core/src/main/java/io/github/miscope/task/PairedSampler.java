package io.github.miscope.task;

/** A sampler whose X and Y have equally many columns. */
interface PairedSampler extends Sampler {

  /**
   * The number of dimensions of X and of Y.
   *
   * @return d
   */
  int d();

  @Override
  default int dX() {
    return d();
  }

  @Override
  default int dY() {
    return d();
  }
}
