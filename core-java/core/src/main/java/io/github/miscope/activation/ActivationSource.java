package io.github.miscope.activation;

import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.Optional;

/**
 * A network in the course of its training, as seen on n given inputs: the values of some layers
 * after some epochs. Whoever trained it, what looks into layers asks for no more.
 *
 * <p>Equal calls give equal values, to the bit.
 */
public interface ActivationSource {

  /**
   * What was trained, in a word or two: for titles.
   *
   * @return the name
   */
  String name();

  /**
   * The epochs after which there are values.
   *
   * @return in ascending order, at least one
   */
  List<Integer> epochs();

  /**
   * The layers that can be looked at.
   *
   * @return their numbers, in the order from input to output, at least one
   */
  List<Integer> layers();

  /**
   * The name of a layer.
   *
   * @param layer one of {@link #layers()}
   * @return "layer 3", if it has no name of its own
   */
  default String layerName(int layer) {
    return "layer " + layer;
  }

  /**
   * The inputs X.
   *
   * @return n rows
   */
  Variable inputs();

  /**
   * The classes Y of the inputs.
   *
   * @return n discrete values; empty if they are not known
   */
  Optional<Variable> labels();

  /**
   * The values of a layer at test time, one row for each input: noise within the network is off
   * (Goldfeld et al. 2019, section 8.3). Views of how inputs cluster show these.
   *
   * @param epoch one of {@link #epochs()}
   * @param layer one of {@link #layers()}
   * @return n rows
   * @throws IllegalArgumentException if there are no such values
   */
  Variable activations(int epoch, int layer);

  /**
   * One draw of the values T of a layer for each input, with the noise of the network. Estimates of
   * I(X;T) need it: without noise a layer has all information there is.
   *
   * @param epoch one of {@link #epochs()}
   * @param layer one of {@link #layers()}
   * @return n rows; the same as {@link #activations} where the network has no noise
   * @throws IllegalArgumentException if there are no such values
   */
  default Variable noisyActivations(int epoch, int layer) {
    return activations(epoch, layer);
  }

  /**
   * A layer as a channel with Gaussian noise, of which more can be drawn than one row for each
   * input.
   *
   * @param epoch one of {@link #epochs()}
   * @param layer one of {@link #layers()}
   * @return the channel, whose beta may be 0; empty if there are no more than activations
   * @throws IllegalArgumentException if there is no such epoch or layer
   */
  default Optional<NoisyChannel> channel(int epoch, int layer) {
    return Optional.empty();
  }

  /**
   * How the network does after an epoch.
   *
   * @param epoch one of {@link #epochs()}
   * @return loss and accuracy, as far as they are known
   */
  default EpochScores scores(int epoch) {
    return EpochScores.unknown();
  }
}
