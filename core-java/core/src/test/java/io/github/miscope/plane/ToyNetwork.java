package io.github.miscope.plane;

import io.github.miscope.activation.ActivationSource;
import io.github.miscope.activation.EpochScores;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Layers T = tanh(g (x1 + j x2)) with a gain g that grows with the epoch; layer 3 is constant.
 *
 * @param name its name
 * @param gain how much g grows
 */
record ToyNetwork(String name, double gain) implements ActivationSource {

  static final int N = 200;

  private static final double[][] X =
      Tasks.correlatedGaussians(2, 0.5).sample(N, Seed.of(3)).x().columns();

  @Override
  public List<Integer> epochs() {
    return List.of(0, 2, 30);
  }

  @Override
  public List<Integer> layers() {
    return List.of(1, 2, 3);
  }

  @Override
  public String layerName(int layer) {
    return "gr\u00f6\u00dfe " + layer;
  }

  @Override
  public Variable inputs() {
    return Variable.ofColumns("x", X);
  }

  @Override
  public Optional<Variable> labels() {
    int[] classes = new int[N];
    Arrays.setAll(classes, i -> X[0][i] + X[1][i] > 0 ? 1 : 0);
    return Optional.of(Variable.discrete("y", classes));
  }

  @Override
  public Variable activations(int epoch, int layer) {
    double[][] columns = new double[layer == 1 ? 3 : 2][N];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < N; i++) {
        double sum = (1 + gain * epoch) * (X[0][i] + j * X[1][i]);
        columns[j][i] = layer == 3 ? 1 : Math.tanh(sum);
      }
    }
    return Variable.ofColumns("t", columns);
  }

  @Override
  public EpochScores scores(int epoch) {
    return new EpochScores(1.0 / (1 + epoch), Double.NaN, Double.NaN, Double.NaN);
  }
}
