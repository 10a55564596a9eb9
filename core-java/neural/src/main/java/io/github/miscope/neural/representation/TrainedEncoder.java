package io.github.miscope.neural.representation;

import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.internal.NetworkPass;
import io.github.miscope.neural.internal.Stage;
import io.github.miscope.neural.network.NetworkWeights;
import io.github.miscope.neural.network.TrainedNetwork;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Objects;

/**
 * An encoder with weights. It is applied without noise and changes of images, in blocks of bounded
 * memory on all threads.
 *
 * @param shape the network
 * @param weights its weights
 */
public record TrainedEncoder(EncoderNetwork shape, NetworkWeights weights) {

  /**
   * An encoder with weights.
   *
   * @param shape the network
   * @param weights its weights
   * @throws IllegalArgumentException if they are those of another network
   */
  public TrainedEncoder {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(weights, "weights");
    if (!weights.network().equals(shape.network())) {
      throw new IllegalArgumentException(
          "weights must be those of " + shape.network() + ": weights=" + weights);
    }
  }

  /**
   * The encoder at the end of its training.
   *
   * @param shape the network
   * @param trained what {@link EncoderTraining} planned, trained
   * @return the encoder
   * @throws IllegalArgumentException if another network was trained
   */
  public static TrainedEncoder of(EncoderNetwork shape, TrainedNetwork trained) {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(trained, "trained");
    return new TrainedEncoder(shape, trained.last().weights());
  }

  /**
   * An encoder of random weights, as before any training.
   *
   * @param shape the network
   * @param seed of the weights
   * @return the encoder
   */
  public static TrainedEncoder random(EncoderNetwork shape, Seed seed) {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(seed, "seed");
    return new TrainedEncoder(shape, NetworkWeights.random(shape.network(), seed));
  }

  /**
   * Representations of inputs.
   *
   * @param name of the variable
   * @param inputs n of them; their classes are not used
   * @return n rows
   * @throws IllegalArgumentException if the inputs have another shape than the network's
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   * @throws io.github.miscope.neural.libtorch.MissingLibtorchException if there is no native code
   *     for this platform
   */
  public Variable represent(String name, LabelledData inputs) {
    return pass(name, inputs, shape.layer());
  }

  /**
   * What the head makes of inputs; without a head, their representations.
   *
   * @param name of the variable
   * @param inputs n of them; their classes are not used
   * @return n rows
   * @throws IllegalArgumentException if the inputs have another shape than the network's
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   * @throws io.github.miscope.neural.libtorch.MissingLibtorchException if there is no native code
   *     for this platform
   */
  public Variable project(String name, LabelledData inputs) {
    return pass(name, inputs, shape.network().depth());
  }

  private Variable pass(String name, LabelledData inputs, int layer) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(inputs, "inputs");
    if (!inputs.shape().equals(shape.network().input())) {
      throw new IllegalArgumentException(
          "inputs must have the network's columns "
              + shape.network().input()
              + ": inputs="
              + inputs.shape());
    }
    NetworkPass pass = new NetworkPass(shape.network(), weights.values(), layer, Stage.OUTPUT);
    float[] rows;
    try {
      rows = pass.apply(inputs, 0, inputs.n(), 1, null);
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("an encoder", e);
    }
    int d = pass.dimension();
    double[][] columns = new double[d][inputs.n()];
    for (int i = 0; i < inputs.n(); i++) {
      for (int j = 0; j < d; j++) {
        columns[j][i] = rows[i * d + j];
      }
    }
    return Variable.ofColumns(name, columns);
  }

  @Override
  public String toString() {
    return "encoder " + shape;
  }
}
