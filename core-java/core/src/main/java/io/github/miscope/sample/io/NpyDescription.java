package io.github.miscope.sample.io;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an NPY header, a Python dictionary with three keys: {@code {'descr': '<f8',
 * 'fortran_order': False, 'shape': (3, 2), }}.
 */
final class NpyDescription {

  /** NumPy itself has no more. */
  private static final int MAX_AXES = 64;

  private final String text;
  private final String from;
  private int at;

  private @Nullable String descr;
  private @Nullable Boolean fortran;
  private int @Nullable [] shape;

  private NpyDescription(String text, String from) {
    this.text = text;
    this.from = from;
  }

  /**
   * Reads a header's text.
   *
   * @throws IllegalArgumentException if it is not as NumPy writes it
   */
  static NpyDescription parse(String text, String from) {
    NpyDescription description = new NpyDescription(text, from);
    description.dictionary();
    return description;
  }

  /** The header that this describes. */
  NpyHeader header(int bytes) {
    if (descr == null || fortran == null || shape == null) {
      String missing = descr == null ? "descr" : fortran == null ? "fortran_order" : "shape";
      throw new IllegalArgumentException(from + " has no '" + missing + "' in its header");
    }
    return new NpyHeader(NpyType.of(descr, from), fortran, shape, bytes);
  }

  private void dictionary() {
    expect('{');
    boolean more = !found('}');
    while (more) {
      String key = string();
      expect(':');
      switch (key) {
        case "descr" -> descr = once(key, descr, type());
        case "fortran_order" -> fortran = once(key, fortran, bool());
        case "shape" -> shape = once(key, shape, tuple());
        default -> throw malformed("the key '" + key + "'");
      }
      more = found(',') && !found('}');
      if (!more && text.charAt(at - 1) != '}') {
        expect('}');
      }
    }
    skipBlanks();
    if (at < text.length()) {
      throw malformed("text after its dictionary");
    }
  }

  private <T> T once(String key, @Nullable T before, T now) {
    if (before != null) {
      throw malformed("the key '" + key + "' twice");
    }
    return now;
  }

  private String type() {
    if (found('[')) {
      throw new IllegalArgumentException(
          from + " holds a structured array: save its fields as arrays or columns of their own");
    }
    return string();
  }

  private String string() {
    skipBlanks();
    char quote = at < text.length() ? text.charAt(at) : ' ';
    int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) {
      throw malformed("no text in quotes at character " + at);
    }
    String string = text.substring(at + 1, end);
    at = end + 1;
    return string;
  }

  private boolean bool() {
    skipBlanks();
    for (boolean value : new boolean[] {false, true}) {
      String name = value ? "True" : "False";
      if (text.startsWith(name, at)) {
        at += name.length();
        return value;
      }
    }
    throw malformed("neither True nor False at character " + at);
  }

  private int[] tuple() {
    List<Integer> axes = new ArrayList<>();
    expect('(');
    while (!found(')')) {
      axes.add(axis());
      // Python 2 wrote long integers with an L.
      found('L');
      if (!found(',')) {
        expect(')');
        break;
      }
    }
    if (axes.size() > MAX_AXES) {
      throw malformed("a shape of " + axes.size() + " axes; at most " + MAX_AXES + " are read");
    }
    return axes.stream().mapToInt(axis -> axis).toArray();
  }

  private int axis() {
    skipBlanks();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    String digits = text.substring(start, at);
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw malformed(
          digits.isEmpty()
              ? "no length of an axis at character " + start
              : "an axis of length " + digits + "; at most " + Integer.MAX_VALUE + " is read");
    }
  }

  private void expect(char wanted) {
    if (!found(wanted)) {
      throw malformed("no '" + wanted + "' at character " + at);
    }
  }

  private boolean found(char wanted) {
    skipBlanks();
    boolean here = at < text.length() && text.charAt(at) == wanted;
    at += here ? 1 : 0;
    return here;
  }

  private void skipBlanks() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException malformed(String what) {
    return new IllegalArgumentException(from + " has a malformed NPY header: it has " + what);
  }
}
