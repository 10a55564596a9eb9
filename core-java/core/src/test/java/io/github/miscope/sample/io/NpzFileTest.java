package io.github.miscope.sample.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.refusal.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {

  @TempDir Path folder;

  @Test
  void arraysByName() throws IOException {
    Path file = archive("a.npy", "b/c.npy", "notes.txt");
    assertEquals(List.of("a", "b/c"), NpzFile.names(file));
    assertArrayEquals(new double[] {1, 2}, NpzFile.read(file, "b/c").values());
    String refusal = message(() -> NpzFile.read(file, "d"));
    assertEquals(file + " has no array \"d\", only \"a\", \"b/c\"", refusal);
    assertTrue(message(() -> NpzFile.read(file, "a").toClasses("x").rows(7)).startsWith("x"));
    assertTrue(NpzFile.read(file, "a").toString().startsWith(file + ":a"));
  }

  @Test
  void aNameThatOccursTwiceIsRefused() throws IOException {
    Path file = archive("ab.npy", "cd.npy");
    byte[] bytes = Files.readAllBytes(file);
    replace(bytes, "cd.npy", "ab.npy");
    Files.write(file, bytes);
    assertEquals(file + " has the array \"ab\" twice", message(() -> NpzFile.names(file)));
    assertEquals(file + " has the array \"ab\" twice", message(() -> NpzFile.read(file, "ab")));
  }

  @Test
  void zerosThatUnpackToManyTimesTheirSizeAreRefusedBeforeMemoryIsTaken() throws IOException {
    Path file = folder.resolve("bomb.npz");
    int mebibytes = 512;
    byte[] zeros = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("x.npy"));
      zip.write(NpyBytes.of("|u1", "(" + ((long) mebibytes << 20) + ",)", 0));
      for (int i = 0; i < mebibytes; i++) {
        zip.write(zeros);
      }
    }
    assertRefused(file, "save them without compression");
  }

  @Test
  void anEntryThatIsLargerOrSmallerThanAnnouncedIsRefused() throws IOException {
    byte[] array = NpyBytes.of("<f8", "(1000,)", 8000);
    for (int announced : new int[] {array.length - 1, array.length + 1, 2_000_000_000}) {
      Path file = folder.resolve("x.npz");
      try (OutputStream out = Files.newOutputStream(file);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.putNextEntry(Archives.entry("x.npy", array, true));
        zip.write(array);
      }
      byte[] bytes = Files.readAllBytes(file);
      ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int directory = fields.getInt(bytes.length - 6);
      fields.putInt(directory + 24, announced);
      Files.write(file, bytes);
      assertRefused(file, announced > array.length + 1 ? "unpacks" : "announces");
    }
  }

  @Test
  void zerosOfOrdinarySizeAreRead() throws IOException {
    Path file = folder.resolve("zeros.npz");
    byte[] array = NpyBytes.of("<f4", "(1000, 1000)", 4_000_000);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(Archives.entry("x.npy", array, true));
      zip.write(array);
    }
    assertEquals(1000, NpzFile.read(file, "x").toVariable("t").d());
  }

  @Test
  void whatIsNoArchiveIsNamed() {
    Path npy = NpyBytes.write(folder, "x.npz", NpyBytes.doubles("(2,)", 1, 2));
    assertTrue(message(() -> NpzFile.names(npy)).startsWith(npy + " is no NPZ file"));
    Path none = folder.resolve("none.npz");
    assertThrows(NoSuchFileException.class, () -> NpzFile.names(none));
    assertTrue(message(() -> NpzFile.names(folder)).endsWith("is a folder, not a file"));
  }

  private void assertRefused(Path file, String message) {
    Outcome outcome = Outcome.of(() -> NpzFile.read(file, "x"));
    assertInstanceOf(IllegalArgumentException.class, outcome.thrown());
    assertTrue(
        outcome.message().startsWith(file + ":x") && outcome.message().contains(message),
        outcome.message());
    assertTrue(outcome.bytes() < 1 << 20, outcome::toString);
  }

  private Path archive(String... names) throws IOException {
    Path file = folder.resolve("x.npz");
    byte[] array = NpyBytes.doubles("(2,)", 1, 2);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(Archives.entry(name, array, false));
        zip.write(array);
      }
    }
    return file;
  }

  private static void replace(byte[] bytes, String text, String by) {
    byte[] from = text.getBytes(StandardCharsets.US_ASCII);
    byte[] to = by.getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at + from.length <= bytes.length; at++) {
      if (java.util.Arrays.equals(bytes, at, at + from.length, from, 0, from.length)) {
        System.arraycopy(to, 0, bytes, at, to.length);
      }
    }
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
