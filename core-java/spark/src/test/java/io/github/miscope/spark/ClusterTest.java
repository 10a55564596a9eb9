package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.inference.PairwiseEstimates;
import io.github.miscope.inference.VariablePairs;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepRow;
import io.github.miscope.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans on executors in other processes, which have nothing of miscope but what they are sent. */
class ClusterTest {

  @TempDir Path folder;

  @Test
  void rowsOfALocalClusterAreThoseOfALocalRun() throws Exception {
    Cluster.install();
    assertSameRows(Cluster.onLoopback(Spark.on("local-cluster[2,1,1024]")));
  }

  @Test
  void rowsOfAStandaloneClusterAreThoseOfALocalRun() throws Exception {
    try (Cluster cluster = Cluster.start(folder, 2)) {
      assertSameRows(cluster.spark());
      assertOutOfMemoryIsSaid(cluster.spark());
    }
  }

  private void assertSameRows(Spark spark) throws Exception {
    List<SweepRow> expected = Plans.timeless(Plans.sweep().run());
    assertEquals(expected, Plans.timeless(Plans.sweep().run(spark)));
    assertEquals(
        Plans.csv(Plans.plane().run(), folder), Plans.csv(Plans.plane().run(spark), folder));
    assertEquals(Plans.bits(Plans.network().run()), Plans.bits(Plans.network().run(spark)));
    VariablePairs pairs = VariablePairs.all(Plans.columns(12, 80));
    assertEquals(
        Plans.bits(PairwiseEstimates.of(Presets.ksg(), pairs)),
        Plans.bits(
            PairwiseEstimates.of(
                Presets.ksg(), pairs, RunOptions.withDefaults().withRunner(spark))));
    DistributedKsgTest.assertLocalBits(spark);
  }

  private record Greedy() implements MutualInformationEstimator {

    @Override
    public Estimate estimate(Samples samples) {
      return Presets.ksg().estimate(Samples.of(new double[500_000_000], new double[2]));
    }
  }

  private static void assertOutOfMemoryIsSaid(Spark spark) {
    Sweep sweep = Sweep.of(Tasks.correlatedGaussians(1, 0.5), new Greedy()).withTrials(2);
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> sweep.run(spark));
    assertTrue(
        failure
            .getMessage()
            .startsWith(
                "an executor ran out of memory (it has 700m): give it more with"
                    + " withOption(\"spark.executor.memory\", \"4g\")"),
        failure.getMessage());
    // Thrown by the cell, at once; Spark alone would lose four executors before it gives up.
    assertTrue(failure.getCause() instanceof OutOfMemoryError, failure.getCause().toString());
  }
}
