package io.github.miscope.sample.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** NPY files for tests, right ones and others. */
final class NpyBytes {

  private NpyBytes() {}

  /** A file of format 1.0 with a header's text and items. */
  static byte[] of(String header, byte[] items) {
    byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(10 + text.length + items.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) text.length)
        .put(text)
        .put(items)
        .array();
  }

  /** A file with a type and a shape as Python writes them. */
  static byte[] of(String descr, String shape, int bytes) {
    return of(
        "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }",
        new byte[bytes]);
  }

  /** Little-endian doubles. */
  static byte[] doubles(String shape, double... values) {
    ByteBuffer items = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      items.putDouble(value);
    }
    return of("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }", items.array());
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that NumPy made: see {@code make.py} beside it. */
  static Path numpy(String name) {
    return Path.of("src/test/resources/numpy", name);
  }
}
