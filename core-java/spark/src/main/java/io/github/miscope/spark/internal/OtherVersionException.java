package io.github.miscope.spark.internal;

import io.github.miscope.plan.Cells;
import org.jspecify.annotations.Nullable;

/** An executor has another version of miscope than the driver. */
public final class OtherVersionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private OtherVersionException(String here, String there) {
    super("miscope " + here + " is on the class path of the executor, and the driver has " + there);
  }

  /** The version of the core in this process; null where it is in no jar of ours. */
  static @Nullable String ofCore() {
    return Cells.class.getPackage().getImplementationVersion();
  }

  /**
   * Refuses another version than the driver's.
   *
   * @param here the version of this process; null if unknown
   * @param there the version of the driver; null if unknown
   */
  static void refuse(@Nullable String here, @Nullable String there) {
    if (here != null && there != null && !here.equals(there)) {
      throw new OtherVersionException(here, there);
    }
  }
}
