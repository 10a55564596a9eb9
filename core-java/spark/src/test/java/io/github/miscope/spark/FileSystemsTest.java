package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepTable;
import io.github.miscope.task.Tasks;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint is on whatever file system of Hadoop its URI names. */
class FileSystemsTest {

  private static final Spark LOCAL = Spark.on("local[2]");

  @TempDir Path folder;

  private static Sweep sweep(int trials) {
    return Sweep.of(Tasks.correlatedGaussians(2, 0.6), Presets.ksg())
        .withSamples(40)
        .withTrials(trials);
  }

  @Test
  void filesOfTheMachine() {
    assertGoesOn(LOCAL.withCheckpoint(folder.resolve("kept").toUri().toString()));
  }

  /** Without hflush and without folders. */
  @Test
  void anObjectStore() {
    Spark spark =
        LOCAL
            .withOption("spark.hadoop.fs.kept.impl", KeptFiles.class.getName())
            .withCheckpoint("kept://store/sweeps/one");
    assertGoesOn(spark);
    Set<String> before = Set.copyOf(KeptFiles.FILES.keySet());
    assertFalse(before.isEmpty());
    assertTrue(before.stream().allMatch(name -> name.startsWith("/sweeps/one/rows-")), "" + before);
    sweep(30).run(spark);
    assertEquals(before, KeptFiles.FILES.keySet(), "nothing left to do");
    // Another plan in another folder, and not in this one.
    Sweep other = sweep(3).withSamples(41);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> other.run(spark));
    assertTrue(refusal.getMessage().contains("belongs to another plan"), refusal.getMessage());
    assertEquals(
        Plans.timeless(other.run()),
        Plans.timeless(other.run(spark.withCheckpoint("kept://store/sweeps/two"))));
  }

  /** Rows of the first run keep their seconds, by which they are known. */
  private static void assertGoesOn(Spark spark) {
    SweepTable first = sweep(20).run(spark);
    SweepTable second = sweep(30).run(spark);
    assertEquals(first.rows(), second.rows().subList(0, 20));
    assertEquals(Plans.timeless(sweep(30).run()), Plans.timeless(second));
    assertEquals(second.rows(), sweep(30).run(spark).rows());
  }

  @Test
  void aFileSystemThatNobodyKnowsIsNamed() {
    UncheckedIOException refusal =
        assertThrows(
            UncheckedIOException.class, () -> sweep(1).run(LOCAL.withCheckpoint("gone://store/x")));
    assertTrue(
        refusal.getMessage().startsWith("cannot use checkpoint gone://store/x: "),
        refusal.getMessage());
    assertTrue(refusal.getMessage().contains("\"gone\""), refusal.getMessage());
  }
}
