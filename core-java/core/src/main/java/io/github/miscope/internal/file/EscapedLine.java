package io.github.miscope.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Fields as one line of UTF-8 with a checksum: separated by tabs, with control characters, line
 * ends and unpaired surrogates escaped, so that every text is had back exactly.
 */
final class EscapedLine {

  private static final String NULL = "\\N";
  private static final int DIGITS = 8;

  private EscapedLine() {}

  /**
   * A line with its end.
   *
   * @param salt what the checksum depends on beside the fields
   */
  static byte[] write(String salt, List<@Nullable String> fields) {
    StringBuilder line = new StringBuilder();
    for (String field : fields) {
      line.append(field == null ? NULL : escape(field)).append('\t');
    }
    byte[] body = line.toString().getBytes(StandardCharsets.UTF_8);
    byte[] end = (checksum(salt, body, body.length) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(body, body.length + end.length);
    System.arraycopy(end, 0, whole, body.length, end.length);
    return whole;
  }

  /**
   * The fields of a line without its end; null if its checksum is wrong.
   *
   * @param salt as it was written with
   */
  static @Nullable List<@Nullable String> read(String salt, byte[] line) {
    int body = line.length - DIGITS;
    if (body < 0) {
      return null;
    }
    String checksum = new String(line, body, DIGITS, StandardCharsets.US_ASCII);
    if (!checksum.equals(checksum(salt, line, body))) {
      return null;
    }
    try {
      return fields(new String(line, 0, body, StandardCharsets.UTF_8));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return null; // Nobody but a forger writes half an escape and the right checksum.
    }
  }

  private static List<@Nullable String> fields(String text) {
    List<@Nullable String> fields = new ArrayList<>();
    int from = 0;
    for (int tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', from)) {
      String field = text.substring(from, tab);
      fields.add(field.equals(NULL) ? null : unescape(field));
      from = tab + 1;
    }
    return fields;
  }

  private static String checksum(String salt, byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(salt.getBytes(StandardCharsets.UTF_8));
    crc.update(bytes, 0, length);
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (pair) {
        escaped.append(c).append(text.charAt(++i));
      } else if (c == '\\') {
        escaped.append("\\\\");
      } else if (Character.isISOControl(c)
          || Character.isSurrogate(c)
          || c == '\u2028'
          || c == '\u2029') {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
      } else if (text.charAt(++i) == 'u') {
        plain.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
        i += 4;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }
}
