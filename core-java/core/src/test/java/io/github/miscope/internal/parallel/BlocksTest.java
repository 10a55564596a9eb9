package io.github.miscope.internal.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every index once, however the range is shared out. */
class BlocksTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1, 5", "7, 1", "7, 3", "100, 7", "1000, 1", "1000, 999"})
  void everyIndexIsDoneOnceByAnyNumberOfThreads(int n, int blockSize) {
    for (int threads : new int[] {1, 2, 3, 16}) {
      AtomicIntegerArray done = new AtomicIntegerArray(n);
      Threads.within(threads, () -> run(n, blockSize, done));
      for (int i = 0; i < n; i++) {
        assertEquals(1, done.get(i), "index " + i + ", threads " + threads);
      }
    }
  }

  @Test
  void nestedRunsComplete() {
    AtomicIntegerArray done = new AtomicIntegerArray(64);
    Threads.within(
        8,
        () ->
            uninterrupted(
                () ->
                    Blocks.run(
                        8, 1, () -> (from, to) -> Threads.within(8, () -> row(from, done)))));
    for (int i = 0; i < 64; i++) {
      assertEquals(1, done.get(i), "index " + i);
    }
  }

  private static void row(int row, AtomicIntegerArray done) {
    uninterrupted(() -> Blocks.run(8, 1, () -> (from, to) -> done.incrementAndGet(8 * row + from)));
  }

  /** Helpers stay awake for 100 microseconds: steps that come just then, from two callers. */
  @Test
  void stepsThatComeWhileHelpersFallAsleep() throws InterruptedException {
    int runs = 3000;
    AtomicIntegerArray done = new AtomicIntegerArray(2 * runs * 4);
    Thread[] callers = new Thread[2];
    for (int caller = 0; caller < callers.length; caller++) {
      int first = caller * runs;
      callers[caller] = new Thread(() -> Threads.within(3, () -> steps(first, first + runs, done)));
      callers[caller].start();
    }
    for (Thread caller : callers) {
      caller.join();
    }
    for (int i = 0; i < done.length(); i++) {
      assertEquals(1, done.get(i), "index " + i);
    }
  }

  private static void steps(int from, int to, AtomicIntegerArray done) {
    Random random = new Random(from);
    for (int step = from; step < to; step++) {
      int start = 4 * step;
      uninterrupted(() -> Blocks.run(4, 1, () -> (a, b) -> done.incrementAndGet(start + a)));
      LockSupport.parkNanos(80_000 + random.nextInt(40_000));
    }
  }

  @Test
  void whatAWorkerThrowsIsThrown() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                Blocks.run(
                    100,
                    1,
                    () ->
                        (from, to) -> {
                          if (from == 77) {
                            throw new IllegalStateException("at 77");
                          }
                        }));
    assertEquals("at 77", thrown.getMessage());
  }

  @Test
  void anInterruptStopsTheRun() {
    AtomicInteger done = new AtomicInteger();
    Thread.currentThread().interrupt();
    // The one helper alone would need ten seconds.
    Threads.within(
        2,
        () ->
            assertThrows(
                InterruptedException.class,
                () ->
                    Blocks.run(
                        100_000,
                        1,
                        () ->
                            (from, to) -> {
                              done.incrementAndGet();
                              LockSupport.parkNanos(100_000);
                            })));
    assertFalse(Thread.currentThread().isInterrupted(), "the interrupt is taken");
    assertTrue(done.get() < 100_000, "all blocks were done");
  }

  /** A pool that others block keeps called-off helpers, but not what they were to work on. */
  @Test
  void helpersThatAreCalledOffHoldNothing() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(ForkJoinPool.getCommonPoolParallelism());
    for (int t = 0; t < ForkJoinPool.getCommonPoolParallelism(); t++) {
      ForkJoinPool.commonPool()
          .execute(
              () -> {
                blocked.countDown();
                uninterrupted(release::await);
              });
    }
    List<WeakReference<double[]>> buffers = new ArrayList<>();
    try {
      blocked.await();
      Threads.within(4, () -> IntStream.range(0, 100).forEach(run -> buffers.add(runWithBuffer())));
      int held = buffers.size();
      for (int wait = 0; wait < 100 && held > 2; wait++) {
        System.gc();
        LockSupport.parkNanos(10_000_000);
        held = (int) buffers.stream().filter(buffer -> buffer.get() != null).count();
      }
      assertTrue(held <= 2, held + " of 100 buffers are held");
    } finally {
      release.countDown();
    }
  }

  private static WeakReference<double[]> runWithBuffer() {
    double[] buffer = new double[1 << 16];
    uninterrupted(() -> Blocks.run(8, 1, () -> (from, to) -> buffer[from] = to));
    return new WeakReference<>(buffer);
  }

  /** Nested work of helpers hears of an interrupt of the thread that they help. */
  @Test
  void helpersStopInTheMiddleOfABlock() {
    AtomicInteger endless = new AtomicInteger();
    CountDownLatch helps = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    Threads.within(
        2,
        () ->
            assertThrows(
                InterruptedException.class,
                () ->
                    Blocks.run(
                        2,
                        1,
                        () ->
                            (from, to) -> {
                              if (Thread.currentThread() == caller) {
                                uninterrupted(helps::await);
                                caller.interrupt();
                              } else {
                                helps.countDown();
                                untilCalledOff(endless);
                              }
                            })));
    assertEquals(1, endless.get());
  }

  private static void untilCalledOff(AtomicInteger stopped) {
    try {
      while (true) {
        Interrupts.check();
        LockSupport.parkNanos(100_000);
      }
    } catch (InterruptedException e) {
      stopped.incrementAndGet();
    }
  }

  private static void run(int n, int blockSize, AtomicIntegerArray done) {
    uninterrupted(
        () ->
            Blocks.run(
                n,
                blockSize,
                () ->
                    (from, to) -> {
                      for (int i = from; i < to; i++) {
                        done.incrementAndGet(i);
                      }
                    }));
  }

  private interface Run {
    void run() throws InterruptedException;
  }

  private static void uninterrupted(Run run) {
    try {
      run.run();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
