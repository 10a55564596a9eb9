package io.github.miscope.spark;

import io.github.miscope.plan.CellRunner;
import io.github.miscope.plan.OptionalRunners;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Runners on Spark for those who look for them by name. */
public final class SparkRunners implements OptionalRunners {

  /** What {@link java.util.ServiceLoader} calls. */
  public SparkRunners() {}

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public CellRunner runner(String place, Map<String, String> options, Optional<String> checkpoint) {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(checkpoint, "checkpoint");
    Spark spark = Spark.on(place);
    for (Map.Entry<String, String> option : options.entrySet()) {
      spark = spark.withOption(option.getKey(), option.getValue());
    }
    return checkpoint.isPresent() ? spark.withCheckpoint(checkpoint.get()) : spark;
  }
}
