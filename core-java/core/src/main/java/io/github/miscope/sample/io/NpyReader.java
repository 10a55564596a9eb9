package io.github.miscope.sample.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;

/** Reads one array. Nothing is allocated for items that the file cannot hold. */
final class NpyReader {

  /** A multiple of every item's size. */
  private static final int BUFFER = 1 << 16;

  private NpyReader() {}

  /**
   * Reads an array.
   *
   * @param in of the file
   * @param size of the file in bytes
   * @param from the file's name, for messages
   * @throws IllegalArgumentException if it is no NPY file, is cut short, or holds no numbers
   */
  static NpyArray read(InputStream in, long size, String from) throws IOException {
    NpyHeader header = NpyHeader.read(in, size, from);
    int items = header.items(size, from);
    requireMemory(items, from);
    NpyType type = header.type();
    boolean isLong = type.isLong();
    double[] doubles = new double[isLong ? 0 : items];
    long[] longs = new long[isLong ? items : 0];
    Places places = new Places(header);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(type.order());
    for (int done = 0; done < items; ) {
      int count = Math.min(items - done, BUFFER / type.size());
      if (in.readNBytes(buffer.array(), 0, count * type.size()) < count * type.size()) {
        throw new IllegalArgumentException(from + " is cut short: it ends within its values");
      }
      buffer.rewind();
      for (int i = 0; i < count; i++) {
        if (isLong) {
          longs[places.next()] = buffer.getLong();
        } else {
          doubles[places.next()] = type.next(buffer, from);
        }
      }
      done += count;
    }
    NpyValues values =
        isLong
            ? new NpyValues.Longs(longs, type.kind() == NpyType.Kind.UNSIGNED)
            : new NpyValues.Doubles(doubles);
    return new NpyArray(from, header.shape(), values);
  }

  private static void requireMemory(int items, String from) {
    long most = Runtime.getRuntime().maxMemory();
    if ((long) items * Double.BYTES > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d values, which take %d MB as doubles: this Java machine has %d MB (-Xmx)",
              from,
              items,
              ((long) items * Double.BYTES) >> 20,
              most >> 20));
    }
  }

  /** Where the items of a file go in the order of C. */
  private static final class Places {

    private final int[] shape;
    private final int[] strides;
    private final int[] index;
    private int place;

    /** Axes from the one that varies fastest in the file to the one that varies slowest. */
    Places(NpyHeader header) {
      int axes = header.shape().length;
      shape = new int[axes];
      strides = new int[axes];
      index = new int[axes];
      int stride = 1;
      for (int axis = axes - 1; axis >= 0; axis--) {
        int slot = header.fortran() ? axis : axes - 1 - axis;
        shape[slot] = header.shape()[axis];
        strides[slot] = stride;
        stride *= shape[slot];
      }
    }

    int next() {
      int now = place;
      for (int slot = 0; slot < shape.length; slot++) {
        place += strides[slot];
        if (++index[slot] < shape[slot]) {
          break;
        }
        place -= strides[slot] * shape[slot];
        index[slot] = 0;
      }
      return now;
    }
  }
}
