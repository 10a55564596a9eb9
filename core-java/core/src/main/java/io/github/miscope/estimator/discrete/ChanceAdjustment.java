package io.github.miscope.estimator.discrete;

import java.util.List;

/**
 * {@link Correction#CHANCE_ADJUSTED}: mutual information of a table less what chance gives it.
 *
 * <p>With {@link Schuermann}'s entropies H, J = H(X) + H(Y) - H(X,Y), and E the exact mean of J
 * over all permutations of the rows of Y ({@link Chance}), h = min(H(X), H(Y)), the estimate is (J
 * - q E) H'/h. There q, whose mean over permutations is about 1, is the part of what chance gives
 * that this table can hold, and H' the smaller of the two {@link BoundedEntropy bounded entropies}.
 *
 * <p>J is high because cells are missed, and chance misses most if X and Y are independent. How
 * many are missed, the cells seen once tell: q is mostly u/E[u], u = f_1 - c f_2, where f_1 counts
 * cells seen once whose row and column were seen more often, and f_2 those seen twice, which show
 * that cells are fewer than chance needs. Where u is as small as its noise, q is (h - J)/(h - E)
 * instead, as in the adjusted mutual information of Vinh, Epps and Bailey (JMLR 11, 2837, 2010). A
 * copy has q = 0 either way.
 *
 * <p>J is at most h, as shares fall with counts, and q is not negative: the estimate is at most H'.
 *
 * <p>Given Z, entropies are means over its levels, weighted by their rows, permutations are within
 * levels, and cells are counted in all of them: levels of few rows each tell q together.
 *
 * @param nats the estimate in nats
 * @param expected E, in nats
 */
record ChanceAdjustment(double nats, double expected) {

  /** Doubles count 1.1 r^(-1/3), r being 2 E[f_2] / E[f_1]: more where chance gives fewer. */
  private static final double DOUBLES = 1.1;

  private static final double MAX = 20;

  /**
   * The noise of u is taken for 0.3 + 4 r^2 times the variance of as many independent counts. Where
   * cells are rare, u is small only if few cells can occur; where chance gives as many doubles as
   * singles, u is a difference of two large numbers.
   */
  private static final double NOISE = 0.3;

  private static final double NOISE_OF_DOUBLES = 4;

  /** A part of h that rounding may leave of h - E. */
  private static final double ROUNDING = 1e-12;

  /** Counts of X, Y and both within one level of Z. */
  record Table(LevelCounts x, LevelCounts y, LevelCounts xy) {

    Chance chance() {
      return x.histogram().chance(y.histogram());
    }

    /** Cells seen once, without those that their row or column leaves no choice. */
    int singles() {
      int singles = 0;
      for (int i = 0; i < xy.n(); i++) {
        singles += xy.countAt(i) == 1 && x.countAt(i) > 1 && y.countAt(i) > 1 ? 1 : 0;
      }
      return singles;
    }

    int doubles() {
      return xy.histogram().levelsSeen(2);
    }
  }

  static ChanceAdjustment of(List<Table> strata) {
    int n = strata.stream().mapToInt(table -> table.xy.n()).sum();
    double hx = 0;
    double hy = 0;
    double plain = 0;
    double expected = 0;
    double meanSingles = 0;
    double meanDoubles = 0;
    int singles = 0;
    int doubles = 0;
    for (Table table : strata) {
      double weight = (double) table.xy.n() / n;
      double ownX = table.x.histogram().schuermann();
      double ownY = table.y.histogram().schuermann();
      hx += weight * ownX;
      hy += weight * ownY;
      if (table.x.levels() > 1 && table.y.levels() > 1) {
        Chance chance = table.chance();
        plain += weight * ((ownX + ownY) - table.xy.histogram().schuermann());
        expected += weight * ((ownX + ownY) - chance.jointEntropy());
        meanSingles += chance.singles();
        meanDoubles += chance.doubles();
        singles += table.singles();
        doubles += table.doubles();
      }
    }
    double h = Math.min(hx, hy);
    if (h == 0) {
      return new ChanceAdjustment(0, 0);
    }
    double room = h - expected;
    double part = room > ROUNDING * h ? (h - plain) / room : 1;
    if (expected > 0 && meanSingles > 0) {
      part = part(part, singles, doubles, meanSingles, meanDoubles);
    }
    BoundedEntropy x = BoundedEntropy.of(strata.stream().map(t -> t.x.histogram()).toList());
    BoundedEntropy y = BoundedEntropy.of(strata.stream().map(t -> t.y.histogram()).toList());
    double bound = Math.min(x.nats(), y.nats()) * Math.min(x.repetition(), y.repetition());
    return new ChanceAdjustment(bound * ((plain - part * expected) / h), expected);
  }

  /** q, from (h - J)/(h - E) and the cells seen once and twice and their means by chance. */
  private static double part(
      double ofRoom, int singles, int doubles, double meanSingles, double meanDoubles) {
    double ratio = 2 * meanDoubles / meanSingles;
    double weight = Math.min(MAX, DOUBLES / Math.cbrt(ratio));
    double mean = meanSingles - weight * meanDoubles;
    if (mean <= 0) {
      return ofRoom;
    }
    double variance = meanSingles + weight * weight * meanDoubles;
    double noise = (NOISE + NOISE_OF_DOUBLES * ratio * ratio) * variance;
    double trust = mean * mean / (mean * mean + noise);
    return (1 - trust) * ofRoom + trust * Math.max(0, singles - weight * doubles) / mean;
  }
}
