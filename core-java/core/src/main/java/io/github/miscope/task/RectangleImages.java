package io.github.miscope.task;

import io.github.miscope.internal.check.Check;

/** Images of a rectangle of the ends that four normal coordinates give. */
record RectangleImages(int size) implements RowEmbedding {

  RectangleImages {
    Check.between("size", size, 3, 10_000);
  }

  @Override
  public int from() {
    return 4;
  }

  @Override
  public int to() {
    return size * size;
  }

  @Override
  public double[] image(double[] row) {
    double[] across = covered(row[0], row[1]);
    double[] down = covered(row[2], row[3]);
    double[] image = new double[to()];
    for (int v = 0; v < size; v++) {
      for (int u = 0; u < size; u++) {
        image[v * size + u] = across[u] * down[v];
      }
    }
    return image;
  }

  /** How much of each pixel along an axis is between the ends. */
  private double[] covered(double first, double second) {
    double least = 2.0 / size;
    // The density of a falls linearly to 0 where no room is left for the least length.
    double a = (1 - least) * (1 - Math.sqrt(StandardNormal.probability(-first)));
    double b = a + least + StandardNormal.probability(second) * (1 - a - least);
    double[] parts = new double[size];
    for (int i = 0; i < size; i++) {
      double from = Math.max(a * size, i);
      double to = Math.min(b * size, i + 1.0);
      parts[i] = Math.max(0, to - from);
    }
    return parts;
  }

  @Override
  public double[] original(double[] image) {
    double[] across = new double[size];
    double[] down = new double[size];
    for (int v = 0; v < size; v++) {
      for (int u = 0; u < size; u++) {
        // Along each axis at least one pixel is covered from side to side.
        across[u] = Math.max(across[u], image[v * size + u]);
        down[v] = Math.max(down[v], image[v * size + u]);
      }
    }
    double[] horizontal = ends(across);
    double[] vertical = ends(down);
    return new double[] {horizontal[0], horizontal[1], vertical[0], vertical[1]};
  }

  private double[] ends(double[] parts) {
    int first = 0;
    while (first < size - 1 && parts[first] == 0) {
      first++;
    }
    int last = size - 1;
    while (last > 0 && parts[last] == 0) {
      last--;
    }
    double least = 2.0 / size;
    double a = (first + 1 - parts[first]) / size;
    double b = (last + parts[last]) / size;
    double root = 1 - a / (1 - least);
    return new double[] {
      -StandardNormal.quantile(root * root),
      StandardNormal.quantile((b - a - least) / (1 - a - least))
    };
  }

  /** Where an end is, and how long a side, in parts of what there is room for: uniform. */
  @Override
  public Bijection latent() {
    return Bijection.normalCdf();
  }

  @Override
  public String toString() {
    return "rectangleImages(" + size + ")";
  }
}
