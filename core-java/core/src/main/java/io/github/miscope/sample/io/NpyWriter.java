package io.github.miscope.sample.io;

import io.github.miscope.sample.Variable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes NPY files: see {@link NpyFile#write}. */
final class NpyWriter {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** The format wants data to begin at a multiple of this. */
  private static final int ALIGNMENT = 64;

  private NpyWriter() {}

  static void write(Variable variable, OutputStream out) throws IOException {
    int n = variable.n();
    int d = variable.d();
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + n + ", " + d + "), }";
    int used = MAGIC.length + Short.BYTES + header.length() + 1;
    int padding = (ALIGNMENT - used % ALIGNMENT) % ALIGNMENT;
    byte[] text = (header + " ".repeat(padding) + '\n').getBytes(StandardCharsets.US_ASCII);
    ByteBuffer length = ByteBuffer.allocate(Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(MAGIC);
    out.write(length.putShort((short) text.length).array());
    out.write(text);
    double[][] columns = variable.columns();
    ByteBuffer row = ByteBuffer.allocate(d * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < n; i++) {
      row.clear();
      for (double[] column : columns) {
        row.putDouble(column[i]);
      }
      out.write(row.array());
    }
  }
}
