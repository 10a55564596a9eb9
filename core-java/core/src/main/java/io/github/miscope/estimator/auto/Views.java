package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.CrossFit;
import io.github.miscope.internal.linear.FoldMoments;
import io.github.miscope.internal.linear.FourierFeatures;
import io.github.miscope.internal.linear.HeldOut;
import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The views of normal scores, simplest first.
 *
 * <p>Those that are noisier, or cost more, come last. Each of them is a view only if it exceeds the
 * largest before it by several standard errors of their difference: else a maximum would collect
 * its noise.
 */
final class Views {

  private static final int FOLDS = 10;
  private static final int MAX_PAIRS = 3;

  /** Learning needs some observations. */
  private static final int MIN_ROWS = 50;

  /** Ridge of the canonical variates, as a multiple of columns / rows. */
  private static final double RIDGE = 3;

  /** A held-out correlation counts from this many standard errors. */
  private static final double SIGNIFICANT = 3;

  /**
   * A noisier view counts from this many standard errors of its difference. That of neighbours is
   * too small by up to a third, since pointwise values of neighbours correlate.
   */
  private static final double CLEARLY = 3;

  /**
   * Of one neighbour it is too small by a half: 0.6 % of samples passed three, and were 0.1 nats
   * too high for it.
   */
  private static final double CLEARLY_OF_ONE = 4.5;

  private static final int MAX_SMOOTH_PAIRS = 5;
  private static final int MAX_WAVES = 100;

  /** Waves are learnt from so many rows at most: with more, neighbours are near, and cost less. */
  private static final int MAX_ROWS_OF_WAVES = 5000;

  /**
   * Noisier views are computed where there is more than noise, in multiples of 1 / sqrt(n): seldom
   * in the draws of a permutation test.
   */
  private static final double DEPENDENT = 5;

  /** A bias of so many nats is not worth a search. */
  private static final double NEGLIGIBLE = 0.01;

  /** Or where there is so much, which is more than noise from some fifty rows on. */
  private static final double MUCH = 0.5;

  private static final double SMOOTH_RIDGE = 1;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final Seed CELLS = Seed.of(0).derive("ranks");
  private static final Seed WAVES = Seed.of(0).derive("smooth pairs");

  private final int[] order;
  private final Scores scoresX;
  private final Scores scoresY;
  private final double[][] x;
  private final double[][] y;
  private final int k;
  private final boolean screened;

  /** What rows contribute to the view of neighbours in all columns; empty if not known yet. */
  private final double[] neighbours;

  private final List<View> views = new ArrayList<>();

  /** What one neighbour shows on ranks beyond k; unknown where columns are too many for it. */
  private double gain = Double.POSITIVE_INFINITY;

  private double errorOfGain;

  private Views(Scores x, Scores y, int k, boolean screened, double... neighbours) {
    this.neighbours = neighbours;
    this.screened = screened;
    // The order in which rows, X and Y were given changes nothing, random numbers included.
    RowOrder.Rows rows = Scores.rows(x, y);
    this.order = rows.order();
    this.scoresX = rows.isXFirst() ? x : y;
    this.scoresY = rows.isXFirst() ? y : x;
    this.x = scoresX.inOrder(order);
    this.y = scoresY.inOrder(order);
    this.k = k;
  }

  static List<View> of(Scores x, Scores y, int k) throws InterruptedException {
    return of(x, y, k, true);
  }

  /**
   * The views with those of smooth pairs computed wherever they may be, or only where a part of the
   * rows shows that they may be larger than the others.
   */
  static List<View> of(Scores x, Scores y, int k, boolean screened) throws InterruptedException {
    double[] neighbours = {};
    if (ColumnPair.suits(x, y)) {
      ColumnPair pair = new ColumnPair(x, y);
      double dependent = dependent(x.n());
      Optional<View> gaussian = pair.gaussian().filter(view -> view.nats() < dependent);
      if (gaussian.isPresent()) {
        View view = pair.neighbours(k);
        if (view.nats() < dependent) {
          // Most pairs of a matrix, and nearly all draws of a permutation test.
          return List.of(gaussian.get(), view);
        }
        neighbours = view.values();
      }
    }
    Views views = new Views(x, y, k, screened, neighbours);
    views.addAll();
    return views.views.stream().map(view -> view.reordered(views.order)).toList();
  }

  /**
   * Whether the estimate is certainly below a number, found without the search for neighbours in
   * all columns and without the noisier views: where neighbours show less than what makes those
   * worth computing, and no pairs of variates count, as in nearly all draws of a permutation test.
   *
   * @param least the number, in nats; a smaller one than 5/sqrt(n) and 0.5 is left open
   */
  static boolean areBelow(double least, Scores x, Scores y, int k) throws InterruptedException {
    double dependent = dependent(x.n());
    int d = x.d() + y.d();
    if (!(least >= dependent) || d > mostDimensions(x.n())) {
      return false;
    }
    OptionalDouble most = NeighbourView.most(x, y, k);
    if (most.isEmpty() || most.getAsDouble() * (1 + 1e-9) >= dependent) {
      return false;
    }
    Views views = new Views(x, y, k, true);
    Optional<View> gaussian = GaussianView.of(views.x, views.y);
    if (gaussian.isPresent() && gaussian.get().nats() * (1 + 1e-9) >= dependent) {
      return false;
    }
    return !views.haveProjections();
  }

  private boolean haveProjections() throws InterruptedException {
    return hasProjections()
        && (isSignificant(Features.linear(x), Features.linear(y))
            || isSignificant(Features.quadratic(x), Features.quadratic(y)));
  }

  /** Whether the leading pair of variates counts. */
  private static boolean isSignificant(double[][] featuresX, double[][] featuresY)
      throws InterruptedException {
    if (featuresX.length == 0 || featuresY.length == 0) {
      return false;
    }
    CrossFit leading = CrossFit.of(featuresX, featuresY, 1, FOLDS, RIDGE);
    double bound = SIGNIFICANT / Math.sqrt(featuresX[0].length);
    return leading.pairsAbove(bound * (1 - 1e-9)) > 0;
  }

  private boolean hasProjections() {
    return Math.max(x.length, y.length) > 1 && x[0].length >= MIN_ROWS;
  }

  private void addAll() throws InterruptedException {
    GaussianView.of(x, y).ifPresent(views::add);
    if (views.isEmpty() || x.length + y.length <= mostDimensions(x[0].length)) {
      views.add(NeighbourView.ofAll(scoresX, scoresY, order, k, neighbours));
    }
    // What is added up to here, Views.areBelow has to know of.
    if (hasProjections()) {
      addProjections("canonical", Features.linear(x), Features.linear(y));
      double[][] quadraticX = Features.quadratic(x);
      double[][] quadraticY = Features.quadratic(y);
      if (quadraticX.length > 0 && quadraticY.length > 0) {
        addProjections("quadratic", quadraticX, quadraticY);
      }
    }
    if (largest().nats() < dependent(x[0].length)) {
      return;
    }
    if (Math.max(x.length, y.length) > 1) {
      views.add(NeighbourView.of("KSG on sizes", Sizes.of(x), Sizes.of(y), k));
    }
    if (x.length + y.length <= mostDimensions(x[0].length)) {
      addRanks();
    }
    addSmooth();
    extrapolate();
  }

  private void addRanks() throws InterruptedException {
    NeighbourSearch search = new NeighbourSearch(ranks(x, "first"), ranks(y, "second"));
    int dimensions = x.length + y.length;
    double[][] values = search.pointwise(1, k);
    View ofOne = View.ofNeighbours("KSG on ranks, k = 1", values[0], dimensions);
    View own = View.ofNeighbours("KSG on ranks", values[1], dimensions).with(search);
    gain = ofOne.nats() - own.nats();
    errorOfGain = own.errorOfDifference(ofOne);
    boolean isLarger = isLarger(ofOne, CLEARLY_OF_ONE);
    views.add(own);
    if (isLarger) {
      views.add(ofOne);
    }
  }

  /** Puts the largest view of neighbours without its bias into its place, and the view last. */
  private void extrapolate() throws InterruptedException {
    Optional<View> largest =
        views.stream()
            .filter(view -> view.search().isPresent())
            .max(Comparator.comparingDouble(View::nats));
    if (largest.isEmpty() || !promises(largest.get())) {
      return;
    }
    Optional<View> without = Extrapolation.of(largest.get(), k);
    if (without.isPresent()) {
      views.set(views.indexOf(largest.get()), without.get());
      views.add(largest.get());
    }
  }

  /** Whether what one neighbour gains on ranks, where that is known, would change the choice. */
  private boolean promises(View view) {
    if (view.dimensions() < x.length + y.length) {
      return true;
    }
    double lead = view.nats() + gain - View.choose(views).nats();
    return gain > Math.max(errorOfGain, NEGLIGIBLE) && lead > errorOfGain;
  }

  /** From how many nats on noisier views are computed. */
  private static double dependent(int n) {
    return Math.min(DEPENDENT / Math.sqrt(n), MUCH);
  }

  private View largest() {
    return views.stream().max(Comparator.comparingDouble(View::nats)).orElseThrow();
  }

  private boolean isClearlyLarger(View view) {
    return isLarger(view, CLEARLY);
  }

  /** By more than a number of standard errors of the difference. */
  private boolean isLarger(View view, double errors) {
    View largest = largest();
    return view.nats() - largest.nats() > errors * view.errorOfDifference(largest);
  }

  private void addIfClearlyLarger(View view) {
    if (isClearlyLarger(view)) {
      views.add(view);
    }
  }

  /**
   * Ranks, each anywhere in its cell: on a grid, the neighbours on both sides are equally far away,
   * a strict count leaves out both, and where X and Y tell each other nearly to a rank, k = 1 is
   * 0.2 nats too high. Noise in the cells can but take information away.
   */
  private static double[][] ranks(double[][] scores, String side) {
    int n = scores[0].length;
    double[][] ranks = new double[scores.length][];
    for (int j = 0; j < ranks.length; j++) {
      UniformRandomProvider random = CELLS.derive(side, j).generator();
      ranks[j] =
          Arrays.stream(scores[j])
              .map(score -> NORMAL.cumulativeProbability(score) + (random.nextDouble() - 0.5) / n)
              .toArray();
    }
    return ranks;
  }

  /**
   * Pairs of smooth functions that agree most: cross-fitted canonical variates of random Fourier
   * features. Of few pairs KSG, and the Gaussian copula, which has no trouble with more of them.
   */
  private void addSmooth() throws InterruptedException {
    int n = x[0].length;
    if (Math.max(x.length, y.length) == 1 || n < 2 * MIN_ROWS || n > MAX_ROWS_OF_WAVES) {
      return;
    }
    int waves = Math.min(MAX_WAVES, n / 10);
    double[][] wavesX =
        FourierFeatures.of(Features.leading(x), waves, WAVES.derive("first").generator());
    double[][] wavesY =
        FourierFeatures.of(Features.leading(y), waves, WAVES.derive("second").generator());
    FoldMoments moments = new FoldMoments(wavesX, wavesY, FOLDS);
    HeldOut some = HeldOut.of(moments, Pilot.FOLDS, MAX_SMOOTH_PAIRS, SMOOTH_RIDGE);
    if (screened && !Pilot.mayExceed(some, largest(), k)) {
      return;
    }
    CrossFit fit = CrossFit.of(moments, MAX_SMOOTH_PAIRS, SMOOTH_RIDGE);
    int significant = fit.pairsAbove(SIGNIFICANT / Math.sqrt(n));
    if (significant == 0) {
      return;
    }
    double[][] u = NormalScores.of(fit.x());
    double[][] v = NormalScores.of(fit.y());
    double[][] commonU = NormalScores.of(fit.commonX());
    double[][] commonV = NormalScores.of(fit.commonY());
    for (int pairs = 1; pairs <= significant; pairs++) {
      String name = pairs + (pairs == 1 ? " smooth pair" : " smooth pairs");
      addSmaller(
          NeighbourView.of("KSG on " + name, Arrays.copyOf(u, pairs), Arrays.copyOf(v, pairs), k),
          Arrays.copyOf(commonU, pairs),
          Arrays.copyOf(commonV, pairs));
      Optional<View> gaussian =
          GaussianView.of(Arrays.copyOf(u, pairs), Arrays.copyOf(v, pairs))
              .map(view -> view.named("Gaussian copula of " + name));
      if (gaussian.isPresent()) {
        addSmaller(gaussian.get(), Arrays.copyOf(commonU, pairs), Arrays.copyOf(commonV, pairs));
      }
    }
  }

  /** Adds a view of held-out variates, or the same of common ones, if the smaller is large. */
  private void addSmaller(View heldOut, double[][] commonX, double[][] commonY)
      throws InterruptedException {
    if (!isClearlyLarger(heldOut)) {
      return;
    }
    View common =
        heldOut.dimensions() == 0
            ? GaussianView.of(commonX, commonY).orElse(heldOut).named(heldOut.name())
            : NeighbourView.of(heldOut.name(), commonX, commonY, k);
    addIfClearlyLarger(common.nats() < heldOut.nats() ? common : heldOut);
  }

  /**
   * Where neighbours stop being near: of n points that fill d dimensions, the nearest is at about
   * n^(-1/d) of their spread, at 2 log2 n dimensions at 0.7 of it. From there on distances tell
   * little but the size of the whole vector, and KSG takes shared sizes for more than they say: 0.3
   * nats too high for two Student vectors of 40 dimensions and 5 degrees of freedom, n = 1000.
   */
  private static int mostDimensions(int n) {
    return (int) (2 * Math.log(n) / Math.log(2));
  }

  /**
   * KSG on the 1, 2, ... leading pairs of cross-fitted canonical variates. By the data-processing
   * inequality no function of X and of Y shows more than I(X;Y), if the rows that it is evaluated
   * on did not help to choose it.
   *
   * <p>Several pairs of held-out variates may also show the fold of a row (one of 25 columns each,
   * n = 10000: a third pair that is a function of the first two, other in each fold, brought 0.2
   * nats). One function for all rows cannot, but has seen them; so of the two, which both err
   * upwards, the smaller counts.
   */
  private void addProjections(String kind, double[][] featuresX, double[][] featuresY)
      throws InterruptedException {
    int n = x[0].length;
    CrossFit fit = CrossFit.of(featuresX, featuresY, MAX_PAIRS, FOLDS, RIDGE);
    int significant = fit.pairsAbove(SIGNIFICANT / Math.sqrt(n));
    if (significant == 0) {
      return;
    }
    double[][] u = NormalScores.of(fit.x());
    double[][] v = NormalScores.of(fit.y());
    for (int pairs = 1; pairs <= significant; pairs++) {
      // A variable of no more dimensions than that is better left whole.
      if (pairs < Math.max(x.length, y.length)) {
        String name = "KSG on " + pairs + " " + kind + (pairs == 1 ? " pair" : " pairs");
        View heldOut = NeighbourView.of(name, leading(u, x, pairs), leading(v, y, pairs), k);
        if (pairs == 1 || pairs >= Math.min(x.length, y.length)) {
          views.add(heldOut);
        } else {
          double[][] commonU = leading(NormalScores.of(fit.commonX()), x, pairs);
          double[][] commonV = leading(NormalScores.of(fit.commonY()), y, pairs);
          View common = NeighbourView.of(name, commonU, commonV, k);
          views.add(common.nats() < heldOut.nats() ? common : heldOut);
        }
      }
    }
  }

  private static double[][] leading(double[][] variates, double[][] columns, int pairs) {
    return pairs < columns.length ? Arrays.copyOf(variates, pairs) : columns;
  }
}
