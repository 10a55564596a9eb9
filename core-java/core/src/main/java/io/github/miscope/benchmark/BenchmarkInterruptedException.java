package io.github.miscope.benchmark;

import io.github.miscope.estimator.EstimationInterruptedException;

/** A benchmark was stopped by an interrupt; carries what was finished. */
public final class BenchmarkInterruptedException extends EstimationInterruptedException {

  private static final long serialVersionUID = 1;

  private final transient BenchmarkTable finished;

  BenchmarkInterruptedException(BenchmarkTable finished, InterruptedException cause) {
    super(
        "benchmark interrupted: "
            + finished.rows().size()
            + " of "
            + finished.benchmark().cells()
            + " cells are finished",
        cause);
    this.finished = finished;
  }

  /**
   * What was finished before the interrupt.
   *
   * @return a table without the other cells
   */
  public BenchmarkTable finished() {
    return finished;
  }
}
