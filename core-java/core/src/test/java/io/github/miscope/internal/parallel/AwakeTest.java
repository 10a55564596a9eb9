package io.github.miscope.internal.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A thread that has promised to do some work does it, even if it was about to leave. */
class AwakeTest {

  private static final int WAITS = 1500;

  @Test
  void whatIsTakenIsDone() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    int taken = 0;
    Thread[] waiters = new Thread[2];
    for (int w = 0; w < waiters.length; w++) {
      waiters[w] = new Thread(AwakeTest::waitAgainAndAgain);
      waiters[w].start();
    }
    Random random = new Random(1);
    while (waiters[0].isAlive() || waiters[1].isAlive()) {
      taken += Awake.take(done::incrementAndGet) ? 1 : 0;
      LockSupport.parkNanos(random.nextInt(200_000));
    }
    for (Thread waiter : waiters) {
      waiter.join();
    }
    assertTrue(taken > 0, "no thread ever waited");
    // A helper left by another test may still be awake; once all have left, nothing is taken.
    for (int wait = 0; wait < 500 && Awake.take(done::incrementAndGet); wait++) {
      taken++;
      LockSupport.parkNanos(10_000_000);
    }
    for (int wait = 0; wait < 500 && done.get() < taken; wait++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertEquals(taken, done.get());
  }

  private static void waitAgainAndAgain() {
    for (int wait = 0; wait < WAITS; wait++) {
      Awake.await();
    }
  }
}
