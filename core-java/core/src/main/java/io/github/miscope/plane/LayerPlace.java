package io.github.miscope.plane;

import java.util.Objects;

/**
 * A layer after an epoch.
 *
 * @param trial which of several networks, from 0
 * @param epoch how many epochs were done
 * @param layer the number of the layer
 * @param layerName its name, such as "layer 3"
 * @param scale the mean Euclidean norm of T without noise; NaN where T could not be had
 */
public record LayerPlace(int trial, int epoch, int layer, String layerName, double scale) {

  /**
   * A place.
   *
   * @param trial which of several networks, from 0
   * @param epoch how many epochs were done
   * @param layer the number of the layer
   * @param layerName its name
   * @param scale the mean Euclidean norm of T without noise
   */
  public LayerPlace {
    Objects.requireNonNull(layerName, "layerName");
  }
}
