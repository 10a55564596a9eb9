package io.github.miscope.internal.file;

import io.github.miscope.identity.PlanIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

  /** How much work a power cut may cost. A killed process costs none: the system has its bytes. */
  private static final long SYNC_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final FileLocks.Locked locked;
  private final RandomAccessFile out;
  private final JournalText text;
  private long end;
  private long synced = System.nanoTime();
  private boolean closed;

  private Journal(FileLocks.Locked locked, JournalText text) {
    this.locked = locked;
    this.out = locked.file();
    this.text = text;
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
      Journal journal = new Journal(locked, new JournalText(plan));
      journal.start(file, entries);
      opened = true;
      return journal;
    } finally {
      if (!opened) {
        locked.close();
      }
    }
  }

  private void start(Path file, Consumer<List<@Nullable String>> entries) throws IOException {
    byte[] whole = text.header();
    if (isStartOf(whole)) {
      out.setLength(0);
      write(whole);
      return;
    }
    out.seek(0);
    end = text.read(file.toString(), new Input(out), entries);
    if (out.length() > end) {
      out.setLength(end);
    }
    out.seek(end);
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

  /**
   * Appends an entry; once this returns, killing the process does not lose it. Does nothing once
   * the journal is closed: its run was stopped while this work was under way.
   *
   * @throws IOException if it cannot be written
   */
  public synchronized void append(List<@Nullable String> entry) throws IOException {
    if (!closed) {
      write(text.entry(entry));
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
