package io.github.miscope.estimator.scale;

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

  /** The literature's suffix of a scaling: local is "-Local", global Linf is "-Global-Linf". */
  static String suffix(Object scaling) {
    return switch (scaling.toString()) {
      case "none" -> "";
      case "local" -> "-Local";
      case "global L2" -> "-Global";
      case "global Linf" -> "-Global-Linf";
      case "corrected" -> "-Global-Corrected";
      case "rank" -> "-Rank";
      case "normal-rank" -> "-Normal-Rank";
      default -> "-" + scaling;
    };
  }
}
