package io.github.miscope.spark;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sweep.Axis;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.task.Tasks;

/** A driver with a checkpoint, for being killed. */
final class KilledDriver {

  private KilledDriver() {}

  /**
   * Takes its time.
   *
   * @param millis how much
   */
  record Slow(long millis) implements MutualInformationEstimator {

    @Override
    public Estimate estimate(Samples samples) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Presets.gaussianMi().estimate(samples);
    }
  }

  static Sweep sweep() {
    return Sweep.of(Tasks.correlatedGaussians(1, 0.5), new Slow(20))
        .over(Axis.scaleX(), 1, 2, 3, 4)
        .withSamples(20)
        .withTrials(50);
  }

  /** Argument: the folder of the checkpoint. */
  public static void main(String[] args) {
    sweep().run(Spark.on("local[2]").withCheckpoint(args[0]));
  }
}
