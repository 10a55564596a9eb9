package io.github.miscope.neural.data;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Data to learn from, and data to test on.
 *
 * @param training what a network learns from
 * @param test what it is tested on
 */
public record SplitData(LabelledData training, LabelledData test) {

  /**
   * Data in two parts.
   *
   * @param training what a network learns from
   * @param test what it is tested on
   * @throws IllegalArgumentException if they differ in shape or classes
   */
  public SplitData {
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(test, "test");
    if (!training.shape().equals(test.shape()) || training.classes() != test.classes()) {
      throw new IllegalArgumentException(
          "training and test data must have the same columns and classes: training="
              + training
              + ", test="
              + test);
    }
  }

  /**
   * A random split.
   *
   * @param data all observations
   * @param share of observations that train, in (0, 1)
   * @param seed of the split
   * @return both parts, in the order of the data
   * @throws IllegalArgumentException if the share leaves one part empty
   */
  public static SplitData of(LabelledData data, double share, Seed seed) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(seed, "seed");
    int count = (int) Math.round(share * data.n());
    if (count < 1 || count >= data.n()) {
      throw new IllegalArgumentException(
          "share must leave observations for both parts: share=" + share + ", n=" + data.n());
    }
    int[] order = PermutationSampler.natural(data.n());
    PermutationSampler.shuffle(seed.derive("split").generator(), order);
    int[] first = Arrays.copyOf(order, count);
    int[] second = Arrays.copyOfRange(order, count, order.length);
    Arrays.sort(first);
    Arrays.sort(second);
    return new SplitData(data.rows(first), data.rows(second));
  }

  /**
   * The same data to learn from and to test on.
   *
   * @param data all observations
   * @return both parts alike
   */
  public static SplitData same(LabelledData data) {
    Objects.requireNonNull(data, "data");
    return new SplitData(data, data);
  }
}
