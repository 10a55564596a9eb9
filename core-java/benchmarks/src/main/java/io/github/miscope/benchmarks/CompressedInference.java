package io.github.miscope.benchmarks;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.encoded.Compressed;
import io.github.miscope.estimator.encoded.Projected;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.WholeFile;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The same as {@link Coverage} for estimators of compressed variables, whose encoders are fitted
 * anew to subsamples and, where they look at both variables, to permutations:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="compressed FILE 200 500"
 * </pre>
 *
 * <p>The two numbers are those of data sets for each coverage and for each p-value.
 */
public final class CompressedInference {

  private static final int N = 500;

  /** Each fits an encoder anew. */
  private static final int PERMUTATIONS = 39;

  private static final Seed SEED = Seed.of(2023);

  private CompressedInference() {}

  /**
   * Runs everything.
   *
   * @param args the file to write, the number of data sets for coverage, and for p-values
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int datasets = Integer.parseInt(args[1]);
    int tests = Integer.parseInt(args[2]);
    List<String> lines = new ArrayList<>();
    lines.add("# Intervals and p-values of compressed variables");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify"
                + " -Dmeasure=\"compressed %s\"`, %s. All values in nats. *Spots* are images of"
                + " Gaussian spots of 6 x 6 pixels.",
            String.join(" ", args),
            LocalDate.now(ZoneOffset.UTC)));
    lines.addAll(UniformPValues.table(tests(), PERMUTATIONS, tests, SEED));
    WholeFile.write(file, String.join("\n", lines) + "\n");
    lines.addAll(CoverageRows.header(datasets, ""));
    for (MutualInformationEstimator estimator : estimators()) {
      for (Scenarios.Scenario scenario : scenarios(estimator)) {
        lines.add(CoverageRows.row(scenario, N, estimator, datasets, SEED));
        WholeFile.write(file, String.join("\n", lines) + "\n");
      }
    }
  }

  private static List<UniformPValues.Test> tests() {
    List<UniformPValues.Test> tests = new ArrayList<>();
    for (MutualInformationEstimator estimator : estimators()) {
      tests.add(new UniformPValues.Test(spots(0), estimator));
    }
    tests.add(new UniformPValues.Test(noise(0), Projected.of(Presets.ksg())));
    tests.add(new UniformPValues.Test(spots(0), Projected.of(Presets.auto())));
    tests.add(new UniformPValues.Test(noise(0), Projected.of(Presets.auto())));
    return tests;
  }

  private static List<MutualInformationEstimator> estimators() {
    return List.of(
        compressed(Presets.ksg(), Pca.to(3)),
        compressed(EntropySum.of(Entropies.weightedKnnEntropy()), Pca.to(3)),
        compressed(Presets.ksg(), Pca.to(2)),
        Projected.of(Presets.ksg()));
  }

  private static MutualInformationEstimator compressed(
      MutualInformationEstimator base, Encoder encoder) {
    return Compressed.of(base, encoder, encoder);
  }

  private static List<Scenarios.Scenario> scenarios(MutualInformationEstimator estimator) {
    List<Scenarios.Scenario> all = new ArrayList<>(List.of(spots(0), spots(1), spots(3)));
    // Principal components of noise have nothing to tell.
    if (estimator instanceof Projected) {
      all.add(noise(1));
    }
    return all;
  }

  /** Without a random rotation, which would be another one, and other codes, for each data set. */
  private static Scenarios.Scenario spots(double nats) {
    Embedding images = Embedding.gaussianImages(6);
    return new Scenarios.Scenario(
        "spots, " + nats + " nats",
        nats,
        Tasks.correlatedGaussiansWithInformation(2, nats).map(images, images)::sample);
  }

  /** One column each that tells something, beside 49 of noise. */
  private static Scenarios.Scenario noise(double nats) {
    Embedding beside = Embedding.duplicateNoise(49, 1);
    return new Scenarios.Scenario(
        "1 of 50 columns, " + nats + " nats",
        nats,
        Tasks.correlatedGaussiansWithInformation(1, nats).map(beside, beside)::sample);
  }
}
