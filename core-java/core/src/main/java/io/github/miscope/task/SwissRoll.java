package io.github.miscope.task;

/** A value in [0, 1] rolled up in the plane; its distance from the origin tells it. */
record SwissRoll() implements RowEmbedding {

  private static final double SIZE = 21;

  @Override
  public int from() {
    return 1;
  }

  @Override
  public int to() {
    return 2;
  }

  @Override
  public double[] image(double[] row) {
    double t = 1.5 * Math.PI * (1 + 2 * row[0]);
    return new double[] {t * Math.cos(t) / SIZE, t * Math.sin(t) / SIZE};
  }

  @Override
  public double[] original(double[] image) {
    double t = SIZE * Math.hypot(image[0], image[1]);
    return new double[] {(t / (1.5 * Math.PI) - 1) / 2};
  }

  @Override
  public String toString() {
    return "swissRoll";
  }
}
