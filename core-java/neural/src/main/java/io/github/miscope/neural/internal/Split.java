package io.github.miscope.neural.internal;

import io.github.miscope.neural.training.Evaluation;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Which rows one critic learns from, is chosen by and is valued on. */
final class Split {

  /**
   * The fewest rows of a part. The value on two test pairs, each the other's only comparison, was
   * 15376 nats at n = 6.
   */
  private static final int MIN = 5;

  private final int[] training;
  private final int[] validation;
  private final int[] test;

  private Split(int[] training, int[] validation, int[] test) {
    this.training = training;
    this.validation = validation;
    this.test = test;
  }

  /** Rows to learn from; not to be changed, like those below. */
  int[] training() {
    return training;
  }

  /** Rows to stop by; none where the estimate comes from all data. */
  int[] validation() {
    return validation;
  }

  /** Rows for the estimate. */
  int[] test() {
    return test;
  }

  /** The split of one critic of an ensemble; the test parts of different critics are disjoint. */
  static Split of(int n, Evaluation evaluation, int member, int members, Seed seed) {
    int[] order = permutation(n, seed.derive("split").generator());
    if (!(evaluation instanceof Evaluation.HeldOut shares)) {
      return new Split(order, new int[0], order);
    }
    int test = part(n, Math.min(shares.test(), 1.0 / members));
    int validation = part(n, shares.validation());
    if (test < MIN
        || validation < MIN
        || n - test - validation < MIN
        || (long) test * members > n) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "n must leave %d observations for training, validation and each of %d test parts:"
                  + " n=%d",
              MIN,
              members,
              n));
    }
    int start = (int) ((long) member * n / members);
    int[] rotated = new int[n];
    for (int i = 0; i < n; i++) {
      rotated[i] = order[(start + i) % n];
    }
    return new Split(
        Arrays.copyOfRange(rotated, test + validation, n),
        Arrays.copyOfRange(rotated, test, test + validation),
        Arrays.copyOf(rotated, test));
  }

  private static int part(int n, double share) {
    return (int) Math.floor(share * n);
  }

  static int[] permutation(int n, UniformRandomProvider random) {
    int[] order = PermutationSampler.natural(n);
    PermutationSampler.shuffle(random, order);
    return order;
  }
}
