package io.github.miscope.plan;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plan, as a {@link CellRunner} sees it: cells to do, and where their rows go. The
 * thread that started the run collects rows, tells of progress and watches for interrupts, whatever
 * the runner does.
 *
 * @param <R> what a cell gives
 */
public final class CellJob<R> {

  private static final long TICK_MILLIS = 100;

  /** A finished cell. */
  private record Finished<R>(int cell, R row, long nanos) {}

  private final CellRun<R> run;
  private final Progress progress;
  private final @Nullable Checkpoint<R> checkpoint;
  private final BlockingQueue<Finished<R>> finished = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable Throwable> bug = new AtomicReference<>();
  private final long start = System.nanoTime();
  private final TimeLeft timeLeft;

  CellJob(CellRun<R> run, Progress progress, @Nullable Checkpoint<R> checkpoint) {
    this.run = run;
    this.progress = progress;
    this.checkpoint = checkpoint;
    timeLeft = new TimeLeft(run.cells());
    run.before().stream().forEach(timeLeft::known);
  }

  /**
   * The cells of the plan.
   *
   * @return those that are done included
   */
  public Cells<R> cells() {
    return run.cells();
  }

  /**
   * The plan, by which rows become text.
   *
   * @return empty if the cells belong to no plan
   */
  public Optional<Plan<R>> plan() {
    return run.cells() instanceof Plan<R> plan ? Optional.of(plan) : Optional.empty();
  }

  /**
   * The number of cells that are not done.
   *
   * @return at least 0
   */
  public int left() {
    return run.count() - run.done();
  }

  /**
   * Takes the next cell in the order of work. Any thread may call this.
   *
   * @return a cell that no earlier run has done, and nobody else has taken; -1 after the last
   */
  public int take() {
    return run.take();
  }

  /**
   * Takes a row that the runner itself kept of an earlier run. Only {@link CellRunner#start} calls
   * this, on its own thread, before it takes cells.
   *
   * @param cell the cell
   * @param row its row
   */
  public void earlier(int cell, R row) {
    Objects.requireNonNull(row, "row");
    if (!run.before().get(cell)) {
      timeLeft.known(cell);
    }
    run.keepEarlier(cell, row);
  }

  /**
   * Does the work of a cell; a bug tells in which.
   *
   * @param cells the cells of the plan, or others of the same recipe
   * @param cell the cell
   * @param <R> what a cell gives
   * @return its row
   */
  public static <R> R row(Cells<R> cells, int cell) {
    Objects.requireNonNull(cells, "cells");
    return CellRun.row(cells, cell);
  }

  /**
   * Takes the row of a finished cell, and keeps it in the checkpoint if there is one. Any thread
   * may call this.
   *
   * @param cell the cell
   * @param row its row
   * @param nanos how long it took, in nanoseconds
   * @throws java.io.UncheckedIOException if the checkpoint cannot be written
   */
  public void finished(int cell, R row, long nanos) {
    Objects.requireNonNull(row, "row");
    Checkpoint.appendTo(checkpoint, cell, row);
    finished.add(new Finished<>(cell, row, nanos));
  }

  /**
   * Ends the run by an exception: a bug in a cell, or what keeps the runner from going on. Any
   * thread may call this; the first exception counts.
   *
   * @param cause a runtime exception or an error. A {@link CancellationException} ends the run as
   *     an interrupt does
   */
  public void failed(Throwable cause) {
    Objects.requireNonNull(cause, "cause");
    bug.compareAndSet(null, cause);
  }

  void runOn(CellRunner runner) throws InterruptedException {
    tell(1);
    CellRunner.Work work = runner.start(this);
    try {
      collect(work);
    } catch (InterruptedException e) {
      work.stop();
      keepAll();
      throw e;
    } catch (RuntimeException | Error e) {
      work.stop();
      throw e;
    }
  }

  private void collect(CellRunner.Work work) throws InterruptedException {
    tell(work.parallelism());
    while (!run.isComplete()) {
      Finished<R> next = finished.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
      long tickEnd = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
      while (next != null) {
        keep(next);
        next = System.nanoTime() < tickEnd ? finished.poll() : null;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throwBug();
      tell(work.parallelism());
    }
  }

  private void throwBug() throws InterruptedException {
    Throwable thrown = bug.get();
    if (thrown instanceof CancellationException e) {
      throw CellRun.interruption(e);
    }
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
    if (thrown != null) {
      throw new IllegalStateException(thrown);
    }
  }

  private void keep(Finished<R> cell) {
    timeLeft.done(cell.cell(), cell.nanos());
    run.keep(cell.cell(), cell.row());
  }

  private void keepAll() {
    for (Finished<R> late = finished.poll(); late != null; late = finished.poll()) {
      keep(late);
    }
  }

  private void tell(int parallelism) {
    long elapsed = System.nanoTime() - start;
    progress.update(
        new Progress.Snapshot(
            run.done(),
            run.count(),
            run.failed(),
            Duration.ofNanos(elapsed),
            Duration.ofNanos(timeLeft.nanos(parallelism))));
  }
}
