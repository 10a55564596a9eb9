package io.github.miscope.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.miscope.benchmark.Benchmark;
import io.github.miscope.benchmark.BenchmarkTable;
import io.github.miscope.benchmark.Suite;
import io.github.miscope.benchmark.Suites;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.auto.Auto;
import io.github.miscope.estimator.gaussian.GaussianMutualInformation;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.plan.RunOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Runs a suite, and writes its leaderboard and errors as Markdown: {@code SuiteTable FILE
 * [suite=beyondNormal] [samples=N] [trials=N] [only=auto,KSG] [checkpoint=FILE]}.
 */
public final class SuiteTable {

  private SuiteTable() {}

  /**
   * Runs a suite.
   *
   * @param args the file to write and options
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    List<String> options = List.of(args).subList(1, args.length);
    Suite suite = suite(option(options, "suite").orElse("beyondNormal"));
    Optional<Integer> samples = option(options, "samples").map(Integer::valueOf);
    Optional<Integer> trials = option(options, "trials").map(Integer::valueOf);
    suite = samples.map(suite::withSamples).orElse(suite);
    suite = trials.map(suite::withTrials).orElse(suite);
    List<String> only = List.of(option(options, "only").orElse("").split(",", -1));
    List<MutualInformationEstimator> estimators =
        estimators().stream()
            .filter(one -> only.equals(List.of("")) || only.contains(one.toString()))
            .toList();
    RunOptions run = RunOptions.withDefaults();
    run = option(options, "checkpoint").map(Path::of).map(run::withCheckpoint).orElse(run);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    double before = system.getProcessCpuTime() * 1e-9;
    long start = System.nanoTime();
    BenchmarkTable table = Benchmark.of(suite, estimators).run(run);
    double seconds = (System.nanoTime() - start) * 1e-9;
    double busy = system.getProcessCpuTime() * 1e-9 - before;
    List<String> lines = new ArrayList<>();
    lines.add("# " + suite.name());
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure=\"suite"
                + " %s\"`: %d estimates in %.0f s on %d processors, %.0f s of processor time. Numbers"
                + " by task are means of estimate - truth over trials, in nats.",
            String.join(" ", args),
            table.rows().size(),
            seconds,
            Runtime.getRuntime().availableProcessors(),
            busy));
    lines.add("");
    lines.add(table.toMarkdown());
    Files.writeString(Path.of(args[0]), String.join("\n", lines));
    System.out.println(table);
  }

  private static Suite suite(String name) {
    return switch (name) {
      case "beyondNormal" -> Suites.beyondNormal();
      case "beyondNormal2" -> Suites.beyondNormal2();
      case "images" -> Suites.images();
      case "ambientIntrinsic" -> Suites.ambientIntrinsic();
      case "sisak" -> Suites.sisak();
      case "scalePaperTable2" -> Suites.scalePaperTable2();
      case "scalePaperTable3" -> Suites.scalePaperTable3();
      case "ourHeldOut" -> Suites.ourHeldOut();
      default -> throw new IllegalArgumentException("no such suite: " + name);
    };
  }

  /** The linear estimate is what the literature calls CCA. */
  private static List<MutualInformationEstimator> estimators() {
    return List.of(
        Auto.withDefaults(),
        Presets.ksg(),
        Presets.ksgGlobalLinf(),
        GaussianMutualInformation.withDefaults());
  }

  private static Optional<String> option(List<String> options, String name) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst();
  }
}
