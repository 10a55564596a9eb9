package io.github.miscope.plane;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Warning;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A mutual information in the plane.
 *
 * @param nats the estimate, in nats
 * @param standardError in nats; empty if the estimator gives none
 * @param warnings what a reader must know
 */
public record PlaneValue(double nats, OptionalDouble standardError, List<Note> warnings) {

  /**
   * A warning as it is kept in files.
   *
   * @param kind the name of its type, such as "Ties"; "TiesInStrata" where strata have it
   * @param message its sentence, amounts of information in nats
   */
  public record Note(String kind, String message) {

    /**
     * A note.
     *
     * @param kind the name of the warning's type
     * @param message its sentence
     */
    public Note {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(message, "message");
    }

    static Note of(Warning warning) {
      return new Note(kind(warning), warning.message());
    }

    private static String kind(Warning warning) {
      String own = warning.getClass().getSimpleName();
      return warning instanceof Warning.InStrata strata ? kind(strata.example()) + own : own;
    }
  }

  /**
   * A value.
   *
   * @param nats the estimate, in nats
   * @param standardError in nats
   * @param warnings what a reader must know
   */
  public PlaneValue {
    Objects.requireNonNull(standardError, "standardError");
    Objects.requireNonNull(warnings, "warnings");
    warnings = List.copyOf(warnings);
  }

  static PlaneValue of(Estimate estimate) {
    return new PlaneValue(
        estimate.nats(),
        estimate.standardError(),
        estimate.warnings().stream().map(Note::of).toList());
  }

  /** The value and what is known of its error: "1.2034 nats, standard error 0.0213". */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%.4f nats", nats));
    standardError.ifPresent(
        error -> text.append(String.format(Locale.ROOT, ", standard error %.4f", error)));
    warnings.forEach(note -> text.append("\n  ! ").append(note.message()));
    return text.toString();
  }
}
