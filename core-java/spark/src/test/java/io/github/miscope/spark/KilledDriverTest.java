package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver that is really killed, in the middle of a run. */
class KilledDriverTest {

  @TempDir Path folder;

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
