package io.github.miscope.sweep;

import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.plan.CellRecipe;
import io.github.miscope.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a sweep, by their place in the table: by estimator, value and trial. They are taken
 * trial by trial, so that a stopped sweep has all values of its first trials.
 */
final class SweepCells implements Plan<SweepRow> {

  private final Sweep sweep;
  private final int estimators;
  private final double[] values;
  private final Map<String, Integer> estimatorByLabel = new HashMap<>();
  private final Map<Double, Integer> valueIndex = new HashMap<>();

  SweepCells(Sweep sweep) {
    this.sweep = sweep;
    estimators = sweep.estimators().size();
    values = sweep.values();
    // Labels and values are distinct within a plan.
    for (int e = 0; e < estimators; e++) {
      estimatorByLabel.put(sweep.estimators().get(e).toString(), e);
    }
    for (int v = 0; v < values.length; v++) {
      valueIndex.put(values[v], v);
    }
  }

  @Override
  public int count() {
    return sweep.cells();
  }

  @Override
  public SweepRow row(int cell) {
    return cell(cell).compute();
  }

  private Cell cell(int index) {
    int trial = index % sweep.trials();
    int setting = index / sweep.trials();
    return new Cell(sweep, setting / values.length, setting % values.length, trial);
  }

  @Override
  public boolean isFailed(SweepRow row) {
    return row.failed();
  }

  @Override
  public int cellAt(int position) {
    int estimator = position % estimators;
    int value = position / estimators % values.length;
    int trial = position / estimators / values.length;
    return new Cell(sweep, estimator, value, trial).index();
  }

  @Override
  public String label(int cell) {
    Cell own = cell(cell);
    return String.format(
        Locale.ROOT,
        "%s, %s = %s, trial %d",
        sweep.estimators().get(own.estimator()),
        sweep.axis(),
        values[own.value()],
        own.trial());
  }

  @Override
  public CellRecipe<SweepRow> recipe() {
    return new Recipe(sweep);
  }

  private record Recipe(Sweep sweep) implements CellRecipe<SweepRow> {

    @Override
    public SweepCells cells() {
      return new SweepCells(sweep);
    }
  }

  @Override
  public PlanIdentity identity() {
    return sweep.identity();
  }

  @Override
  public List<@Nullable String> fields(int cell, SweepRow row) {
    return RowFormat.fields(row);
  }

  @Override
  public Optional<Entry<SweepRow>> entry(List<@Nullable String> fields) {
    SweepRow row = RowFormat.row(fields);
    // Trials beyond those of this plan are none of its cells.
    if (row == null || row.trial() < 0 || row.trial() >= sweep.trials()) {
      return Optional.empty();
    }
    Integer estimator = estimatorByLabel.get(row.estimator());
    Integer value = valueIndex.get(row.value());
    return estimator == null || value == null
        ? Optional.empty()
        : Optional.of(new Entry<>(new Cell(sweep, estimator, value, row.trial()).index(), row));
  }
}
