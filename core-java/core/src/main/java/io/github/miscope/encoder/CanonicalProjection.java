package io.github.miscope.encoder;

import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.linear.CrossFit;
import io.github.miscope.internal.linear.NewPairs;
import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Cross-fitted canonical variates: the pairs of functions of X and of Y that correlate most, each
 * learnt on four fifths of the observations and applied to the fifth that is left.
 *
 * <p>Four kinds of functions are tried, and those are taken whose values agree best on held-out
 * observations. What counts is the part of each variate that is no function of those taken before:
 * squares and products of variates correlate, too, and tell nothing new.
 *
 * <ul>
 *   <li><em>screened</em>: linear functions of the few columns that correlate with one of the other
 *       variable by more than chance (Fan and Lv 2008, doi:10.1111/j.1467-9868.2008.00674.x);
 *   <li><em>leading</em>: linear functions of the principal components that vary more than any of
 *       noise would (Marchenko and Pastur 1967, doi:10.1070/SM1967v001n04ABEH001994);
 *   <li><em>linear</em>: linear functions of up to 50 principal components;
 *   <li><em>Fourier</em>: of random Fourier features of the leading principal components (Rahimi
 *       and Recht 2007), which come near any smooth function.
 * </ul>
 *
 * <p>By the data-processing inequality codes of held-out observations share at most what X and Y
 * do, whatever was learnt. How much of it they miss is not known. A discrete variable stays as it
 * is; the other one's codes are those that tell its levels apart.
 *
 * @param maxPairs the most codes of X and of Y
 * @param seed what the Fourier features are drawn from
 */
public record CanonicalProjection(int maxPairs, Seed seed) implements PairEncoder {

  private static final int FOLDS = 5;

  /** Ridge of the canonical variates, as a multiple of columns / rows. */
  private static final double RIDGE = 3;

  /** A held-out correlation counts from this many standard errors. */
  private static final double SIGNIFICANT = 3;

  /**
   * Cross-fitted canonical variates.
   *
   * @param maxPairs the most codes of X and of Y, at least 1
   * @param seed what the Fourier features are drawn from
   * @throws IllegalArgumentException if maxPairs &lt; 1
   */
  public CanonicalProjection {
    Check.between("maxPairs", maxPairs, 1, 1000);
    Objects.requireNonNull(seed, "seed");
  }

  /**
   * At most ten pairs.
   *
   * @return the encoder
   */
  public static CanonicalProjection withDefaults() {
    return new CanonicalProjection(10, Seed.of(0));
  }

  /**
   * The same with another number of pairs.
   *
   * @param count the most codes of X and of Y, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if it is below 1
   */
  public CanonicalProjection withMaxPairs(int count) {
    return new CanonicalProjection(count, seed);
  }

  /**
   * The same with another seed.
   *
   * @param seed what the Fourier features are drawn from
   * @return a changed copy
   */
  public CanonicalProjection withSeed(Seed seed) {
    return new CanonicalProjection(maxPairs, seed);
  }

  /**
   * Fits codes of X and of Y.
   *
   * @param samples at least 20 observations
   * @return the codes, in a variable's own columns where it has no more than there are codes
   */
  @Override
  public PairEncoding fit(Samples samples) {
    return fit(samples, List.of(ProjectionKind.values()));
  }

  /**
   * Canonical variates by functions of the kind that suits these samples best.
   *
   * @param samples at least 20 observations
   * @return an encoder that tries that kind only
   */
  @Override
  public PairEncoder adaptedTo(Samples samples) {
    return fit(samples) instanceof CanonicalCodes codes
        ? new CanonicalKind(this, codes.kind())
        : this;
  }

  PairEncoding fit(Samples samples, List<ProjectionKind> kinds) {
    Objects.requireNonNull(samples, "samples");
    if (samples.n() < 4 * FOLDS) {
      throw new IllegalArgumentException(
          this + " needs at least " + 4 * FOLDS + " observations: n=" + samples.n());
    }
    try {
      return fitted(samples, kinds);
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("the fit of canonical variates", e);
    }
  }

  private PairEncoding fitted(Samples samples, List<ProjectionKind> kinds)
      throws InterruptedException {
    Optional<Variable> varyingX = samples.x().varying();
    Optional<Variable> varyingY = samples.y().varying();
    if (varyingX.isEmpty() || varyingY.isEmpty()) {
      // A constant is independent of everything.
      return new NoCodes(samples);
    }
    Samples varying = new Samples(varyingX.get(), varyingY.get());
    // By the values as they are: what is computed from them rounds, by the order of the rows.
    int[] order = RowOrder.of(varying.x().columns(), varying.y().columns());
    Samples ordered = varying.rows(order);
    ProjectionInput x = ProjectionInput.of(ProjectionColumns.of(ordered.x()));
    ProjectionInput y = ProjectionInput.of(ProjectionColumns.of(ordered.y()));
    double bound = SIGNIFICANT / Math.sqrt(samples.n());
    CanonicalCodes best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (ProjectionKind kind : kinds) {
      if (kinds.size() > 1 && !kind.suits(x, y)) {
        continue;
      }
      CrossFit fit = kind.fit(x, y, maxPairs, FOLDS, RIDGE, seed);
      NewPairs.Choice choice = NewPairs.of(fit.x(), fit.y(), bound);
      if (choice.nats() > most) {
        most = choice.nats();
        best = new CanonicalCodes(varying, order, fit, choice.indices(), kind);
      }
    }
    return Objects.requireNonNull(best);
  }

  @Override
  public String toString() {
    String label = "canonical variates (at most " + maxPairs;
    return seed.equals(Seed.of(0)) ? label + ")" : label + ", seed = " + seed.value() + ")";
  }
}
