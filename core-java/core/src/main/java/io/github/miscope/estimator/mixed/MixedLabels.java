package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.neighbour.Ties;
import java.util.ArrayList;
import java.util.List;

/** Labels: default options are left out. */
final class MixedLabels {

  private MixedLabels() {}

  static String label(String name, int k, int defaultK, Ties ties) {
    List<String> options = new ArrayList<>();
    if (k != defaultK) {
      options.add("k=" + k);
    }
    if (!ties.equals(Ties.broken())) {
      options.add("ties " + ties);
    }
    return options.isEmpty() ? name : name + "(" + String.join(", ", options) + ")";
  }
}
