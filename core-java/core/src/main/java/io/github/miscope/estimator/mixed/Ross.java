package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.AcceptsLevels;
import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.PointwiseEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.subspace.Neighbourhoods;
import io.github.miscope.estimator.internal.subspace.SubspacePart;
import io.github.miscope.estimator.internal.ties.TieBreaking;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Mutual information of a discrete and a continuous variable, in either order (Ross, Mutual
 * information between discrete and continuous data sets, PLoS ONE 9, e87357, 2014): psi(n) -
 * mean(psi(n_i)) + mean(psi(k_i)) - mean(psi(m_i)), where n_i observations share the level of
 * observation i, the k-th neighbour among them is at distance d_i, and m_i observations, i
 * included, are strictly nearer than d_i or are that neighbour. In a level with no more than k
 * members k_i = n_i - 1.
 *
 * <p>Observations that are alone in their level have no neighbour there: they are left out, with a
 * {@link io.github.miscope.estimator.DataWarning.RareLevels RareLevels} warning, and n is the
 * number of the others (as scikit-learn does). Left-out observations have the estimate itself as
 * their pointwise value, which keeps the mean.
 *
 * <p>Distances are in the max norm over the continuous columns, as they are: of one column neither
 * shift nor scale matters, several in different units should be scaled ({@link
 * io.github.miscope.estimator.scale.Scaled}; {@link ByType} does). Several discrete columns are
 * taken jointly.
 *
 * @param k number of neighbours, at least 1; 3 by default
 * @param ties treatment of equal values of the continuous variable
 */
public record Ross(int k, Ties ties)
    implements PointwiseEstimator, NearestNeighbours, AcceptsLevels {

  private static final int DEFAULT_K = 3;

  /**
   * An estimator for a discrete and a continuous variable.
   *
   * @param k number of neighbours
   * @param ties treatment of equal values
   * @throws IllegalArgumentException if k &lt; 1
   */
  public Ross {
    Objects.requireNonNull(ties, "ties");
    Neighbourhoods.requirePositive(k);
  }

  /**
   * With k = 3, ties broken.
   *
   * @return the estimator
   */
  public static Ross withDefaults() {
    return new Ross(DEFAULT_K, Ties.broken());
  }

  @Override
  public Ross withK(int newK) {
    return new Ross(newK, ties);
  }

  /**
   * The same estimator with another treatment of ties.
   *
   * @param ties the treatment
   * @return a changed copy
   */
  public Ross withTies(Ties ties) {
    return new Ross(k, ties);
  }

  /**
   * Estimates I(X;Y).
   *
   * @param samples n pairs, one variable discrete and the other continuous
   * @return the estimate and n pointwise values, whose mean it is
   * @throws IllegalArgumentException if not exactly one variable is discrete and the other
   *     continuous, if k &ge; n, or if every observation is alone in its level
   */
  @Override
  public PointwiseEstimate pointwise(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    boolean xIsDiscrete = samples.x().isDiscrete();
    Variable discrete = xIsDiscrete ? samples.x() : samples.y();
    Variable continuous = xIsDiscrete ? samples.y() : samples.x();
    if (!discrete.isDiscrete() || !continuous.isContinuous()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s needs one discrete and one continuous variable: %s is %s and %s is %s",
              this,
              samples.x().name(),
              kind(samples.x()),
              samples.y().name(),
              kind(samples.y())));
    }
    Neighbourhoods.requireFewerThanPoints(k, samples.n());
    List<Warning> warnings = new ArrayList<>(Warning.ofConstantColumns(samples.x(), samples.y()));
    warnings.addAll(DataWarning.Identifier.of(discrete));
    if (discrete.isConstant() || continuous.isConstant()) {
      // Exactly zero, whatever the other variable is.
      return Pointwise.of(toString(), samples, new double[samples.n()], k, warnings);
    }
    int[] levels = discrete.levels();
    int[] sizes = sizes(levels);
    int[] kept = kept(levels, sizes);
    if (kept.length == 0) {
      throw new IllegalArgumentException(
          discrete.name() + " takes each of its values once: a level needs at least 2 rows");
    }
    if (kept.length < levels.length) {
      warnings.add(singletons(discrete, kept.length));
    }
    EstimateWarning.FewPointsInLevels.of(k, discrete, continuous).ifPresent(warnings::add);
    TieBreaking.Result result =
        TieBreaking.average(
            ties.replicates(),
            ties.seed(),
            List.of(kept.length < levels.length ? continuous.rows(kept) : continuous),
            columns -> shares(columns[0], levels, sizes, kept));
    warnings.addAll(result.warnings());
    double nats = result.nats();
    double[] all = new double[samples.n()];
    Arrays.fill(all, nats);
    for (int i = 0; i < kept.length; i++) {
      all[kept[i]] = result.shares()[i];
    }
    return Pointwise.of(toString(), samples, nats, all, k, warnings);
  }

  private double[] shares(double[][] columns, int[] levels, int[] sizes, int[] kept) {
    int n = kept.length;
    int[] level = new int[n];
    int[] ks = new int[n];
    for (int i = 0; i < n; i++) {
      level[i] = levels[kept[i]];
      ks[i] = Math.min(k, sizes[level[i]] - 1);
    }
    double[] psi = Neighbourhoods.digammas(n);
    return Neighbourhoods.shares(
        toString(),
        SubspacePart.ofColumns(columns),
        SubspacePart.ofLevels(level),
        null,
        ks,
        false,
        // Nearer ones, and the k-th neighbour itself or, which is as many, the point itself.
        (i, eps, xyz, nearer, ofLevel, z) ->
            psi[n] - psi[sizes[level[i]]] + psi[ks[i]] - psi[nearer + 1]);
  }

  private static int[] sizes(int[] levels) {
    int[] sizes = new int[levels.length];
    for (int level : levels) {
      sizes[level]++;
    }
    return sizes;
  }

  private static int[] kept(int[] levels, int[] sizes) {
    int[] kept = new int[levels.length];
    int count = 0;
    for (int i = 0; i < levels.length; i++) {
      if (sizes[levels[i]] > 1) {
        kept[count++] = i;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private static Warning singletons(Variable discrete, int kept) {
    int alone = discrete.n() - kept;
    return new DataWarning.RareLevels(discrete.name(), alone, alone, discrete.n(), 2, List.of());
  }

  private static String kind(Variable variable) {
    return variable.isDiscrete()
        ? "discrete"
        : variable.isContinuous() ? "continuous" : "both discrete and continuous";
  }

  @Override
  public String toString() {
    return MixedLabels.label("Ross", k, DEFAULT_K, ties);
  }
}
