package io.github.miscope.sample.io;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * What stands before the items of an NPY file, format versions 1 to 3 (NumPy Enhancement Proposal 1
 * and {@code numpy.lib.format}).
 *
 * @param type of the items
 * @param fortran whether the first index varies fastest
 * @param shape of the array
 * @param bytes before the items
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NpyHeader(NpyType type, boolean fortran, int[] shape, int bytes) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final byte[] ZIP = {'P', 'K'};

  /** Far beyond any array of numbers: what is longer describes records. */
  private static final int MAX_TEXT = 1 << 16;

  /**
   * The header at the start of a stream.
   *
   * @param in of the file
   * @param size of the file in bytes
   * @param from the file's name, for messages
   * @throws IllegalArgumentException if it is none, or describes something else than numbers
   */
  static NpyHeader read(InputStream in, long size, String from) throws IOException {
    DataInputStream data = new DataInputStream(in);
    try {
      byte[] magic = data.readNBytes(MAGIC.length);
      if (!Arrays.equals(magic, MAGIC)) {
        throw new IllegalArgumentException(from + " is no NPY file: " + beginning(magic));
      }
      int major = data.readUnsignedByte();
      int minor = data.readUnsignedByte();
      if (major < 1 || major > 3 || minor != 0) {
        throw new IllegalArgumentException(
            from + " has NPY format " + major + "." + minor + ": 1.0 to 3.0 are read");
      }
      long length =
          major == 1
              ? Short.toUnsignedLong(Short.reverseBytes(data.readShort()))
              : Integer.toUnsignedLong(Integer.reverseBytes(data.readInt()));
      int start = MAGIC.length + 2 + (major == 1 ? 2 : 4);
      if (length > size - start) {
        throw cut(from, "its header of " + length + " bytes");
      }
      if (length > MAX_TEXT) {
        throw new IllegalArgumentException(
            from + " has a header of " + length + " bytes: at most " + MAX_TEXT + " are read");
      }
      byte[] text = new byte[(int) length];
      data.readFully(text);
      var charset = major < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
      return NpyDescription.parse(new String(text, charset), from).header(start + text.length);
    } catch (EOFException e) {
      throw cut(from, "its header", e);
    }
  }

  private static String beginning(byte[] start) {
    if (start.length == 0) {
      return "it is empty";
    }
    return Arrays.equals(start, 0, Math.min(2, start.length), ZIP, 0, 2)
        ? "it is an archive, of which one array must be named"
        : "it does not begin with \\x93NUMPY";
  }

  private static IllegalArgumentException cut(String from, String what) {
    return new IllegalArgumentException(from + " is cut short: it ends within " + what);
  }

  private static IllegalArgumentException cut(String from, String what, EOFException cause) {
    return new IllegalArgumentException(cut(from, what).getMessage(), cause);
  }

  /** The number of items, having checked that the file holds that many and no more. */
  int items(long size, String from) {
    boolean none = Arrays.stream(shape).anyMatch(axis -> axis == 0);
    long most = (size - bytes) / type.size();
    long items = none ? 0 : 1;
    for (int axis : shape) {
      // A product that the file cannot hold counts as one more than it can.
      items = axis > 0 && items > most / axis ? most + 1 : items * axis;
    }
    long needed = items * type.size();
    if (needed > size - bytes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is cut short: shape %s of %d bytes each needs more than the %d bytes that follow"
                  + " its header",
              from,
              Arrays.toString(shape),
              type.size(),
              size - bytes));
    }
    if (needed < size - bytes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s goes on after its array: shape %s of %d bytes each needs %d bytes, but %d follow"
                  + " its header; save one array to a file, or several to an .npz file",
              from,
              Arrays.toString(shape),
              type.size(),
              needed,
              size - bytes));
    }
    if (items > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          from + " has " + items + " values: at most " + (Integer.MAX_VALUE - 8) + " are read");
    }
    return (int) items;
  }
}
