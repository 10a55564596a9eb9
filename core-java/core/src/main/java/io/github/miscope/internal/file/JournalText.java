package io.github.miscope.internal.file;

import io.github.miscope.identity.Fingerprint;
import io.github.miscope.identity.PlanIdentity;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a journal of one plan, wherever they are kept: a line with the format, a line with
 * the identity of the plan, then a line for each entry.
 *
 * <p>Every line but the first has a checksum that depends on the plan. A last line without an end
 * was being written when the process died, and is not an entry; an entry whose checksum is wrong is
 * passed over, so that its work is done again.
 */
public final class JournalText {

  private static final String VERSION = "2";

  /** No line is longer: a longer one is not ours, and need not be held in memory. */
  private static final int LONGEST = 1 << 24;

  /** Labels are for messages; fingerprints tell plans apart. */
  private static final int LONGEST_LABEL = 200;

  private final PlanIdentity plan;
  private final String salt;

  /**
   * The text of a plan's journal.
   *
   * @param plan the plan's identity
   */
  public JournalText(PlanIdentity plan) {
    this.plan = plan;
    this.salt = plan.fingerprint().hex();
  }

  /**
   * What a journal of the plan begins with.
   *
   * @return the first two lines
   */
  public byte[] header() {
    byte[] first = format().getBytes(StandardCharsets.UTF_8);
    byte[] second = EscapedLine.write("", options());
    byte[] whole = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, whole, first.length, second.length);
    return whole;
  }

  /**
   * An entry.
   *
   * @param fields null for none
   * @return its line
   */
  public byte[] entry(List<@Nullable String> fields) {
    return EscapedLine.write(salt, fields);
  }

  /**
   * Reads a journal.
   *
   * @param name how messages call the file
   * @param in its bytes from the beginning
   * @param entries is given each whole entry, in the order of the file
   * @return where the last whole line ends
   * @throws IllegalArgumentException if the file belongs to another plan, is no journal or its
   *     header is damaged
   * @throws IOException if it cannot be read
   */
  public long read(String name, InputStream in, Consumer<List<@Nullable String>> entries)
      throws IOException {
    Lines lines = new Lines(new BufferedInputStream(in));
    requireFormat(name, lines.next());
    requirePlan(name, lines.next());
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      List<@Nullable String> entry = EscapedLine.read(salt, line);
      if (entry != null) {
        entries.accept(entry);
      }
    }
    return lines.end;
  }

  private String format() {
    return "# miscope " + plan.kind() + " checkpoint " + VERSION + "\n";
  }

  private List<@Nullable String> options() {
    List<@Nullable String> fields = new ArrayList<>(List.of("# plan"));
    for (PlanIdentity.Option option : plan.options()) {
      String label = option.label();
      fields.add(option.name());
      fields.add(label.substring(0, Math.min(label.length(), LONGEST_LABEL)));
      fields.add(option.fingerprint().hex());
    }
    return fields;
  }

  private void requireFormat(String name, byte @Nullable [] line) {
    String expected = format().strip();
    String found = line == null ? "" : new String(line, StandardCharsets.UTF_8);
    if (found.equals(expected)) {
      return;
    }
    if (found.startsWith("# miscope ") && found.contains(" checkpoint ")) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "checkpoint %s is of another kind or version: it begins with \"%s\", wanted is"
                  + " \"%s\"; give another file or delete it",
              name,
              found,
              expected));
    }
    throw new IllegalArgumentException(
        name + " is not a miscope checkpoint, or its first line is damaged: give another file");
  }

  private void requirePlan(String name, byte @Nullable [] line) {
    PlanIdentity kept = line == null ? null : plan(plan.kind(), line);
    if (kept == null) {
      throw new IllegalArgumentException(
          "the header of checkpoint "
              + name
              + " is damaged, so that its plan is not known: give another file or delete it");
    }
    List<String> differences = plan.differencesFrom(kept);
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          "checkpoint "
              + name
              + " belongs to another plan: "
              + String.join("; ", differences)
              + "; give another file or delete it");
    }
  }

  private static @Nullable PlanIdentity plan(String kind, byte[] line) {
    List<@Nullable String> fields = EscapedLine.read("", line);
    if (fields == null || fields.size() % 3 != 1 || fields.contains(null)) {
      return null;
    }
    try {
      List<PlanIdentity.Option> options = new ArrayList<>();
      for (int i = 1; i < fields.size(); i += 3) {
        options.add(
            new PlanIdentity.Option(
                String.valueOf(fields.get(i)),
                String.valueOf(fields.get(i + 1)),
                new Fingerprint(String.valueOf(fields.get(i + 2)))));
      }
      return new PlanIdentity(kind, options);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Lines without their ends; a last one that has no end is not a line. */
  private static final class Lines {

    private final InputStream in;
    private long position;

    /** Where the last line ended. */
    private long end;

    Lines(InputStream in) {
      this.in = in;
    }

    /** The next line, empty where it is too long; null after the last. */
    byte @Nullable [] next() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      boolean tooLong = false;
      for (int b = in.read(); b >= 0; b = in.read()) {
        position++;
        if (b == '\n') {
          end = position;
          return tooLong ? new byte[0] : line.toByteArray();
        }
        tooLong |= line.size() == LONGEST;
        if (!tooLong) {
          line.write(b);
        }
      }
      return null;
    }
  }
}
