package io.github.miscope.estimator.scale;

import io.github.miscope.scaling.Scaling;

/** ScalingLabels of composed estimators: the suffix goes before the options, "KSG-Local(k=5)". */
final class ScalingLabels {

  private ScalingLabels() {}

  static String withSuffix(String label, String suffix) {
    int options = label.indexOf('(');
    return options < 0
        ? label + suffix
        : label.substring(0, options) + suffix + label.substring(options);
  }

  static String withOption(String label, String option) {
    return label.endsWith(")")
        ? label.substring(0, label.length() - 1) + ", " + option + ")"
        : label + "(" + option + ")";
  }

  /** Whether it divides a variable by one number, which a relative scale may follow. */
  static boolean isGlobal(Scaling scaling) {
    return scaling.equals(Scaling.globalL2())
        || scaling.equals(Scaling.globalLinf())
        || scaling.equals(Scaling.corrected());
  }
}
