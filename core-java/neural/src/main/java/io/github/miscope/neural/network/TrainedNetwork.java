package io.github.miscope.neural.network;

import java.util.List;
import java.util.Objects;

/**
 * A network with what was kept of its training.
 *
 * @param plan what was trained, how, and on which data
 * @param snapshots in the order of epochs, from epoch 0 to the last
 */
public record TrainedNetwork(NetworkPlan plan, List<Snapshot> snapshots) {

  /**
   * A trained network.
   *
   * @param plan what was trained
   * @param snapshots in the order of epochs, at least one
   * @throws IllegalArgumentException if there is no snapshot
   */
  public TrainedNetwork {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(snapshots, "snapshots");
    snapshots = List.copyOf(snapshots);
    if (snapshots.isEmpty()) {
      throw new IllegalArgumentException("a trained network must have a snapshot: snapshots=[]");
    }
  }

  /**
   * The network before training.
   *
   * @return the first snapshot
   */
  public Snapshot first() {
    return snapshots.get(0);
  }

  /**
   * The network at the end.
   *
   * @return the last snapshot
   */
  public Snapshot last() {
    return snapshots.get(snapshots.size() - 1);
  }

  /**
   * The network after an epoch.
   *
   * @param epoch how many epochs were done
   * @return the latest snapshot that is not later
   * @throws IllegalArgumentException if the epoch is below 0
   */
  public Snapshot at(int epoch) {
    return snapshots.stream()
        .filter(snapshot -> snapshot.epoch() <= epoch)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new IllegalArgumentException("epoch must be >= 0: epoch=" + epoch));
  }

  /**
   * The same snapshots with another standard deviation of the noise, without training anew.
   *
   * @param beta above 0
   * @return a changed copy
   * @throws IllegalArgumentException if beta is not positive and finite
   */
  public TrainedNetwork withNoise(double beta) {
    return new TrainedNetwork(
        plan, snapshots.stream().map(snapshot -> snapshot.withNoise(beta)).toList());
  }

  @Override
  public String toString() {
    return plan + ", " + last();
  }
}
