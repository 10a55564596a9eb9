package io.github.miscope.neural.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training whose process is killed again and again, with SIGKILL, and started again. */
class KilledTrainingTest {

  private static final int KILLS = 3;

  @TempDir Path folder;

  private Process start(String name) throws IOException {
    return ChildJvm.of(KilledTraining.class, List.of(), folder.resolve(name).toString())
        .redirectError(folder.resolve(name + ".err").toFile())
        .redirectOutput(folder.resolve(name + ".out").toFile())
        .start();
  }

  private List<Path> files(String name) throws IOException {
    Path files = folder.resolve(name);
    if (!Files.exists(files)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(files)) {
      return all.filter(file -> file.toString().endsWith(".snapshot")).sorted().toList();
    }
  }

  @Test
  void aKilledAndResumedTrainingGivesTheBytesOfAnUninterruptedOne() throws Exception {
    assertEquals(0, start("through").waitFor());
    List<Path> through = files("through");

    Random random = new Random(5);
    for (int kill = 1; kill <= KILLS; kill++) {
      int wanted = through.size() * kill / (KILLS + 1);
      Process process = start("killed");
      while (process.isAlive() && files("killed").size() < wanted) {
        Thread.sleep(5);
      }
      Thread.sleep(random.nextInt(20));
      process.destroyForcibly(); // SIGKILL
      assertEquals(128 + 9, process.waitFor(), "ended by SIGKILL, not by itself");
      int kept = files("killed").size();
      assertTrue(kept >= wanted && kept < through.size(), "snapshots kept: " + kept);
    }

    assertEquals(0, start("killed").waitFor());
    List<Path> resumed = files("killed");
    assertEquals(through.size(), resumed.size());
    for (int i = 0; i < resumed.size(); i++) {
      assertArrayEquals(
          Files.readAllBytes(through.get(i)),
          Files.readAllBytes(resumed.get(i)),
          resumed.get(i).toString());
    }
    assertEquals("", Files.readString(folder.resolve("killed.err")));
  }
}
