package io.github.miscope.estimator.neighbour;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.internal.ties.TieBreaker;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.Objects;

/**
 * What to do about equal values within a column, which continuous formulas do not allow for and
 * real data, being rounded, are full of.
 *
 * <p>By default ties are broken: every value of a tied column is moved by seeded uniform jitter,
 * the estimate is the mean over a few replicates of the jitter, and a {@link
 * io.github.miscope.estimator.DataWarning.Ties} tells so. The jitter is 2^-10 of the column's
 * smallest gap wide (BI-KSG, whose formula needs an even density, takes the whole gap), and wider
 * where doubles are too coarse for that, with nearby values moved apart in proportion. As it
 * carries no information and never mixes two values, the mutual information of the jittered
 * variables is exactly that of the rounded ones. X and Y have independent jitter, and which of them
 * has which is decided by their values: I(X;Y) and I(Y;X) have the same bits. For two independent
 * normal columns rounded to half a standard deviation, n = 1000, bare KSG1 gives 8.33 nats; with
 * ties broken it is within 0.01 of zero. Columns without ties are not touched.
 *
 * @param replicates number of jitters that are averaged; 0 for the bare formula
 * @param seed the seed of the jitter
 */
public record Ties(int replicates, Seed seed) {

  private static final Ties BREAK = new Ties(3, Seed.of(0));
  private static final int MAX_REPLICATES = 1000;
  private static final Ties STRICT = new Ties(0, Seed.of(0));

  /**
   * A treatment of ties.
   *
   * @param replicates number of jitters that are averaged; 0 for the bare formula
   * @param seed the seed of the jitter
   * @throws IllegalArgumentException if replicates &lt; 0
   */
  public Ties {
    Objects.requireNonNull(seed, "seed");
    Check.between("replicates", replicates, 0, MAX_REPLICATES);
  }

  /**
   * Breaks ties by jitter, averaging 3 replicates: the default.
   *
   * @return the treatment
   */
  public static Ties broken() {
    return BREAK;
  }

  /**
   * The bare formula, ties and all. Values that are multiples of one step but for rounding (0.1,
   * 0.2, 0.3, which have no exact doubles) are taken as exact multiples: else rounding would decide
   * which of their distances are equal, and another unit would give another estimate.
   *
   * @return the treatment
   */
  public static Ties strict() {
    return STRICT;
  }

  /**
   * The columns of a variable that hold equal values, constant ones apart.
   *
   * @param variable observations
   * @return a report on each
   */
  public static List<DataWarning.TiedColumn> in(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    return new TieBreaker(variable).report();
  }

  /**
   * Whether this is the bare formula.
   *
   * @return true if ties are not broken
   */
  public boolean isStrict() {
    return replicates == 0;
  }

  @Override
  public String toString() {
    return isStrict() ? "strict" : "broken by " + replicates + " jitters, seed " + seed;
  }
}
