package io.github.miscope.estimator.program;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs for tests. */
public final class Programs {

  private Programs() {}

  /** {@link TestProgram} as an estimator that takes CSV. */
  public static ProgramEstimator java(String label, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                classes().toString(),
                TestProgram.class.getName()));
    command.addAll(List.of(arguments));
    return ProgramEstimator.of(label, command.toArray(String[]::new)).withFormat(SampleFormat.CSV);
  }

  private static Path classes() {
    try {
      return Path.of(TestProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** KSG1 in NumPy. */
  public static ProgramEstimator numpyKsg() {
    return ProgramEstimator.of("NumPy KSG", "python3", "src/test/resources/programs/ksg.py");
  }

  /** Whether there is a Python 3 with NumPy. */
  public static boolean hasNumpy() {
    try {
      Process python = new ProcessBuilder("python3", "-c", "import numpy").start();
      return python.waitFor(60, TimeUnit.SECONDS) && python.exitValue() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }
}
