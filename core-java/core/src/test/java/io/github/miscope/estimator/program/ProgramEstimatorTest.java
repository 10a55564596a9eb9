package io.github.miscope.estimator.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.identity.Fingerprint;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.io.NpyFile;
import io.github.miscope.task.BeyondNormal;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramEstimatorTest {

  private static final Samples SAMPLES = Tasks.correlatedGaussians(2, 0.6).sample(50, Seed.of(1));

  @TempDir Path folder;

  @Test
  void estimatesFromCsv() throws IOException {
    ProgramEstimator program = Programs.java("correlation in Java", "correlation");
    // The same sums in this process: every digit of the samples has gone through the file.
    try (ExchangeFolder here = ExchangeFolder.of(SAMPLES, SampleFormat.CSV)) {
      assertEquals(TestProgram.correlation(here.path()), program.estimate(SAMPLES).nats());
    }
    assertEquals("correlation in Java", program.estimate(SAMPLES).estimator());
  }

  @Test
  void samplesAreWrittenExactlyAndTheFolderIsRemoved() throws IOException {
    Path path;
    try (ExchangeFolder here = ExchangeFolder.of(SAMPLES, SampleFormat.NPY)) {
      path = here.path();
      assertArrayEquals(
          SAMPLES.x().columns(), NpyFile.read(path.resolve("x.npy")).toVariable("x").columns());
      assertArrayEquals(
          SAMPLES.y().columns(), NpyFile.read(path.resolve("y.npy")).toVariable("y").columns());
      assertEquals(0, headerEnd(path.resolve("x.npy")) % 64);
    }
    assertFalse(Files.exists(path));
    try (ExchangeFolder here = ExchangeFolder.of(SAMPLES, SampleFormat.CSV)) {
      List<String> lines = Files.readAllLines(here.path().resolve("samples.csv"));
      assertEquals("x0,x1,y0,y1", lines.get(0));
      assertEquals(51, lines.size());
      assertEquals(SAMPLES.y().get(49, 1), Double.parseDouble(lines.get(50).split(",", -1)[3]));
    }
  }

  private static int headerEnd(Path npy) throws IOException {
    byte[] bytes = Files.readAllBytes(npy);
    return 10 + (bytes[8] & 0xff) + 256 * (bytes[9] & 0xff);
  }

  /** The formula is the same, in another language: only rounding differs. */
  @Test
  void numpyGivesTheSameValues() {
    assumeTrue(Programs.hasNumpy(), "there is no python3 with NumPy");
    for (String name :
        List.of("1v1-normal-0.75", "spiral-normal_cdf-multinormal-sparse-3-3-2-2.0")) {
      Samples samples = BeyondNormal.task(name).sample(300, Seed.of(2));
      assertEquals(
          Presets.ksg().estimate(samples).nats(),
          Programs.numpyKsg().estimate(samples).nats(),
          1e-12,
          name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exit | p: ended with exit code 3; it printed: ValueError: too few points",
        "silent | p: wrote no estimate.csv; it printed: done",
        "text | p: wrote \"high\", which is not a number",
        "nan | p: gave NaN: an estimate must be finite, in nats",
        "headless | p: estimate.csv must have a line \"nats\" and a line with the number",
        "loud | p: ended with exit code 1; it printed: aaaa"
      })
  void failuresHaveTheirReasons(String what, String reason) {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Programs.java("p", what).estimate(SAMPLES))
            .getMessage();
    assertTrue(message.startsWith(reason), message);
    assertTrue(message.length() < 300, message);
  }

  @Test
  void whatCannotBeStartedIsAFailure() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ProgramEstimator.of("p", "no-such-program").estimate(SAMPLES))
            .getMessage();
    assertTrue(message.startsWith("p: cannot be started: "), message);
  }

  @Test
  @Timeout(30)
  void aSlowProgramIsEnded() throws Exception {
    Path pid = folder.resolve("pid");
    ProgramEstimator sleeper =
        Programs.java("p", "sleep", pid.toString()).withTimeout(Duration.ofMillis(1500));
    String message =
        assertThrows(IllegalArgumentException.class, () -> sleeper.estimate(SAMPLES)).getMessage();
    // Options in the environment make Java print a line.
    assertTrue(message.startsWith("p: was ended after 1.5 s"), message);
    assertGone(pid);
  }

  @Test
  @Timeout(30)
  void anInterruptEndsTheProgram() throws Exception {
    Path pid = folder.resolve("pid");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                Programs.java("p", "sleep", pid.toString()).estimate(SAMPLES);
              } catch (RuntimeException e) {
                thrown.set(e);
              }
            });
    thread.start();
    while (!Files.exists(pid) || Files.size(pid) == 0) {
      Thread.sleep(20);
    }
    thread.interrupt();
    thread.join(5000);
    assertTrue(thrown.get() instanceof EstimationInterruptedException, "" + thrown.get());
    assertGone(pid);
  }

  private static void assertGone(Path pid) throws Exception {
    if (Files.exists(pid)) {
      var process = ProcessHandle.of(Long.parseLong(Files.readString(pid)));
      if (process.isPresent()) {
        process.get().onExit().get(5, TimeUnit.SECONDS);
      }
    }
  }

  /** A checkpoint must not take the rows of a script that has changed since. */
  @Test
  void theContentOfTheScriptBelongsToTheIdentity() throws IOException {
    Path script = Files.writeString(folder.resolve("a.py"), "one");
    ProgramEstimator program = ProgramEstimator.of("p", "python3", script.toString());
    Fingerprint before = Fingerprint.of(program);
    assertEquals(before, Fingerprint.of(ProgramEstimator.of("p", "python3", script.toString())));
    Files.writeString(script, "two");
    assertNotEquals(before, Fingerprint.of(program));
    assertNotEquals(before, Fingerprint.of(ProgramEstimator.of("q", "python3", "a.py")));
  }

  @Test
  void refusals() {
    assertEquals(
        "command must name a program: []",
        assertThrows(IllegalArgumentException.class, () -> ProgramEstimator.of("p")).getMessage());
    assertEquals(
        "timeout must be positive: timeout=PT0S",
        assertThrows(
                IllegalArgumentException.class,
                () -> ProgramEstimator.of("p", "a").withTimeout(Duration.ZERO))
            .getMessage());
  }
}
