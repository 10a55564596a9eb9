package io.github.miscope.neural;

import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.neural.training.Evaluation;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;

/** Two critics that train side by side without end; for being interrupted or killed. */
final class EndlessEstimate {

  /** What the process says once it trains. */
  static final String TRAINS = "trains";

  private EndlessEstimate() {}

  /**
   * Trains until the thread is interrupted.
   *
   * @param trains called when the first steps are done
   */
  static void make(Runnable trains) {
    boolean[] called = new boolean[1];
    TrainingProgress.listen(
        (done, total) -> {
          if (!called[0]) {
            called[0] = true;
            trains.run();
          }
        },
        () -> {
          make();
          return null;
        });
  }

  private static void make() {
    int never = 100_000_000;
    Samples samples = Tasks.correlatedGaussians(2, 0.5).sample(2000, Seed.of(1));
    NeuralPresets.mineLocal()
        .withTraining(
            Training.withDefaults()
                .withSteps(never)
                .withMembers(2)
                .withEvaluation(new Evaluation.HeldOut(0.2, 0.2, never)))
        .estimate(samples);
  }

  /** No arguments; prints a line when the first steps are done. */
  public static void main(String[] args) {
    make(() -> System.out.println(TRAINS));
  }
}
