package io.github.miscope.sample.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.refusal.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files cut or changed at every byte are refused by name, or give an array that was announced. */
class NpyCorruptionTest {

  private static final double[] VALUES = {1.5, -2, 3, 4, 5, 6};

  @TempDir Path folder;

  @Test
  void cutNpy() {
    byte[] whole = NpyBytes.doubles("(3, 2)", VALUES);
    for (int size = 0; size < whole.length; size++) {
      Path file = NpyBytes.write(folder, "x.npy", Arrays.copyOf(whole, size));
      assertRefused(file, Outcome.of(() -> NpyFile.read(file)), size);
    }
  }

  @Test
  void changedNpy() {
    byte[] whole = NpyBytes.doubles("(3, 2)", VALUES);
    for (int at = 0; at < whole.length; at++) {
      for (int change = 1; change < 256; change++) {
        byte[] bytes = changed(whole, at, change);
        Callable<NpyArray> read =
            () -> NpyReader.read(new ByteArrayInputStream(bytes), bytes.length, "x.npy");
        assertRefusedOrRead(Path.of("x.npy"), read, at);
      }
    }
  }

  @Test
  void cutNpz() throws IOException {
    for (boolean compressed : new boolean[] {false, true}) {
      byte[] whole = npz(compressed);
      for (int size = 0; size < whole.length; size++) {
        Path file = NpyBytes.write(folder, "x.npz", Arrays.copyOf(whole, size));
        assertRefused(file, Outcome.of(() -> NpzFile.names(file)), size);
        assertRefused(file, Outcome.of(() -> NpzFile.read(file, "x")), size);
      }
    }
  }

  @Test
  void changedNpz() throws IOException {
    for (boolean compressed : new boolean[] {false, true}) {
      byte[] whole = npz(compressed);
      for (int at = 0; at < whole.length; at++) {
        for (int change : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
          Path file = NpyBytes.write(folder, "x.npz", changed(whole, at, change));
          Outcome outcome = assertRefusedOrRead(file, () -> NpzFile.read(file, "x"), at);
          if (outcome.thrown() == null) {
            // The checksum lets nothing else through.
            assertEquals(
                Arrays.toString(VALUES), Arrays.toString(NpzFile.read(file, "x").values()));
          }
        }
      }
    }
  }

  private static byte[] npz(boolean compressed) throws IOException {
    byte[] array = NpyBytes.doubles("(3, 2)", VALUES);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : new String[] {"x", "y"}) {
        zip.putNextEntry(Archives.entry(name + ".npy", array, compressed));
        zip.write(array);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] changed(byte[] whole, int at, int change) {
    byte[] bytes = whole.clone();
    bytes[at] ^= (byte) change;
    return bytes;
  }

  private static Outcome assertRefusedOrRead(Path file, Callable<NpyArray> read, int at) {
    Outcome outcome = Outcome.of(read);
    if (outcome.thrown() != null) {
      assertRefused(file, outcome, at);
    }
    return outcome;
  }

  private static void assertRefused(Path file, Outcome outcome, int at) {
    assertInstanceOf(IllegalArgumentException.class, outcome.thrown(), () -> "byte " + at);
    assertTrue(outcome.message().startsWith(file.toString()), () -> at + ": " + outcome.message());
    assertTrue(outcome.bytes() < Outcome.MAX_BYTES, () -> "byte " + at + ": " + outcome);
  }
}
