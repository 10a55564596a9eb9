package io.github.miscope.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The short form of {@link MemoryUse}: native memory is given back. */
@EnabledOnOs(OS.LINUX)
class MemoryTest {

  @Test
  void manyEstimatesDoNotGrow() throws IOException, InterruptedException {
    Process process =
        ChildJvm.of(
                MemoryUse.class,
                // The heap is not what is measured.
                List.of("-Xmx512m", "-Xms512m", "-XX:+AlwaysPreTouch"),
                "45",
                "15")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    Matcher matcher = Pattern.compile("ratio ([0-9.]+)").matcher(text);
    assertTrue(matcher.find(), text);
    assertTrue(Double.parseDouble(matcher.group(1)) < 1.2, text);
  }
}
