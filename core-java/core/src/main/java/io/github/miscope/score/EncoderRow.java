package io.github.miscope.score;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How good an encoder is, and how near to the victim.
 *
 * @param name its name
 * @param origin how it came to be
 * @param temperature of its contrastive loss; empty for one that was not trained by it
 * @param accuracy the share of test observations whose class one linear layer on its
 *     representations tells, in [0, 1]
 * @param overlap the share of nearest neighbours that it has in common with the victim, in [0, 1];
 *     see {@link NeighbourOverlap}
 */
public record EncoderRow(
    String name, Origin origin, OptionalDouble temperature, double accuracy, double overlap) {

  /**
   * A row.
   *
   * @param name its name
   * @param origin how it came to be
   * @param temperature of its contrastive loss
   * @param accuracy of one linear layer on its representations
   * @param overlap with the victim's nearest neighbours
   */
  public EncoderRow {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(temperature, "temperature");
  }

  /** One line: "stolen, no heads (stolen): accuracy 72.0 %, neighbours shared 54.3 %". */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s (%s): accuracy %.1f %%, neighbours shared %.1f %%",
        name,
        origin,
        100 * accuracy,
        100 * overlap);
  }
}
