package io.github.miscope.sweep;

import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.nio.file.Path;

/** A process that runs a sweep with a checkpoint and writes its table; for being killed. */
final class KilledSweep {

  /** Labels with several bytes a letter and a line end: a kill may cut within a letter. */
  static final Sweep PLAN =
      Sweep.of(
              Tasks.correlatedGaussians(3, 0.6)
                  .identifiedBy("gr\u00f6\u00dfer \u592a\u591a\n\ud83d\ude00"),
              new Labelled(Presets.ksg(), "\u0645\u062d\u0644\u064a\nKSG"),
              Presets.ksgGlobalLinf(),
              new Labelled(Presets.ksg().withK(300), "\u20ac k > n"))
          .over(Axis.scaleX(), 0.1, 1, 10, 100)
          .withSamples(300)
          .withTrials(12)
          .withSeed(Seed.of(7));

  private KilledSweep() {}

  /** Arguments: checkpoint, CSV, number of threads. */
  public static void main(String[] args) {
    PLAN.run(
            RunOptions.withDefaults()
                .withCheckpoint(Path.of(args[0]))
                .withThreads(Integer.parseInt(args[2])))
        .writeCsv(Path.of(args[1]));
  }
}
