package io.github.miscope.benchmark;

import io.github.miscope.identity.Fingerprint;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.plan.CellRecipe;
import io.github.miscope.plan.Plan;
import io.github.miscope.sample.Seed;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a benchmark: those of the sweep of each task, one sweep after the other. They are
 * taken trial by trial, so that a stopped benchmark has all tasks of its first trials.
 */
final class BenchmarkCells implements Plan<SweepRow> {

  /** Options of a sweep that are the same for all tasks. */
  private static final String SEED = "seed";

  private static final String ESTIMATOR = "estimator ";

  private final Benchmark benchmark;
  private final List<Sweep> sweeps;
  private final List<Plan<SweepRow>> parts = new ArrayList<>();

  /** The first cell of each part, and the number of all cells. */
  private final int[] starts;

  private final int[] order;
  private final Map<String, Integer> partByTask = new HashMap<>();

  BenchmarkCells(Benchmark benchmark) {
    this.benchmark = benchmark;
    sweeps = benchmark.sweeps();
    starts = new int[sweeps.size() + 1];
    for (int p = 0; p < sweeps.size(); p++) {
      parts.add(sweeps.get(p).plan());
      partByTask.put(sweeps.get(p).task().toString(), p);
      starts[p + 1] = starts[p] + parts.get(p).count();
    }
    order = order();
  }

  private int[] order() {
    int estimators = benchmark.estimators().size();
    int trials = sweeps.stream().mapToInt(Sweep::trials).max().orElse(0);
    int[] cells = new int[count()];
    int position = 0;
    for (int trial = 0; trial < trials; trial++) {
      for (int p = 0; p < sweeps.size(); p++) {
        if (trial < sweeps.get(p).trials()) {
          // A sweep, too, goes trial by trial.
          for (int e = 0; e < estimators; e++) {
            cells[position++] = starts[p] + parts.get(p).cellAt(trial * estimators + e);
          }
        }
      }
    }
    return cells;
  }

  private int part(int cell) {
    int place = Arrays.binarySearch(starts, cell);
    return place < 0 ? -place - 2 : place;
  }

  @Override
  public int count() {
    return starts[starts.length - 1];
  }

  @Override
  public SweepRow row(int cell) {
    int part = part(cell);
    return parts.get(part).row(cell - starts[part]);
  }

  @Override
  public boolean isFailed(SweepRow row) {
    return row.failed();
  }

  @Override
  public int cellAt(int position) {
    return order[position];
  }

  @Override
  public String label(int cell) {
    int part = part(cell);
    return sweeps.get(part).task() + ", " + parts.get(part).label(cell - starts[part]);
  }

  @Override
  public CellRecipe<SweepRow> recipe() {
    return new Recipe(benchmark);
  }

  private record Recipe(Benchmark benchmark) implements CellRecipe<SweepRow> {

    @Override
    public BenchmarkCells cells() {
      return new BenchmarkCells(benchmark);
    }
  }

  /** The seed and the estimators, and an option for each task with what else its rows depend on. */
  @Override
  public PlanIdentity identity() {
    Map<String, PlanIdentity.Option> options = new LinkedHashMap<>();
    Seed seed = benchmark.seed();
    options.put(SEED, new PlanIdentity.Option(SEED, seed.toString(), Fingerprint.of(seed)));
    for (int p = 0; p < sweeps.size(); p++) {
      List<String> own = new ArrayList<>();
      for (PlanIdentity.Option option : parts.get(p).identity().options()) {
        if (option.name().startsWith(ESTIMATOR)) {
          options.putIfAbsent(option.name(), option);
        } else if (!option.name().equals(SEED)) {
          own.addAll(List.of(option.name(), option.fingerprint().hex()));
        }
      }
      String name = "task \"" + sweeps.get(p).task() + "\"";
      String label = sweeps.get(p).samples() + " samples";
      options.put(name, new PlanIdentity.Option(name, label, Fingerprint.of(own)));
    }
    return new PlanIdentity("benchmark", List.copyOf(options.values()));
  }

  @Override
  public List<@Nullable String> fields(int cell, SweepRow row) {
    int part = part(cell);
    return parts.get(part).fields(cell - starts[part], row);
  }

  @Override
  public Optional<Entry<SweepRow>> entry(List<@Nullable String> fields) {
    Integer part = fields.isEmpty() ? null : partByTask.get(String.valueOf(fields.get(0)));
    return part == null
        ? Optional.empty()
        : parts
            .get(part)
            .entry(fields)
            .map(entry -> new Entry<>(starts[part] + entry.cell(), entry.row()));
  }
}
