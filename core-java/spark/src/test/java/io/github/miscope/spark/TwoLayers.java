package io.github.miscope.spark;

import io.github.miscope.activation.ActivationSource;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Layers T = tanh(g x) with a gain g that grows with the epoch.
 *
 * @param gain how much it grows
 */
record TwoLayers(double gain) implements ActivationSource {

  private static final int N = 120;

  private static final double[][] X =
      Tasks.correlatedGaussians(2, 0.5).sample(N, Seed.of(3)).x().columns();

  @Override
  public String name() {
    return "two layers";
  }

  @Override
  public List<Integer> epochs() {
    return List.of(0, 2, 30);
  }

  @Override
  public List<Integer> layers() {
    return List.of(1, 2);
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
    double[][] columns = new double[layer][N];
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < N; i++) {
        columns[j][i] = Math.tanh((1 + gain * epoch) * (X[0][i] + j * X[1][i]) / 30);
      }
    }
    return Variable.ofColumns("t", columns);
  }
}
