package io.github.miscope.benchmark;

import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.order.Ranks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The scores of a benchmark beside those that a paper printed of the same tasks and estimators:
 * {@link Suites#scalePaperTable2()} and {@link Suites#scalePaperTable3()} with {@link
 * Suites#scalePaperEstimators()}.
 *
 * @param rows scores of a task and an estimator that both have, in the order of the benchmark
 */
public record PrintedComparison(List<Row> rows) {

  /**
   * A score of ours and the printed one.
   *
   * @param ours what the benchmark gave
   * @param printed what the paper has
   */
  public record Row(TaskScore ours, PrintedScore printed) {

    /**
     * Refuses null.
     *
     * @param ours what the benchmark gave
     * @param printed what the paper has
     */
    public Row {
      Objects.requireNonNull(ours, "ours");
      Objects.requireNonNull(printed, "printed");
    }
  }

  /**
   * A comparison.
   *
   * @param rows scores of tasks and estimators
   */
  public PrintedComparison {
    rows = Check.copy("rows", rows);
  }

  /**
   * What a paper printed of the tasks of a benchmark, by the labels of tasks and estimators.
   *
   * @param table the scores of ours
   * @return the scores that have a printed one
   * @throws IllegalArgumentException if none has
   */
  public static PrintedComparison of(BenchmarkTable table) {
    Objects.requireNonNull(table, "table");
    Map<List<String>, PrintedScore> printed = new LinkedHashMap<>();
    for (int number = 2; number <= 3; number++) {
      for (PrintedScore score : Suites.scalePaperPrinted(number)) {
        printed.put(List.of(score.task(), score.estimator()), score);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (TaskScore ours : table.scores()) {
      PrintedScore score = printed.get(List.of(ours.task(), ours.estimator()));
      if (score != null) {
        rows.add(new Row(ours, score));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is printed of the tasks and estimators of "
              + table.benchmark().suite().name()
              + ": take scalePaperTable2 or scalePaperTable3 with scalePaperEstimators");
    }
    return new PrintedComparison(rows);
  }

  /**
   * Whether ours put the estimators in the printed order.
   *
   * @param task the name of a task
   * @return rank correlation of our and the printed normalised RMSE over the estimators; NaN where
   *     fewer than two are known or all are equal
   */
  public double order(String task) {
    Objects.requireNonNull(task, "task");
    List<Row> known =
        rows.stream()
            .filter(row -> row.ours().task().equals(task))
            .filter(row -> !Double.isNaN(row.ours().summary().normalisedRmse()))
            .filter(row -> !Double.isNaN(row.printed().normalisedRmse()))
            .toList();
    if (known.size() < 2) {
      return Double.NaN;
    }
    double middle = (known.size() + 1) / 2.0;
    return Means.correlation(
        Ranks.of(known.stream().mapToDouble(r -> r.ours().summary().normalisedRmse()).toArray()),
        middle,
        Ranks.of(known.stream().mapToDouble(r -> r.printed().normalisedRmse()).toArray()),
        middle);
  }
}
