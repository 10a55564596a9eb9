package io.github.miscope.plan;

import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.internal.parallel.Threads;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/**
 * Runs cells on the calling thread and idle threads of the common pool.
 *
 * @param <R> what a cell gives
 */
final class SharedThreads<R> {

  /**
   * Below this each cell has one thread, which is the faster way; above, cells follow each other
   * and each has all threads, so that an interrupt need not wait for one on another thread. The
   * choice depends on time, but no bit of a row does.
   */
  private static final long SHORT_NANOS = 50_000_000;

  private final CellRun<R> run;
  private final IntConsumer done;

  SharedThreads(CellRun<R> run, IntConsumer done) {
    this.run = run;
    this.done = done;
  }

  void run() throws InterruptedException {
    try {
      // Code that is not warm yet may be slow: one by one until cells are short.
      for (int cell = run.take(); cell >= 0; cell = run.take()) {
        CellRun.check();
        long start = System.nanoTime();
        finish(cell);
        done.accept(run.done());
        if (System.nanoTime() - start < SHORT_NANOS) {
          sideBySide();
          return;
        }
      }
    } catch (CancellationException e) {
      throw CellRun.interruption(e);
    }
  }

  private void sideBySide() throws InterruptedException {
    Thread caller = Thread.currentThread();
    Blocks.run(
        run.count() - run.done(),
        1,
        () ->
            (from, to) -> {
              Threads.within(1, () -> finish(run.take()));
              if (Thread.currentThread() == caller) {
                done.accept(run.done());
              }
            });
  }

  private void finish(int cell) {
    run.keep(cell, run.row(cell));
  }
}
