package io.github.miscope.sweep;

import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.internal.file.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The finished rows of one plan in a {@link Journal}. */
final class Checkpoint implements AutoCloseable {

  /** Where a row stands in its plan; labels are distinct within one. */
  private record Place(String estimator, double value, int trial) {}

  private final Path file;
  private final Sweep sweep;
  private final Map<Place, SweepRow> rows = new HashMap<>();
  private final Journal journal;

  private Checkpoint(Path file, Sweep sweep, PlanIdentity identity) throws IOException {
    this.file = file;
    this.sweep = sweep;
    this.journal = Journal.open(file, identity, this::keep);
  }

  /**
   * Opens the checkpoint of a plan, or starts one.
   *
   * @throws IllegalArgumentException as {@link Journal#open}
   */
  static Checkpoint open(Path file, Sweep sweep) {
    PlanIdentity identity = sweep.identity(); // First: a plan without one makes no file.
    try {
      return new Checkpoint(file, sweep, identity);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use checkpoint " + file + ": " + e.getMessage(), e);
    }
  }

  private void keep(List<@Nullable String> fields) {
    SweepRow row = RowFormat.row(fields);
    // Trials beyond those of this plan are none of its cells.
    if (row != null && row.trial() < sweep.trials()) {
      rows.put(new Place(row.estimator(), row.value(), row.trial()), row);
    }
  }

  /** The row of a cell that an earlier run finished. */
  Optional<SweepRow> row(Cell cell) {
    return Optional.ofNullable(
        rows.get(
            new Place(
                sweep.estimators().get(cell.estimator()).toString(),
                sweep.values()[cell.value()],
                cell.trial())));
  }

  /** Appends a row; once this returns, killing the process does not lose it. */
  void append(SweepRow row) {
    try {
      journal.append(RowFormat.fields(row));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write checkpoint " + file + ": " + e.getMessage(), e);
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
