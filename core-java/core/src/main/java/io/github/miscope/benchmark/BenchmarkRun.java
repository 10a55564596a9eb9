package io.github.miscope.benchmark;

import io.github.miscope.plan.RunOptions;
import io.github.miscope.plan.Runner;
import io.github.miscope.sweep.SweepRow;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of a benchmark. */
final class BenchmarkRun {

  private BenchmarkRun() {}

  static BenchmarkTable of(Benchmark benchmark, RunOptions options) {
    @Nullable SweepRow[] rows = new SweepRow[benchmark.cells()];
    try {
      Runner.run(new BenchmarkCells(benchmark), options, (cell, row) -> rows[cell] = row);
    } catch (InterruptedException e) {
      throw new BenchmarkInterruptedException(table(benchmark, rows), e);
    }
    return table(benchmark, rows);
  }

  private static BenchmarkTable table(Benchmark benchmark, @Nullable SweepRow[] rows) {
    return new BenchmarkTable(benchmark, Arrays.stream(rows).filter(Objects::nonNull).toList());
  }
}
