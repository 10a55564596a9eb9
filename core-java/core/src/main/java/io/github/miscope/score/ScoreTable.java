package io.github.miscope.score;

import io.github.miscope.estimator.InformationUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Scores of suspects between a minimum, what the baselines tell of the victim, and a maximum, what
 * the victim tells of itself. Immutable.
 *
 * @param estimator the label of the estimator
 * @param n the number of observations
 * @param level the nominal coverage of the intervals
 * @param groups the number of groups of observations that errors and p-values come from
 * @param minimum I_min, the mean over the baselines, in nats
 * @param minimumSpread the standard deviation of the baselines' estimates, in nats: how much I_min
 *     depends on which baselines there are; NaN if there is only one
 * @param maximum I_max, the estimate for the victim and itself, in nats
 * @param rows the victim, then suspects and baselines as they were given
 */
public record ScoreTable(
    String estimator,
    int n,
    double level,
    int groups,
    double minimum,
    double minimumSpread,
    double maximum,
    List<ScoreRow> rows) {

  /** Standard errors below zero, as for other estimates: one in a thousand. */
  private static final double FAR = 4;

  /** A spread of the baselines, as a share of the scale, from which two of them differ in kind. */
  private static final double WIDE = 0.25;

  /**
   * A table.
   *
   * @param estimator the label of the estimator
   * @param n the number of observations
   * @param level the nominal coverage of the intervals
   * @param groups the number of groups of observations
   * @param minimum I_min, in nats
   * @param minimumSpread the standard deviation of the baselines' estimates, in nats
   * @param maximum I_max, in nats
   * @param rows the victim, then suspects and baselines
   */
  public ScoreTable {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(rows, "rows");
    rows = List.copyOf(rows);
  }

  /**
   * Whether there is a scale: the estimator finds more of the victim in itself than in the
   * baselines. Where it does not, all scores are NaN.
   *
   * @return true if I_max &gt; I_min
   */
  public boolean hasScale() {
    return maximum > minimum;
  }

  /**
   * The row of a name.
   *
   * @param name the name of a representation
   * @return its row
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public ScoreRow row(String name) {
    Objects.requireNonNull(name, "name");
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no representation '"
                        + name
                        + "', only "
                        + rows.stream().map(ScoreRow::name).toList()));
  }

  /**
   * What a reader must know besides the rows.
   *
   * @param unit the unit of information in sentences
   * @return sentences, often none
   */
  public List<String> remarks(InformationUnit unit) {
    Objects.requireNonNull(unit, "unit");
    List<String> remarks = new ArrayList<>();
    if (!hasScale()) {
      remarks.add(
          "The estimator finds no more of the victim in itself than in the baselines: there is no"
              + " scale, and no score.");
    }
    double least = rows.stream().mapToDouble(row -> row.estimate().nats()).min().orElse(Double.NaN);
    double error = Math.max(1 / Math.sqrt(n), minimumError());
    if (least < -FAR * error) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "Estimates reach down to %.1f %s, though mutual information is never below zero: the"
                  + " estimator is out of its depth in these many columns. Compress first.",
              unit.fromNats(least),
              unit));
    }
    if (Double.isNaN(minimumSpread)) {
      remarks.add("There is one baseline: how much the scores depend on it is unknown.");
    } else if (hasScale() && minimumSpread > WIDE * (maximum - minimum)) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "The baselines differ by a standard deviation of %.2g of the scale: take more of them,"
                  + " or trained ones.",
              minimumSpread / (maximum - minimum)));
    }
    return remarks;
  }

  private double minimumError() {
    return rows.stream()
        .min(Comparator.comparingDouble(row -> row.estimate().nats()))
        .map(row -> row.estimate().standardError().orElse(0))
        .orElse(0.0);
  }

  /** The scale and a line for each row. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s, n = %d: I_min = %.4f nats, I_max = %.4f nats",
                estimator,
                n,
                minimum,
                maximum));
    rows.forEach(row -> text.append("\n  ").append(row));
    remarks(InformationUnit.NATS).forEach(remark -> text.append("\n  ").append(remark));
    return text.toString();
  }
}
