package io.github.miscope.estimator.neighbour;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.PointwiseEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.subspace.NeighbourIndices;
import io.github.miscope.estimator.internal.ties.TieBreaking;
import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * KSG with the local non-uniformity correction, for strongly dependent variables (Gao, Ver Steeg
 * and Galstyan, Efficient estimation of mutual information for strongly dependent variables,
 * AISTATS 2015): KSG supposes an even density in the box around each point that holds its k
 * neighbours, and errs low where they lie along a thin line or sheet in it.
 *
 * <p>The estimate is that of KSG + (1/n) sum log(V_i / W_i) over the points with W_i / V_i &lt;
 * alpha. W_i is the volume of the smallest box along the principal axes of the k neighbours under
 * the max norm (eigenvectors of the sum of outer products of their offsets from the point) that is
 * centred at point i and holds them. V_i is the same with axes of X and axes of Y by themselves:
 * for X and Y of one column each, the paper's box along the axes.
 *
 * <p>The paper's box is along all axes, whatever the columns. Columns of X that lie near a curve by
 * themselves, those of (cos t, sin t) say, are then taken for dependence of X and Y: 2 to 6 nats
 * for two independent circles, growing with n. Principal boxes of X and of Y shrink likewise, and
 * what their own columns have in common cancels.
 *
 * <p>By default alpha is the paper's alpha(k, d): for k points drawn uniformly from a cube, W/V is
 * below it with probability 0.005 (by a seeded simulation of 20000 draws); where the neighbours are
 * near a curve or sheet in X or in Y alone, 0.001. A larger alpha corrects more points, evenly
 * spread ones too, and errs high. Works in low dimension: k must be at least dX + dY, and well
 * above it to tell unevenness from chance. Columns should be of like scale: where neighbours are
 * near in Y before they are in X, the correction sees less, and the estimate is low as that of KSG
 * is.
 *
 * @param base the estimator that is corrected; the paper starts from {@link Ksg#ksg2()}, NPEET from
 *     {@link Ksg#ksg1()}; max norms
 * @param alpha the threshold, in (0, 1]; if empty, the paper's
 */
public record LocalNonUniformity(Ksg base, OptionalDouble alpha)
    implements PointwiseEstimator, NearestNeighbours {

  private static final int DEFAULT_K = 5;

  /**
   * A corrected estimator.
   *
   * @param base the estimator that is corrected
   * @param alpha the threshold; if empty, the paper's
   * @throws IllegalArgumentException if alpha is not in (0, 1] or base has another norm than the
   *     max norm
   */
  public LocalNonUniformity {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(alpha, "alpha");
    alpha.ifPresent(
        a -> {
          if (!(a > 0 && a <= 1)) {
            throw new IllegalArgumentException("alpha must be in (0, 1]: alpha=" + a);
          }
        });
    if (base.normX() != Norm.LINF || base.normY() != Norm.LINF) {
      throw new IllegalArgumentException(
          "the local non-uniformity correction is for the max norm: " + base);
    }
  }

  /**
   * KSG2 with k = 5 and the paper's threshold.
   *
   * @return the estimator
   */
  public static LocalNonUniformity withDefaults() {
    return new LocalNonUniformity(Ksg.ksg2().withK(DEFAULT_K), OptionalDouble.empty());
  }

  /**
   * The same correction of another estimator.
   *
   * @param base the estimator that is corrected
   * @return a changed copy
   * @throws IllegalArgumentException if it has another norm than the max norm
   */
  public LocalNonUniformity withBase(Ksg base) {
    return new LocalNonUniformity(base, alpha);
  }

  /**
   * The same estimator with a given threshold.
   *
   * @param newAlpha the threshold, in (0, 1]
   * @return a changed copy
   * @throws IllegalArgumentException if it is not in (0, 1]
   */
  public LocalNonUniformity withAlpha(double newAlpha) {
    return new LocalNonUniformity(base, OptionalDouble.of(newAlpha));
  }

  @Override
  public LocalNonUniformity withK(int k) {
    return new LocalNonUniformity(base.withK(k), alpha);
  }

  /**
   * Estimates I(X;Y).
   *
   * @param samples n pairs
   * @return the estimate, with the diagnostics {@code alpha} and {@code corrected}, the part of the
   *     points that were corrected, and n pointwise values; where most neighbours lie in a
   *     hyperplane (y = x), it is finite but grows without limit with n, and a {@link
   *     DataWarning.NearDeterministic} says so
   * @throws IllegalArgumentException if a column is discrete, k &ge; n, or k is less than dX + dY
   *     (constant columns do not count)
   */
  @Override
  public PointwiseEstimate pointwise(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    base.requireSuitable(samples);
    List<Warning> warnings = new ArrayList<>(Warning.ofConstantColumns(samples.x(), samples.y()));
    Optional<Variable> varyingX = samples.x().varying();
    Optional<Variable> varyingY = samples.y().varying();
    if (varyingX.isEmpty() || varyingY.isEmpty()) {
      return result(samples, 0, new double[samples.n()], Map.of(), warnings);
    }
    Variable x = varyingX.get();
    Variable y = varyingY.get();
    int d = x.d() + y.d();
    if (base.k() < d) {
      throw new IllegalArgumentException(
          this + " needs k >= dX + dY: k=" + base.k() + ", dX + dY=" + d);
    }
    PrincipalBox.Thresholds thresholds =
        alpha.isPresent()
            ? new PrincipalBox.Thresholds(alpha.getAsDouble(), alpha.getAsDouble())
            : PrincipalBox.thresholds(base.k(), x.d(), y.d());
    double[] corrected = new double[2]; // the sum over replicates, and their number
    boolean[] flat = new boolean[samples.n()];
    Ksg strict = base.withTies(Ties.strict());
    TieBreaking.Result result =
        TieBreaking.average(
            base.ties().replicates(),
            base.ties().seed(),
            List.of(x, y),
            columns -> {
              double[] shares = strict.pointwise(Samples.ofColumns(columns[0], columns[1])).nats();
              double[] corrections = corrections(columns[0], columns[1], thresholds, flat);
              for (int i = 0; i < shares.length; i++) {
                shares[i] += corrections[i];
                corrected[0] += corrections[i] > 0 ? 1.0 / shares.length : 0;
              }
              corrected[1]++;
              return shares;
            });
    warnings.addAll(result.warnings());
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("alpha", thresholds.even());
    diagnostics.put("corrected", corrected[0] / corrected[1]);
    int hyperplanes = 0;
    for (boolean one : flat) {
      hyperplanes += one ? 1 : 0;
    }
    if (2 * hyperplanes > flat.length) {
      warnings.add(
          new DataWarning.NearDeterministic(
              String.format(
                  Locale.ROOT,
                  "the neighbours of %d of %d points lie in a hyperplane, but for rounding",
                  hyperplanes,
                  flat.length)));
    }
    return result(samples, result.nats(), result.shares(), diagnostics, warnings);
  }

  /**
   * What is added for each point.
   *
   * @param flat receives true for a point whose neighbours lie in a hyperplane
   */
  private double[] corrections(
      double[][] x, double[][] y, PrincipalBox.Thresholds thresholds, boolean[] flat) {
    double[][] columns = joined(x, y);
    double[] corrections = new double[columns[0].length];
    int d = columns.length;
    try {
      NeighbourIndices.find(
          columns,
          base.k(),
          () -> {
            PrincipalBox box = new PrincipalBox(x.length, y.length);
            return (i, neighbours) -> {
              double[][] offsets = new double[neighbours.length][d];
              for (int m = 0; m < neighbours.length; m++) {
                for (int j = 0; j < d; j++) {
                  offsets[m][j] = columns[j][neighbours[m]] - columns[j][i];
                }
              }
              double logRatio = box.logRatio(offsets);
              double threshold = box.isNearCurve() ? thresholds.nearCurve() : thresholds.even();
              if (logRatio < Math.log(threshold)) {
                corrections[i] = -logRatio;
                flat[i] |= box.hasFlatSide();
              }
            };
          });
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
    return corrections;
  }

  private static double[][] joined(double[][] x, double[][] y) {
    double[][] joined = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, joined, x.length, y.length);
    return joined;
  }

  private PointwiseEstimate result(
      Samples samples,
      double nats,
      double[] shares,
      Map<String, Double> more,
      List<Warning> warnings) {
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("k", (double) base.k());
    diagnostics.putAll(more);
    return new PointwiseEstimate(
        new Estimate(
                nats, toString(), samples.n(), samples.dX(), samples.dY(), diagnostics, warnings)
            .withFinding(new Finding.Search(KernelChoice.describe())),
        shares);
  }

  @Override
  public String toString() {
    String options = base.toString();
    if (alpha.isPresent()) {
      options += ", alpha=" + alpha.getAsDouble();
    }
    return "LNC(" + options + ")";
  }
}
