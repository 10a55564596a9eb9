package io.github.miscope.selection;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One column of a selection.
 *
 * @param column its number among the candidates
 * @param name its name
 * @param score the criterion, in nats
 * @param relevance I(X;Y), in nats
 * @param redundancy the mean of I(X;S) over the columns chosen before, in nats; empty for the first
 * @param conditional what the criterion takes of I(X;Y|S), its mean or its smallest value, in nats;
 *     empty for the first, and for mRMR
 * @param candidates how many columns it was chosen from
 * @param pValue of the test of independence from the target, given all columns chosen before, as if
 *     this one had been named in advance; empty if not asked for, or if there is no test
 * @param adjustedPValue the p-value that accounts for the choice among the candidates, by
 *     Bonferroni; of strong dependence it is an approximation, {@link
 *     io.github.miscope.inference.NullDraws#tailPValue}
 * @param noPValue why there is no p-value; empty if there is one or none was asked for
 */
public record SelectionStep(
    int column,
    String name,
    double score,
    double relevance,
    OptionalDouble redundancy,
    OptionalDouble conditional,
    int candidates,
    OptionalDouble pValue,
    OptionalDouble adjustedPValue,
    Optional<String> noPValue) {

  /**
   * Refuses null.
   *
   * @param column its number among the candidates
   * @param name its name
   * @param score the criterion
   * @param relevance I(X;Y)
   * @param redundancy the mean of I(X;S) over the columns chosen before
   * @param conditional what the criterion takes of I(X;Y|S)
   * @param candidates how many columns it was chosen from
   * @param pValue of the test given all columns chosen before
   * @param adjustedPValue the p-value that accounts for the choice
   * @param noPValue why there is no p-value
   */
  public SelectionStep {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(redundancy, "redundancy");
    Objects.requireNonNull(conditional, "conditional");
    Objects.requireNonNull(pValue, "pValue");
    Objects.requireNonNull(adjustedPValue, "adjustedPValue");
    Objects.requireNonNull(noPValue, "noPValue");
  }
}
