package io.github.miscope.plane;

import io.github.miscope.activation.BinGrid;
import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.propagation.MixtureEntropy;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.file.CsvText;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Seed;
import java.nio.file.Path;
import java.util.List;

/** A process that runs a plane with a checkpoint and writes its tables; for being killed. */
final class KilledPlane {

  static final PlanePlan PLAN =
      PlanePlan.of(
              List.of(new ToyNetwork("\u00e4", 1), new ToyNetwork("\u00e4", 2)),
              List.of(
                  new Labelled(Presets.ksg(), "\u0645\u062d\u0644\u064a\nKSG"),
                  Presets.ksgGlobalLinf(),
                  new Labelled(Presets.ksg().withK(300), "\u20ac k > n")))
          .withPropagation(
              SamplePropagation.withDefaults()
                  .withMixture(MixtureEntropy.withDefaults().withMostDraws(2000)))
          .withNoise(0, 10, 20)
          .withCompression(Pca.to(1), Pca.to(2))
          .withBins(new BinGrid.OfWidth(0.1), new BinGrid.OfRange(-1, 1, 4))
          .withMaxInputs(150)
          .withSeed(Seed.of(7));

  private KilledPlane() {}

  static void run(Path checkpoint, Path csv, Path binned, int threads) {
    PlaneTable table =
        PLAN.run(RunOptions.withDefaults().withCheckpoint(checkpoint).withThreads(threads));
    table.writeBinnedCsv(binned, CsvText.EXACT);
    table.writeCsv(csv, CsvText.EXACT);
  }

  /** Arguments: checkpoint, CSV, CSV of binned entropies, number of threads. */
  public static void main(String[] args) {
    run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
  }
}
