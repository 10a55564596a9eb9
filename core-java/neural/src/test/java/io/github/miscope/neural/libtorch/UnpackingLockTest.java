package io.github.miscope.neural.libtorch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingLockTest {

  /** Without the lock, one of them may end with a bus error (exit code 134). */
  @Test
  void twoProcessesUnpackIntoOneFolder(@TempDir Path folder) throws Exception {
    List<Process> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(
          ChildJvm.of(
                  LoadedLibtorch.class,
                  List.of(
                      "-Xmx256m",
                      "-XX:ErrorFile=" + folder.resolve("crash-%p.log"),
                      "-Dorg.bytedeco.javacpp.cachedir=" + folder))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    for (Process process : both) {
      assertEquals(0, process.waitFor());
    }
  }
}
