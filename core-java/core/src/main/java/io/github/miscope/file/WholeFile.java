package io.github.miscope.file;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes files as a whole: a reader, or a process that is killed, sees the old file or the new one,
 * never a part. The bytes go to a hidden file in the same folder, reach the disk, and are moved
 * into place.
 */
public final class WholeFile {

  private static final String ENDING = ".part";

  private WholeFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes everything.
     *
     * @param out buffered; need not be closed
     * @throws IOException if it cannot be written
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes or replaces a file. A symbolic link is followed; what is no regular file, such as a
   * terminal, is written to directly.
   *
   * @param file the file; its folder must exist
   * @param content what it shall hold
   * @return the file
   * @throws IOException if it cannot be written; the old file is then still there
   */
  public static Path write(Path file, Content content) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(content, "content");
    boolean replaces = Files.exists(file);
    Path target = replaces ? file.toRealPath() : file.toAbsolutePath();
    if (replaces && !Files.isRegularFile(target)) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
        content.writeTo(out);
      }
      return file;
    }
    Path part =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ENDING);
    try {
      writeThrough(part, content);
      if (replaces) {
        copyPermissions(target, part);
      }
      move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
    return file;
  }

  /**
   * Writes or replaces a file with given bytes.
   *
   * @param file the file; its folder must exist
   * @param bytes what it shall hold
   * @return the file
   * @throws IOException if it cannot be written; the old file is then still there
   */
  public static Path write(Path file, byte[] bytes) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(bytes, "bytes");
    return write(file, out -> out.write(bytes));
  }

  /**
   * Writes or replaces a file with given text, in UTF-8.
   *
   * @param file the file; its folder must exist
   * @param text what it shall hold
   * @return the file
   * @throws IOException if it cannot be written; the old file is then still there
   */
  public static Path write(Path file, String text) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(text, "text");
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void writeThrough(Path part, Content content) throws IOException {
    if (!part.getFileSystem().equals(FileSystems.getDefault())) {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW))) {
        content.writeTo(out);
      }
      return;
    }
    // Not a channel: an interrupt of the writing thread would close it.
    try (FileOutputStream stream = new FileOutputStream(part.toFile());
        OutputStream out = new BufferedOutputStream(stream)) {
      content.writeTo(out);
      out.flush();
      stream.getFD().sync();
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old =
        Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (old != null) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
