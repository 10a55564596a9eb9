package io.github.miscope.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.WholeFile;
import io.github.miscope.sample.Seed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Measures the default on a discrete variable and many columns, and writes a table:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="discriminants core-java/benchmarks/discriminants.md 10 40"
 * </pre>
 */
public final class DiscriminantTable {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private DiscriminantTable() {}

  /**
   * Runs everything.
   *
   * @param args the file to write; how many seeds of dependent variables, and of independent ones
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    List<String> lines = new ArrayList<>();
    lines.add("# Levels and many columns");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify"
                + " -Dmeasure=\"discriminants %s\"`: the mean of estimate - truth by `auto`, its"
                + " standard deviation, the largest, the mean of Ross's estimator on normal ranks"
                + " of all columns, views, and processor seconds for each estimate; in nats,"
                + " n = 1000 unless said.",
            String.join(" ", args)));
    lines.add("");
    lines.add("| data | truth | mean | sd | largest | all columns | views | seconds |");
    lines.add("|---|---:|---:|---:|---:|---:|---|---:|");
    for (LevelColumns.Scenario scenario : LevelColumns.all()) {
      String row = row(scenario, Integer.parseInt(args[scenario.nats() > 0 ? 1 : 2]));
      System.out.println(row);
      lines.add(row);
      WholeFile.write(file, String.join("\n", lines) + "\n");
    }
  }

  private static String row(LevelColumns.Scenario scenario, int seeds) {
    Errors errors = new Errors();
    Errors whole = new Errors();
    Map<String, Integer> views = new TreeMap<>();
    double before = SYSTEM.getProcessCpuTime() * 1e-9;
    for (int s = 0; s < seeds; s++) {
      Estimate estimate = Presets.auto().estimate(scenario.draw().apply(Seed.of(s)));
      errors.add(estimate.nats() - scenario.nats());
      whole.add(
          estimate.diagnostics().getOrDefault("Ross on all columns", estimate.nats())
              - scenario.nats());
      String view =
          estimate.findings(Finding.ChosenView.class).stream()
              .map(Finding.ChosenView::view)
              .findFirst()
              .orElse("all columns");
      views.merge(view, 1, Integer::sum);
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %+.3f | %.3f | %+.3f | %+.3f | %s | %.2f |",
        scenario.name(),
        scenario.nats(),
        errors.mean(),
        errors.deviation(),
        errors.largest(),
        whole.mean(),
        views.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ")),
        (SYSTEM.getProcessCpuTime() * 1e-9 - before) / seeds);
  }
}
