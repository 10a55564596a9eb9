package io.github.miscope.plan;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cells of a plan on threads, or wherever a {@link CellRunner} works. Neither the place
 * nor the number of threads nor an interruption and a new start changes a bit of any row.
 *
 * <p>There are two ways. {@link #run} is for work that stands alone: cells have threads of their
 * own, the calling thread tells of progress several times a second and stops within a second of an
 * interrupt even if a cell does not hear of it, and rows may be kept in a file. {@link #within} is
 * for work within other work, such as the permutations of one estimate in a sweep: the calling
 * thread does cells itself, and idle threads help it.
 */
public final class Runner {

  private Runner() {}

  /**
   * Runs a plan on threads of its own, or on the runner of the options.
   *
   * @param plan the plan
   * @param options threads, progress and checkpoint; from a checkpoint come the rows of earlier
   *     runs
   * @param rows takes the rows on the calling thread, at an interruption all that were finished
   * @param <R> what a cell gives
   * @throws InterruptedException if the calling thread is interrupted
   * @throws IllegalArgumentException if the checkpoint belongs to another plan, is in use by
   *     another run, is no checkpoint or has a damaged header, or the plan has no identity
   * @throws java.io.UncheckedIOException if the checkpoint cannot be read or written
   */
  public static <R> void run(Plan<R> plan, RunOptions options, Rows<R> rows)
      throws InterruptedException {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(rows, "rows");
    CellRun<R> run = new CellRun<>(plan, rows);
    if (options.checkpoint().isEmpty()) {
      run(run, options, null);
      return;
    }
    try (Checkpoint<R> checkpoint = open(options.checkpoint().get(), plan, run)) {
      run(run, options, checkpoint);
    }
  }

  /**
   * Runs cells that belong to no plan on threads of their own, or on the runner of the options.
   *
   * @param cells the cells
   * @param options threads, progress and runner
   * @param rows takes the rows on the calling thread, at an interruption all that were finished
   * @param <R> what a cell gives
   * @throws InterruptedException if the calling thread is interrupted
   * @throws IllegalArgumentException if the options have a checkpoint, which only a plan can use
   */
  public static <R> void run(Cells<R> cells, RunOptions options, Rows<R> rows)
      throws InterruptedException {
    Objects.requireNonNull(cells, "cells");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(rows, "rows");
    if (options.checkpoint().isPresent()) {
      throw new IllegalArgumentException(
          "checkpoint "
              + options.checkpoint().get()
              + " cannot be used: rows of these cells have no text form");
    }
    run(new CellRun<>(cells, rows), options, null);
  }

  private static <R> void run(
      CellRun<R> run, RunOptions options, @Nullable Checkpoint<R> checkpoint)
      throws InterruptedException {
    CellRunner runner = options.runner().orElseGet(() -> new ThreadRunner(options.threads()));
    new CellJob<>(run, options.progress(), checkpoint).runOn(runner);
  }

  private static <R> Checkpoint<R> open(Path file, Plan<R> plan, CellRun<R> run)
      throws InterruptedException {
    try {
      return Checkpoint.open(file, plan, run::keepEarlier);
    } catch (CancellationException e) {
      // While the plan's identity was found: nothing is finished.
      throw CellRun.interruption(e);
    }
  }

  /**
   * Runs cells of about one size on the calling thread and idle ones.
   *
   * @param cells the cells
   * @param rows takes the rows, on any of the threads, one at a time
   * @param done called on the calling thread with the number done
   * @param <R> what a cell gives
   * @throws InterruptedException if the calling thread's work is to stop; by then all rows that
   *     were finished are taken
   */
  public static <R> void within(Cells<R> cells, Rows<R> rows, IntConsumer done)
      throws InterruptedException {
    Objects.requireNonNull(cells, "cells");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(done, "done");
    new SharedThreads<>(new CellRun<>(cells, rows), done).run();
  }
}
