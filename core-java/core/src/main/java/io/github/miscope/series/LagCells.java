package io.github.miscope.series;

import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.inference.Permutations;
import io.github.miscope.plan.CellFailure;
import io.github.miscope.plan.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The estimates of the series at each lag, and then those of each surrogate. */
final class LagCells implements Plan<LagCells.Row> {

  private static final int FIELDS = 4;

  private final LagPlan plan;
  private final @Nullable Permutations surrogates;

  /** An estimate, or the reason why there is none. */
  record Row(double nats, int n, @Nullable String failure) {}

  LagCells(LagPlan plan, @Nullable Permutations surrogates) {
    this.plan = plan;
    this.surrogates = surrogates;
  }

  private int lags() {
    return plan.lags().size();
  }

  @Override
  public int count() {
    return lags() * (1 + (surrogates == null ? 0 : surrogates.count()));
  }

  @Override
  public Row row(int cell) {
    // Estimates are many: what one reports of itself would say little.
    return TrainingProgress.listen((done, total) -> {}, () -> estimated(cell));
  }

  private Row estimated(int cell) {
    int surrogate = cell / lags();
    int lag = plan.lags().get(cell % lags());
    LaggedRows rows = plan.rows(lag);
    try {
      int[] order =
          surrogate == 0 || surrogates == null ? null : surrogates.order().apply(surrogate);
      return new Row(plan.estimate(rows, order), rows.count(), null);
    } catch (IllegalArgumentException e) {
      return new Row(Double.NaN, Math.max(0, rows.count()), CellFailure.reason(e));
    }
  }

  @Override
  public boolean isFailed(Row row) {
    return row.failure() != null;
  }

  @Override
  public String label(int cell) {
    return "lag " + plan.lags().get(cell % lags()) + ", surrogate " + cell / lags();
  }

  @Override
  public PlanIdentity identity() {
    return plan.identity(surrogates == null ? 0 : surrogates.count());
  }

  @Override
  public List<@Nullable String> fields(int cell, Row row) {
    return Arrays.asList(
        Integer.toString(cell),
        Double.toString(row.nats()),
        Integer.toString(row.n()),
        row.failure());
  }

  @Override
  public Optional<Entry<Row>> entry(List<@Nullable String> fields) {
    if (fields.size() != FIELDS) {
      return Optional.empty();
    }
    try {
      int cell = Integer.parseInt(String.valueOf(fields.get(0)));
      Row row =
          new Row(
              Double.parseDouble(String.valueOf(fields.get(1))),
              Integer.parseInt(String.valueOf(fields.get(2))),
              fields.get(3));
      return cell < 0 || cell >= count() ? Optional.empty() : Optional.of(new Entry<>(cell, row));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
