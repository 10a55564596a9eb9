package io.github.miscope.benchmark;

import io.github.miscope.internal.text.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A benchmark as tables in Markdown. */
final class BenchmarkMarkdown {

  private final BenchmarkTable table;
  private final StringBuilder text = new StringBuilder();

  BenchmarkMarkdown(BenchmarkTable table) {
    this.table = table;
  }

  String text() {
    List<LeaderboardRow> leaderboard = table.leaderboard();
    addLeaderboard(leaderboard);
    text.append('\n');
    addTasks(leaderboard.stream().map(LeaderboardRow::estimator).toList());
    return text.toString();
  }

  private void addLeaderboard(List<LeaderboardRow> leaderboard) {
    line(
        "estimator",
        "mean absolute error, nats",
        "median",
        "within 0.1 nats",
        "largest overestimate",
        "of task",
        "mean rank",
        "seconds",
        "failed");
    rule(9);
    for (LeaderboardRow row : leaderboard) {
      line(
          row.estimator(),
          error("%.3f", row.meanAbsoluteError()),
          error("%.3f", row.medianAbsoluteError()),
          error("%.0f %%", 100 * row.shareWithin()),
          error("%+.3f", row.largestOverestimate()),
          row.largestOverestimateTask(),
          error("%.2f", row.meanRank()),
          Double.isNaN(row.seconds()) ? "" : Numbers.brief(row.seconds()),
          Integer.toString(row.failures()));
    }
  }

  private void addTasks(List<String> estimators) {
    Map<String, Map<String, TaskScore>> byTask = new LinkedHashMap<>();
    for (TaskScore score : table.scores()) {
      byTask
          .computeIfAbsent(score.task(), task -> new LinkedHashMap<>())
          .put(score.estimator(), score);
    }
    text.append("| task | n | truth |");
    estimators.forEach(estimator -> text.append(' ').append(escaped(estimator)).append(" |"));
    text.append('\n');
    rule(3 + estimators.size());
    byTask.forEach((task, scores) -> addTask(task, scores, estimators));
  }

  private void addTask(String task, Map<String, TaskScore> scores, List<String> estimators) {
    TaskScore first = scores.values().iterator().next();
    double truth =
        scores.values().stream()
            .mapToDouble(score -> score.summary().meanTrueNats())
            .filter(nats -> !Double.isNaN(nats))
            .findFirst()
            .orElse(Double.NaN);
    text.append("| ").append(escaped(task)).append(" | ").append(first.n());
    text.append(" | ").append(error("%.3f", truth)).append(" |");
    for (String estimator : estimators) {
      TaskScore score = scores.get(estimator);
      String cell = score == null || score.isEmpty() ? "-" : error("%+.3f", score.summary().bias());
      text.append(' ').append(cell).append(" |");
    }
    text.append('\n');
  }

  private void line(String... cells) {
    text.append(
        List.of(cells).stream()
            .map(BenchmarkMarkdown::escaped)
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private void rule(int columns) {
    text.append('|').append("---|".repeat(columns)).append('\n');
  }

  private static String error(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replaceAll("\\R", " ");
  }
}
