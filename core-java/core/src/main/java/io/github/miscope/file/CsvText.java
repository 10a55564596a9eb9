package io.github.miscope.file;

import java.util.Objects;

/** How text is written to CSV. Numbers are always written as they are. */
public enum CsvText {
  /** As it is. */
  EXACT,

  /**
   * So that no spreadsheet takes it for a formula: text that begins with {@code = + - @}, a tab or
   * a line end has an apostrophe before it (OWASP, "CSV Injection"). For tables whose names come
   * from data that strangers wrote.
   */
  WITHOUT_FORMULAS;

  private static final String STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  /**
   * Text as it is written.
   *
   * @param text a name, label or message
   * @return the text, changed where need be
   */
  public String of(String text) {
    Objects.requireNonNull(text, "text");
    boolean formula =
        this == WITHOUT_FORMULAS && !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
