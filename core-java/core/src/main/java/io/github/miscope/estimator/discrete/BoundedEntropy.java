package io.github.miscope.estimator.discrete;

import java.util.List;

/**
 * The entropy H' of {@link Correction#CHANCE_ADJUSTED}: the plug-in entropy and {@link
 * Schuermann}'s correction of it, which ends smoothly at log K, K being the number of levels seen,
 * or above it by what levels not seen may add: f log n for a part f = (f_1 - 1)/n of levels seen
 * once. Levels of one count each thus have log K exactly.
 *
 * <p>Within strata, each term is the mean over them, weighted by their rows.
 *
 * @param nats the entropy, in nats
 * @param repetition how much there is to learn from levels that repeat: 1 less (f_1/n)^(4 + n/8),
 *     which is 1 unless nearly every level was seen once, and about 1 - exp(-r/8) if r rows share
 *     their level
 */
record BoundedEntropy(double nats, double repetition) {

  static BoundedEntropy of(List<CountHistogram> strata) {
    int n = strata.stream().mapToInt(CountHistogram::n).sum();
    double plugIn = 0;
    double corrected = 0;
    double most = 0;
    int once = 0;
    boolean even = true;
    for (CountHistogram stratum : strata) {
      double weight = (double) stratum.n() / n;
      plugIn += weight * stratum.plugIn();
      corrected += weight * stratum.schuermann();
      most += weight * Math.log(stratum.levels());
      once += stratum.levelsSeen(1);
      even &= stratum.size() == 1;
    }
    double unseen = Math.max(0, once - 1) * Math.log(n) / n;
    // Levels of one count leave no room, and rounding must not make any.
    double room = (even ? 0 : Math.max(0, most - plugIn)) + unseen;
    double nats = even && unseen == 0 ? most : plugIn + lesser(corrected - plugIn, room);
    return new BoundedEntropy(nats, 1 - Math.pow((double) once / n, 4 + n / 8.0));
  }

  /** About the lesser in size of the two, smoothly: 8 % less where they are equal. */
  private static double lesser(double correction, double room) {
    double size = Math.abs(correction);
    if (size == 0 || room == 0) {
      return 0;
    }
    double small = Math.min(size, room);
    double ratio = small / Math.max(size, room);
    return Math.signum(correction) * small / Math.pow(1 + Math.pow(ratio, 8), 0.125);
  }
}
