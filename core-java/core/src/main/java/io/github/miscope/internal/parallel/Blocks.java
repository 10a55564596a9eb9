package io.github.miscope.internal.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the blocks of an index range on the calling thread and idle threads of the common pool.
 *
 * <p>Results belong into arrays, by index, and are reduced afterwards in index order: then neither
 * the number of threads nor the size of blocks changes a bit. The calling thread takes part, so
 * that nesting cannot starve, and looks for an interrupt before each of its blocks.
 */
public final class Blocks {

  /** Work on a part of the range. One instance serves one thread and may own buffers. */
  @FunctionalInterface
  public interface Worker {

    /**
     * Does the indices from (inclusive) to to (exclusive).
     *
     * @param from the first index
     * @param to the index after the last
     */
    void run(int from, int to);
  }

  /** Below, waking another thread costs more than it does. */
  private static final int FEW_VALUES = 4096;

  /** Blocks to share out: so many that an uneven share costs little. */
  private static final int ENOUGH = 32;

  private final int n;
  private final int blockSize;
  private final int blocks;
  private final Supplier<? extends Worker> workers;

  /**
   * The next block of each part of the range. A thread does one part, then what is left of others:
   * neighbouring blocks read the same data, which would otherwise go from core to core.
   */
  private final AtomicIntegerArray next;

  private final AtomicInteger started = new AtomicInteger();
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private Blocks(int n, int blockSize, Supplier<? extends Worker> workers) {
    this.n = n;
    this.blockSize = blockSize;
    this.blocks = (n + blockSize - 1) / blockSize;
    this.workers = workers;
    next = new AtomicIntegerArray(Math.max(1, Math.min(Threads.current(), blocks)));
    for (int part = 0; part < next.length(); part++) {
      next.set(part, end(part - 1));
    }
  }

  /** The block behind a part. */
  private int end(int part) {
    return (int) ((part + 1L) * blocks / next.length());
  }

  /**
   * Runs workers over [0, n).
   *
   * @param n the number of indices
   * @param blockSize indices per block, at least 1; a block should take less than 50 ms
   * @param workers makes one worker per thread
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static void run(int n, int blockSize, Supplier<? extends Worker> workers)
      throws InterruptedException {
    new Blocks(n, blockSize, workers).run();
  }

  /**
   * A size of blocks at which there are enough to share out evenly.
   *
   * @param n the number of indices
   * @param least indices of a block that are worth handing out
   * @param most indices of a block that take less than 50 ms
   * @return from least to most
   */
  public static int evenSize(int n, int least, int most) {
    return Math.max(least, Math.min(most, n / ENOUGH));
  }

  /**
   * Runs two tasks, side by side if there is enough to do.
   *
   * @param values how many values each is concerned with
   * @param first one task
   * @param second the other
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static void both(long values, Runnable first, Runnable second)
      throws InterruptedException {
    run(2, values < FEW_VALUES ? 2 : 1, () -> (from, to) -> runTasks(from, to, first, second));
  }

  private static void runTasks(int from, int to, Runnable... tasks) {
    for (int t = from; t < to; t++) {
      tasks[t].run();
    }
  }

  private void run() throws InterruptedException {
    List<Helper> helpers = new ArrayList<>();
    for (int h = 1; h < next.length(); h++) {
      Helper helper = new Helper();
      helpers.add(helper);
      if (!Awake.take(helper::work)) {
        ForkJoinPool.commonPool().execute(helper);
      }
    }
    drain(true);
    helpers.forEach(Helper::join);
    if (failure.get() instanceof RuntimeException e) {
      throw e;
    }
    if (failure.get() instanceof Error e) {
      throw e;
    }
    if (interrupted.get()) {
      throw new InterruptedException("estimation was interrupted");
    }
  }

  private void drain(boolean heedInterrupt) {
    try {
      Worker worker = workers.get();
      int parts = next.length();
      int own = started.getAndIncrement();
      for (int part = own; part < own + parts; part++) {
        drain(worker, part % parts, heedInterrupt);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  private void drain(Worker worker, int part, boolean heedInterrupt) {
    int end = end(part);
    while (failure.get() == null && !interrupted.get()) {
      if (heedInterrupt && Thread.interrupted()) {
        interrupted.set(true);
        return;
      }
      int block = next.getAndIncrement(part);
      if (block >= end) {
        return;
      }
      int from = block * blockSize;
      worker.run(from, Math.min(n, from + blockSize));
    }
  }

  /** The part of another thread; called off if it has not started when the work is done. */
  private final class Helper implements Runnable {
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    @Override
    public void run() {
      work();
      Awake.await();
    }

    private void work() {
      if (claimed.compareAndSet(false, true)) {
        drain(false);
        done.countDown();
      }
    }

    void join() {
      boolean waiting = !claimed.compareAndSet(false, true) && !Awake.until(done);
      while (waiting) {
        try {
          done.await();
          waiting = false;
        } catch (InterruptedException e) {
          interrupted.set(true);
        }
      }
    }
  }
}
