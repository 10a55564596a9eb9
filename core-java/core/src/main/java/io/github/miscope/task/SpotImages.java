package io.github.miscope.task;

import io.github.miscope.internal.check.Check;

/** Images of a blurred spot at the place that two normal coordinates give. */
record SpotImages(int size) implements RowEmbedding {

  private static final double SHARPNESS = 10;

  SpotImages {
    Check.between("size", size, 3, 10_000);
  }

  @Override
  public int from() {
    return 2;
  }

  @Override
  public int to() {
    return size * size;
  }

  @Override
  public double[] image(double[] row) {
    double centreU = StandardNormal.probability(row[0]);
    double centreV = StandardNormal.probability(row[1]);
    double[] image = new double[to()];
    for (int v = 0; v < size; v++) {
      for (int u = 0; u < size; u++) {
        double du = u / (size - 1.0) - centreU;
        double dv = v / (size - 1.0) - centreV;
        image[v * size + u] = Math.exp(-SHARPNESS * (du * du + dv * dv));
      }
    }
    return image;
  }

  /** The logarithm is a paraboloid: its difference between opposite corners gives the centre. */
  @Override
  public double[] original(double[] image) {
    double corner = Math.log(image[0]);
    return new double[] {
      centre(corner, Math.log(image[size - 1])), centre(corner, Math.log(image[(size - 1) * size]))
    };
  }

  /** From -s c^2 at 0 and -s (1 - c)^2 at 1. */
  private static double centre(double at0, double at1) {
    return StandardNormal.quantile((1 + (at1 - at0) / SHARPNESS) / 2);
  }

  /** Where the centre is: uniform. */
  @Override
  public Bijection latent() {
    return Bijection.normalCdf();
  }

  @Override
  public String toString() {
    return "gaussianImages(" + size + ")";
  }
}
