package io.github.miscope.sample.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTypeTest {

  /** The smallest and the largest value of each type. */
  private static final Map<String, double[]> EXTREMES =
      Map.ofEntries(
          Map.entry("i1", new double[] {-0x1p7, 0x1p7 - 1}),
          Map.entry("i2", new double[] {-0x1p15, 0x1p15 - 1}),
          Map.entry("i4", new double[] {-0x1p31, 0x1p31 - 1}),
          Map.entry("i8", new double[] {-0x1p63, 0x1p63}),
          Map.entry("u1", new double[] {0, 255}),
          Map.entry("u2", new double[] {0, 65535}),
          Map.entry("u4", new double[] {0, 4294967295.0}),
          Map.entry("u8", new double[] {0, 0x1p64}),
          Map.entry("f2", new double[] {0x1p-24, 65504}),
          Map.entry("f4", new double[] {(float) 1.25e-38, Float.MAX_VALUE}),
          Map.entry("f8", new double[] {Double.MIN_VALUE, Double.MAX_VALUE}));

  @ParameterizedTest
  @ValueSource(strings = {"types.npz", "types-compressed.npz"})
  void everyTypeInBothByteOrders(String name) throws IOException {
    Path file = NpyBytes.numpy(name);
    assertEquals(23, NpzFile.names(file).size());
    assertArrayEquals(new double[] {0, 1, 1, 0}, NpzFile.read(file, "b1").values());
    for (Map.Entry<String, double[]> entry : EXTREMES.entrySet()) {
      for (String order : new String[] {"little/", "big/"}) {
        double[] two = entry.getValue();
        assertArrayEquals(
            new double[] {two[0], two[1], 1, 0},
            NpzFile.read(file, order + entry.getKey()).values(),
            order + entry.getKey());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x3c00, 1.0", "0xc000, -2.0", "0x7bff, 65504.0", "0x0001, 5.9604644775390625E-8",
    "0x0400, 6.103515625E-5", "0x3555, 0.333251953125", "0x7c00, Infinity", "0xfc00, -Infinity",
    "0x7e00, NaN", "0x8000, -0.0"
  })
  void halfPrecision(String bits, double value) {
    assertEquals(value, NpyType.half((short) Integer.decode(bits).intValue()));
  }

  @Test
  void unsignedLongsRoundOnce() {
    assertEquals(0x1p63, NpyType.unsigned(Long.MIN_VALUE));
    // Half way between two doubles, and one beyond it: rounding in two steps would lose the one.
    assertEquals(0x1p63, NpyType.unsigned(Long.MIN_VALUE + 1024));
    assertEquals(0x1p63 + 2048, NpyType.unsigned(Long.MIN_VALUE + 1025));
    assertEquals(0x1p64, NpyType.unsigned(-1));
  }
}
