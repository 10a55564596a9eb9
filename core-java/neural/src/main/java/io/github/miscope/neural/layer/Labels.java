package io.github.miscope.neural.layer;

import java.util.ArrayList;
import java.util.List;

/** Texts of layers. */
final class Labels {

  private Labels() {}

  static String of(String shape, Layer layer) {
    List<String> words = new ArrayList<>();
    words.add(shape);
    if (layer.batchNorm()) {
      words.add("normalised");
    }
    words.add(layer.nonlinearity().toString());
    if (!layer.disturbance().equals(Disturbance.NONE)) {
      words.add(layer.disturbance().toString());
    }
    return String.join(" ", words);
  }
}
