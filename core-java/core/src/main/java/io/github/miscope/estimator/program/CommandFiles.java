package io.github.miscope.estimator.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that a command names. */
final class CommandFiles {

  /** Scripts and programs are smaller; data that a command names are not read. */
  private static final long MAX_BYTES = 64L << 20;

  private CommandFiles() {}

  /** What is in those words of a command that name a file. */
  static List<byte[]> contents(List<String> command) {
    List<byte[]> contents = new ArrayList<>();
    for (String word : command) {
      file(word).ifPresent(file -> contents.add(read(file)));
    }
    return contents;
  }

  private static Optional<Path> file(String word) {
    try {
      Path path = Path.of(word);
      return Files.isRegularFile(path) && path.toFile().length() <= MAX_BYTES
          ? Optional.of(path)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
