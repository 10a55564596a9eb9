package io.github.miscope.plan;

import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.internal.file.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The finished rows of one plan in a {@link Journal}.
 *
 * @param <R> what a cell gives
 */
final class Checkpoint<R> implements AutoCloseable {

  private final Path file;
  private final Plan<R> plan;
  private final Journal journal;

  private Checkpoint(Path file, Plan<R> plan, PlanIdentity identity, Rows<R> earlier)
      throws IOException {
    this.file = file;
    this.plan = plan;
    this.journal =
        Journal.open(
            file,
            identity,
            fields -> plan.entry(fields).ifPresent(e -> earlier.keep(e.cell(), e.row())));
  }

  /**
   * Opens the checkpoint of a plan, or starts one.
   *
   * @param earlier takes the rows of earlier runs; one cell may have several, the last counts
   * @throws IllegalArgumentException as {@link Journal#open}
   */
  static <R> Checkpoint<R> open(Path file, Plan<R> plan, Rows<R> earlier) {
    PlanIdentity identity = plan.identity(); // First: a plan without one makes no file.
    try {
      return new Checkpoint<>(file, plan, identity, earlier);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use checkpoint " + file + ": " + e.getMessage(), e);
    }
  }

  /** Appends a row; once this returns, killing the process does not lose it. */
  void append(int cell, R row) {
    try {
      journal.append(plan.fields(cell, row));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write checkpoint " + file + ": " + e.getMessage(), e);
    }
  }

  static <R> void appendTo(@Nullable Checkpoint<R> checkpoint, int cell, R row) {
    if (checkpoint != null) {
      checkpoint.append(cell, row);
    }
  }

  @Override
  public void close() {
    try {
      journal.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close checkpoint " + file + ": " + e.getMessage(), e);
    }
  }
}
