package io.github.miscope.task;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;

/** A random network of two invertible layers. */
record RandomNetwork(int width) implements Embedding {

  /** How strongly the activation asinh(2 t) bends. */
  private static final double BEND = 2;

  /** Units between the layers, for each dimension of the variable. */
  private static final int UNITS = 4;

  RandomNetwork {
    Check.atLeast("width", width, 1);
  }

  /** One layer: g(W x + b). */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Layer(double[][] transposed, double[] offset) {

    static Layer draw(int from, int to, Seed seed) {
      double[] offset = Draws.normal(to, seed, "offset", 0);
      return new Layer(Matrices.orthonormalRows(from, to, seed.derive("weights")), offset);
    }

    /** Orthonormal columns, times the root of to / from: units vary as much as inputs do. */
    double gain() {
      return Math.sqrt((double) offset.length / transposed.length);
    }

    double[][] forward(double[][] columns) {
      double[][] weights = Matrices.transpose(transposed);
      double[][] units = Linear.product(weights, columns);
      for (int j = 0; j < units.length; j++) {
        Sampling.poll();
        for (int i = 0; i < units[j].length; i++) {
          units[j][i] = StandardBijection.asinh(BEND * (gain() * units[j][i] + offset[j]));
        }
      }
      return units;
    }

    double[][] backward(double[][] units) {
      double[][] linear = new double[units.length][units[0].length];
      for (int j = 0; j < units.length; j++) {
        Sampling.poll();
        for (int i = 0; i < linear[j].length; i++) {
          linear[j][i] = (Math.sinh(units[j][i]) / BEND - offset[j]) / gain();
        }
      }
      return Linear.product(transposed, linear);
    }
  }

  @Override
  public Variable apply(Variable variable, Seed seed) {
    dimension(variable.d());
    Check.memory("a random network's image", width, variable.n(), 3);
    int hidden = Math.min(width, Math.multiplyExact(UNITS, variable.d()));
    Layer first = Layer.draw(variable.d(), hidden, seed.derive("layer", 0));
    Layer second = Layer.draw(hidden, width, seed.derive("layer", 1));
    double[][] image = second.forward(first.forward(variable.columns()));
    RoundTrip.check(this, variable, image, first.backward(second.backward(image)));
    return Variable.ofColumns(variable.name(), image);
  }

  @Override
  public int dimension(int d) {
    if (d > width) {
      throw new IllegalArgumentException(
          this + " applies to variables of at most " + width + " dimensions: d=" + d);
    }
    return width;
  }

  @Override
  public String toString() {
    return "randomNetwork(" + width + ")";
  }
}
