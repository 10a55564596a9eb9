package io.github.miscope.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is whole, or as it was. */
class WholeFileTest {

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesAndReplaces() throws IOException {
    Path file = folder.resolve("gr\u00f6\u00dfer.txt");
    WholeFile.write(file, "one \u00e4");
    assertEquals("one \u00e4", Files.readString(file));
    WholeFile.write(file, new byte[] {'t', 'w', 'o'});
    assertEquals("two", Files.readString(file));
    assertEquals(List.of("gr\u00f6\u00dfer.txt"), names());
  }

  @Test
  void aFailureHalfWayLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("a.txt");
    WholeFile.write(file, "old");
    WholeFile.Content content =
        out -> {
          out.write(new byte[100_000]);
          throw new IOException("disk full");
        };
    assertThrows(IOException.class, () -> WholeFile.write(file, content));
    assertThrows(IOException.class, () -> WholeFile.write(folder.resolve("b.txt"), content));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a.txt"), names());
  }

  /** Nothing but the old file is to be seen until the new one is whole. */
  @Test
  void nothingIsSeenInPart() throws IOException {
    Path file = folder.resolve("a.txt");
    WholeFile.write(file, "old");
    WholeFile.write(
        file,
        out -> {
          out.write("new".getBytes(StandardCharsets.UTF_8));
          out.flush();
          assertEquals("old", Files.readString(file));
        });
    assertEquals("new", Files.readString(file));
  }

  @Test
  void linksAreFollowedAndPermissionsKept() throws IOException {
    Assumptions.assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX");
    Path file = folder.resolve("a.txt");
    Path link = folder.resolve("link.txt");
    WholeFile.write(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.createSymbolicLink(link, file);
    WholeFile.write(link, "new");
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void anInterruptDoesNotSpoilTheFile() throws IOException {
    Path file = folder.resolve("a.txt");
    Thread.currentThread().interrupt();
    WholeFile.write(file, "whole");
    assertTrue(Thread.interrupted());
    assertEquals("whole", Files.readString(file));
  }

  @Test
  void aFolderIsRefused() {
    assertThrows(IOException.class, () -> WholeFile.write(folder, "x"));
    assertThrows(IOException.class, () -> WholeFile.write(folder.resolve("none/a.txt"), "x"));
  }
}
