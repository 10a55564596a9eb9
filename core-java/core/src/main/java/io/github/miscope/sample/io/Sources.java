package io.github.miscope.sample.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What is read must be a file: a pipe or a device may have no end. */
final class Sources {

  private Sources() {}

  static void requireFile(Path file) throws IOException {
    if (Files.notExists(file)) {
      String reason =
          file.isAbsolute()
              ? "there is no such file"
              : "there is no such file in " + Path.of("").toAbsolutePath();
      throw new NoSuchFileException(file.toString(), null, reason);
    }
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file + (Files.isDirectory(file) ? " is a folder, not a file" : " is not a regular file"));
    }
  }
}
