package io.github.miscope.sweep;

import io.github.miscope.plan.RunOptions;
import io.github.miscope.plan.Runner;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of a sweep. */
final class SweepRun {

  private SweepRun() {}

  static SweepTable of(Sweep sweep, RunOptions options) {
    @Nullable SweepRow[] rows = new SweepRow[sweep.cells()];
    try {
      Runner.run(new SweepCells(sweep), options, (cell, row) -> rows[cell] = row);
    } catch (InterruptedException e) {
      throw new SweepInterruptedException(table(sweep, rows), e);
    }
    return table(sweep, rows);
  }

  private static SweepTable table(Sweep sweep, @Nullable SweepRow[] rows) {
    return new SweepTable(sweep, Arrays.stream(rows).filter(Objects::nonNull).toList());
  }
}
