package io.github.miscope.estimator.auto;

import io.github.miscope.estimator.DefaultEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.ModelChecked;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The estimator for continuous data of which nothing is known: the largest of several views of the
 * data, which as a rule err low.
 *
 * <p>Nearest-neighbour estimates err low, the more so the more dimensions there are, and a bound
 * that looks at the data in the wrong way is low as well; so the largest is the nearest to the
 * truth. All views start from normal scores of the single columns, so that no monotone map of a
 * column changes anything.
 *
 * <ol>
 *   <li>the Gaussian copula: {@link io.github.miscope.estimator.gaussian.GaussianMutualInformation}
 *       of the scores with the {@link
 *       io.github.miscope.estimator.gaussian.BiasCorrection#FOURTH_MOMENT fourth-moment} bias
 *       correction, as critic of the bound of Donsker and Varadhan (1983), which takes back what it
 *       overstates on data that are not Gaussian;
 *   <li>KSG1 on all columns, unless they are more than 2 log2 n, where no neighbours are near;
 *   <li>KSG1 on 1 to 3 pairs of canonical variates, learnt on nine tenths of the rows and applied
 *       to the tenth, for each tenth in turn: few directions that carry all;
 *   <li>KSG1 on 1 to 3 pairs of canonical variates of the columns with their squares and products:
 *       dependence through size, shape or product;
 *   <li>KSG1 on the sizes of X and Y, the Mahalanobis norms of their columns: a scale that they
 *       share;
 *   <li>KSG1 on ranks of all columns, with k and with k = 1;
 *   <li>KSG1 and the Gaussian copula on 1 to 5 pairs of canonical variates of random Fourier
 *       features, up to 5000 rows: smooth functions of several columns.
 * </ol>
 *
 * <p>Sizes, ranks and smooth functions are computed where there are more than 5/sqrt(n) or half a
 * nat. Smooth functions count only if they exceed all before them by three standard errors of the
 * difference, k = 1 by 4.5.
 *
 * <p>Neighbours that show less from k to 2k, for certain, have lost as much up to k. The largest
 * view of neighbours gets that back ("extrapolated"), at most twice what it lost from k/2 on, and
 * at most up to what k = 1 shows.
 *
 * <p>A pair of variates counts if it correlates by more than 3/sqrt(n) on rows that did not choose
 * it. The estimate is the first view, in this order, that the largest does not exceed by more than
 * the standard error of their difference. It names the view in its findings, and has the value of
 * each among its diagnostics. A maximum of noisy values errs upwards: near independence by about
 * 0.01 nats at n = 1000; p-values and intervals must repeat it whole.
 *
 * <p>Rows may come in any order: folds are cut by the values. Equal values are ranked at random
 * from the seed, and the views averaged over three such rankings. I(X;Y) and I(Y;X) have the same
 * bits.
 *
 * @param k number of neighbours, at least 1 and less than n; 4 by default
 * @param seed ranks equal values
 */
public record Auto(int k, Seed seed)
    implements PreparingEstimator, NearestNeighbours, DefaultEstimator, ModelChecked {

  private static final int DEFAULT_K = 4;
  private static final Seed DEFAULT_SEED = Seed.of(0);

  /**
   * The estimator.
   *
   * @param k number of neighbours
   * @param seed ranks equal values
   * @throws IllegalArgumentException if k &lt; 1
   */
  public Auto {
    Objects.requireNonNull(seed, "seed");
    Check.atLeast("k", k, 1);
  }

  /**
   * With 4 neighbours and seed 0.
   *
   * @return the estimator
   */
  public static Auto withDefaults() {
    return new Auto(DEFAULT_K, DEFAULT_SEED);
  }

  @Override
  public Auto withK(int newK) {
    return new Auto(newK, seed);
  }

  /**
   * The same estimator with another seed.
   *
   * @param seed ranks equal values
   * @return a changed copy
   */
  public Auto withSeed(Seed seed) {
    return new Auto(k, seed);
  }

  @Override
  public PreparedVariable prepareX(Variable x) {
    Objects.requireNonNull(x, "x");
    x.requireContinuous(toString());
    return new AutoVariable(x, seed, true);
  }

  @Override
  public PreparedVariable prepareY(Variable y) {
    Objects.requireNonNull(y, "y");
    y.requireContinuous(toString());
    return new AutoVariable(y, seed, false);
  }

  @Override
  public Estimate estimate(PreparedVariable x, PreparedVariable y) {
    AutoEstimation estimation = estimation(x, y);
    try {
      Interrupts.check();
      return estimation.run();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  @Override
  public OptionalDouble natsFrom(PreparedVariable x, PreparedVariable y, double least) {
    AutoEstimation estimation = estimation(x, y);
    try {
      Interrupts.check();
      return estimation.isBelow(least)
          ? OptionalDouble.empty()
          : OptionalDouble.of(estimation.run().nats());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private EstimationInterruptedException interrupted(InterruptedException e) {
    return new EstimationInterruptedException(this + " was interrupted", e);
  }

  private AutoEstimation estimation(PreparedVariable x, PreparedVariable y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    AutoVariable ownX = PreparingEstimator.own(this, AutoVariable.class, x);
    AutoVariable ownY = PreparingEstimator.own(this, AutoVariable.class, y);
    if (!ownX.isFor(seed, true) || !ownY.isFor(seed, false)) {
      throw new IllegalArgumentException(
          "variables must be prepared for their place, with the seed of " + this);
    }
    Samples samples = new Samples(ownX.variable(), ownY.variable());
    if (k >= samples.n()) {
      throw new IllegalArgumentException(
          "k must be < number of points: k=" + k + ", n=" + samples.n());
    }
    return new AutoEstimation(this, ownX, ownY);
  }

  /**
   * Whether the estimate is a lower bound at best, whatever n is: the Gaussian copula was chosen,
   * and the copula is clearly not Gaussian; or neighbours in more than a plane showed a bias, which
   * there grows more slowly than k, so that only a part is certain.
   */
  @Override
  public Optional<String> misfit(Samples samples, Estimate estimate) {
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(estimate, "estimate");
    List<String> views =
        estimate.findings(Finding.ChosenView.class).stream().map(Finding.ChosenView::view).toList();
    boolean isPlane = samples.x().d() == 1 && samples.y().d() == 1;
    if (!isPlane && views.stream().anyMatch(Extrapolation::isIn)) {
      return Optional.of("what it lost with k was added back, and may not be all");
    }
    if (!views.contains(GaussianView.NAME)) {
      return Optional.empty();
    }
    double[][] x = new AutoVariable(samples.x(), seed, true).scores(true, 0).columns();
    double[][] y = new AutoVariable(samples.y(), seed, false).scores(false, 0).columns();
    return GaussianFit.fails(x, y)
        ? Optional.of("a Gaussian copula does not fit the data")
        : Optional.empty();
  }

  @Override
  public String toString() {
    List<String> options = new ArrayList<>();
    if (k != DEFAULT_K) {
      options.add("k=" + k);
    }
    if (!seed.equals(DEFAULT_SEED)) {
      options.add("seed=" + seed);
    }
    return options.isEmpty() ? "auto" : "auto(" + String.join(", ", options) + ")";
  }
}
