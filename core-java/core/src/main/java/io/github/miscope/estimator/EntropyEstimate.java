package io.github.miscope.estimator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An estimate of an entropy and what is needed to judge it.
 *
 * @param nats the estimate in nats; a differential entropy may be negative
 * @param estimator the label of the estimator
 * @param n the number of observations
 * @param d the number of dimensions
 * @param diagnostics named numbers: {@code k}, the number of neighbours; {@code bandwidth}; ...
 * @param amounts the names of those diagnostics that are amounts of information, in nats
 * @param warnings what a reader must know
 * @param uncertainty standard error and interval, where the estimator knows them
 */
public record EntropyEstimate(
    double nats,
    String estimator,
    int n,
    int d,
    Map<String, Double> diagnostics,
    Set<String> amounts,
    List<Warning> warnings,
    Uncertainty uncertainty) {

  /**
   * An estimate.
   *
   * @param nats the estimate in nats
   * @param estimator the label of the estimator
   * @param n the number of observations
   * @param d the number of dimensions
   * @param diagnostics named numbers, in the order to show them
   * @param amounts the names of those that are amounts of information, in nats
   * @param warnings what a reader must know
   * @param uncertainty standard error and interval
   * @throws IllegalArgumentException if there is no diagnostic of a name in amounts
   */
  public EntropyEstimate {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(diagnostics, "diagnostics");
    Objects.requireNonNull(amounts, "amounts");
    Objects.requireNonNull(warnings, "warnings");
    Objects.requireNonNull(uncertainty, "uncertainty");
    EstimateText.requireNames(diagnostics, amounts);
    diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(diagnostics));
    amounts = Set.copyOf(amounts);
    warnings = List.copyOf(warnings);
  }

  /**
   * An estimate of unknown uncertainty.
   *
   * @param nats the estimate in nats
   * @param estimator the label of the estimator
   * @param n the number of observations
   * @param d the number of dimensions
   * @param diagnostics named numbers, in the order to show them
   * @param warnings what a reader must know
   */
  public EntropyEstimate(
      double nats,
      String estimator,
      int n,
      int d,
      Map<String, Double> diagnostics,
      List<Warning> warnings) {
    this(nats, estimator, n, d, diagnostics, Set.of(), warnings, Uncertainty.unknown());
  }

  /**
   * The estimate in bits.
   *
   * @return nats / log 2
   */
  public double bits() {
    return InformationUnit.BITS.fromNats(nats);
  }

  /**
   * This estimate with one more warning.
   *
   * @param warning the warning
   * @return a copy with that warning last
   */
  public EntropyEstimate withWarning(Warning warning) {
    Objects.requireNonNull(warning, "warning");
    List<Warning> more = new ArrayList<>(warnings);
    more.add(warning);
    return new EntropyEstimate(nats, estimator, n, d, diagnostics, amounts, more, uncertainty);
  }

  /**
   * This estimate with one more diagnostic, an amount of information.
   *
   * @param name its name
   * @param amount its value in nats
   * @return a copy with that diagnostic last
   */
  public EntropyEstimate withAmount(String name, double amount) {
    Objects.requireNonNull(name, "name");
    Map<String, Double> more = new LinkedHashMap<>(diagnostics);
    more.put(name, amount);
    Set<String> names = new HashSet<>(amounts);
    names.add(name);
    return new EntropyEstimate(nats, estimator, n, d, more, names, warnings, uncertainty);
  }

  /**
   * This estimate with what is known of its uncertainty.
   *
   * @param uncertainty standard error and interval
   * @return a copy with it
   */
  public EntropyEstimate withUncertainty(Uncertainty uncertainty) {
    return new EntropyEstimate(nats, estimator, n, d, diagnostics, amounts, warnings, uncertainty);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f nats (%s, n = %d, d = %d", nats, estimator, n, d)
        + EstimateText.of(diagnostics, amounts, List.of())
        + ")"
        + EstimateText.of(uncertainty, warnings);
  }
}
