package io.github.miscope.plan;

import java.util.List;
import java.util.Objects;

/**
 * Why a cell has no result. Estimators, tasks and scalings refuse input by an {@link
 * IllegalArgumentException}: that is a failed cell, and the plan goes on. The same exception from
 * inside a library, or from Java itself, is a mistake of the code that called it: a bug, which must
 * stay visible.
 */
public final class CellFailure {

  /** Packages whose code knows nothing of estimation: what they refuse is not the input. */
  private static final List<String> LIBRARIES =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "kotlin.",
          "org.apache.",
          "org.ejml.",
          "org.bytedeco.");

  private CellFailure() {}

  /**
   * The reason of a failed cell.
   *
   * @param refusal what the cell's work threw
   * @return its message
   * @throws IllegalArgumentException the same again, if a library threw it
   */
  public static String reason(IllegalArgumentException refusal) {
    Objects.requireNonNull(refusal, "refusal");
    StackTraceElement[] trace = refusal.getStackTrace();
    if (trace.length > 0 && isLibrary(trace[0].getClassName())) {
      throw refusal;
    }
    return String.valueOf(refusal.getMessage());
  }

  private static boolean isLibrary(String type) {
    return LIBRARIES.stream().anyMatch(type::startsWith);
  }
}
