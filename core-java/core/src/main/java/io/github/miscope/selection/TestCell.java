package io.github.miscope.selection;

import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.inference.NullDraws;
import io.github.miscope.inference.PermutationTest;
import io.github.miscope.plan.CellFailure;
import io.github.miscope.plan.Plan;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The test of a column given all that were chosen before. */
final class TestCell implements Plan<TestCell.Row> {

  private static final int FIELDS = 6;

  private final SelectionPlan plan;
  private final int column;
  private final List<Integer> chosen;

  /** P-values as if there were one candidate, or the reason why there are none. */
  record Row(double pValue, double tailPValue, @Nullable String failure) {}

  TestCell(SelectionPlan plan, int column, List<Integer> chosen) {
    this.plan = plan;
    this.column = column;
    this.chosen = List.copyOf(chosen);
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public Row row(int cell) {
    try {
      NullDraws draws = draws(plan.candidates().get(column));
      return new Row(draws.pValue().value(), draws.tailPValue(), null);
    } catch (IllegalArgumentException e) {
      return new Row(Double.NaN, Double.NaN, CellFailure.reason(e));
    }
  }

  /** What independence given all chosen columns would give. */
  private NullDraws draws(Variable own) {
    PermutationTest test =
        PermutationTest.of(plan.permutations())
            .withSeed(plan.seed().derive("step", chosen.size()).derive("permutations"));
    if (chosen.isEmpty()) {
      return test.draws(plan.estimator(), new Samples(own, plan.target()));
    }
    Variable given =
        Variable.join(
            "the selection", chosen.stream().map(plan.candidates()::get).toArray(Variable[]::new));
    return test.draws(plan.conditional(), new ConditionalSamples(own, plan.target(), given));
  }

  @Override
  public String label(int cell) {
    return "test of " + plan.candidates().get(column).name();
  }

  @Override
  public PlanIdentity identity() {
    return plan.identity();
  }

  @Override
  public List<@Nullable String> fields(int cell, Row row) {
    return Arrays.asList(
        "test",
        Integer.toString(column),
        chosen.toString(),
        Double.toString(row.pValue()),
        Double.toString(row.tailPValue()),
        row.failure());
  }

  @Override
  public Optional<Entry<Row>> entry(List<@Nullable String> fields) {
    if (fields.size() != FIELDS
        || !"test".equals(fields.get(0))
        || !Integer.toString(column).equals(fields.get(1))
        || !chosen.toString().equals(fields.get(2))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Entry<>(
              0,
              new Row(
                  Double.parseDouble(String.valueOf(fields.get(3))),
                  Double.parseDouble(String.valueOf(fields.get(4))),
                  fields.get(5))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
