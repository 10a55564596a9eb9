package io.github.miscope.internal.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the blocks of an index range on the calling thread and idle threads of the common pool.
 *
 * <p>Results belong into arrays, by index, and are reduced afterwards in index order: then neither
 * the number of threads nor the size of blocks changes a bit. The calling thread takes part, so
 * that nesting cannot starve. Each thread asks {@link Interrupts} before each of its blocks; what a
 * block does in long loops of its own should ask, too.
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

  private final @Nullable Watch watch = Watch.start();

  /** Whether the work of which this is a part has been called off. */
  private final @Nullable BooleanSupplier outer = Interrupts.current();

  private Blocks(int n, int blockSize, Supplier<? extends Worker> workers) {
    this.n = n;
    this.blockSize = blockSize;
    this.blocks = (int) ((n - 1L + blockSize) / blockSize);
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
    Blocks blocks = new Blocks(n, blockSize, workers);
    try {
      blocks.run();
    } finally {
      if (blocks.watch != null) {
        blocks.watch.end();
      }
    }
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
      Helper helper = new Helper(this);
      if (Awake.take(helper::work) || helper.isQueued()) {
        helpers.add(helper);
      }
    }
    drain();
    helpers.forEach(helper -> helper.join(interrupted));
    Throwable thrown = failure.get();
    if (interrupted.get()) {
      InterruptedException stop = new InterruptedException("estimation was interrupted");
      if (thrown != null) {
        stop.addSuppressed(thrown);
      }
      throw stop;
    }
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  /** The calling thread's and each helper's share. */
  private void drain() {
    try {
      Worker worker = workers.get();
      int parts = next.length();
      int own = started.getAndIncrement();
      for (int part = own; part < own + parts; part++) {
        drain(worker, part % parts);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  private void drain(Worker worker, int part) {
    int end = end(part);
    while (!isOver()) {
      if (Interrupts.take()) {
        // What another thread threw calls off the work, too, and is what callers must see.
        interrupted.compareAndSet(false, failure.get() == null);
        return;
      }
      int block = next.getAndIncrement(part);
      if (block >= end) {
        return;
      }
      int from = block * blockSize;
      worker.run(from, (int) Math.min(n, (long) from + blockSize));
      if (watch != null && watch.isDue()) {
        watch.tell(taken(), blocks);
      }
    }
  }

  /** How many blocks have been taken. */
  private long taken() {
    long taken = 0;
    for (int part = 0; part < next.length(); part++) {
      taken += Math.min(next.get(part), end(part)) - end(part - 1);
    }
    return taken;
  }

  private boolean isOver() {
    return failure.get() != null || interrupted.get();
  }

  /** Whether what helpers do for this run is no longer wanted. */
  private boolean isCalledOff() {
    return isOver() || (outer != null && outer.getAsBoolean());
  }

  /**
   * The part of another thread; called off if it has not started when the work is done.
   *
   * <p>The pool keeps a helper that is called off until one of its threads comes to it, which may
   * be never where others block the pool. Such a helper holds nothing, and there are only so many.
   */
  private static final class Helper implements Runnable {

    /** More helpers that wait for a thread of the pool would find no work left. */
    private static final int MAX_QUEUED = 1024;

    private static final AtomicInteger QUEUED = new AtomicInteger();

    private final AtomicReference<@Nullable Blocks> work;
    private final CountDownLatch done = new CountDownLatch(1);

    Helper(Blocks work) {
      this.work = new AtomicReference<>(work);
    }

    /** Waits for a thread of the pool, unless too many do. */
    boolean isQueued() {
      if (QUEUED.incrementAndGet() > MAX_QUEUED) {
        QUEUED.decrementAndGet();
        return false;
      }
      ForkJoinPool.commonPool().execute(this);
      return true;
    }

    @Override
    public void run() {
      QUEUED.decrementAndGet();
      work();
      Awake.await();
    }

    private void work() {
      Blocks claimed = work.getAndSet(null);
      if (claimed != null) {
        Interrupts.helping(claimed::isCalledOff, claimed::drain);
        done.countDown();
      }
    }

    void join(AtomicBoolean interrupted) {
      boolean waiting = work.getAndSet(null) == null && !Awake.until(done);
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
