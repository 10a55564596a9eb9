package io.github.miscope.internal.parallel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value made when it is first asked for, once for all threads.
 *
 * @param <T> what it is
 */
public final class Lazy<T> implements Supplier<T> {

  private final Supplier<? extends T> maker;
  private @Nullable T value;

  /**
   * A value to come.
   *
   * @param maker makes it; called again only if it throws
   */
  public Lazy(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T known = value;
    if (known == null) {
      known = maker.get();
      value = known;
    }
    return known;
  }
}
