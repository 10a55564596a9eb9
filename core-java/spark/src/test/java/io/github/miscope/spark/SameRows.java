package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.inference.PairwiseEstimates;
import io.github.miscope.inference.VariablePairs;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sweep.SweepRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whatever the master, rows are those of a local run, byte for byte. */
final class SameRows {

  private static final VariablePairs PAIRS = VariablePairs.all(Plans.columns(12, 80));

  /** What a local run gives; the same for all masters. */
  private record Expected(
      List<SweepRow> sweep, String plane, List<String> network, List<String> matrix) {}

  private static @Nullable Expected expected;

  private SameRows() {}

  private static synchronized Expected expected(Path folder) throws IOException {
    if (expected == null) {
      expected =
          new Expected(
              Plans.timeless(Plans.sweep().run()),
              Plans.csv(Plans.plane().run(), folder),
              Plans.bits(Plans.network().run()),
              Plans.bits(PairwiseEstimates.of(Presets.ksg(), PAIRS)));
    }
    return expected;
  }

  /** Runs a sweep of 400 cells, a plane, a network of 200 columns and a matrix. */
  static void check(Spark spark, Progress progress, Path folder) throws IOException {
    Expected here = expected(folder);
    assertEquals(400, here.sweep().size());
    RunOptions there = RunOptions.withDefaults().withRunner(spark);
    assertEquals(here.sweep(), Plans.timeless(Plans.sweep().run(there.withProgress(progress))));
    assertEquals(here.plane(), Plans.csv(Plans.plane().run(spark), folder));
    assertEquals(here.network(), Plans.bits(Plans.network().run(spark)));
    assertEquals(here.matrix(), Plans.bits(PairwiseEstimates.of(Presets.ksg(), PAIRS, there)));
  }
}
