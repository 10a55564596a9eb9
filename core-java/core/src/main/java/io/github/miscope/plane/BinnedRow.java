package io.github.miscope.plane;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The binned entropy of one layer after one epoch.
 *
 * @param place which layer
 * @param bins which cells, in words
 * @param nats H(Bin(T)) over the inputs, in nats; noise within the network is off. NaN if it failed
 * @param information I(X;Bin(T)), in nats: the same where T is a function of X; empty where the
 *     network has noise
 * @param labels I(Bin(T);Y), in nats, a plug-in value; empty where classes are not known or not
 *     asked for
 * @param failure why there is no entropy; null if there is
 */
public record BinnedRow(
    LayerPlace place,
    String bins,
    double nats,
    OptionalDouble information,
    OptionalDouble labels,
    @Nullable String failure) {

  /**
   * A row.
   *
   * @param place which layer
   * @param bins which cells, in words
   * @param nats H(Bin(T)) over the inputs, in nats
   * @param information I(X;Bin(T)), in nats
   * @param labels I(Bin(T);Y), in nats
   * @param failure why there is no entropy
   */
  public BinnedRow {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(bins, "bins");
    Objects.requireNonNull(information, "information");
    Objects.requireNonNull(labels, "labels");
  }

  /** The place and the entropy there. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "epoch %d, %s, %s: %s",
        place.epoch(),
        place.layerName(),
        bins,
        failure == null
            ? String.format(Locale.ROOT, "H(Bin(T)) = %.4f nats", nats)
            : "failed: " + failure);
  }
}
