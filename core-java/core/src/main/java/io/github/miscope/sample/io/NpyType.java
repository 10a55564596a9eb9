package io.github.miscope.sample.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;

/**
 * The type of an array's items, as its header describes it: {@code "<f8"} are little-endian
 * doubles.
 *
 * @param kind what an item is
 * @param size bytes of an item
 * @param order of these bytes
 */
record NpyType(Kind kind, int size, ByteOrder order) {

  enum Kind {
    BOOLEAN,
    SIGNED,
    UNSIGNED,
    FLOAT
  }

  private static final Map<Character, String> REFUSED =
      Map.of(
          'c', "complex numbers: save real and imaginary parts as columns",
          'O', "Python objects: save an array of numbers",
          'S', "text: save numbers instead",
          'a', "text: save numbers instead",
          'U', "text: save numbers instead",
          'V', "records: save their fields as columns",
          'M', "dates: save numbers, for instance array.astype('i8')",
          'm', "time spans: save numbers, for instance array.astype('i8')");

  /**
   * The type with a description.
   *
   * @throws IllegalArgumentException if it is no type of numbers that is read
   */
  static NpyType of(String descr, String from) {
    String type =
        descr.isEmpty() || "<>|=".indexOf(descr.charAt(0)) < 0 ? descr : descr.substring(1);
    String why = type.isEmpty() ? null : REFUSED.get(type.charAt(0));
    if (why != null) {
      throw new IllegalArgumentException(from + " holds " + why + " (dtype \"" + descr + "\")");
    }
    Kind kind =
        switch (type) {
          case "b1" -> Kind.BOOLEAN;
          case "i1", "i2", "i4", "i8" -> Kind.SIGNED;
          case "u1", "u2", "u4", "u8" -> Kind.UNSIGNED;
          case "f2", "f4", "f8" -> Kind.FLOAT;
          default ->
              throw new IllegalArgumentException(
                  from
                      + " has a dtype that is not read: \""
                      + descr
                      + "\"; save booleans, integers of 1 to 8 bytes, or floats of 2 to 8");
        };
    int size = type.charAt(1) - '0';
    return new NpyType(kind, size, order(descr, size, from));
  }

  private static ByteOrder order(String descr, int size, String from) {
    if (descr.charAt(0) == '>') {
      return ByteOrder.BIG_ENDIAN;
    }
    if (descr.charAt(0) != '<' && size > 1) {
      throw new IllegalArgumentException(
          from
              + " does not say the order of its bytes: its dtype must begin with < or >: \""
              + descr
              + "\"");
    }
    return ByteOrder.LITTLE_ENDIAN;
  }

  /** Whether there are items that a double cannot hold exactly. */
  boolean isLong() {
    return size == Long.BYTES && kind != Kind.FLOAT;
  }

  /**
   * The next item.
   *
   * @throws IllegalArgumentException if it is a boolean other than 0 and 1
   */
  double next(ByteBuffer bytes, String from) {
    return switch (kind) {
      case BOOLEAN -> bool(bytes.get(), from);
      case SIGNED ->
          switch (size) {
            case 1 -> bytes.get();
            case 2 -> bytes.getShort();
            case 4 -> bytes.getInt();
            default -> bytes.getLong();
          };
      case UNSIGNED ->
          switch (size) {
            case 1 -> Byte.toUnsignedInt(bytes.get());
            case 2 -> Short.toUnsignedInt(bytes.getShort());
            case 4 -> Integer.toUnsignedLong(bytes.getInt());
            default -> unsigned(bytes.getLong());
          };
      case FLOAT ->
          switch (size) {
            case 2 -> half(bytes.getShort());
            case 4 -> bytes.getFloat();
            default -> bytes.getDouble();
          };
    };
  }

  private static double bool(byte value, String from) {
    if (value != 0 && value != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s holds a boolean that is neither 0 nor 1: %d", from, value));
    }
    return value;
  }

  /** The unsigned value of these bits, rounded to the nearest double. */
  static double unsigned(long bits) {
    // Halved with the lowest bit kept, so that the sum rounds once.
    return bits >= 0 ? bits : (double) ((bits >>> 1) | (bits & 1)) * 2;
  }

  /** The value of a half-precision float of IEEE 754. */
  static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (fraction | 0x400), exponent - 25);
        };
    return bits < 0 ? -magnitude : magnitude;
  }
}
