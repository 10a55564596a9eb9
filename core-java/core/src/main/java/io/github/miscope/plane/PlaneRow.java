package io.github.miscope.plane;

import io.github.miscope.activation.EpochScores;
import io.github.miscope.internal.text.Numbers;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One layer after one epoch, seen by one estimator.
 *
 * @param place which layer
 * @param snrDb signal-to-noise ratio of the noise that was added to T, in dB; empty for none
 * @param estimator the label of the estimator
 * @param inputs I(X;T); empty if it failed
 * @param labels I(T;Y); empty if it failed, or classes are not known or not asked for
 * @param inputCodes what X was compressed to; empty without compression, or if it failed
 * @param layerCodes what T was compressed to; empty without compression, or if it failed
 * @param scores loss and accuracy of the network
 * @param failure why there is no estimate; null if there is
 */
public record PlaneRow(
    LayerPlace place,
    OptionalDouble snrDb,
    String estimator,
    Optional<PlaneValue> inputs,
    Optional<PlaneValue> labels,
    Optional<PlaneCodes> inputCodes,
    Optional<PlaneCodes> layerCodes,
    EpochScores scores,
    @Nullable String failure) {

  /**
   * A row.
   *
   * @param place which layer
   * @param snrDb signal-to-noise ratio of the noise that was added to T, in dB
   * @param estimator the label of the estimator
   * @param inputs I(X;T)
   * @param labels I(T;Y)
   * @param inputCodes what X was compressed to; empty without compression, or if it failed
   * @param layerCodes what T was compressed to; empty without compression, or if it failed
   * @param scores loss and accuracy of the network
   * @param failure why there is no estimate
   */
  public PlaneRow {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(snrDb, "snrDb");
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(inputCodes, "inputCodes");
    Objects.requireNonNull(layerCodes, "layerCodes");
    Objects.requireNonNull(scores, "scores");
  }

  /**
   * Whether there is no estimate.
   *
   * @return true if there is a {@link #failure()}
   */
  public boolean failed() {
    return failure != null;
  }

  /** The place and what was found there. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("epoch ").append(place.epoch()).append(", ").append(place.layerName());
    text.append(", ").append(estimator);
    snrDb.ifPresent(db -> text.append(", ").append(Numbers.brief(db)).append(" dB"));
    inputs.ifPresentOrElse(
        value -> text.append(": I(X;T) = ").append(value),
        () -> text.append(": failed: ").append(failure));
    labels.ifPresent(value -> text.append("; I(T;Y) = ").append(value));
    inputCodes.ifPresent(codes -> text.append("; X: ").append(codes));
    layerCodes.ifPresent(codes -> text.append("; T: ").append(codes));
    return text.toString();
  }
}
