package io.github.miscope.internal.parallel;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value made when it is first asked for, once for all threads. A thread that waits for another
 * one to make it sees interrupts.
 *
 * @param <T> what it is
 */
public final class Lazy<T> implements Supplier<T> {

  private static final long POLL_MILLIS = 10;

  private final Supplier<? extends T> maker;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable T value;

  /**
   * A value to come.
   *
   * @param maker makes it; called again only if it throws
   */
  public Lazy(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  /**
   * The value.
   *
   * @throws java.util.concurrent.CancellationException if the thread is interrupted while another
   *     one makes the value
   */
  @Override
  public T get() {
    T known = value;
    return known == null ? made() : known;
  }

  private T made() {
    lock();
    try {
      T known = value;
      if (known == null) {
        known = maker.get();
        value = known;
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  private void lock() {
    if (lock.tryLock()) {
      return;
    }
    try {
      while (!lock.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        Interrupts.check();
      }
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("the wait for another thread", e);
    }
  }
}
