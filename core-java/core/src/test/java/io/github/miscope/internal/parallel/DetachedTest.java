package io.github.miscope.internal.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetachedTest {

  @Test
  void whatTheWorkReturnsOrThrowsComesBack() throws InterruptedException {
    AtomicInteger ticks = new AtomicInteger();
    assertEquals("done", Detached.run("work", () -> "done", ticks::incrementAndGet));
    assertTrue(ticks.get() > 0);
    assertEquals("done", Detached.here(() -> "done"));
    IllegalStateException bug = new IllegalStateException("a bug");
    assertEquals(
        bug,
        assertThrows(
            IllegalStateException.class,
            () ->
                Detached.run(
                    "work",
                    () -> {
                      throw bug;
                    },
                    () -> {})));
    assertThrows(
        InterruptedException.class,
        () ->
            Detached.here(
                () -> {
                  throw new InterruptedException();
                }));
  }

  /** A step that is under way ends before the process does, whether or not anybody waits for it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theEndOfTheProcessWaitsForAStep(boolean abandoned) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AbandonedWork.class.getName(),
                Boolean.toString(abandoned))
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), output);
    assertEquals(abandoned ? "abandoned" + System.lineSeparator() + "ended" : "ended", output);
  }
}
