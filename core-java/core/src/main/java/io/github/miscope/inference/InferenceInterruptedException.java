package io.github.miscope.inference;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Permutations or subsamples were stopped by an interrupt; carries what was finished. The p-value
 * is that of the permutations so far, with their number; the standard error comes from the
 * partitions so far, with their degrees of freedom. Both are valid, only less exact.
 */
public final class InferenceInterruptedException extends EstimationInterruptedException {

  private static final long serialVersionUID = 1;

  private final transient @Nullable Estimate estimate;
  private final transient @Nullable StandardError standardError;
  private final transient @Nullable PValue pValue;

  private InferenceInterruptedException(
      String message,
      InterruptedException cause,
      @Nullable Estimate estimate,
      @Nullable StandardError standardError,
      @Nullable PValue pValue) {
    super(message, cause);
    this.estimate = estimate;
    this.standardError = standardError;
    this.pValue = pValue;
  }

  static InferenceInterruptedException of(
      EstimationInterruptedException stop, @Nullable PValue pValue) {
    return new InferenceInterruptedException(message(stop), interruption(stop), null, null, pValue);
  }

  static InferenceInterruptedException of(
      EstimationInterruptedException stop, Optional<StandardError> standardError) {
    return new InferenceInterruptedException(
        message(stop), interruption(stop), null, standardError.orElse(null), null);
  }

  /** With the estimate as far as it came, whatever the step that was stopped has found. */
  static InferenceInterruptedException with(
      Estimate estimate, EstimationInterruptedException stop) {
    return new InferenceInterruptedException(
        message(stop), interruption(stop), estimate, null, estimate.pValue().orElse(null));
  }

  private static String message(EstimationInterruptedException stop) {
    return String.valueOf(stop.getMessage());
  }

  private static InterruptedException interruption(EstimationInterruptedException stop) {
    return stop.getCause() instanceof InterruptedException cause
        ? cause
        : new InterruptedException(stop.getMessage());
  }

  /**
   * The estimate from all observations, with as much of its uncertainty as was finished.
   *
   * @return the estimate; empty where a test or a standard error alone was asked for
   */
  public Optional<Estimate> estimate() {
    return Optional.ofNullable(estimate);
  }

  /**
   * The standard error from the subsamples so far, where it alone was asked for.
   *
   * @return the error; empty if no whole partition was finished, or an {@link #estimate} has it
   */
  public Optional<StandardError> standardError() {
    return Optional.ofNullable(standardError);
  }

  /**
   * The p-value from the permutations so far.
   *
   * @return the p-value; empty if no permutation was finished
   */
  public Optional<PValue> pValue() {
    return Optional.ofNullable(pValue);
  }
}
