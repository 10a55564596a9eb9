package io.github.miscope.estimator.neighbour;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.ties.TieBreaking;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The information that several variables share, h(X1) + ... + h(Xm) - h(X1, ..., Xm): their total
 * correlation, or multi-information (Watanabe, IBM Journal of Research and Development 4, 66,
 * 1960). By nearest neighbours, as Kraskov, St&ouml;gbauer and Grassberger generalise their
 * estimators (Physical Review E 69, 066138, 2004, equations 22 and 23): KSG1's form psi(k) + (m -
 * 1) psi(n) - mean(psi(n1 + 1) + ... + psi(nm + 1)), and KSG2's psi(k) - (m - 1) / k + (m - 1)
 * psi(n) - mean(psi(n1) + ... + psi(nm)), with counts as in {@link KsgVariant#KSG1} and {@link
 * KsgVariant#KSG2}. Of two variables it is their mutual information.
 *
 * <p>A Theiler window w (Theiler, Physical Review A 34, 2427, 1986) leaves out, of a series in
 * order of time, all points that are no more than w rows from a point: neighbours in time are alike
 * because they follow each other, and say nothing of the dependence between variables. They are
 * neither neighbours nor counted, and n is the number of the others, and one.
 *
 * <p>All variables share one distance, so that units matter: scale them, best to normal ranks.
 * Every point is compared with every other: n^2 d steps.
 *
 * @param variant {@link KsgVariant#KSG1} or {@link KsgVariant#KSG2}
 * @param k number of neighbours, at least 1; 3 by default
 * @param window the Theiler window in rows; 0 for none
 * @param ties treatment of equal values
 */
public record MultiInformation(KsgVariant variant, int k, int window, Ties ties) {

  private static final int DEFAULT_K = 3;

  /**
   * An estimator of multi-information.
   *
   * @param variant {@link KsgVariant#KSG1} or {@link KsgVariant#KSG2}
   * @param k number of neighbours
   * @param window the Theiler window in rows
   * @param ties treatment of equal values
   * @throws IllegalArgumentException if k &lt; 1, window &lt; 0, or there is no form of the variant
   *     for several variables
   */
  public MultiInformation {
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(ties, "ties");
    if (variant != KsgVariant.KSG1 && variant != KsgVariant.KSG2) {
      throw new IllegalArgumentException("variant must be KSG1 or KSG2: variant=" + variant.name());
    }
    Check.atLeast("k", k, 1);
    Check.atLeast("window", window, 0);
  }

  /**
   * KSG1's form with k = 3, ties broken, no window.
   *
   * @return the estimator
   */
  public static MultiInformation withDefaults() {
    return new MultiInformation(KsgVariant.KSG1, DEFAULT_K, 0, Ties.broken());
  }

  /**
   * Another form.
   *
   * @param newVariant {@link KsgVariant#KSG1} or {@link KsgVariant#KSG2}
   * @return a changed copy
   * @throws IllegalArgumentException if there is no form of the variant for several variables
   */
  public MultiInformation withVariant(KsgVariant newVariant) {
    Objects.requireNonNull(newVariant, "newVariant");
    return new MultiInformation(newVariant, k, window, ties);
  }

  /**
   * Another number of neighbours.
   *
   * @param newK number of neighbours, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if newK &lt; 1
   */
  public MultiInformation withK(int newK) {
    return new MultiInformation(variant, newK, window, ties);
  }

  /**
   * Another Theiler window.
   *
   * @param rows the window; 0 for none
   * @return a changed copy
   * @throws IllegalArgumentException if rows &lt; 0
   */
  public MultiInformation withWindow(int rows) {
    return new MultiInformation(variant, k, rows, ties);
  }

  /**
   * Another treatment of ties.
   *
   * @param newTies the treatment
   * @return a changed copy
   */
  public MultiInformation withTies(Ties newTies) {
    Objects.requireNonNull(newTies, "newTies");
    return new MultiInformation(variant, k, window, newTies);
  }

  /**
   * Estimates what variables share.
   *
   * @param variables m variables of n observations each, m at least 2, all columns continuous; a
   *     constant one shares nothing
   * @return the estimate, with the diagnostics {@code variables} (m), k and the window; dX is the
   *     number of columns of the first variable, dY that of all others
   * @throws IllegalArgumentException if there are fewer than 2 variables, they differ in length, a
   *     column is discrete, or a point has fewer than k others beyond the window
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  public Estimate estimate(List<Variable> variables) {
    List<Variable> all = Check.copy("variables", variables);
    Check.atLeast("variables", all.size(), 2);
    Variable first = all.get(0);
    int columns = 0;
    for (Variable variable : all) {
      new Samples(first, variable);
      variable.requireContinuous(toString());
      columns += variable.d();
    }
    requireNeighbours(first.n());
    List<Variable> varying = all.stream().filter(variable -> !variable.isConstant()).toList();
    List<Warning> warnings =
        new ArrayList<>(Warning.ofConstantColumns(all.toArray(Variable[]::new)));
    double nats = 0;
    if (varying.size() > 1) {
      TieBreaking.Result result =
          TieBreaking.average(ties.replicates(), ties.seed(), varying, this::shares);
      nats = result.nats();
      warnings.addAll(result.warnings());
    }
    return new Estimate(
        nats, toString(), first.n(), first.d(), columns - first.d(), diagnostics(all), warnings);
  }

  private Map<String, Double> diagnostics(List<Variable> variables) {
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("variables", (double) variables.size());
    diagnostics.put("k", (double) k);
    if (window > 0) {
      diagnostics.put("window", (double) window);
    }
    return diagnostics;
  }

  /** A point in the middle has the fewest others. */
  private void requireNeighbours(int n) {
    int middle = n / 2;
    int others = n - (Math.min(n, middle + window + 1) - Math.max(0, middle - window));
    if (k > others) {
      throw new IllegalArgumentException(
          window == 0
              ? "k must be < number of points: k=" + k + ", n=" + n
              : "k must be <= number of points beyond the window: k="
                  + k
                  + ", n="
                  + n
                  + ", window="
                  + window);
    }
  }

  private double[] shares(double[][][] columns) {
    EstimationInterruptedException.throwIfInterrupted(toString());
    try {
      return new WindowedNeighbours(columns, variant == KsgVariant.KSG2, k, window).shares();
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
  }

  @Override
  public String toString() {
    return label("Multi-" + variant);
  }

  String label(String name) {
    List<String> options = new ArrayList<>();
    if (k != DEFAULT_K) {
      options.add("k=" + k);
    }
    if (window > 0) {
      options.add("window=" + window);
    }
    if (!ties.equals(Ties.broken())) {
      options.add("ties " + ties);
    }
    return options.isEmpty() ? name : name + "(" + String.join(", ", options) + ")";
  }
}
