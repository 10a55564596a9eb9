package io.github.miscope.internal.parallel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;

/**
 * Things of which each serves several parts of some work: made when a part first needs one, dropped
 * after its last part, so that only those in use are held.
 *
 * @param <T> what they are
 */
public final class Shared<T> {

  private final AtomicIntegerArray left;
  private final IntFunction<? extends T> maker;
  private final Map<Integer, Lazy<T>> held = new ConcurrentHashMap<>();

  /**
   * Things to come.
   *
   * @param parts how many parts each of them serves
   * @param maker makes the thing with a number; again only if it throws
   */
  public Shared(int[] parts, IntFunction<? extends T> maker) {
    this.left = new AtomicIntegerArray(parts);
    this.maker = maker;
  }

  /**
   * A thing.
   *
   * @param number its number
   * @return the same for all its parts
   * @throws java.util.concurrent.CancellationException if the thread is interrupted while another
   *     one makes it
   */
  public T get(int number) {
    return held.computeIfAbsent(number, n -> new Lazy<>(() -> maker.apply(n))).get();
  }

  /**
   * A part is done.
   *
   * @param number the number of the thing that it needs no more
   */
  public void done(int number) {
    if (left.decrementAndGet(number) == 0) {
      held.remove(number);
    }
  }
}
