package io.github.miscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.internal.parallel.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The number of threads changes no bit. */
public final class ThreadBits {

  private static final int[] THREADS = {1, 2, 5};

  private ThreadBits() {}

  /** Requires the same result on any number of threads. */
  public static <T> void requireSame(Supplier<T> work) {
    List<T> found = new ArrayList<>();
    for (int threads : THREADS) {
      Threads.within(threads, () -> found.add(work.get()));
    }
    for (T one : found) {
      assertEquals(found.get(0), one);
    }
  }
}
