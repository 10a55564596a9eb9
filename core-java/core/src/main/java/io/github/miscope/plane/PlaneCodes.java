package io.github.miscope.plane;

import io.github.miscope.encoder.Encoding;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What X or T was compressed to before an estimate.
 *
 * @param columns the number of columns before
 * @param codes the number of codes that the estimator saw
 * @param explainedVariance the part of the variance that the codes restore, at most 1; on the
 *     sample that the encoder was fitted on
 * @param lossBound the most information that the codes can have lost, in nats; empty where no bound
 *     is known
 */
public record PlaneCodes(
    int columns, int codes, double explainedVariance, OptionalDouble lossBound) {

  /**
   * Codes.
   *
   * @param columns the number of columns before
   * @param codes the number of codes that the estimator saw
   * @param explainedVariance the part of the variance that the codes restore
   * @param lossBound the most information that the codes can have lost, in nats
   */
  public PlaneCodes {
    Objects.requireNonNull(lossBound, "lossBound");
  }

  static PlaneCodes of(Encoding encoding) {
    return new PlaneCodes(
        encoding.dimension(),
        encoding.latentDimension(),
        encoding.explainedVariance(),
        encoding.lossBound());
  }

  /** "784 columns -> 4 codes, 61 % of the variance". */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d columns -> %d codes, %.0f %% of the variance",
        columns,
        codes,
        100 * explainedVariance);
  }
}
