package io.github.miscope.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.internal.file.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose process is killed again and again, with SIGKILL, and started again. */
class KilledSweepTest {

  private static final int KILLS = 4;

  @TempDir Path folder;

  private Process start(String name, int threads, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1")); // Short lives.
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            KilledSweep.class.getName(),
            folder.resolve(name + ".checkpoint").toString(),
            folder.resolve(name + ".csv").toString(),
            Integer.toString(threads)));
    return new ProcessBuilder(command)
        .redirectError(folder.resolve(name + ".err").toFile())
        .redirectOutput(folder.resolve(name + ".out").toFile())
        .start();
  }

  /** The table's bytes without the column of timings. */
  private String table(String name) throws IOException {
    int seconds = 11;
    return Files.readAllLines(folder.resolve(name + ".csv")).stream()
        .map(
            line -> {
              // Text with a comma is within quotes.
              String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
              assertEquals(14, cells.length, line);
              cells[seconds] = "";
              return String.join(",", cells);
            })
        .collect(Collectors.joining("\n"));
  }

  /**
   * Kills come when a drawn number of rows is there and a drawn time has passed, so that they fall
   * anywhere; each life has another locale and default encoding.
   */
  @Test
  void aKilledAndResumedSweepGivesTheTableOfAnUninterruptedOne() throws Exception {
    assertEquals(0, start("through1", 1).waitFor());
    assertEquals(0, start("through4", 4).waitFor());
    assertEquals(table("through1"), table("through4"), "1 thread and 4 threads");

    Path checkpoint = folder.resolve("killed.checkpoint");
    Random random = new Random(3);
    int share = KilledSweep.PLAN.cells() / (KILLS + 1);
    for (int kill = 0; kill < KILLS; kill++) {
      byte[] before = wholeLines(checkpoint);
      Process process = start("killed", 2, "-Duser.language=ar", "-Dfile.encoding=ISO-8859-1");
      int wanted = kill * share + 1 + random.nextInt(share);
      while (process.isAlive() && rows(wholeLines(checkpoint)) < wanted) {
        Thread.sleep(2);
      }
      Thread.sleep(random.nextInt(10));
      process.destroyForcibly(); // SIGKILL
      assertEquals(128 + 9, process.waitFor(), "ended by SIGKILL, not by itself");
      byte[] after = wholeLines(checkpoint);
      assertTrue(rows(after) >= wanted, "rows kept: " + rows(after) + " of " + wanted);
      assertArrayEquals(before, Arrays.copyOf(after, before.length), "no row is lost");
      assertFalse(Files.exists(folder.resolve("killed.csv")));
    }

    assertEquals(0, start("killed", 2).waitFor());
    assertEquals(table("through1"), table("killed"));
    assertEquals(KilledSweep.PLAN.cells(), rows(wholeLines(checkpoint)), "no work is done twice");
    assertTrue(Files.readString(folder.resolve("killed.err")).isEmpty());
  }

  /** Two processes with one checkpoint would do all work twice. */
  @Test
  void aSecondProcessIsRefused() throws Exception {
    Path checkpoint = folder.resolve("second.checkpoint");
    // Not read meanwhile: closing any handle of this process would give back its lock (POSIX).
    try (Journal first = Journal.open(checkpoint, KilledSweep.PLAN.identity(), row -> {})) {
      assertNotNull(first);
      assertEquals(1, start("second", 1).waitFor());
      String refusal = Files.readString(folder.resolve("second.err"));
      assertTrue(refusal.contains("in use by another run"), refusal);
      assertFalse(Files.exists(folder.resolve("second.csv")));
    }
    assertEquals(0, rows(wholeLines(checkpoint)));
    // The lock ends with its holder, and the file serves.
    assertEquals(0, start("second", 2).waitFor());
    assertEquals(KilledSweep.PLAN.cells(), rows(wholeLines(checkpoint)));
  }

  private static byte[] wholeLines(Path file) throws IOException {
    byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static int rows(byte[] lines) {
    int header = 2;
    int ends = 0;
    for (byte b : lines) {
      ends += b == '\n' ? 1 : 0;
    }
    return Math.max(0, ends - header);
  }
}
