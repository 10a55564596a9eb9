package io.github.miscope.estimator.auto;

import io.github.miscope.estimator.gaussian.CanonicalAnalysis;
import java.util.Arrays;
import java.util.Optional;

/**
 * The information of a Gaussian copula, kept honest: its pointwise information T is the critic of
 * the bound I(X;Y) &ge; E T - log E' exp T of Donsker and Varadhan (1983), where E' is over pairs
 * of X and Y from different observations. If the copula is Gaussian, the second term is zero; where
 * X or Y lies near a curve or in clusters, the first counts the same information several times, and
 * the second takes it back.
 *
 * <p>E T is the sum over canonical correlations less its finite-sample bias; the second term is
 * over the significant pairs.
 */
final class GaussianView {

  static final String NAME = "Gaussian copula";

  /**
   * The exact bias correction wants n well above the dimensions, and the algebra grows with d^3.
   */
  private static final int MAX_DIMENSIONS = 400;

  /** Pairs of X and Y from different observations: the square of this many are enough. */
  private static final int MAX_ROWS = 2000;

  /** Keeps 1 - r^2 away from zero. */
  private static final double LARGEST = 1 - 0x1p-40;

  private final CanonicalAnalysis analysis;
  private final int n;
  private final int pairs;
  private final double[] r;
  private final double[][] u;
  private final double[][] v;

  private GaussianView(CanonicalAnalysis analysis, int n) {
    this.analysis = analysis;
    this.n = n;
    this.r = analysis.correlations();
    double edge = edge(analysis.rankX(), analysis.rankY(), n);
    int count = 0;
    while (count < r.length && r[count] > edge) {
      r[count] = Math.min(r[count], LARGEST);
      count++;
    }
    this.pairs = count;
    this.u = analysis.variatesX(pairs);
    this.v = analysis.variatesY(pairs);
  }

  /** The view, where there are enough observations. */
  static Optional<View> of(double[][] x, double[][] y) throws InterruptedException {
    int n = x[0].length;
    if (!suits(x.length + y.length, n)) {
      return Optional.empty();
    }
    CanonicalAnalysis analysis = CanonicalAnalysis.ofColumns(x, y);
    return Optional.of(new GaussianView(analysis, n).view());
  }

  /** How far sample canonical correlations of independent variables reach (Johnstone 2008). */
  static double edge(int rankX, int rankY, int n) {
    return Math.sqrt(rankX / (double) n) + Math.sqrt(rankY / (double) n);
  }

  /** Whether there are enough observations for so many columns of X and Y. */
  static boolean suits(int dimensions, int n) {
    return dimensions <= Math.min(n / 2, MAX_DIMENSIONS);
  }

  private View view() throws InterruptedException {
    PairNormaliser normaliser =
        new PairNormaliser(Arrays.copyOf(r, pairs), u, v, Math.min(n, MAX_ROWS));
    double bias = analysis.wishartBias() * analysis.fourthMomentRatio();
    double bound = analysis.plugIn() - bias - logNormaliser(normaliser);
    // No bound that n observations support exceeds about log n (McAllester and Stratos 2020).
    double nats = Math.min(bound, Math.log(n));
    double[] pointwise = new double[n];
    for (int i = 0; i < n; i++) {
      pointwise[i] = normaliser.critic(i, i);
    }
    return new View(NAME, nats, pointwise, 0);
  }

  /** log of the mean of exp T over pairs from different observations. */
  private double logNormaliser(PairNormaliser normaliser) throws InterruptedException {
    if (pairs == 0) {
      return 0;
    }
    double constant = 0;
    for (int l = 0; l < pairs; l++) {
      constant -= Math.log((1 - r[l]) * (1 + r[l])) / 2;
    }
    return constant + normaliser.log();
  }
}
