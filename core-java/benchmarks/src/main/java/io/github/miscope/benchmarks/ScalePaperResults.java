package io.github.miscope.benchmarks;

import io.github.miscope.benchmark.PrintedScore;
import io.github.miscope.benchmark.Suites;
import io.github.miscope.file.WholeFile;
import io.github.miscope.sweep.SummaryRow;
import io.github.miscope.task.ScalePaper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.jspecify.annotations.Nullable;

/** Our values of the two tables in a file of lines, the printed ones, and both side by side. */
final class ScalePaperResults {

  private static final List<String> ESTIMATORS =
      List.of(
          "ksg",
          "bi-ksg",
          "ksg-local",
          "ksg-global",
          "ksg-global-linf",
          "mine",
          "mine-local",
          "mine-global",
          "mine-global-corrected");

  private static final int KSG = 5;

  private static final String CHOICES =
      "The paper prints no range of sigma or rho. Printed biases of KSG and KSG-Local on plain and"
          + " sigmoid columns give the mean of the truths, their normalised RMSE the spread (a"
          + " function of sigma alone, found by simulation): one value for all coordinates in a"
          + " trial, as the paper writes it, with means that grow with d (0.65, 1.15 and 1.95 nats"
          + " at d = 2, 4, 6) and spreads that grow more slowly (0.75, 1.0, 1.05), which one range"
          + " for all d does not have. A sigma for each coordinate, which has, was tried first: at"
          + " d = 4 the bias of KSG on plain columns would be -0.37 and not -0.28. So each d has a"
          + " range of its own here: sigma U(0.3, 2.5), U(0.5, 2.2), U(0.65, 1.6) at d = 2, 4, 6,"
          + " rho U(0, 0.9), U(0, 0.8), U(0.25, 0.65) at d = 2, 5, 10. They were fitted to a few"
          + " cells of these tables. `sigma=0.5,2 rho=0,0.8` has one range for all. Transforms"
          + " whose tick marks are not legible are guessed from the pattern of the values: rows 4"
          + " to 6 of Table 3 have that of rows 1 to 3 of Table 2. In rows 1 to 6 of Table 3 (d ="
          + " 2) printed biases and printed normalised errors are both about half of ours. No U(a,"
          + " b) gives that: less bias needs smaller truths, and then the spread is smaller too. In"
          + " rows with rm at d = 4 (5 of Table 2) ours are larger as well.";
  private static final String HEAD = "table,row,estimator,trials,rmse_norm,spearman,bias";

  /** The three measures of an estimator on a row; NaN where one is not legible. */
  private record Values(double rmse, double spearman, double bias) {
    static Values of(String[] cells, int from) {
      double[] v = new double[3];
      for (int i = 0; i < 3; i++) {
        v[i] = cells[from + i].isEmpty() ? Double.NaN : Double.parseDouble(cells[from + i]);
      }
      return new Values(v[0], v[1], v[2]);
    }

    double[] all() {
      return new double[] {rmse, spearman, bias};
    }
  }

  private final Path file;
  private final String choices;
  private final Map<String, Values> ours = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  private ScalePaperResults(Path file, String choices) {
    this.file = file;
    this.choices = choices;
  }

  /** What the file has; nothing if there is none. */
  static ScalePaperResults read(Path file, List<String> options) throws IOException {
    String choices = "# choices: " + (options.isEmpty() ? "default" : String.join(" ", options));
    ScalePaperResults results = new ScalePaperResults(file, choices);
    List<String> known = Files.exists(file) ? Files.readAllLines(file) : List.of();
    if (!known.isEmpty() && !known.get(0).equals(choices)) {
      throw new IllegalArgumentException(
          file + " has \"" + known.get(0) + "\" and not \"" + choices + "\": name another one");
    }
    for (String line : known) {
      String[] cells = line.split(",", -1);
      if (cells.length > 4 && !line.equals(HEAD)) {
        results.lines.add(line);
        results.ours.put(key(cells[0], cells[1], cells[2]), Values.of(cells, 4));
      }
    }
    return results;
  }

  private static String key(Object table, Object row, String estimator) {
    return table + " " + row + " " + estimator;
  }

  boolean has(ScalePaper.Row row, String estimator) {
    return ours.containsKey(key(row.table(), row.number(), estimator));
  }

  void add(ScalePaper.Row row, String estimator, int trials, SummaryRow s) throws IOException {
    String line =
        String.format(
            Locale.ROOT,
            "%d,%d,%s,%d,%.4f,%.4f,%.4f",
            row.table(),
            row.number(),
            estimator,
            trials,
            s.normalisedRmse(),
            s.spearman(),
            s.bias());
    lines.add(line);
    ours.put(
        key(row.table(), row.number(), estimator),
        new Values(s.normalisedRmse(), s.spearman(), s.bias()));
    WholeFile.write(file, choices + "\n" + HEAD + "\n" + String.join("\n", lines) + "\n");
    System.out.println(line);
  }

  /** Writes ours, the printed values and the differences. */
  void table(Path markdown, String arguments, List<ScalePaper.Row> rows) throws IOException {
    Map<String, Values> printed = printed();
    List<String> text = new ArrayList<>();
    text.add("# Tables 2 and 3 of the scale-invariance paper");
    text.add("");
    text.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify"
                + " -Dmeasure=\"scale %s\"`, %s. Each cell: ours / printed (difference). *order* is"
                + " the rank correlation of our and the printed normalised RMSE over the KSG"
                + " estimators, and over all that are there.",
            arguments,
            LocalDate.now(ZoneOffset.UTC)));
    int good = 0;
    int legible = 0;
    List<String> apart = new ArrayList<>();
    text.add("");
    text.add(CHOICES);
    for (int table = 2; table <= 3; table++) {
      int now = table;
      text.add("");
      text.add("## Table " + table);
      text.add("");
      text.add(
          "| row | n | d | transforms | measure | "
              + String.join(" | ", ESTIMATORS)
              + " | order, KSG | order, all |");
      text.add("|---|---|---|---|---|" + "---|".repeat(ESTIMATORS.size() + 2));
      for (ScalePaper.Row row : rows.stream().filter(r -> r.table() == now).toList()) {
        double order = order(row, printed, KSG);
        legible += Double.isNaN(order) ? 0 : 1;
        good += order >= 0.8 - 1e-9 ? 1 : 0;
        if (order < 0.8 - 1e-9) {
          apart.add(String.format(Locale.ROOT, "%s (%.2f)", row, order));
        }
        for (int measure = 0; measure < 3; measure++) {
          text.add(line(row, measure, printed));
        }
      }
    }
    text.add("");
    text.add(
        String.format(
            Locale.ROOT,
            "The order of the KSG estimators agrees (0.8 or more) in %d of the %d legible rows that"
                + " are run.%s",
            good,
            legible,
            apart.isEmpty() ? "" : " Apart: " + String.join("; ", apart) + "."));
    WholeFile.write(markdown, String.join("\n", text) + "\n");
    System.out.println(text.get(text.size() - 1));
  }

  private String line(ScalePaper.Row row, int measure, Map<String, Values> printed) {
    String cells =
        ESTIMATORS.stream()
            .map(
                estimator -> {
                  String key = key(row.table(), row.number(), estimator);
                  return cell(ours.get(key), printed.get(key), measure);
                })
            .collect(Collectors.joining(" | "));
    String transforms =
        row.transforms().stream()
            .map(t -> t.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        "| %d | %d | %d | %s | %s | %s | %s | %s |",
        row.number(),
        row.n(),
        row.d(),
        transforms,
        List.of("normalised RMSE", "Spearman", "bias").get(measure),
        cells,
        measure == 0 ? number("%.2f", order(row, printed, KSG)) : "",
        measure == 0 ? number("%.2f", order(row, printed, ESTIMATORS.size())) : "");
  }

  private static String cell(@Nullable Values own, @Nullable Values printed, int measure) {
    if (own == null) {
      return printed == null ? "" : "/ " + number("%.3f", printed.all()[measure]);
    }
    double value = own.all()[measure];
    double other = printed == null ? Double.NaN : printed.all()[measure];
    return number("%.3f", value)
        + (Double.isNaN(other)
            ? ""
            : " / " + number("%.3f", other) + " (" + number("%+.3f", value - other) + ")");
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }

  /** Rank correlation of ours and the printed RMSE over the first estimators that both have. */
  private double order(ScalePaper.Row row, Map<String, Values> printed, int count) {
    List<double[]> pairs = new ArrayList<>();
    for (String estimator : ESTIMATORS.subList(0, count)) {
      String key = key(row.table(), row.number(), estimator);
      Values own = ours.get(key);
      Values other = printed.get(key);
      if (own != null && other != null && !Double.isNaN(other.rmse())) {
        pairs.add(new double[] {own.rmse(), other.rmse()});
      }
    }
    return pairs.size() < KSG ? Double.NaN : spearman(pairs);
  }

  private static double spearman(List<double[]> pairs) {
    NaturalRanking ranking = new NaturalRanking();
    double[] a = ranking.apply(pairs.stream().mapToDouble(p -> p[0]).toArray());
    double[] b = ranking.apply(pairs.stream().mapToDouble(p -> p[1]).toArray());
    double middle = (a.length + 1) / 2.0;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - middle) * (b[i] - middle);
      aa += (a[i] - middle) * (a[i] - middle);
      bb += (b[i] - middle) * (b[i] - middle);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static Map<String, Values> printed() {
    Map<String, Values> printed = new LinkedHashMap<>();
    for (int table = 2; table <= 3; table++) {
      Map<String, Integer> numbers = new LinkedHashMap<>();
      for (ScalePaper.Row row : ScalePaper.rows()) {
        numbers.put(row.toString(), row.number());
      }
      for (PrintedScore score : Suites.scalePaperPrinted(table)) {
        printed.put(
            key(
                table,
                numbers.getOrDefault(score.task(), 0),
                score.estimator().toLowerCase(Locale.ROOT)),
            new Values(score.normalisedRmse(), score.spearman(), score.bias()));
      }
    }
    return printed;
  }
}
