package io.github.miscope.plane;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.WarningKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A mutual information in the plane.
 *
 * @param nats the estimate, in nats
 * @param standardError in nats; empty if the estimator gives none
 * @param interval a confidence interval; empty unless one was asked for
 * @param warnings what a reader must know
 */
public record PlaneValue(
    double nats, OptionalDouble standardError, Optional<Interval> interval, List<Note> warnings) {

  /**
   * A warning as it is kept in files.
   *
   * @param kind of the warning; of those within strata, that of the largest stratum
   * @param inStrata whether strata have it
   * @param message its sentence, amounts of information in nats
   */
  public record Note(WarningKind kind, boolean inStrata, String message) {

    private static final String IN_STRATA = WarningKind.IN_STRATA.tableName();

    /**
     * A note.
     *
     * @param kind of the warning
     * @param inStrata whether strata have it
     * @param message its sentence
     */
    public Note {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(message, "message");
    }

    static Note of(Warning warning) {
      Warning own = warning;
      while (own instanceof Warning.InStrata strata) {
        own = strata.example();
      }
      return new Note(own.kind(), own != warning, warning.message());
    }

    /** The note of a file; {@link java.util.NoSuchElementException} if there is no such kind. */
    static Note read(String tableName, String message) {
      boolean inStrata = tableName.endsWith(IN_STRATA);
      int length = tableName.length() - (inStrata ? IN_STRATA.length() : 0);
      String own = tableName.substring(0, length);
      return new Note(WarningKind.named(own).orElseThrow(), inStrata, message);
    }

    /**
     * Its name in files.
     *
     * @return for instance {@code "Ties"}; {@code "TiesInStrata"} where strata have it
     */
    public String tableName() {
      return inStrata ? kind.tableName() + IN_STRATA : kind.tableName();
    }

    /**
     * A word or two for people.
     *
     * @return for instance {@code "ties broken within levels"}
     */
    public String label() {
      return inStrata ? kind.label() + " within levels" : kind.label();
    }
  }

  /**
   * A value.
   *
   * @param nats the estimate, in nats
   * @param standardError in nats
   * @param interval a confidence interval
   * @param warnings what a reader must know
   */
  public PlaneValue {
    Objects.requireNonNull(standardError, "standardError");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(warnings, "warnings");
    warnings = List.copyOf(warnings);
  }

  static PlaneValue of(Estimate estimate) {
    return new PlaneValue(
        estimate.nats(),
        estimate.standardError(),
        estimate.interval(),
        estimate.warnings().stream().map(Note::of).toList());
  }

  /** The value and what is known of its error: "1.2034 nats, standard error 0.0213". */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%.4f nats", nats));
    standardError.ifPresent(
        error -> text.append(String.format(Locale.ROOT, ", standard error %.4f", error)));
    interval.ifPresent(own -> text.append(", ").append(own));
    warnings.forEach(note -> text.append("\n  ! ").append(note.message()));
    return text.toString();
  }
}
