package io.github.miscope.estimator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the text of an estimate says besides its value. */
final class EstimateText {

  private EstimateText() {}

  /** Every amount must be a diagnostic. */
  static void requireNames(Map<String, Double> diagnostics, Set<String> amounts) {
    for (String name : amounts) {
      if (!diagnostics.containsKey(name)) {
        throw new IllegalArgumentException(
            "amounts names no diagnostic: " + name + ", there are " + diagnostics.keySet());
      }
    }
  }

  /** ", k = 3, hX = 1.419 nats, view = ranks", without findings that are no text. */
  static String of(Map<String, Double> diagnostics, Set<String> amounts, List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    diagnostics.forEach(
        (name, value) ->
            text.append(", ")
                .append(name)
                .append(" = ")
                .append(
                    value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.4g", value))
                .append(amounts.contains(name) ? " nats" : ""));
    for (Finding finding : findings) {
      finding
          .text()
          .ifPresent(t -> text.append(", ").append(finding.name()).append(" = ").append(t));
    }
    return text.toString();
  }

  /** A line for each thing that is known of the uncertainty, and for each warning. */
  static String of(Uncertainty uncertainty, List<Warning> warnings) {
    StringBuilder text = new StringBuilder();
    uncertainty
        .standardError()
        .ifPresent(
            nats -> text.append(String.format(Locale.ROOT, "%n  standard error %.4f nats", nats)));
    uncertainty.interval().ifPresent(interval -> text.append("\n  ").append(interval));
    uncertainty.truth().ifPresent(truth -> text.append("\n  ").append(truth));
    uncertainty.pValue().ifPresent(pValue -> text.append("\n  ").append(pValue));
    warnings.forEach(warning -> text.append("\n  ! ").append(warning.message()));
    return text.toString();
  }
}
