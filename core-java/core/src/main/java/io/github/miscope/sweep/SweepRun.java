package io.github.miscope.sweep;

import io.github.miscope.internal.parallel.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One run of a sweep. Worker threads take cells, trial by trial, so that a stopped sweep has all
 * values of its first trials; the calling thread collects rows and tells of progress.
 */
final class SweepRun {

  private static final long TICK_MILLIS = 100;

  /** A finished cell, or what went wrong with it. */
  private record Outcome(int index, @Nullable SweepRow row, @Nullable Throwable bug) {}

  private final Sweep sweep;
  private final RunOptions options;
  private final @Nullable SweepRow[] rows;
  private final List<Cell> pending = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
  private final List<Thread> workers = new ArrayList<>();
  private final long start = System.nanoTime();
  private int done;
  private int doneBefore;
  private int failed;

  SweepRun(Sweep sweep, RunOptions options) {
    this.sweep = sweep;
    this.options = options;
    this.rows = new SweepRow[sweep.cells()];
  }

  SweepTable run() {
    if (options.checkpoint().isEmpty()) {
      return run(null);
    }
    try (Checkpoint checkpoint = Checkpoint.open(options.checkpoint().get(), sweep)) {
      return run(checkpoint);
    } catch (SweepInterruptedException e) {
      throw e;
    } catch (CancellationException e) {
      // While the plan's identity was found: nothing is finished.
      throw new SweepInterruptedException(finished(), new InterruptedException(e.getMessage()));
    }
  }

  private SweepTable run(@Nullable Checkpoint checkpoint) {
    plan(checkpoint);
    tell();
    int threads = Math.min(options.threads(), pending.size());
    int threadsPerCell = threads == 0 ? 1 : Math.max(1, options.threads() / threads);
    for (int t = 0; t < threads; t++) {
      Thread worker =
          new Thread(
              () -> Threads.within(threadsPerCell, () -> work(checkpoint)), "miscope-sweep-" + t);
      worker.setDaemon(true);
      workers.add(worker);
      worker.start();
    }
    try {
      collect();
    } catch (InterruptedException e) {
      throw new SweepInterruptedException(finished(), e);
    } finally {
      // After a normal end there is nobody left to interrupt.
      workers.forEach(Thread::interrupt);
    }
    return finished();
  }

  /** Takes over the rows of a checkpoint and lists the cells that are left, trial by trial. */
  private void plan(@Nullable Checkpoint checkpoint) {
    int values = sweep.values().length;
    for (int trial = 0; trial < sweep.trials(); trial++) {
      for (int v = 0; v < values; v++) {
        for (int e = 0; e < sweep.estimators().size(); e++) {
          Cell cell = new Cell(sweep, e, v, trial);
          Optional<SweepRow> known = checkpoint == null ? Optional.empty() : checkpoint.row(cell);
          known.ifPresentOrElse(row -> keep(cell.index(), row), () -> pending.add(cell));
        }
      }
    }
    doneBefore = done;
  }

  private void keep(int index, SweepRow row) {
    rows[index] = row;
    done++;
    failed += row.failed() ? 1 : 0;
  }

  private void work(@Nullable Checkpoint checkpoint) {
    for (int p = next.getAndIncrement(); p < pending.size(); p = next.getAndIncrement()) {
      Cell cell = pending.get(p);
      try {
        SweepRow row = cell.compute();
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        if (checkpoint != null) {
          checkpoint.append(row);
        }
        outcomes.add(new Outcome(cell.index(), row, null));
      } catch (CancellationException e) {
        return;
      } catch (RuntimeException | Error e) {
        outcomes.add(new Outcome(cell.index(), null, e));
        return;
      }
    }
  }

  private void collect() throws InterruptedException {
    while (done < rows.length) {
      Outcome outcome = outcomes.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
      long tickEnd = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
      while (outcome != null) {
        accept(outcome);
        outcome = System.nanoTime() < tickEnd ? outcomes.poll() : null;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      tell();
    }
  }

  private void accept(Outcome outcome) {
    if (outcome.bug() instanceof RuntimeException bug) {
      throw bug;
    }
    if (outcome.bug() instanceof Error bug) {
      throw bug;
    }
    keep(outcome.index(), Objects.requireNonNull(outcome.row()));
  }

  private void tell() {
    long elapsed = System.nanoTime() - start;
    int doneNow = done - doneBefore;
    long remaining = doneNow == 0 ? 0 : (long) ((double) elapsed / doneNow * (rows.length - done));
    options
        .progress()
        .update(
            new Progress.Snapshot(
                done, rows.length, failed, Duration.ofNanos(elapsed), Duration.ofNanos(remaining)));
  }

  private SweepTable finished() {
    for (Outcome late = outcomes.poll(); late != null; late = outcomes.poll()) {
      SweepRow row = late.row();
      if (row != null) {
        keep(late.index(), row);
      }
    }
    return new SweepTable(sweep, Arrays.stream(rows).filter(Objects::nonNull).toList());
  }
}
