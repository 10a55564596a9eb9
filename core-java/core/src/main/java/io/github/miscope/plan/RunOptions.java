package io.github.miscope.plan;

import io.github.miscope.internal.check.Check;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a plan is run: nothing here changes a number in its rows. Immutable.
 *
 * @param threads cells that are worked on at the same time, at least 1
 * @param progress receives the progress of the run
 * @param checkpoint the file that keeps finished cells, if any
 * @param runner where cells are worked on; empty for threads of this process
 */
public record RunOptions(
    int threads, Progress progress, Optional<Path> checkpoint, Optional<CellRunner> runner) {

  private static final int MAX_THREADS = 4096;

  /**
   * Options of a run.
   *
   * @param threads cells that are worked on at the same time
   * @param progress receives the progress of the run
   * @param checkpoint the file that keeps finished cells, if any
   * @param runner where cells are worked on; empty for threads of this process
   * @throws IllegalArgumentException if threads &lt; 1 or &gt; 4096
   */
  public RunOptions {
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(checkpoint, "checkpoint");
    Objects.requireNonNull(runner, "runner");
    Check.between("threads", threads, 1, MAX_THREADS);
  }

  /**
   * All processors, no progress, no checkpoint.
   *
   * @return the default options
   */
  public static RunOptions withDefaults() {
    return new RunOptions(
        Runtime.getRuntime().availableProcessors(),
        Progress.none(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * These options with another number of threads.
   *
   * @param newThreads cells that are worked on at the same time, at least 1
   * @return a changed copy
   */
  public RunOptions withThreads(int newThreads) {
    return new RunOptions(newThreads, progress, checkpoint, runner);
  }

  /**
   * These options with another listener.
   *
   * @param progress receives the progress of the run
   * @return a changed copy
   */
  public RunOptions withProgress(Progress progress) {
    return new RunOptions(threads, progress, checkpoint, runner);
  }

  /**
   * These options with a checkpoint. Each finished cell is appended to the file at once; a run that
   * finds the file of an earlier run of the same plan goes on from there, even if that run was
   * killed, and its rows equal those of an uninterrupted run. A plan with more trials extends the
   * file. Plans are told apart by {@link Plan#identity()}, rows that were damaged are computed
   * anew, and two runs cannot use one file at the same time.
   *
   * @param file the file; made if it does not exist
   * @return a changed copy
   */
  public RunOptions withCheckpoint(Path file) {
    Objects.requireNonNull(file, "file");
    return new RunOptions(threads, progress, Optional.of(file), runner);
  }

  /**
   * These options with cells worked on elsewhere, such as on a cluster. The number of threads is
   * then that of the runner.
   *
   * @param newRunner where cells are worked on
   * @return a changed copy
   */
  public RunOptions withRunner(CellRunner newRunner) {
    Objects.requireNonNull(newRunner, "newRunner");
    return new RunOptions(threads, progress, checkpoint, Optional.of(newRunner));
  }
}
