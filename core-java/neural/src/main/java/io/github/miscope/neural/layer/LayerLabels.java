package io.github.miscope.neural.layer;

import java.util.ArrayList;
import java.util.List;

/** Texts of layers. */
final class LayerLabels {

  private LayerLabels() {}

  static String of(String shape, Layer layer) {
    List<String> words = new ArrayList<>();
    words.add(shape);
    if (layer.batchNorm() && !(layer instanceof ResidualLayer)) {
      words.add("normalised");
    }
    if (!(layer instanceof TransformLayer) || !layer.nonlinearity().equals(Nonlinearity.LINEAR)) {
      words.add(layer.nonlinearity().toString());
    }
    if (!layer.perturbation().equals(Perturbation.NONE)) {
      words.add(layer.perturbation().toString());
    }
    return String.join(" ", words);
  }
}
