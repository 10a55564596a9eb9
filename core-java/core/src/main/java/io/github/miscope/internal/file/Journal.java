package io.github.miscope.internal.file;

import io.github.miscope.identity.Fingerprint;
import io.github.miscope.identity.PlanIdentity;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file that keeps the finished work of one plan: a line with its format, a line with the identity
 * of the plan, then a line for each entry, appended as soon as it is known.
 *
 * <p>Every line but the first has a checksum that depends on the plan. A last line without an end
 * was being written when the process died, and is dropped; an entry whose checksum is wrong is
 * passed over, so that its work is done again. A file whose first two lines are not those of the
 * plan is refused and not touched. The file is locked while it is open.
 */
public final class Journal implements AutoCloseable {

  private static final String VERSION = "2";

  /** No line is longer: a longer one is not ours, and need not be held in memory. */
  private static final int LONGEST = 1 << 24;

  /** How much work a power cut may cost. A killed process costs none: the system has its bytes. */
  private static final long SYNC_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Labels are for messages; fingerprints tell plans apart. */
  private static final int LONGEST_LABEL = 200;

  private final FileLocks.Locked locked;
  private final RandomAccessFile out;
  private final String salt;
  private long end;
  private long synced = System.nanoTime();
  private boolean closed;

  private Journal(FileLocks.Locked locked, String salt) {
    this.locked = locked;
    this.out = locked.file();
    this.salt = salt;
  }

  /**
   * Opens the journal of a plan, or starts one.
   *
   * @param file the file; made if it is not there
   * @param plan the plan's identity
   * @param entries is given each whole entry of earlier runs, in the order of the file
   * @return the journal, to append to
   * @throws IllegalArgumentException if another run holds the file, it belongs to another plan, is
   *     no journal or its header is damaged
   * @throws IOException if it cannot be read or written
   */
  public static Journal open(Path file, PlanIdentity plan, Consumer<List<@Nullable String>> entries)
      throws IOException {
    FileLocks.Locked locked =
        FileLocks.open(file)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "checkpoint "
                            + file
                            + " is in use by another run: wait for its end, or give another file"));
    boolean opened = false;
    try {
      Journal journal = new Journal(locked, plan.fingerprint().hex());
      journal.start(file, plan, entries);
      opened = true;
      return journal;
    } finally {
      if (!opened) {
        locked.close();
      }
    }
  }

  private void start(Path file, PlanIdentity plan, Consumer<List<@Nullable String>> entries)
      throws IOException {
    byte[] first = format(plan).getBytes(StandardCharsets.UTF_8);
    byte[] second = EscapedLine.write("", header(plan));
    byte[] whole = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, whole, first.length, second.length);
    if (isStartOf(whole)) {
      out.setLength(0);
      write(whole);
      return;
    }
    out.seek(0);
    Lines lines = new Lines(new BufferedInputStream(new Input(out)));
    requireFormat(file, plan, lines.next());
    requirePlan(file, plan, lines.next());
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      List<@Nullable String> entry = EscapedLine.read(salt, line);
      if (entry != null) {
        entries.accept(entry);
      }
    }
    end = lines.end;
    if (out.length() > end) {
      out.setLength(end);
    }
    out.seek(end);
  }

  private static String format(PlanIdentity plan) {
    return "# miscope " + plan.kind() + " checkpoint " + VERSION + "\n";
  }

  private static List<@Nullable String> header(PlanIdentity plan) {
    List<@Nullable String> fields = new ArrayList<>(List.of("# plan"));
    for (PlanIdentity.Option option : plan.options()) {
      String label = option.label();
      fields.add(option.name());
      fields.add(label.substring(0, Math.min(label.length(), LONGEST_LABEL)));
      fields.add(option.fingerprint().hex());
    }
    return fields;
  }

  /** Whether the file is empty, or was cut while this very header was written. */
  private boolean isStartOf(byte[] header) throws IOException {
    if (out.length() >= header.length) {
      return false;
    }
    byte[] begun = new byte[(int) out.length()];
    out.seek(0);
    out.readFully(begun);
    return Arrays.equals(begun, Arrays.copyOf(header, begun.length));
  }

  private static void requireFormat(Path file, PlanIdentity plan, byte @Nullable [] line) {
    String expected = format(plan).strip();
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
              file,
              found,
              expected));
    }
    throw new IllegalArgumentException(
        file + " is not a miscope checkpoint, or its first line is damaged: give another file");
  }

  private static void requirePlan(Path file, PlanIdentity plan, byte @Nullable [] line) {
    PlanIdentity kept = line == null ? null : plan(plan.kind(), line);
    if (kept == null) {
      throw new IllegalArgumentException(
          "the header of checkpoint "
              + file
              + " is damaged, so that its plan is not known: give another file or delete it");
    }
    List<String> differences = plan.differencesFrom(kept);
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          "checkpoint "
              + file
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

  /**
   * Appends an entry; once this returns, killing the process does not lose it. Does nothing once
   * the journal is closed: its run was stopped while this work was under way.
   *
   * @throws IOException if it cannot be written
   */
  public synchronized void append(List<@Nullable String> entry) throws IOException {
    if (!closed) {
      write(EscapedLine.write(salt, entry));
      if (System.nanoTime() - synced > SYNC_NANOS) {
        out.getFD().sync();
        synced = System.nanoTime();
      }
    }
  }

  // Not through a channel: an interrupt of the writing thread would close it.
  private void write(byte[] bytes) throws IOException {
    try {
      out.write(bytes);
      end += bytes.length;
    } catch (IOException e) {
      out.setLength(end); // No half a line before the next.
      out.seek(end);
      throw e;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      locked.close();
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

  private static final class Input extends InputStream {

    private final RandomAccessFile file;

    Input(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      return file.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return file.read(bytes, offset, length);
    }
  }
}
