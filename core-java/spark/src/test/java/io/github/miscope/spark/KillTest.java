package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepRow;
import io.github.miscope.sweep.SweepTable;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are really killed, in the middle of a run. */
class KillTest {

  /** A moment costs some 8 s: how many there are is given where there is time for more. */
  private static final int MOMENTS = Integer.getInteger("miscope.spark.kills", 2);

  @TempDir Path folder;

  @Test
  void aKilledWorkerChangesNoByte() throws Exception {
    List<SweepRow> expected = Plans.timeless(KilledDriver.sweep().run());
    SplittableRandom moments = new SplittableRandom(25);
    try (Cluster cluster = Cluster.start(folder, 2)) {
      Spark spark = cluster.spark();
      Plans.sweep().withTrials(1).run(spark); // Executors are there.
      int killed = 0;
      for (int moment = 0; moment < MOMENTS; moment++) {
        CompletableFuture<SweepTable> run =
            CompletableFuture.supplyAsync(() -> KilledDriver.sweep().run(spark));
        Thread.sleep(moments.nextInt(2000)); // The run takes two seconds and more.
        boolean isMiddle = !run.isDone();
        killed += isMiddle ? 1 : 0;
        cluster.kill(moment);
        cluster.addWorker();
        assertEquals(expected, Plans.timeless(run.get()), "moment " + moment);
      }
      assertEquals(MOMENTS, killed, "killed in the middle of a run");
      DistributedKsgTest.assertLocalBitsDespite(() -> cluster.kill(MOMENTS), spark);
    }
  }

  @Test
  void aKilledDriverIsResumedFromItsCheckpoint() throws Exception {
    Sweep sweep = KilledDriver.sweep();
    Path checkpoint = folder.resolve("checkpoint");
    Process driver =
        Cluster.java(
            folder.resolve("driver.log"),
            "512m",
            "io.github.miscope.spark.KilledDriver",
            checkpoint.toString());
    int before = 0;
    while (before < 60 && driver.isAlive()) {
      Thread.sleep(20);
      before = entries(checkpoint);
    }
    assertTrue(driver.isAlive(), () -> read(folder.resolve("driver.log")));
    driver.destroyForcibly().waitFor();
    before = entries(checkpoint);
    assertTrue(before < sweep.cells(), before + " rows before");
    Spark spark = Spark.on("local[2]").withCheckpoint(checkpoint.toString());
    assertEquals(Plans.timeless(sweep.run()), Plans.timeless(sweep.run(spark)));
    // At most the cells that were under way are done twice; a cut line is one of them.
    int after = entries(checkpoint);
    assertTrue(after <= sweep.cells() + 2, after + " rows after " + before);
    sweep.run(spark);
    assertEquals(after, entries(checkpoint), "nothing left to do");
    // More trials extend the folder; another plan is refused.
    assertEquals(
        Plans.timeless(sweep.withTrials(52).run()),
        Plans.timeless(sweep.withTrials(52).run(spark)));
    assertEquals(after + 8, entries(checkpoint));
    Sweep other = Sweep.of(Tasks.correlatedGaussians(1, 0.5), Presets.ksg());
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> other.run(spark));
    assertTrue(refusal.getMessage().contains("belongs to another plan"), refusal.getMessage());
  }

  /** Whole lines of all files, without two of each header. */
  private static int entries(Path checkpoint) throws IOException {
    if (!Files.isDirectory(checkpoint)) {
      return 0;
    }
    int entries = 0;
    try (Stream<Path> files = Files.list(checkpoint)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("rows-")).toList()) {
        int lines = (int) read(file).chars().filter(c -> c == '\n').count();
        entries += Math.max(0, lines - 2);
      }
    }
    return entries;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
