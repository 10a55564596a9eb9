package io.github.miscope.spark.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a plan runs.
 *
 * @param master as Spark names it; empty for the context that is active
 * @param options of Spark, by name
 * @param jars more jars for the executors
 * @param checkpoint the folder that keeps finished rows
 */
public record Place(
    String master, Map<String, String> options, List<String> jars, Optional<String> checkpoint) {

  /** Immutable copies. */
  public Place {
    options = Map.copyOf(options);
    jars = List.copyOf(jars);
  }
}
