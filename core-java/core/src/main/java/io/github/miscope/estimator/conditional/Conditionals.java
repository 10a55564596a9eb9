package io.github.miscope.estimator.conditional;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.sample.ConditionalSamples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What conditional estimates have in common. */
final class Conditionals {

  private Conditionals() {}

  /** An estimate with the diagnostic dZ first. */
  static Estimate estimate(
      double nats,
      String label,
      ConditionalSamples samples,
      Map<String, Double> diagnostics,
      List<Finding> findings,
      List<Warning> warnings) {
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("dZ", (double) samples.z().d());
    all.putAll(diagnostics);
    return new Estimate(
        nats,
        label,
        samples.n(),
        samples.x().d(),
        samples.y().d(),
        all,
        findings,
        warnings,
        Uncertainty.unknown());
  }

  static List<Warning> constantColumns(ConditionalSamples samples) {
    return Warning.ofConstantColumns(samples.x(), samples.y(), samples.z());
  }

  static void requireContinuous(ConditionalSamples samples, String label) {
    samples.x().requireContinuous(label);
    samples.y().requireContinuous(label);
    samples.z().requireContinuous(label);
  }
}
