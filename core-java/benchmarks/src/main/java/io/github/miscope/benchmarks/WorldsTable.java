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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Measures the default estimators, {@code auto} and {@code autoConditional}, in {@link Worlds} and
 * at independence, and writes the tables:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="worlds core-java/benchmarks/worlds.md 10"
 * </pre>
 */
public final class WorldsTable {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private WorldsTable() {}

  /**
   * Runs everything.
   *
   * @param args the file to write and how many seeds; words that the names of worlds must contain
   *     may follow
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int seeds = Integer.parseInt(args[1]);
    List<String> words = List.of(args).subList(2, args.length);
    List<String> lines = new ArrayList<>();
    lines.add("# The default in worlds of known information");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure=\"worlds"
                + " %s\"`: the mean over %d seeds of estimate - truth, in nats, its standard error,"
                + " the largest error, which views were chosen how often, and processor seconds"
                + " for each estimate.",
            String.join(" ", args),
            seeds));
    addTable(lines, "I(X;Y)", "world");
    for (Worlds.World world : Worlds.all()) {
      if (words.stream().allMatch(world.name()::contains)) {
        Function<Seed, Estimate> estimates =
            seed -> Presets.auto().estimate(world.draw().apply(world.n(), seed));
        lines.add(row(world.name(), world.n(), world.nats(), seeds, estimates));
        write(file, lines);
      }
    }
    addTable(lines, "I(X;Y|Z)", "world");
    for (Worlds.Given world : Worlds.conditional()) {
      if (words.stream().allMatch(world.name()::contains)) {
        Function<Seed, Estimate> estimates =
            seed -> Presets.autoConditional().estimate(world.draw().apply(world.n(), seed));
        lines.add(row(world.name(), world.n(), world.nats(), seeds, estimates));
        write(file, lines);
      }
    }
  }

  private static void addTable(List<String> lines, String title, String what) {
    lines.add("");
    lines.add("## " + title);
    lines.add("");
    lines.add("| " + what + " | n | truth | mean error | its s.e. | largest | views | seconds |");
    lines.add("|---|---:|---:|---:|---:|---:|---|---:|");
  }

  private static void write(Path file, List<String> lines) throws IOException {
    WholeFile.write(file, String.join("\n", lines) + "\n");
  }

  private static String row(
      String name, int n, double nats, int seeds, Function<Seed, Estimate> estimates) {
    Errors errors = new Errors();
    Map<String, Integer> views = new TreeMap<>();
    double before = SYSTEM.getProcessCpuTime() * 1e-9;
    for (int s = 0; s < seeds; s++) {
      Estimate estimate = estimates.apply(Seed.of(s));
      errors.add(estimate.nats() - nats);
      views.merge(view(estimate), 1, Integer::sum);
    }
    double seconds = (SYSTEM.getProcessCpuTime() * 1e-9 - before) / seeds;
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %d | %.3f | %+.3f | %.3f | %+.3f | %s | %.2f |",
            name,
            n,
            nats,
            errors.mean(),
            errors.deviation() / Math.sqrt(seeds),
            errors.largest(),
            views.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ")),
            seconds);
    System.out.println(row);
    return row;
  }

  private static String view(Estimate estimate) {
    Optional<String> chosen =
        estimate.findings(Finding.ChosenView.class).stream()
            .map(Finding.ChosenView::view)
            .findFirst();
    return chosen.orElseGet(
        () ->
            estimate.findings(Finding.UsedEstimator.class).stream()
                .map(Finding.UsedEstimator::estimator)
                .findFirst()
                .orElse("?"));
  }
}
