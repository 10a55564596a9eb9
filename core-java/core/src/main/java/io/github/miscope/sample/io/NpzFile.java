package io.github.miscope.sample.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * NPZ files, in which NumPy's {@code savez} and {@code savez_compressed} keep several arrays by
 * name: ZIP archives of NPY files (see {@link NpyFile} for what is read).
 */
public final class NpzFile {

  private static final String SUFFIX = ".npy";

  /** What is smaller may be compressed as far as its values allow. */
  private static final long SMALL = 1 << 24;

  /** Measured values hardly reach 10; nothing but zeros reaches 1000. */
  private static final long MAX_COMPRESSION = 200;

  private static final int FEW = 10;

  private NpzFile() {}

  /**
   * The names of the arrays of an archive.
   *
   * @param file an NPZ file
   * @return the names in the order of the archive; without the {@code .npy} of its entries
   * @throws IOException if the file cannot be read, among others a {@link
   *     java.nio.file.NoSuchFileException} if it is not there
   * @throws IllegalArgumentException if it is no ZIP archive, is cut short, or has a name twice;
   *     the message names the file
   */
  public static List<String> names(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    try (ZipFile zip = open(file)) {
      return List.copyOf(entries(zip, file).keySet());
    }
  }

  /**
   * One array of an archive. Its checksum is compared, and its size, before memory is taken for it.
   *
   * @param file an NPZ file
   * @param name of the array
   * @return the array
   * @throws IOException as {@link #names(Path)}
   * @throws IllegalArgumentException as {@link #names(Path)}, and if there is no such array, it is
   *     damaged, it is larger or smaller than announced, it is compressed to less than a 200th
   *     although it has more than 16 MB, or it is nothing that {@link NpyFile} would read
   */
  public static NpyArray read(Path file, String name) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(name, "name");
    try (ZipFile zip = open(file)) {
      Map<String, ZipEntry> entries = entries(zip, file);
      ZipEntry entry = entries.get(name);
      if (entry == null) {
        throw new IllegalArgumentException(
            file + " has no array \"" + name + "\", only " + quoted(entries.keySet()));
      }
      String from = file + ":" + name;
      try {
        check(zip, entry, Files.size(file), from);
        try (InputStream in = zip.getInputStream(entry)) {
          return NpyReader.read(in, entry.getSize(), from);
        }
      } catch (ZipException | EOFException e) {
        throw damaged(from, e);
      }
    }
  }

  private static String quoted(Collection<String> names) {
    String few =
        names.stream().limit(FEW).map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    return names.size() > FEW ? few + ", ... (" + names.size() + " arrays)" : few;
  }

  private static ZipFile open(Path file) throws IOException {
    Sources.requireFile(file);
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " is no NPZ file, or is cut short or damaged: " + e.getMessage(), e);
    }
  }

  private static Map<String, ZipEntry> entries(ZipFile zip, Path file) {
    Map<String, ZipEntry> arrays = new LinkedHashMap<>();
    for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
      String path = entry.getName();
      if (!path.endsWith(SUFFIX)) {
        continue;
      }
      String name = path.substring(0, path.length() - SUFFIX.length());
      if (arrays.put(name, entry) != null) {
        throw new IllegalArgumentException(file + " has the array \"" + name + "\" twice");
      }
    }
    return arrays;
  }

  /** Unpacks an entry without keeping it: what it announces may be wrong. */
  private static void check(ZipFile zip, ZipEntry entry, long archive, String from)
      throws IOException {
    long announced = entry.getSize();
    long packed = entry.getCompressedSize();
    if (announced < 0 || packed < 0 || packed > archive) {
      throw new IllegalArgumentException(
          from + " is damaged: it announces " + packed + " bytes in an archive of " + archive);
    }
    if (announced > SMALL && announced / MAX_COMPRESSION > packed) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s unpacks %d bytes to %d: no measured values do that; if they are wanted, save"
                  + " them without compression, by savez",
              from,
              packed,
              announced));
    }
    CRC32 sum = new CRC32();
    long size = 0;
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      byte[] buffer = new byte[1 << 13];
      for (int n = in.read(buffer); n >= 0 && size <= announced; n = in.read(buffer)) {
        size += n;
      }
    }
    if (size != announced) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is damaged: it announces %d bytes and has %s",
              from,
              announced,
              size > announced ? "more" : Long.toString(size)));
    }
    if (sum.getValue() != entry.getCrc()) {
      throw new IllegalArgumentException(from + " is damaged: its checksum differs");
    }
  }

  private static IllegalArgumentException damaged(String from, IOException cause) {
    return new IllegalArgumentException(from + " is damaged: " + cause.getMessage(), cause);
  }
}
