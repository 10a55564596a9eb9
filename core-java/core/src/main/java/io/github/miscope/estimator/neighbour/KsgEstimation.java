package io.github.miscope.estimator.neighbour;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.PointValues;
import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.internal.neighbour.order.Exponents;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.sample.ContentOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One estimation by an estimator of the KSG family: ties, counts, formula, warnings. */
final class KsgEstimation {

  /** An estimate above this part of the largest possible one is warned about. */
  private static final double NEAR_CEILING = 0.8;

  private final Ksg ksg;
  private final KsgVariable x;
  private final KsgVariable y;
  private final int[] ks;
  private final double[] scales;
  private final int n;
  private final double @Nullable [] pointwise;
  private final KsgSearch search;

  /**
   * An estimation for each of several k and relative scales.
   *
   * @param ks numbers of neighbours, which take the place of the estimator's
   * @param pointwise receives what each of the n points contributes at the first k and scale, or
   *     null
   * @param search where neighbours are counted
   */
  KsgEstimation(
      Ksg ksg,
      KsgVariable x,
      KsgVariable y,
      int[] ks,
      double[] scales,
      double @Nullable [] pointwise,
      KsgSearch search) {
    this.ksg = ksg;
    this.x = x;
    this.y = y;
    this.ks = ks;
    this.scales = scales;
    this.n = x.n();
    this.pointwise = pointwise;
    this.search = search;
  }

  /** The estimates at every scale for the first k, then for the next. */
  List<Estimate> run() {
    if (x.informative() == 0 || y.informative() == 0) {
      // A constant is independent of everything: exactly zero, whatever the scale.
      return estimates(new double[1][ks.length * scales.length], List.of());
    }
    inParallel(x::prepare, y::prepare);
    List<DataWarning.TiedColumn> tied = new ArrayList<>(x.tied());
    tied.addAll(y.tied());
    if (tied.isEmpty() || ksg.ties().isStrict()) {
      return estimates(new double[][] {nats(0, 1, x.plain(), y.plain())}, List.of());
    }
    boolean xFirst = ContentOrder.isFirst(x.variable(), y.variable());
    inParallel(() -> x.prepareReplicates(xFirst), () -> y.prepareReplicates(!xFirst));
    double[][] nats = new double[ksg.ties().replicates()][];
    for (int r = 0; r < nats.length; r++) {
      nats[r] = nats(r, nats.length, x.jittered(xFirst, r), y.jittered(!xFirst, r));
    }
    if (pointwise != null) {
      for (int i = 0; i < n; i++) {
        pointwise[i] /= nats.length;
      }
    }
    return estimates(nats, tied);
  }

  private void inParallel(Runnable ofX, Runnable ofY) {
    try {
      Blocks.both((long) n * Math.max(x.d(), y.d()), ofX, ofY);
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(ksg + " was interrupted", e);
    }
  }

  /** The formula at each k and scale. */
  private double[] nats(
      int replicate, int replicates, KsgVariable.Points pointsX, KsgVariable.Points pointsY) {
    // Powers of two were taken out of both; y's share goes into the relative scale.
    double[] relative = new double[scales.length];
    for (int s = 0; s < scales.length; s++) {
      relative[s] =
          Exponents.shift(
              scales[s],
              pointsY.exponent() - pointsX.exponent(),
              ksg.variant().rule() == CountRule.EUCLIDEAN);
    }
    int cells = ks.length * scales.length;
    double[] constants = new double[cells];
    Arrays.setAll(constants, cell -> constant(ks[cell % ks.length]));
    CountTerms terms = new CountTerms(ksg.variant(), n);
    double[] nats = new double[cells];
    PointValues shares =
        new PointValues(
            cells, n, (cell, inX, inY) -> constants[cell] - (terms.of(inX) + terms.of(inY)));
    try {
      search.count(
          replicate,
          replicates,
          pointsX.coordinates(),
          pointsY.coordinates(),
          relative,
          ksg.variant().rule(),
          ks,
          shares);
      for (int cell = 0; cell < cells; cell++) {
        double[] share = shares.of(cell);
        nats[cell % ks.length * scales.length + cell / ks.length] = Means.mean(share);
        for (int i = 0; cell == 0 && pointwise != null && i < n; i++) {
          pointwise[i] += share[i];
        }
      }
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(ksg + " was interrupted", e);
    }
    return nats;
  }

  private double constant(int k) {
    return ksg.variant().constant(n, k, x.informative(), y.informative());
  }

  private List<Estimate> estimates(double[][] replicates, List<DataWarning.TiedColumn> tied) {
    List<Estimate> estimates = new ArrayList<>(ks.length * scales.length);
    for (int k : ks) {
      for (int s = 0; s < scales.length; s++) {
        estimates.add(estimate(k, replicates, estimates.size(), tied));
      }
    }
    return estimates;
  }

  private Estimate estimate(
      int k, double[][] replicates, int cell, List<DataWarning.TiedColumn> tied) {
    double mean = 0;
    for (double[] nats : replicates) {
      mean += nats[cell] / replicates.length;
    }
    List<Warning> warnings = new ArrayList<>(x.constantColumns());
    warnings.addAll(y.constantColumns());
    int dimensions = x.informative() + y.informative();
    double needed = Math.scalb((double) k, dimensions);
    if (x.informative() > 0 && y.informative() > 0 && n < needed) {
      warnings.add(new EstimateWarning.FewPoints(n, dimensions, k, needed));
    }
    if (!tied.isEmpty()) {
      double spread = spread(replicates, cell, mean);
      warnings.add(new DataWarning.Ties(tied, replicates.length, ksg.ties().seed(), spread));
    }
    double ceiling = constant(k) - 2 * ksg.variant().term(ksg.variant().smallestCount(k));
    if (ceiling > 0 && mean > NEAR_CEILING * ceiling) {
      warnings.add(new EstimateWarning.NearCeiling(mean, ceiling));
    }
    return new Estimate(
        mean,
        ksg.withK(k).toString(),
        n,
        x.d(),
        y.d(),
        Map.of("k", (double) k),
        List.of(new Finding.Search(KernelChoice.describe())),
        warnings,
        Uncertainty.unknown());
  }

  private static double spread(double[][] replicates, int cell, double mean) {
    double squares = 0;
    for (double[] nats : replicates) {
      squares += (nats[cell] - mean) * (nats[cell] - mean);
    }
    return replicates.length < 2 ? 0 : Math.sqrt(squares / (replicates.length - 1));
  }
}
