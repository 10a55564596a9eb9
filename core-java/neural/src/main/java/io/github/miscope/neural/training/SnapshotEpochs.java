package io.github.miscope.neural.training;

import io.github.miscope.internal.check.Check;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * After which epochs a network is kept. Epoch 0 is the network before training, which is always
 * kept, as the last one is.
 *
 * @param epochs those between, rising
 */
public record SnapshotEpochs(List<Integer> epochs) {

  /** Each snapshot is a file of all weights. */
  private static final int MAX = 100_000;

  /**
   * Epochs.
   *
   * @param epochs each at least 0; sorted, and repetitions left out
   * @throws IllegalArgumentException if an epoch is below 0
   */
  public SnapshotEpochs {
    Objects.requireNonNull(epochs, "epochs");
    epochs = List.copyOf(new TreeSet<>(epochs));
    if (!epochs.isEmpty() && epochs.get(0) < 0) {
      throw new IllegalArgumentException("epochs must be >= 0: epoch=" + epochs.get(0));
    }
  }

  /**
   * Epochs by number.
   *
   * @param epochs each at least 0
   * @return the epochs
   * @throws IllegalArgumentException if an epoch is below 0
   */
  public static SnapshotEpochs at(Integer... epochs) {
    Objects.requireNonNull(epochs, "epochs");
    return new SnapshotEpochs(List.of(epochs));
  }

  /**
   * Epochs from 1 to the last at equal ratios, rounded; small ones coincide, so that there are
   * fewer than asked for.
   *
   * @param last the last epoch, at least 1
   * @param count how many, at least 2
   * @return the epochs
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static SnapshotEpochs logSpaced(int last, int count) {
    if (last < 1) {
      throw new IllegalArgumentException("the last epoch must be >= 1: last=" + last);
    }
    Check.between("count", count, 2, MAX);
    TreeSet<Integer> epochs = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      epochs.add((int) Math.round(Math.pow(last, i / (count - 1.0))));
    }
    return new SnapshotEpochs(List.copyOf(epochs));
  }

  /**
   * Epochs at equal distances.
   *
   * @param step the distance, at least 1
   * @param last the last epoch, at least 1
   * @return step, 2 step, ... up to the last
   * @throws IllegalArgumentException if a number is below 1
   */
  public static SnapshotEpochs every(int step, int last) {
    if (step < 1 || last < 1) {
      throw new IllegalArgumentException(
          "step and last epoch must be >= 1: step=" + step + ", last=" + last);
    }
    if (last / step > MAX) {
      throw new IllegalArgumentException(
          "there must be at most " + MAX + " epochs: step=" + step + ", last=" + last);
    }
    TreeSet<Integer> epochs = new TreeSet<>();
    for (long epoch = step; epoch <= last; epoch += step) {
      epochs.add((int) epoch);
    }
    return new SnapshotEpochs(List.copyOf(epochs));
  }

  /**
   * Whether a network is kept after an epoch.
   *
   * @param epoch how many epochs are done
   * @param last how many there are
   * @return so for the first, the last and those in the list
   */
  public boolean includes(int epoch, int last) {
    return epoch == 0 || epoch == last || epochs.contains(epoch);
  }
}
