package io.github.miscope.neural;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Another JVM with this one's class path and folder of natives. */
public final class ChildJvm {

  private ChildJvm() {}

  /** What would run {@code main}; not yet started. */
  public static ProcessBuilder of(Class<?> main, List<String> options, String... arguments) {
    return of(System.getProperty("java.class.path"), main, options, arguments);
  }

  /** The same with another class path. */
  public static ProcessBuilder of(
      String classPath, Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String natives = "org.bytedeco.javacpp.cachedir";
    if (System.getProperty(natives) != null) {
      command.add("-D" + natives + "=" + System.getProperty(natives));
    }
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command);
  }
}
