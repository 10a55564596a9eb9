package io.github.miscope.neural.encoder;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.layer.TransformLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A network that restores its input, and the layer whose units are the codes. Codes are taken
 * before that layer's perturbation. Outputs beyond the restored input predict something else.
 *
 * @param network with at least as many outputs as inputs
 * @param codeLayer the layer of the codes, from 1, with at least one layer after it
 */
public record AutoencoderShape(NoisyNetwork network, int codeLayer) {

  /**
   * An autoencoder's network.
   *
   * @param network with at least as many outputs as inputs
   * @param codeLayer the layer of the codes
   * @throws IllegalArgumentException if there are fewer outputs than inputs, or the layer of codes
   *     is the last one, a convolution or an image
   */
  public AutoencoderShape {
    Objects.requireNonNull(network, "network");
    if (codeLayer < 1 || codeLayer >= network.depth()) {
      throw new IllegalArgumentException(
          "code layer must be in [1, "
              + (network.depth() - 1)
              + "], so that a layer restores from it: codeLayer="
              + codeLayer);
    }
    if (network.layer(codeLayer) instanceof ConvolutionLayer
        || !network.outputShape(codeLayer).isVector()) {
      throw new IllegalArgumentException(
          "code layer must be a vector: layer " + codeLayer + " is " + network.layer(codeLayer));
    }
    if (network.outputs() < network.input().columns()) {
      throw new IllegalArgumentException(
          "an autoencoder must have at least as many outputs as inputs: outputs="
              + network.outputs()
              + ", inputs="
              + network.input().columns());
    }
  }

  /**
   * The number of codes.
   *
   * @return units of the layer of codes
   */
  public int latentDimension() {
    return network.outputShape(codeLayer).columns();
  }

  /**
   * The part from the input to the codes.
   *
   * @return a network whose last layer holds the codes
   */
  public NoisyNetwork encoder() {
    return new NoisyNetwork(network.input(), network.layers().subList(0, codeLayer));
  }

  /**
   * The part from the codes to the restored input.
   *
   * @return a network whose input is the codes
   */
  public NoisyNetwork decoder() {
    return new NoisyNetwork(
        ImageShape.vector(latentDimension()), network.layers().subList(codeLayer, network.depth()));
  }

  /**
   * The same network with a perturbation of its input before all others.
   *
   * @param perturbation noise or dropout
   * @return a changed copy
   */
  AutoencoderShape withInputPerturbation(Perturbation perturbation) {
    if (perturbation.equals(Perturbation.NONE)) {
      return this;
    }
    List<Layer> layers = new ArrayList<>(network.layers());
    layers.add(0, TransformLayer.disturbing(perturbation));
    return new AutoencoderShape(new NoisyNetwork(network.input(), layers), codeLayer + 1);
  }

  /**
   * The same network with another perturbation of its codes.
   *
   * @param perturbation noise, dropout or nothing
   * @return a changed copy
   */
  AutoencoderShape withCodePerturbation(Perturbation perturbation) {
    List<Layer> layers = new ArrayList<>(network.layers());
    layers.set(codeLayer - 1, layers.get(codeLayer - 1).withPerturbation(perturbation));
    return new AutoencoderShape(new NoisyNetwork(network.input(), layers), codeLayer);
  }

  @Override
  public String toString() {
    return network + ", codes in layer " + codeLayer;
  }
}
