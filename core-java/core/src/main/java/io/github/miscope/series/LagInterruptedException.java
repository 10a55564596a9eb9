package io.github.miscope.series;

import io.github.miscope.estimator.EstimationInterruptedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scan of lags was stopped by an interrupt; carries what was finished. */
public final class LagInterruptedException extends EstimationInterruptedException {

  private static final long serialVersionUID = 1;

  private final transient @Nullable LagTable finished;

  LagInterruptedException(@Nullable LagTable finished, InterruptedException cause) {
    super("a scan of lags was interrupted", cause);
    this.finished = finished;
  }

  /**
   * What was finished before the interrupt.
   *
   * @return the estimates, with as many surrogates as were finished; empty if there was a lag to
   *     estimate yet
   */
  public Optional<LagTable> finished() {
    return Optional.ofNullable(finished);
  }
}
