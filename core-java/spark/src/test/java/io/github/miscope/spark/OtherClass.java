package io.github.miscope.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A jar with a class of another version. */
final class OtherClass {

  private OtherClass() {}

  /**
   * Compiles a class into a jar of its own.
   *
   * @param name its full name
   * @param source its source
   */
  static Path jar(Path folder, String name, String source) throws IOException {
    String file = name.substring(name.lastIndexOf('.') + 1);
    Path java = Files.writeString(folder.resolve(file + ".java"), source);
    List<String> options =
        List.of("-proc:none", "-Xlint:none", "-cp", "", "-d", folder.toString(), java.toString());
    int exit =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(new String[0]));
    if (exit != 0) {
      throw new IllegalStateException("not compiled: " + source);
    }
    String entry = name.replace('.', '/') + ".class";
    Path jar = folder.resolve(file + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry(entry));
      Files.copy(folder.resolve(entry), entries);
      entries.closeEntry();
    }
    return jar;
  }
}
