package io.github.miscope.neural.network;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.internal.NetworkPass;
import io.github.miscope.neural.internal.Stage;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A network as it was after an epoch. Dropout acts in training only; noise where it is asked for.
 *
 * @param epoch how many epochs were done
 * @param weights of the network
 * @param training how it does on the training data
 * @param test how it does on the test data
 */
public record Snapshot(int epoch, NetworkWeights weights, Score training, Score test) {

  /**
   * Refuses null.
   *
   * @param epoch how many epochs were done
   * @param weights of the network
   * @param training how it does on the training data
   * @param test how it does on the test data
   */
  public Snapshot {
    Objects.requireNonNull(weights, "weights");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(test, "test");
  }

  /**
   * The shape of the network.
   *
   * @return layer by layer
   */
  public NoisyNetwork network() {
    return weights.network();
  }

  /**
   * The same weights with another standard deviation of the noise, in the layers that have noise.
   *
   * @param beta above 0
   * @return a changed copy
   * @throws IllegalArgumentException if beta is not positive and finite
   */
  public Snapshot withNoise(double beta) {
    return new Snapshot(
        epoch, NetworkWeights.of(network().withBeta(beta), weights.shared()), training, test);
  }

  /**
   * A layer as a channel from the input, for sample propagation: S is the layer's value before its
   * noise, with noise in the layers below. For a convolution T is taken before the pooling.
   *
   * @param layer from 1
   * @param inputs the inputs of which one is drawn, each equally likely
   * @return the channel; its beta is 0 if the layer has no noise, and sample propagation then
   *     refuses it
   * @throws IllegalArgumentException if there is no such layer, or inputs have another shape
   */
  public NoisyChannel channel(int layer, LabelledData inputs) {
    Objects.requireNonNull(inputs, "inputs");
    requireShape(inputs);
    return new LayerChannel(this, layer, inputs);
  }

  /**
   * A layer's values without any noise.
   *
   * @param layer from 1
   * @param inputs n inputs
   * @return n rows as the layer hands them on, named t
   * @throws IllegalArgumentException if there is no such layer, or inputs have another shape
   */
  public Variable activations(int layer, LabelledData inputs) {
    Objects.requireNonNull(inputs, "inputs");
    return variable("t", pass(layer, Stage.OUTPUT), inputs, 0, inputs.n(), 1, null);
  }

  /**
   * A layer's values with the network's noise, its own included: one draw of T for each input.
   *
   * @param layer from 1
   * @param inputs n inputs
   * @param seed of the noise
   * @return n rows as the layer hands them on, named t
   * @throws IllegalArgumentException if there is no such layer, or inputs have another shape
   */
  public Variable noisyActivations(int layer, LabelledData inputs, Seed seed) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(seed, "seed");
    return variable("t", pass(layer, Stage.OUTPUT), inputs, 0, inputs.n(), 1, seed);
  }

  /**
   * The network's outputs without noise: before the softmax, if it learnt by cross-entropy.
   *
   * @param inputs n inputs
   * @return n rows, named t
   * @throws IllegalArgumentException if inputs have another shape
   */
  public Variable outputs(LabelledData inputs) {
    Objects.requireNonNull(inputs, "inputs");
    return activations(network().depth(), inputs);
  }

  NetworkPass pass(int layer, Stage stage) {
    network().layer(layer);
    return new NetworkPass(network(), weights.shared(), layer, stage);
  }

  Variable variable(
      String name,
      NetworkPass pass,
      LabelledData inputs,
      int from,
      int to,
      int draws,
      @Nullable Seed seed) {
    float[] rows = rows(pass, inputs, from, to, draws, seed);
    int d = pass.dimension();
    double[][] columns = new double[d][rows.length / d];
    for (int j = 0; j < d; j++) {
      for (int i = 0; i < columns[j].length; i++) {
        columns[j][i] = rows[i * d + j];
      }
    }
    return Variable.ofColumns(name, columns);
  }

  float[] rows(
      NetworkPass pass, LabelledData inputs, int from, int to, int draws, @Nullable Seed seed) {
    requireShape(inputs);
    try {
      return pass.apply(inputs, from, to, draws, seed);
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(network() + " was interrupted", e);
    }
  }

  private void requireShape(LabelledData inputs) {
    if (!inputs.shape().equals(network().input())) {
      throw new IllegalArgumentException(
          "inputs must have the network's columns "
              + network().input()
              + ": inputs="
              + inputs.shape());
    }
  }

  /** "epoch 100: test accuracy 0.97". */
  @Override
  public String toString() {
    return "epoch " + epoch + ": test accuracy " + test.accuracy();
  }
}
