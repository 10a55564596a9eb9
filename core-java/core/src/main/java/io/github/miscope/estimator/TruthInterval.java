package io.github.miscope.estimator;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What the drift of an estimate over n tells of the mutual information itself: its bias and, where
 * nothing speaks against it, an interval for the truth.
 *
 * <p>A {@link Interval confidence interval} from subsamples knows how an estimate varies, not how
 * far its mean is from the truth. Estimates from parts of the data show how the mean moves with n,
 * and with a law for the rest of the way how far it is from its limit. That this limit is the truth
 * is an assumption: an estimator that looks at the data in the wrong way is wrong for any n.
 *
 * @param bias the estimate less its limit for large n, in nats; negative if it is too low
 * @param biasError how well the bias is known, in nats
 * @param interval the interval for the truth, if it can be given
 * @param doubt why there is none, as the end of a sentence that begins with "since"
 */
public record TruthInterval(
    double bias, double biasError, Optional<Interval> interval, Optional<String> doubt) {

  /**
   * A bias, and an interval or a doubt.
   *
   * @param bias the estimate less its limit for large n, in nats
   * @param biasError how well the bias is known, in nats
   * @param interval the interval for the truth
   * @param doubt why there is none
   * @throws IllegalArgumentException if there are both an interval and a doubt, or neither
   */
  public TruthInterval {
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(doubt, "doubt");
    if (interval.isPresent() == doubt.isPresent()) {
      throw new IllegalArgumentException(
          "there must be an interval or a doubt: interval=" + interval + ", doubt=" + doubt);
    }
  }

  /**
   * Whether there is an interval for the truth.
   *
   * @return true if there is; the estimate is a lower bound at best if there is not
   */
  public boolean isCertified() {
    return interval.isPresent();
  }

  /**
   * What is known, in words.
   *
   * @param unit nats or bits
   * @return a line: the interval and the bias, or that the estimate is a lower bound at best
   */
  public String text(InformationUnit unit) {
    Objects.requireNonNull(unit, "unit");
    return interval
        .map(
            i ->
                String.format(
                    Locale.ROOT,
                    "truth in [%.4f, %.4f] %s (%.0f %%; bias %+.4f ± %.4f %s, by %s)",
                    unit.fromNats(i.lower()),
                    unit.fromNats(i.upper()),
                    unit,
                    100 * i.level(),
                    unit.fromNats(bias),
                    unit.fromNats(biasError),
                    unit,
                    i.method()))
        .orElseGet(
            () -> "no interval for the truth: a lower bound at best, since " + doubt.orElseThrow());
  }

  @Override
  public String toString() {
    return text(InformationUnit.NATS);
  }
}
