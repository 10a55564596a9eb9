package io.github.miscope.plan;

import java.time.Duration;
import java.util.Objects;

/** Receives the progress of a run. Called on the thread that started it. */
@FunctionalInterface
public interface Progress {

  /**
   * How far a run has come.
   *
   * @param done cells finished, those read from a checkpoint included
   * @param total cells of the plan
   * @param failed cells finished without an estimate
   * @param elapsed time since the start of this run
   * @param remaining estimate of the time left; zero until a cell of each kind is finished
   */
  record Snapshot(int done, int total, int failed, Duration elapsed, Duration remaining) {

    /**
     * Refuses null.
     *
     * @param done cells finished, those read from a checkpoint included
     * @param total cells of the plan
     * @param failed cells finished without an estimate
     * @param elapsed time since the start of this run
     * @param remaining estimate of the time left; zero until a first cell is finished
     */
    public Snapshot {
      Objects.requireNonNull(elapsed, "elapsed");
      Objects.requireNonNull(remaining, "remaining");
    }

    /**
     * The finished part.
     *
     * @return from 0 to 1
     */
    public double fraction() {
      return total == 0 ? 1 : (double) done / total;
    }
  }

  /**
   * Called at the start, at least a few times a second while cells finish, and at the end.
   *
   * @param snapshot how far the run has come
   */
  void update(Snapshot snapshot);

  /**
   * Ignores updates.
   *
   * @return progress that nobody reads
   */
  static Progress none() {
    return snapshot -> {};
  }
}
