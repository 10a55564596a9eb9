package io.github.miscope.neural.internal;

import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.internal.parallel.Detached;
import io.github.miscope.neural.bound.Bound;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Critics that are trained side by side, each on one thread at a time. */
public final class Ensemble {

  /** How long threads train before they look for an interrupt; the result does not depend on it. */
  private static final long ROUND_NANOS = 100_000_000;

  private Ensemble() {}

  /**
   * Trains critics.
   *
   * @param samples scaled, without constant columns
   * @param centred whether to subtract the means of columns
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static List<TrainedCritic> train(
      Bound bound, Critic critic, Training training, Samples samples, boolean centred, Seed seed)
      throws InterruptedException {
    Libtorch.require();
    Progress progress = new Progress();
    // A step of a large critic takes seconds, and nothing stops it.
    return Detached.run(
        "miscope-critics",
        () -> trained(bound, critic, training, samples, centred, seed, progress),
        progress::report);
  }

  /** Steps done, as the calling thread reports them. */
  private static final class Progress {
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private long reported;

    void report() {
      long now = done.get();
      if (now != reported) {
        reported = now;
        TrainingProgress.report(now, total.get());
      }
    }
  }

  @SuppressWarnings("try") // The data's tensors are given back at the end.
  private static List<TrainedCritic> trained(
      Bound bound,
      Critic critic,
      Training training,
      Samples samples,
      boolean centred,
      Seed seed,
      Progress progress)
      throws InterruptedException {
    int members = training.members();
    List<Split> splits = new ArrayList<>();
    for (int m = 0; m < members; m++) {
      splits.add(Split.of(samples.n(), training.evaluation(), m, members, seed));
    }
    List<CriticTraining> critics = new ArrayList<>();
    try (Data data = new Data(samples, centred)) {
      for (int m = 0; m < members; m++) {
        critics.add(new CriticTraining(bound, critic, training, data, splits.get(m), m, seed));
      }
      List<CriticTraining> active = new ArrayList<>(critics);
      while (!active.isEmpty()) {
        List<CriticTraining> now = List.copyOf(active);
        Blocks.run(now.size(), 1, () -> (from, to) -> advance(now.subList(from, to)));
        active.removeIf(CriticTraining::isFinished);
        // Each goes from thread to thread: if one is slower, no critic is left behind to end alone.
        Collections.rotate(active, 1);
        progress.total.set(critics.stream().mapToLong(CriticTraining::steps).sum());
        progress.done.set(critics.stream().mapToLong(CriticTraining::stepsDone).sum());
      }
      TrainedCritic[] results = new TrainedCritic[members];
      Blocks.run(
          members,
          1,
          () ->
              (from, to) -> {
                for (int m = from; m < to; m++) {
                  results[m] = critics.get(m).result();
                }
              });
      return List.of(results);
    } finally {
      critics.forEach(CriticTraining::close);
    }
  }

  private static void advance(List<CriticTraining> critics) {
    critics.forEach(critic -> critic.advance(ROUND_NANOS));
  }
}
