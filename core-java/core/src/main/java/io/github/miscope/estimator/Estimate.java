package io.github.miscope.estimator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
 * @param warnings what a reader must know
 */
public record Estimate(
    double nats,
    String estimator,
    int n,
    int dX,
    int dY,
    Map<String, Double> diagnostics,
    List<Warning> warnings) {

  /**
   * An estimate.
   *
   * @param nats the estimate in nats
   * @param estimator the label of the estimator
   * @param n the number of observations
   * @param dX the number of dimensions of X
   * @param dY the number of dimensions of Y
   * @param diagnostics named numbers, in the order to show them
   * @param warnings what a reader must know
   */
  public Estimate {
    diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(diagnostics));
    warnings = List.copyOf(warnings);
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
    return unit.fromNats(nats);
  }

  /**
   * This estimate under another label.
   *
   * @param label the label of the estimator
   * @return a copy with that label
   */
  public Estimate labelled(String label) {
    return new Estimate(nats, label, n, dX, dY, diagnostics, warnings);
  }

  /**
   * This estimate with one more diagnostic.
   *
   * @param name its name
   * @param value its value
   * @return a copy with that diagnostic last
   */
  public Estimate withDiagnostic(String name, double value) {
    Map<String, Double> more = new LinkedHashMap<>(diagnostics);
    more.put(name, value);
    return new Estimate(nats, estimator, n, dX, dY, more, warnings);
  }

  /**
   * This estimate with one more warning.
   *
   * @param warning the warning
   * @return a copy with that warning last
   */
  public Estimate withWarning(Warning warning) {
    List<Warning> more = new ArrayList<>(warnings);
    more.add(warning);
    return new Estimate(nats, estimator, n, dX, dY, diagnostics, more);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%.4f nats (%s, n = %d", nats, estimator, n));
    diagnostics.forEach(
        (name, value) ->
            text.append(", ")
                .append(name)
                .append(" = ")
                .append(
                    value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.4g", value)));
    text.append(')');
    warnings.forEach(warning -> text.append("\n  ! ").append(warning.message()));
    return text.toString();
  }
}
