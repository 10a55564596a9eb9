package io.github.miscope.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose process is killed half-way, with SIGKILL, and started again. */
class KilledSweepTest {

  @TempDir Path folder;

  private Process start(String name, int threads) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", // Four short lives.
            "-cp",
            System.getProperty("java.class.path"),
            KilledSweep.class.getName(),
            folder.resolve(name + ".checkpoint").toString(),
            folder.resolve(name + ".csv").toString(),
            Integer.toString(threads))
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
              // The label of the task has a comma, within quotes.
              String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
              assertEquals(14, cells.length, line);
              cells[seconds] = "";
              return String.join(",", cells);
            })
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aKilledAndResumedSweepGivesTheTableOfAnUninterruptedOne() throws Exception {
    assertEquals(0, start("through1", 1).waitFor());
    assertEquals(0, start("through4", 4).waitFor());
    assertEquals(table("through1"), table("through4"), "1 thread and 4 threads");

    Path checkpoint = folder.resolve("killed.checkpoint");
    Process process = start("killed", 2);
    int half = KilledSweep.PLAN.cells() / 2;
    while (process.isAlive() && lines(checkpoint) < half) {
      Thread.sleep(5);
    }
    process.destroyForcibly(); // SIGKILL
    int exit = process.waitFor();
    assertEquals(128 + 9, exit, "ended by SIGKILL, not by itself");
    int kept = lines(checkpoint) - 2;
    assertTrue(kept >= half - 2 && kept < KilledSweep.PLAN.cells(), "cells kept: " + kept);
    assertFalse(Files.exists(folder.resolve("killed.csv")));

    assertEquals(0, start("killed", 2).waitFor());
    assertEquals(table("through1"), table("killed"));
    assertTrue(Files.readString(folder.resolve("killed.err")).isEmpty());
  }

  private static int lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    String text = Files.readString(file);
    return (int) text.chars().filter(c -> c == 10).count();
  }
}
