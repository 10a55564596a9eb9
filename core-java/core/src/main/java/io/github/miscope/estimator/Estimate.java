package io.github.miscope.estimator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * An estimate of mutual information and what is needed to judge it.
 *
 * @param nats the estimate in nats; never clamped, so it may be below zero near independence
 * @param estimator the label of the estimator
 * @param n the number of observations
 * @param dX the number of dimensions of X
 * @param dY the number of dimensions of Y
 * @param diagnostics named numbers: {@code k}, the number of neighbours; {@code c}, the maximising
 *     relative scale; ...
 * @param amounts the names of those diagnostics that are amounts of information, in nats
 * @param findings what the estimator chose or found out: the view of the data, the estimator that
 *     served, learning curves, ...
 * @param warnings what a reader must know
 * @param uncertainty standard error, interval and p-value, where they were asked for
 */
public record Estimate(
    double nats,
    String estimator,
    int n,
    int dX,
    int dY,
    Map<String, Double> diagnostics,
    Set<String> amounts,
    List<Finding> findings,
    List<Warning> warnings,
    Uncertainty uncertainty) {

  /**
   * An estimate.
   *
   * @param nats the estimate in nats
   * @param estimator the label of the estimator
   * @param n the number of observations
   * @param dX the number of dimensions of X
   * @param dY the number of dimensions of Y
   * @param diagnostics named numbers, in the order to show them
   * @param amounts the names of those that are amounts of information, in nats
   * @param findings what the estimator chose or found out, in the order to show them
   * @param warnings what a reader must know
   * @param uncertainty standard error, interval and p-value
   * @throws IllegalArgumentException if there is no diagnostic of a name in amounts
   */
  public Estimate {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(diagnostics, "diagnostics");
    Objects.requireNonNull(amounts, "amounts");
    Objects.requireNonNull(findings, "findings");
    Objects.requireNonNull(warnings, "warnings");
    Objects.requireNonNull(uncertainty, "uncertainty");
    EstimateText.requireNames(diagnostics, amounts);
    diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(diagnostics));
    amounts = Set.copyOf(amounts);
    findings = List.copyOf(findings);
    warnings = List.copyOf(warnings);
  }

  /**
   * An estimate without amounts of information among its diagnostics.
   *
   * @param nats the estimate in nats
   * @param estimator the label of the estimator
   * @param n the number of observations
   * @param dX the number of dimensions of X
   * @param dY the number of dimensions of Y
   * @param diagnostics named numbers, in the order to show them
   * @param findings what the estimator chose or found out, in the order to show them
   * @param warnings what a reader must know
   * @param uncertainty standard error, interval and p-value
   */
  public Estimate(
      double nats,
      String estimator,
      int n,
      int dX,
      int dY,
      Map<String, Double> diagnostics,
      List<Finding> findings,
      List<Warning> warnings,
      Uncertainty uncertainty) {
    this(nats, estimator, n, dX, dY, diagnostics, Set.of(), findings, warnings, uncertainty);
  }

  /**
   * An estimate of unknown uncertainty, without findings.
   *
   * @param nats the estimate in nats
   * @param estimator the label of the estimator
   * @param n the number of observations
   * @param dX the number of dimensions of X
   * @param dY the number of dimensions of Y
   * @param diagnostics named numbers, in the order to show them
   * @param warnings what a reader must know
   */
  public Estimate(
      double nats,
      String estimator,
      int n,
      int dX,
      int dY,
      Map<String, Double> diagnostics,
      List<Warning> warnings) {
    this(nats, estimator, n, dX, dY, diagnostics, List.of(), warnings, Uncertainty.unknown());
  }

  /**
   * The standard error, where it was asked for.
   *
   * @return the standard deviation over repetitions of the experiment, in nats
   */
  public OptionalDouble standardError() {
    return uncertainty.standardError();
  }

  /**
   * The confidence interval, where it was asked for.
   *
   * @return the interval, in nats
   */
  public Optional<Interval> interval() {
    return uncertainty.interval();
  }

  /**
   * The bias and the interval for the truth, where they were asked for.
   *
   * @return what the drift over n tells of the truth
   */
  public Optional<TruthInterval> truth() {
    return uncertainty.truth();
  }

  /**
   * The p-value of a test of independence, where it was asked for.
   *
   * @return the p-value
   */
  public Optional<PValue> pValue() {
    return uncertainty.pValue();
  }

  /**
   * The estimate in bits.
   *
   * @return nats / log 2
   */
  public double bits() {
    return in(InformationUnit.BITS);
  }

  /**
   * The estimate in a given unit.
   *
   * @param unit nats or bits
   * @return the value in that unit
   */
  public double in(InformationUnit unit) {
    Objects.requireNonNull(unit, "unit");
    return unit.fromNats(nats);
  }

  /**
   * This estimate under another label.
   *
   * @param label the label of the estimator
   * @return a copy with that label
   */
  public Estimate labelled(String label) {
    Objects.requireNonNull(label, "label");
    return new Estimate(
        nats, label, n, dX, dY, diagnostics, amounts, findings, warnings, uncertainty);
  }

  /**
   * This estimate with one more diagnostic.
   *
   * @param name its name
   * @param value its value
   * @return a copy with that diagnostic last
   */
  public Estimate withDiagnostic(String name, double value) {
    Objects.requireNonNull(name, "name");
    Map<String, Double> more = new LinkedHashMap<>(diagnostics);
    more.put(name, value);
    return new Estimate(nats, estimator, n, dX, dY, more, amounts, findings, warnings, uncertainty);
  }

  /**
   * This estimate with one more diagnostic, an amount of information.
   *
   * @param name its name
   * @param amount its value in nats
   * @return a copy with that diagnostic last
   */
  public Estimate withAmount(String name, double amount) {
    Objects.requireNonNull(name, "name");
    Map<String, Double> more = new LinkedHashMap<>(diagnostics);
    more.put(name, amount);
    Set<String> names = new HashSet<>(amounts);
    names.add(name);
    return new Estimate(nats, estimator, n, dX, dY, more, names, findings, warnings, uncertainty);
  }

  /**
   * This estimate with other warnings.
   *
   * @param warnings what a reader must know
   * @return a copy with these warnings only
   */
  public Estimate withWarnings(List<Warning> warnings) {
    return new Estimate(
        nats, estimator, n, dX, dY, diagnostics, amounts, findings, warnings, uncertainty);
  }

  /**
   * This estimate with one more warning.
   *
   * @param warning the warning
   * @return a copy with that warning last
   */
  public Estimate withWarning(Warning warning) {
    Objects.requireNonNull(warning, "warning");
    List<Warning> more = new ArrayList<>(warnings);
    more.add(warning);
    return new Estimate(
        nats, estimator, n, dX, dY, diagnostics, amounts, findings, more, uncertainty);
  }

  /**
   * This estimate with one more finding.
   *
   * @param finding the finding
   * @return a copy with that finding last
   */
  public Estimate withFinding(Finding finding) {
    Objects.requireNonNull(finding, "finding");
    List<Finding> more = new ArrayList<>(findings);
    more.add(finding);
    return new Estimate(
        nats, estimator, n, dX, dY, diagnostics, amounts, more, warnings, uncertainty);
  }

  /**
   * The findings of one type.
   *
   * @param type which
   * @param <F> the type
   * @return all of them, in order
   */
  public <F extends Finding> List<F> findings(Class<F> type) {
    Objects.requireNonNull(type, "type");
    return findings.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * This estimate with what is known of its uncertainty.
   *
   * @param uncertainty standard error, interval and p-value
   * @return a copy with it
   */
  public Estimate withUncertainty(Uncertainty uncertainty) {
    return new Estimate(
        nats, estimator, n, dX, dY, diagnostics, amounts, findings, warnings, uncertainty);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%.4f nats (%s, n = %d", nats, estimator, n));
    text.append(EstimateText.of(diagnostics, amounts, findings)).append(')');
    text.append(EstimateText.of(uncertainty, warnings));
    return text.toString();
  }
}
