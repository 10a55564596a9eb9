package io.github.miscope.estimator.entropy;

import java.util.List;

/** Labels of estimators. */
final class EntropyLabels {

  private EntropyLabels() {}

  /** "KL(k=5, L1)", or "KL" without options. */
  static String label(String name, List<String> options) {
    return options.isEmpty() ? name : name + "(" + String.join(", ", options) + ")";
  }
}
