package io.github.miscope.benchmark;

import io.github.miscope.internal.neighbour.order.Ranks;
import io.github.miscope.sweep.SummaryRow;
import io.github.miscope.sweep.SweepRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What the rows of a benchmark say of its estimators. */
final class Scores {

  private Scores() {}

  /** By tasks and estimators, in the order of the rows. */
  static List<TaskScore> of(List<SweepRow> rows) {
    List<TaskScore> scores = new ArrayList<>();
    for (List<SweepRow> ofTask : groups(rows, SweepRow::task)) {
      List<TaskScore> own =
          groups(ofTask, SweepRow::estimator).stream().map(Scores::score).toList();
      double[] ranks = Ranks.of(own.stream().mapToDouble(Scores::errorOrInfinity).toArray());
      for (int e = 0; e < ranks.length; e++) {
        scores.add(own.get(e).withRank(ranks[e]));
      }
    }
    return List.copyOf(scores);
  }

  private static <T> List<List<T>> groups(List<T> all, Function<T, String> key) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    all.forEach(one -> groups.computeIfAbsent(key.apply(one), k -> new ArrayList<>()).add(one));
    return List.copyOf(groups.values());
  }

  private static double errorOrInfinity(TaskScore score) {
    double error = score.meanAbsoluteError();
    return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  private static TaskScore score(List<SweepRow> trials) {
    List<SweepRow> good = trials.stream().filter(row -> !row.failed()).toList();
    double[] errors = good.stream().mapToDouble(row -> row.nats() - row.trueNats()).toArray();
    double[] sizes = Arrays.stream(errors).map(Math::abs).toArray();
    double near = Arrays.stream(sizes).filter(size -> size <= TaskScore.NEAR).count();
    boolean known = Arrays.stream(errors).noneMatch(Double::isNaN);
    return new TaskScore(
        trials.get(0).task(),
        trials.get(0).n(),
        SummaryRow.of(trials),
        mean(sizes),
        known ? near / trials.size() : Double.NaN,
        Arrays.stream(errors).max().orElse(Double.NaN),
        Double.NaN,
        mean(good.stream().mapToDouble(SweepRow::seconds).toArray()));
  }

  /** The best first; estimators that have no estimate of some task after those that have all. */
  static List<LeaderboardRow> leaderboard(List<TaskScore> scores) {
    return groups(scores, TaskScore::estimator).stream()
        .map(Scores::leaderboardRow)
        .sorted(
            Comparator.comparingInt(LeaderboardRow::tasks)
                .reversed()
                .thenComparingDouble(LeaderboardRow::meanAbsoluteError))
        .toList();
  }

  private static LeaderboardRow leaderboardRow(List<TaskScore> tasks) {
    double[] errors = known(tasks, TaskScore::meanAbsoluteError);
    TaskScore worst =
        tasks.stream()
            .filter(task -> !Double.isNaN(task.largestOverestimate()))
            .max(Comparator.comparingDouble(TaskScore::largestOverestimate))
            .orElse(null);
    return new LeaderboardRow(
        tasks.get(0).estimator(),
        (int) tasks.stream().filter(task -> !task.isEmpty()).count(),
        tasks.stream().mapToInt(task -> task.summary().failures()).sum(),
        mean(errors),
        median(errors),
        mean(known(tasks, TaskScore::shareWithin)),
        worst == null ? Double.NaN : worst.largestOverestimate(),
        worst == null ? "" : worst.task(),
        mean(known(tasks, TaskScore::rank)),
        mean(known(tasks, TaskScore::seconds)));
  }

  private static double[] known(List<TaskScore> tasks, ToDoubleFunction<TaskScore> value) {
    return tasks.stream().mapToDouble(value).filter(v -> !Double.isNaN(v)).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
