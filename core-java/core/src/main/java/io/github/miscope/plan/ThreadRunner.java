package io.github.miscope.plan;

import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.internal.parallel.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs cells on threads of their own.
 *
 * @param threads cells that are worked on at the same time
 */
record ThreadRunner(int threads) implements CellRunner {

  /** Cells that hear of an interrupt end within this time, and with them their threads. */
  private static final long GRACE_MILLIS = 200;

  @Override
  public <R> Work start(CellJob<R> job) {
    int count = Math.min(threads, job.left());
    int threadsPerCell = count == 0 ? 1 : Math.max(1, threads / count);
    List<Thread> workers = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      Thread worker =
          new Thread(() -> Threads.within(threadsPerCell, () -> work(job)), "miscope-cells-" + t);
      worker.setDaemon(true);
      workers.add(worker);
      worker.start();
    }
    return new Workers(threads, workers);
  }

  @Override
  public String label() {
    return threads + " threads";
  }

  private static <R> void work(CellJob<R> job) {
    try {
      for (int cell = job.take(); cell >= 0; cell = job.take()) {
        long begin = System.nanoTime();
        R row = CellRun.row(job.cells(), cell);
        job.finished(cell, row, System.nanoTime() - begin);
        // By the run, or by the cell itself: then the run must hear of it.
        Interrupts.throwIfStopped("a cell");
      }
    } catch (RuntimeException | Error e) {
      job.failed(e);
    }
  }

  private record Workers(int parallelism, List<Thread> threads) implements Work {

    /** Waits a moment for the threads, unless interrupted again. */
    @Override
    public void stop() {
      threads.forEach(Thread::interrupt);
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
      try {
        for (Thread worker : threads) {
          long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
          if (left > 0) {
            worker.join(left);
          }
        }
      } catch (InterruptedException e) {
        // Already stopping.
      }
    }
  }
}
