package io.github.miscope.estimator.neighbour;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.neighbour.Coordinates;
import io.github.miscope.internal.neighbour.Exponents;
import io.github.miscope.internal.neighbour.NeighbourCounts;
import io.github.miscope.internal.ties.TieBreaker;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
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
  private final Samples samples;
  private final double[] scales;
  private final int n;
  private final List<Warning> warnings = new ArrayList<>();
  private final int informativeX;
  private final int informativeY;
  private final double @Nullable [] pointwise;

  KsgEstimation(Ksg ksg, Samples samples, double[] scales) {
    this(ksg, samples, scales, null);
  }

  /**
   * An estimation that also adds up what each point contributes at the first scale.
   *
   * @param pointwise receives n values, or null
   */
  KsgEstimation(Ksg ksg, Samples samples, double[] scales, double @Nullable [] pointwise) {
    this.ksg = ksg;
    this.samples = samples;
    this.scales = scales;
    this.n = samples.n();
    this.pointwise = pointwise;
    this.informativeX = informativeColumns(samples.x());
    this.informativeY = informativeColumns(samples.y());
  }

  List<Estimate> run() {
    if (informativeX == 0 || informativeY == 0) {
      // A constant is independent of everything: exactly zero, whatever the scale.
      return estimates(new double[1][scales.length], List.of());
    }
    checkDimensions(informativeX + informativeY);

    TieBreaker x = new TieBreaker(samples.x(), "x");
    TieBreaker y = new TieBreaker(samples.y(), "y");
    List<DataWarning.TiedColumn> tied = new ArrayList<>(x.report());
    tied.addAll(y.report());
    Ties ties = ksg.ties();
    if (tied.isEmpty() || ties.isStrict()) {
      return estimates(
          new double[][] {nats(samples.x().columns(), samples.y().columns())}, List.of());
    }
    double[][] nats = new double[ties.replicates()][];
    for (int r = 0; r < nats.length; r++) {
      double width = ksg.variant().jitterWidth();
      nats[r] = nats(x.columns(width, ties.seed(), r), y.columns(width, ties.seed(), r));
    }
    if (pointwise != null) {
      for (int i = 0; i < n; i++) {
        pointwise[i] /= nats.length;
      }
    }
    return estimates(nats, tied);
  }

  /** Warns of the constant columns and returns the number of the others. */
  private int informativeColumns(Variable variable) {
    int informative = 0;
    for (int j = 0; j < variable.d(); j++) {
      if (variable.isConstant(j)) {
        warnings.add(new DataWarning.ConstantColumn(variable.columnNames().get(j)));
      } else {
        informative++;
      }
    }
    return informative;
  }

  private void checkDimensions(int dimensions) {
    double needed = Math.scalb((double) ksg.k(), dimensions);
    if (n < needed) {
      warnings.add(new EstimateWarning.FewPoints(n, dimensions, ksg.k(), needed));
    }
  }

  /** The formula at each scale. Takes the columns over. */
  private double[] nats(double[][] x, double[][] y) {
    // Exact powers of two keep squares in range; y's share goes into the relative scale.
    int exponentX = Exponents.normalise(x);
    int exponentY = Exponents.normalise(y);
    double[] relative = new double[scales.length];
    for (int s = 0; s < scales.length; s++) {
      relative[s] = Exponents.shift(scales[s], exponentY - exponentX);
    }
    KsgVariant variant = ksg.variant();
    int[][] countsX = new int[scales.length][n];
    int[][] countsY = new int[scales.length][n];
    try {
      NeighbourCounts.count(
          new Coordinates(x, ksg.normX().kernel()),
          new Coordinates(y, ksg.normY().kernel()),
          relative,
          variant.rule(),
          new int[] {ksg.k()},
          (s, i, countX, countY) -> {
            countsX[s][i] = countX;
            countsY[s][i] = countY;
          });
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(ksg + " was interrupted", e);
    }
    double[] nats = new double[scales.length];
    double constant = constant();
    Terms terms = new Terms(variant, n);
    for (int s = 0; s < scales.length; s++) {
      double sum = 0;
      // Each point's share first: where every share is zero, so is the estimate, exactly.
      for (int i = 0; i < n; i++) {
        sum += constant - (terms.of(countsX[s][i]) + terms.of(countsY[s][i]));
      }
      nats[s] = sum / n;
    }
    if (pointwise != null) {
      for (int i = 0; i < n; i++) {
        pointwise[i] += constant - (terms.of(countsX[0][i]) + terms.of(countsY[0][i]));
      }
    }
    return nats;
  }

  /** The variant's terms; few of the n possible ones occur. */
  private static final class Terms {
    private final KsgVariant variant;
    private final double[] known;

    Terms(KsgVariant variant, int n) {
      this.variant = variant;
      known = new double[n];
      // From none: with ties left as they are, a strict count may be far below k - 1.
      Arrays.fill(known, Math.min(1, variant.smallestCount(1)), n, Double.NaN);
    }

    double of(int count) {
      if (Double.isNaN(known[count])) {
        known[count] = variant.term(count);
      }
      return known[count];
    }
  }

  private double constant() {
    return ksg.variant().constant(n, ksg.k(), informativeX, informativeY);
  }

  private List<Estimate> estimates(double[][] replicates, List<DataWarning.TiedColumn> tied) {
    double ceiling = constant() - 2 * ksg.variant().term(ksg.variant().smallestCount(ksg.k()));
    List<Estimate> estimates = new ArrayList<>(scales.length);
    for (int s = 0; s < scales.length; s++) {
      double mean = 0;
      for (double[] nats : replicates) {
        mean += nats[s] / replicates.length;
      }
      List<Warning> all = new ArrayList<>(warnings);
      if (!tied.isEmpty()) {
        double spread = spread(replicates, s, mean);
        all.add(new DataWarning.Ties(tied, replicates.length, ksg.ties().seed(), spread));
      }
      if (mean > NEAR_CEILING * ceiling) {
        all.add(new EstimateWarning.NearCeiling(mean, ceiling));
      }
      estimates.add(
          new Estimate(
              mean,
              ksg.toString(),
              n,
              samples.dX(),
              samples.dY(),
              Map.of("k", (double) ksg.k()),
              all));
    }
    return estimates;
  }

  private static double spread(double[][] replicates, int s, double mean) {
    double squares = 0;
    for (double[] nats : replicates) {
      squares += (nats[s] - mean) * (nats[s] - mean);
    }
    return replicates.length < 2 ? 0 : Math.sqrt(squares / (replicates.length - 1));
  }
}
