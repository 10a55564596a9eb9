package io.github.miscope.plan;

import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.internal.parallel.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs cells on threads of their own, while the calling thread reports progress and watches for
 * interrupts, whatever the cells do.
 *
 * @param <R> what a cell gives
 */
final class OwnThreads<R> {

  private static final long TICK_MILLIS = 100;

  /** Cells that hear of an interrupt end within this time, and with them their threads. */
  private static final long GRACE_MILLIS = 200;

  /** A finished cell. */
  private record Finished<R>(int cell, R row, long nanos) {}

  private final CellRun<R> run;
  private final Progress progress;
  private final @Nullable Checkpoint<R> checkpoint;
  private final int threads;
  private final BlockingQueue<Finished<R>> finished = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable Throwable> bug = new AtomicReference<>();
  private final List<Thread> workers = new ArrayList<>();
  private final long start = System.nanoTime();
  private final TimeLeft timeLeft;

  OwnThreads(CellRun<R> run, RunOptions options, @Nullable Checkpoint<R> checkpoint) {
    this.run = run;
    this.progress = options.progress();
    this.checkpoint = checkpoint;
    this.threads = options.threads();
    timeLeft = new TimeLeft(run.cells(), threads);
    run.before().stream().forEach(timeLeft::known);
  }

  void run() throws InterruptedException {
    tell();
    int count = Math.min(threads, run.count() - run.done());
    int threadsPerCell = count == 0 ? 1 : Math.max(1, threads / count);
    for (int t = 0; t < count; t++) {
      Thread worker =
          new Thread(() -> Threads.within(threadsPerCell, this::work), "miscope-cells-" + t);
      worker.setDaemon(true);
      workers.add(worker);
      worker.start();
    }
    try {
      collect();
    } catch (InterruptedException e) {
      workers.forEach(Thread::interrupt);
      await();
      keepAll();
      throw e;
    } finally {
      // After a normal end there is nobody left to interrupt.
      workers.forEach(Thread::interrupt);
    }
  }

  private void work() {
    try {
      for (int cell = run.take(); cell >= 0; cell = run.take()) {
        long begin = System.nanoTime();
        R row = run.row(cell);
        Checkpoint.appendTo(checkpoint, cell, row);
        finished.add(new Finished<>(cell, row, System.nanoTime() - begin));
        // By the run, or by the cell itself: then the run must hear of it.
        Interrupts.throwIfStopped("a cell");
      }
    } catch (RuntimeException | Error e) {
      bug.compareAndSet(null, e);
    }
  }

  private void collect() throws InterruptedException {
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
      tell();
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

  /** Waits a moment for workers, unless interrupted again. */
  private void await() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    try {
      for (Thread worker : workers) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left > 0) {
          worker.join(left);
        }
      }
    } catch (InterruptedException e) {
      // Already stopping.
    }
  }

  private void tell() {
    long elapsed = System.nanoTime() - start;
    progress.update(
        new Progress.Snapshot(
            run.done(),
            run.count(),
            run.failed(),
            Duration.ofNanos(elapsed),
            Duration.ofNanos(timeLeft.nanos())));
  }
}
