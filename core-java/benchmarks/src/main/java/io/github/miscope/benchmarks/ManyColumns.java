package io.github.miscope.benchmarks;

import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.encoded.Compressed;
import io.github.miscope.estimator.encoded.Projected;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.WholeFile;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Measures estimates of compressed variables of many columns against known truths, and writes the
 * table:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="columns core-java/benchmarks/columns.md 3"
 * </pre>
 *
 * <p>The number is that of samples for each cell.
 */
public final class ManyColumns {

  private static final double[] NATS = {0, 0.25, 0.5, 0.75, 1, 1.4};

  private ManyColumns() {}

  /** A kind of task by its information. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kind(String name, int n, double[] nats, DoubleFunction<Sampler> task) {}

  /**
   * Runs everything.
   *
   * @param args the file to write and the number of samples
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int samples = Integer.parseInt(args[1]);
    List<String> lines = new ArrayList<>();
    lines.add("# Many columns");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify"
                + " -Dmeasure=\"columns %s\"`, %s. %d samples for each truth. *Mean error* is the"
                + " mean of |estimate - truth| in nats over the truths from 0 to the largest.",
            String.join(" ", args),
            LocalDate.now(ZoneOffset.UTC),
            samples));
    lines.addAll(
        List.of(
            "",
            "| task | n | largest truth | estimator | mean error | at the largest truth | codes there"
                + " | seconds |",
            "|---|---:|---:|---|---:|---:|---|---:|"));
    for (Kind kind : kinds()) {
      for (Map.Entry<String, MutualInformationEstimator> entry : estimators().entrySet()) {
        lines.add(row(kind, entry.getKey(), entry.getValue(), samples));
        WholeFile.write(file, String.join("\n", lines) + "\n");
      }
    }
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (int d : new int[] {1, 5, 9}) {
      Embedding noise = Embedding.duplicateNoise(1000 - d, 1);
      kinds.add(
          new Kind(
              d + " of 1000 columns, the others noise",
              2000,
              NATS,
              nats -> Tasks.correlatedGaussiansWithInformation(d, nats).map(noise, noise)));
      Embedding network = Embedding.randomNetwork(1000);
      kinds.add(
          new Kind(
              d + " dimensions, random networks to 1000",
              2000,
              NATS,
              nats -> Tasks.correlatedGaussiansWithInformation(d, nats).map(network, network)));
    }
    double[] more = {0, 1, 2, 4, 6};
    kinds.add(new Kind("spots, 16 x 16", 5000, more, nats -> Tasks.gaussianImages(16, nats)));
    kinds.add(new Kind("rectangles, 16 x 16", 5000, more, nats -> Tasks.rectangleImages(16, nats)));
    kinds.add(
        new Kind(
            "information in the minor component",
            5000,
            new double[] {0, 0.5, 1},
            nats -> Tasks.informationInMinorComponent(nats, 0.01)));
    return kinds;
  }

  private static Map<String, MutualInformationEstimator> estimators() {
    Map<String, MutualInformationEstimator> all = new LinkedHashMap<>();
    all.put("auto on canonical variates", Projected.of(Presets.auto()));
    all.put("auto on 4 components", Compressed.of(Presets.auto(), Pca.to(4), Pca.to(4)));
    all.put("auto", Presets.auto());
    all.put("KSG-Local", Presets.ksgLocal());
    return all;
  }

  private static String row(
      Kind kind, String name, MutualInformationEstimator estimator, int samples) {
    double error = 0;
    double atLargest = 0;
    double seconds = 0;
    String codes = "";
    double largest = kind.nats()[kind.nats().length - 1];
    for (double nats : kind.nats()) {
      for (int i = 0; i < samples; i++) {
        Samples drawn =
            kind.task().apply(nats).sample(kind.n(), Seed.of(2024).derive(kind.name(), i));
        long start = System.nanoTime();
        Estimate estimate = estimator.estimate(drawn);
        seconds += (System.nanoTime() - start) / 1e9;
        error += Math.abs(estimate.nats() - nats);
        if (nats == largest) {
          atLargest += estimate.nats() / samples;
          codes =
              estimate.findings(Finding.Codes.class).stream()
                  .map(found -> found.text().orElse(""))
                  .findFirst()
                  .orElse("");
        }
      }
    }
    int cells = kind.nats().length * samples;
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %d | %.1f | %s | %.3f | %.3f | %s | %.1f |",
            kind.name(),
            kind.n(),
            largest,
            name,
            error / cells,
            atLargest,
            codes,
            seconds / cells);
    System.out.println(row);
    return row;
  }
}
