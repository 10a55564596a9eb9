package io.github.miscope.selection;

import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.plan.CellFailure;
import io.github.miscope.plan.Plan;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a step asks of candidates. A checkpoint keeps the answers of all steps. */
final class SelectionCells implements Plan<SelectionCells.Row> {

  /** In place of a chosen column. */
  static final int TARGET = -1;

  private static final int FIELDS = 5;

  /**
   * What is estimated.
   *
   * @param column a number among the candidates
   * @param other another one, or {@link #TARGET}
   * @param isGiven whether it is I(column; target | other), and not I(column; other)
   */
  record Question(int column, int other, boolean isGiven) {}

  /** An estimate, or the reason why there is none. */
  record Row(double nats, @Nullable String failure) {}

  private final SelectionPlan plan;
  private final List<Question> questions;
  private @Nullable Map<Question, Integer> numbers;

  SelectionCells(SelectionPlan plan, List<Question> questions) {
    this.plan = plan;
    this.questions = questions;
  }

  @Override
  public int count() {
    return questions.size();
  }

  @Override
  public Row row(int cell) {
    // Estimates are many: what one reports of itself would say little.
    return TrainingProgress.listen((done, total) -> {}, () -> estimated(questions.get(cell)));
  }

  private Row estimated(Question question) {
    Variable x = variable(question.column());
    Variable other = variable(question.other());
    try {
      double nats =
          question.isGiven()
              ? plan.conditional().estimate(new ConditionalSamples(x, plan.target(), other)).nats()
              : plan.estimator().estimate(new Samples(x, other)).nats();
      return new Row(nats, null);
    } catch (IllegalArgumentException e) {
      return new Row(Double.NaN, CellFailure.reason(e));
    }
  }

  private Variable variable(int column) {
    return column == TARGET ? plan.target() : plan.candidates().get(column);
  }

  @Override
  public boolean isFailed(Row row) {
    return row.failure() != null;
  }

  @Override
  public String label(int cell) {
    Question question = questions.get(cell);
    return variable(question.column()).name()
        + (question.isGiven() ? " given " : " and ")
        + variable(question.other()).name();
  }

  @Override
  public PlanIdentity identity() {
    return plan.identity();
  }

  @Override
  public List<@Nullable String> fields(int cell, Row row) {
    Question question = questions.get(cell);
    return Arrays.asList(
        question.isGiven() ? "given" : "pair",
        Integer.toString(question.column()),
        Integer.toString(question.other()),
        Double.toString(row.nats()),
        row.failure());
  }

  @Override
  public Optional<Entry<Row>> entry(List<@Nullable String> fields) {
    if (fields.size() != FIELDS) {
      return Optional.empty();
    }
    try {
      Question question =
          new Question(
              Integer.parseInt(String.valueOf(fields.get(1))),
              Integer.parseInt(String.valueOf(fields.get(2))),
              "given".equals(fields.get(0)));
      double nats = Double.parseDouble(String.valueOf(fields.get(3)));
      return Optional.ofNullable(cells().get(question))
          .map(cell -> new Entry<>(cell, new Row(nats, fields.get(4))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Map<Question, Integer> cells() {
    Map<Question, Integer> known = numbers;
    if (known == null) {
      known = new HashMap<>();
      for (int cell = 0; cell < questions.size(); cell++) {
        known.put(questions.get(cell), cell);
      }
      numbers = known;
    }
    return known;
  }
}
