package io.github.miscope.spark.internal;

import java.util.Arrays;
import java.util.Locale;

/** A class is another one than where an object of it was packed. */
public final class OtherClassException extends RuntimeException {

  private static final long serialVersionUID = 1;

  OtherClassException(Class<?> type, String[] here, String[] there) {
    super(
        String.format(
            Locale.ROOT,
            "%s has %s here, and %s where it was sent from",
            type.getName(),
            Arrays.toString(here),
            Arrays.toString(there)));
  }
}
