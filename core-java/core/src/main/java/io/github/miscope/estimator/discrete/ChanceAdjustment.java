package io.github.miscope.estimator.discrete;

/**
 * {@link Correction#CHANCE_ADJUSTED}: mutual information of a table less what chance gives it.
 *
 * <p>With {@link Schuermann}'s entropies H, J = H(X) + H(Y) - H(X,Y), and E the exact mean of J over
 * all permutations of the rows of Y ({@link Chance}), h = min(H(X), H(Y)), the estimate is (J - q E)
 * H'/h. There q, whose mean over permutations is 1, is the part of what chance gives that this table
 * can hold, and H' the smaller of the two {@link CountHistogram#entropy() bounded entropies}.
 *
 * <p>J is high because cells are missed, and chance misses most if X and Y are independent. How many
 * are missed, the cells seen once tell: q is mostly u/E[u], u = f_1 - c f_2, where f_1 counts cells
 * seen once whose row and column were seen more often, and f_2 those seen twice, which show that
 * cells are fewer than chance needs. Where u is as small as its noise, q is (h - J)/(h - E) instead,
 * as in the adjusted mutual information of Vinh, Epps and Bailey (JMLR 11, 2837, 2010). A copy has q
 * = 0 either way.
 *
 * <p>J is at most h, as shares fall with counts, and q is not negative: the estimate is at most H'.
 *
 * @param nats the estimate in nats
 * @param expected E, in nats
 */
record ChanceAdjustment(double nats, double expected) {

  /** Doubles count 1.2 r^(-1/3), r being 2 E[f_2] / E[f_1]: more where chance gives fewer. */
  private static final double DOUBLES = 1.2;

  private static final double MOST = 20;
  private static final double NOISE = 1.5;

  /** A part of h that rounding may leave of h - E. */
  private static final double ROUNDING = 1e-12;

  static ChanceAdjustment of(LevelCounts x, LevelCounts y, LevelCounts xy) {
    double hx = x.histogram().schuermann();
    double hy = y.histogram().schuermann();
    double h = Math.min(hx, hy);
    if (x.levels() < 2 || y.levels() < 2) {
      return new ChanceAdjustment(0, 0);
    }
    Chance chance = x.histogram().chance(y.histogram());
    double joint = xy.histogram().schuermann();
    double plain = (hx + hy) - joint;
    double expected = (hx + hy) - chance.jointEntropy();
    double room = h - expected;
    double ofRoom = room > ROUNDING * h ? (h - plain) / room : 1;
    double part = expected > 0 ? part(chance, singles(x, y, xy), xy, ofRoom) : ofRoom;
    double bound =
        Math.min(x.histogram().entropy(), y.histogram().entropy())
            * Math.min(x.histogram().repetition(), y.histogram().repetition());
    return new ChanceAdjustment(bound * ((plain - part * expected) / h), expected);
  }

  private static double part(Chance chance, int singles, LevelCounts xy, double ofRoom) {
    if (chance.singles() == 0) {
      return ofRoom;
    }
    double ratio = 2 * chance.doubles() / chance.singles();
    double weight = Math.min(MOST, DOUBLES / Math.cbrt(ratio));
    double mean = chance.singles() - weight * chance.doubles();
    if (mean <= 0) {
      return ofRoom;
    }
    // About the variance over permutations.
    // One and a half times about the variance over permutations.
    double noise = NOISE * (chance.singles() + weight * weight * chance.doubles());
    double trust = mean * mean / (mean * mean + noise);
    double missed = Math.max(0, singles - weight * xy.histogram().levelsSeen(2)) / mean;
    return (1 - trust) * ofRoom + trust * missed;
  }

  /** Cells seen once, without those that their row or column leaves no choice. */
  private static int singles(LevelCounts x, LevelCounts y, LevelCounts xy) {
    int singles = 0;
    for (int i = 0; i < xy.n(); i++) {
      singles += xy.countAt(i) == 1 && x.countAt(i) > 1 && y.countAt(i) > 1 ? 1 : 0;
    }
    return singles;
  }
}
