package io.github.miscope.refusal;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls of what was found by reflection. */
final class Calls {

  private Calls() {}

  /** Calls a constructor, or a method of a receiver, which throws what it throws. */
  static @Nullable Object call(
      Executable executable, @Nullable Object receiver, @Nullable Object[] arguments)
      throws Exception {
    try {
      return executable instanceof Constructor<?> constructor
          ? constructor.newInstance(arguments)
          : ((Method) executable).invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
  }
}
