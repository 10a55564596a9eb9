package io.github.miscope.neural.libtorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Another JVM without native code, or on a platform that nobody knows. */
class MissingLibtorchTest {

  /** Loads libtorch. */
  public static final class Main {
    private Main() {}

    public static void main(String[] args) {
      try {
        Libtorch.require();
        System.out.println("loaded");
      } catch (MissingLibtorchException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void theMessageSaysWhatToAdd() throws IOException, InterruptedException {
    String message = run(List.of());
    for (String dependency :
        List.of(
            "org.bytedeco:pytorch:2.7.1-1.5.12:",
            "org.bytedeco:openblas:0.3.30-1.5.12:",
            "org.bytedeco:javacpp:1.5.12:")) {
      assertTrue(message.contains(dependency), message);
    }
    assertTrue(message.startsWith("Neural estimators need libtorch for "), message);
  }

  @Test
  void anUnknownPlatformIsNamed() throws IOException, InterruptedException {
    String message = run(List.of("-Dorg.bytedeco.javacpp.platform=plan9-mips"));
    String expected =
        "Neural estimators need libtorch, which is not published for plan9-mips, only for"
            + " linux-x86_64, macosx-arm64, macosx-x86_64, windows-x86_64";
    assertEquals(expected, message.substring(0, Math.min(expected.length(), message.length())));
  }

  private static String run(List<String> options) throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.matches(".*(linux|macosx|windows)-[a-z0-9_]+(-gpu)?\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> all = new ArrayList<>(options);
    all.add("-Xmx256m");
    Process process =
        ChildJvm.of(classPath, Main.class, all)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    return text.strip();
  }
}
