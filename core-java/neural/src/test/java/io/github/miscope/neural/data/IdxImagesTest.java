package io.github.miscope.neural.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IdxImagesTest {

  private static byte[] images(int n, int rows, int columns, int bytes) {
    return ByteBuffer.allocate(16 + bytes)
        .putInt(0x0803)
        .putInt(n)
        .putInt(rows)
        .putInt(columns)
        .array();
  }

  private static byte[] labels(int n) {
    return ByteBuffer.allocate(8 + n).putInt(0x0801).putInt(n).array();
  }

  private static LabelledData read(byte[] images, byte[] labels) throws IOException {
    return IdxImages.read(new ByteArrayInputStream(images), new ByteArrayInputStream(labels));
  }

  @Test
  void filesCutAtAnyByteAreRefused() throws IOException {
    byte[] images = images(3, 2, 2, 12);
    byte[] labels = labels(3);
    assertEquals(3, read(images, labels).n());
    for (int size = 0; size < images.length; size++) {
      byte[] cut = Arrays.copyOf(images, size);
      assertThrows(IOException.class, () -> read(cut, labels));
    }
    for (int size = 0; size < labels.length; size++) {
      byte[] cut = Arrays.copyOf(labels, size);
      assertThrows(IOException.class, () -> read(images, cut));
    }
  }

  @Test
  void sizesThatCannotBeAreRefused() {
    int[][] shapes = {
      {-1, 2, 2},
      {0, 2, 2},
      {3, -2, 2},
      {65536, 65536, 1},
      {2_000_000_000, 28, 28},
      {1, 65536, 65536}
    };
    for (int[] shape : shapes) {
      byte[] images = images(shape[0], shape[1], shape[2], 12);
      IOException refusal = assertThrows(IOException.class, () -> read(images, labels(3)));
      assertTrue(refusal.getMessage().startsWith("IDX images"), refusal.getMessage());
    }
  }
}
