package io.github.miscope.estimator.neighbour;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.PointwiseEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.RelativeScaleEstimator;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The k-nearest-neighbour estimators of mutual information of Kraskov, St&ouml;gbauer and
 * Grassberger (Physical Review E 69, 066138, 2004) and their relatives, for X and Y of any
 * dimension. {@link KsgVariant} has the formulas.
 *
 * <p>Not invariant under rescaling of one variable, except in the limit of many samples: compose
 * with a scaling ({@link io.github.miscope.estimator.scale.Scaled}, {@link
 * io.github.miscope.estimator.scale.RelativeScaleMaximum}) where units are arbitrary.
 *
 * <p>Costs about O(n) time for one column each, less than O(n&#178;) for many points in few
 * columns, and O(n&#178; d) else; memory is O(n d).
 *
 * @param variant the formula
 * @param k number of neighbours, at least 1 and less than n; 3 by default. A larger k lowers the
 *     variance and raises the bias
 * @param normX distance within X
 * @param normY distance within Y
 * @param ties treatment of equal values
 */
public record Ksg(KsgVariant variant, int k, Norm normX, Norm normY, Ties ties)
    implements RelativeScaleEstimator, PointwiseEstimator, NearestNeighbours {

  private static final int DEFAULT_K = 3;

  /**
   * An estimator of the KSG family.
   *
   * @param variant the formula
   * @param k number of neighbours
   * @param normX distance within X
   * @param normY distance within Y
   * @param ties treatment of equal values
   * @throws IllegalArgumentException if k &lt; 1
   */
  public Ksg {
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(normX, "normX");
    Objects.requireNonNull(normY, "normY");
    Objects.requireNonNull(ties, "ties");
    Check.atLeast("k", k, 1);
  }

  private static Ksg of(KsgVariant variant, Norm norm) {
    return new Ksg(variant, DEFAULT_K, norm, norm, Ties.broken());
  }

  /**
   * KSG1 with k = 3 and the max norm in each variable.
   *
   * @return the estimator
   */
  public static Ksg ksg1() {
    return of(KsgVariant.KSG1, Norm.LINF);
  }

  /**
   * KSG2 with k = 3 and the max norm in each variable.
   *
   * @return the estimator
   */
  public static Ksg ksg2() {
    return of(KsgVariant.KSG2, Norm.LINF);
  }

  /**
   * The closed-ball form with k = 3 and the max norm in each variable.
   *
   * @return the estimator
   */
  public static Ksg closedBall() {
    return of(KsgVariant.CLOSED_BALL, Norm.LINF);
  }

  /**
   * BI-KSG with k = 3 and the Euclidean norm in each variable.
   *
   * @return the estimator
   */
  public static Ksg biKsg() {
    return of(KsgVariant.BI_KSG, Norm.L2);
  }

  /**
   * BI-KSG with k = 3 and the max norm over (x,y) and in each variable.
   *
   * @return the estimator
   */
  public static Ksg biKsgLinf() {
    return of(KsgVariant.BI_KSG_LINF, Norm.LINF);
  }

  /**
   * The logarithmic form of KSG1 with k = 3 and the max norm in each variable.
   *
   * @return the estimator
   */
  public static Ksg ksg1Log() {
    return of(KsgVariant.KSG1_LOG, Norm.LINF);
  }

  /**
   * The logarithmic form of KSG2 with k = 3 and the max norm in each variable.
   *
   * @return the estimator
   */
  public static Ksg ksg2Log() {
    return of(KsgVariant.KSG2_LOG, Norm.LINF);
  }

  /**
   * The logarithmic form of KSG1 without its correction of bias, with k = 3 and the max norm in
   * each variable: for reproducing figures of Sisak 2024.
   *
   * @return the estimator
   */
  public static Ksg ksg1LogK() {
    return of(KsgVariant.KSG1_LOG_K, Norm.LINF);
  }

  /**
   * The logarithmic form of KSG2 without its correction of bias, with k = 3 and the max norm in
   * each variable: for reproducing figures of Sisak 2024.
   *
   * @return the estimator
   */
  public static Ksg ksg2LogK() {
    return of(KsgVariant.KSG2_LOG_K, Norm.LINF);
  }

  @Override
  public Ksg withK(int newK) {
    return new Ksg(variant, newK, normX, normY, ties);
  }

  /**
   * The same estimator with another norm in both variables.
   *
   * @param norm distance within X and within Y
   * @return a changed copy
   */
  public Ksg withNorm(Norm norm) {
    Objects.requireNonNull(norm, "norm");
    return withNorms(norm, norm);
  }

  /**
   * The same estimator with other norms.
   *
   * @param newNormX distance within X
   * @param newNormY distance within Y
   * @return a changed copy
   */
  public Ksg withNorms(Norm newNormX, Norm newNormY) {
    Objects.requireNonNull(newNormX, "newNormX");
    Objects.requireNonNull(newNormY, "newNormY");
    return new Ksg(variant, k, newNormX, newNormY, ties);
  }

  /**
   * The same estimator with another treatment of ties.
   *
   * @param ties the treatment
   * @return a changed copy
   */
  public Ksg withTies(Ties ties) {
    return new Ksg(variant, k, normX, normY, ties);
  }

  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return estimate(prepareX(samples.x()), prepareY(samples.y()));
  }

  /**
   * Estimates I(X;Y) and what each observation contributes: the formula before the mean over
   * observations is taken. Where ties are broken, each value is a mean over the replicates.
   *
   * @param samples n pairs
   * @return the estimate and n values, whose mean it is
   */
  @Override
  public PointwiseEstimate pointwise(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    double[] nats = new double[samples.n()];
    Estimate estimate =
        run(prepareX(samples.x()), prepareY(samples.y()), new int[] {k}, new double[] {1}, nats)
            .get(0);
    return new PointwiseEstimate(estimate, nats);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The prepared variable serves every k and variant with the same norm, ties and width of
   * jitter.
   */
  @Override
  public PreparedVariable prepareX(Variable x) {
    Objects.requireNonNull(x, "x");
    x.requireContinuous(toString());
    return KsgVariable.x(this, x);
  }

  @Override
  public PreparedVariable prepareY(Variable y) {
    Objects.requireNonNull(y, "y");
    y.requireContinuous(toString());
    return KsgVariable.y(this, y);
  }

  @Override
  public List<Estimate> estimateAt(PreparedVariable x, PreparedVariable y, double... scales) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(scales, "scales");
    return run(x, y, new int[] {k}, scales, null);
  }

  /** {@inheritDoc} All k are found in one search. */
  @Override
  public List<Estimate> estimateForKs(Samples samples, int... ks) {
    Objects.requireNonNull(ks, "ks");
    Objects.requireNonNull(samples, "samples");
    for (int one : ks) {
      withK(one);
    }
    return run(prepareX(samples.x()), prepareY(samples.y()), ks, new double[] {1}, null);
  }

  private List<Estimate> run(
      PreparedVariable x,
      PreparedVariable y,
      int[] ks,
      double[] scales,
      double @Nullable [] pointwise) {
    KsgVariable ownX = PreparingEstimator.own(this, KsgVariable.class, x);
    KsgVariable ownY = PreparingEstimator.own(this, KsgVariable.class, y);
    if (!ownX.isFor(this, true) || !ownY.isFor(this, false)) {
      throw new IllegalArgumentException(
          "variables must be prepared for their place by an estimator of the same norms, ties and"
              + " jitter as "
              + this);
    }
    if (ownX.n() != ownY.n()) {
      throw new IllegalArgumentException(
          "observations must be paired: x has " + ownX.n() + " rows but y has " + ownY.n());
    }
    for (int one : ks) {
      requireFewerThan(ownX.n(), one);
    }
    for (double c : scales) {
      if (!(c > 0 && c < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("scale must be positive and finite: c=" + c);
      }
    }
    return ks.length == 0
        ? List.of()
        : new KsgEstimation(this, ownX, ownY, ks, scales, pointwise, KsgSearch::here).run();
  }

  void requireSuitable(Samples samples) {
    samples.x().requireContinuous(toString());
    samples.y().requireContinuous(toString());
    requireFewerThan(samples.n(), k);
  }

  private static void requireFewerThan(int n, int k) {
    if (k >= n) {
      throw new IllegalArgumentException("k must be < number of points: k=" + k + ", n=" + n);
    }
  }

  @Override
  public String toString() {
    List<String> options = new ArrayList<>();
    if (k != DEFAULT_K) {
      options.add("k=" + k);
    }
    Norm usual = variant == KsgVariant.BI_KSG ? Norm.L2 : Norm.LINF;
    if (normX != normY) {
      options.add(normX + " in x, " + normY + " in y");
    } else if (normX != usual) {
      options.add(normX.toString());
    }
    if (!ties.equals(Ties.broken())) {
      options.add("ties " + ties);
    }
    return options.isEmpty()
        ? variant.toString()
        : variant + "(" + String.join(", ", options) + ")";
  }
}
