package io.github.miscope.neural.experiment;

import io.github.miscope.neural.representation.TrainedEncoder;
import io.github.miscope.score.Origin;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * An encoder of an experiment on dataset inference.
 *
 * @param name for tables and figures
 * @param origin how it came to be
 * @param temperature of its contrastive loss; empty for one that was not trained by it
 * @param encoder the encoder
 */
public record NamedEncoder(
    String name, Origin origin, OptionalDouble temperature, TrainedEncoder encoder) {

  /**
   * Refuses null.
   *
   * @param name for tables and figures
   * @param origin how it came to be
   * @param temperature of its contrastive loss
   * @param encoder the encoder
   */
  public NamedEncoder {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(temperature, "temperature");
    Objects.requireNonNull(encoder, "encoder");
  }

  /** "stolen, no heads: encoder ...". */
  @Override
  public String toString() {
    return name + ": " + encoder;
  }
}
