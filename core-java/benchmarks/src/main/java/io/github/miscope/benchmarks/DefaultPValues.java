package io.github.miscope.benchmarks;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.WholeFile;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures whether p-values of the default estimators, {@code auto} and {@code autoConditional},
 * are uniform where there is nothing to find, and writes the tables:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="p-values core-java/benchmarks/p-values.md 1000 100 500"
 * </pre>
 *
 * <p>Rows that the file has already are kept, so that a run that was broken off goes on; not those
 * of another number of permutations or data sets.
 */
public final class DefaultPValues {

  private static final Seed SEED = Seed.of(2019);

  private final Path file;
  private final int sets;
  private final List<Integer> sizes;
  private final List<String> before;
  private final List<String> lines = new ArrayList<>();
  private List<String> known = List.of();

  private DefaultPValues(Path file, int sets, List<Integer> sizes) throws IOException {
    this.file = file;
    this.sets = sets;
    this.sizes = sizes;
    before = Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /**
   * Runs everything on one thread.
   *
   * @param args the file to write, the number of data sets, and numbers of rows
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] args) throws IOException {
    List<Integer> sizes = Stream.of(args).skip(2).map(Integer::valueOf).toList();
    DefaultPValues table = new DefaultPValues(Path.of(args[0]), Integer.parseInt(args[1]), sizes);
    Threads.within(1, table::run);
  }

  private void run() {
    lines.add("# P-values of the default");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify"
                + " -Dmeasure=\"p-values %s %d %s\"`, on one core.",
            file,
            sets,
            sizes.stream().map(String::valueOf).collect(Collectors.joining(" "))));
    sizes.forEach(this::independent);
    start(ConditionalPValues.header("P-values given Z", sets));
    for (int n : sizes) {
      for (ConditionalScenarios.Scenario scenario : ConditionalScenarios.all()) {
        if (scenario.sizes().contains(n)) {
          String start = String.format(Locale.ROOT, "| %s | %d |", scenario.name(), n);
          add(start, () -> ConditionalPValues.row(scenario, n, sets));
        }
      }
    }
  }

  private void independent(int n) {
    int permutations = UniformPValues.PERMUTATIONS;
    start(UniformPValues.header(n, permutations, sets));
    for (UniformPValues.Test test : tests()) {
      String start =
          String.format(
              Locale.ROOT, "| %s | %s | %d |", test.scenario().name(), test.estimator(), n);
      add(start, () -> UniformPValues.row(test, n, permutations, sets, SEED));
    }
  }

  private static List<UniformPValues.Test> tests() {
    List<Scenarios.Scenario> scenarios = new ArrayList<>(Scenarios.independentContinuous());
    scenarios.add(Scenarios.independentDiscrete());
    scenarios.add(Scenarios.independentMixed());
    scenarios.addAll(Scenarios.independentColumns());
    return scenarios.stream()
        .map(scenario -> new UniformPValues.Test(scenario, Presets.auto()))
        .toList();
  }

  /** What is under another header is not known. */
  private void start(List<String> header) {
    lines.addAll(header);
    known = before.containsAll(header) ? before : List.of();
  }

  private void add(String start, Supplier<String> row) {
    lines.add(known.stream().filter(line -> line.startsWith(start)).findFirst().orElseGet(row));
    try {
      WholeFile.write(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
