package io.github.miscope.benchmarks;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.LocalNonUniformity;
import io.github.miscope.file.WholeFile;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Mean and standard deviation of KSG with the local non-uniformity correction where the columns of
 * X or Y are near a curve or alike but X and Y independent, and where dependence is strong, beside
 * KSG2, which it corrects:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="lnc core-java/benchmarks/lnc.md 100"
 * </pre>
 */
public final class LncTable {

  private static final int[] SIZES = {50, 100, 300, 1000, 10_000};
  private static final Seed SEED = Seed.of(2015);

  /** Samples of known information, by their number and a seed. */
  private record Case(String name, double nats, BiFunction<Integer, Seed, Samples> samples) {}

  private LncTable() {}

  /**
   * Runs everything.
   *
   * @param args the file to write, and how many samples for each mean
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    int trials = Integer.parseInt(args[1]);
    List<String> lines = new ArrayList<>();
    lines.add("# KSG with the local non-uniformity correction");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "Nats. `./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify"
                + " -Dmeasure=\"lnc %s\"`, %s. %d samples for each row: mean error and its standard"
                + " error, standard deviation of one estimate, and the largest error of one, which"
                + " holds its sampling error. *noise* is that of each column.",
            String.join(" ", args),
            LocalDate.now(ZoneOffset.UTC),
            trials));
    lines.add("");
    lines.add("| data | truth | n | LNC: mean error | sd | largest | KSG2: mean error | sd |");
    lines.add("|---|---:|---:|---:|---:|---:|---:|---:|");
    Threads.within(
        1,
        () -> {
          for (Case each : cases()) {
            for (int n : SIZES) {
              lines.add(row(each, n, trials));
              System.out.println(lines.get(lines.size() - 1));
            }
          }
        });
    WholeFile.write(Path.of(args[0]), String.join("\n", lines) + "\n");
  }

  private static String row(Case data, int n, int trials) {
    double[] lnc = new double[trials];
    double[] ksg = new double[trials];
    MutualInformationEstimator corrected = LocalNonUniformity.withDefaults();
    MutualInformationEstimator plain = Ksg.ksg2().withK(5);
    for (int t = 0; t < trials; t++) {
      Samples samples = data.samples.apply(n, SEED.derive("trial", t));
      lnc[t] = corrected.estimate(samples).nats() - data.nats;
      ksg[t] = plain.estimate(samples).nats() - data.nats;
    }
    double largest = Arrays.stream(lnc).map(Math::abs).max().orElseThrow();
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %d | %+.4f +- %.4f | %.4f | %.3f | %+.4f | %.4f |",
        data.name,
        data.nats,
        n,
        mean(lnc),
        sd(lnc) / Math.sqrt(trials),
        sd(lnc),
        largest,
        mean(ksg),
        sd(ksg));
  }

  private static double mean(double... values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double sd(double... values) {
    double mean = mean(values);
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (double noise : new double[] {1e-5, 1e-3, 1e-2, 0.1}) {
      cases.add(
          new Case("independent circles, noise " + noise, 0, (n, seed) -> circles(n, noise, seed)));
    }
    cases.add(new Case("a circle and a normal column, noise 1.0E-3", 0, LncTable::circleAndColumn));
    cases.add(new Case("independent helices, noise 1.0E-3", 0, LncTable::helices));
    for (double rho : new double[] {0.999, 1}) {
      cases.add(
          new Case(
              "X1, X2 of correlation " + rho + ", Y independent",
              0,
              (n, seed) -> alike(n, rho, seed)));
    }
    for (double noise : new double[] {1e-1, 1e-2, 1e-4}) {
      double rho = 1 / Math.sqrt(1 + noise * noise);
      for (int d = 1; d <= 2; d++) {
        int columns = d;
        cases.add(
            new Case(
                "Y = X + noise " + noise + ", d = " + d,
                -0.5 * d * Math.log1p(-rho * rho),
                (n, seed) -> Tasks.correlatedGaussians(columns, rho).sample(n, seed)));
      }
    }
    return cases;
  }

  private static double[][] curve(int n, int d, double noise, UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] columns = new double[d][n];
    for (int i = 0; i < n; i++) {
      double t = 2 * Math.PI * random.nextDouble();
      double[] point = {Math.cos(t), Math.sin(t), t / 2};
      for (int j = 0; j < d; j++) {
        columns[j][i] = point[j] + noise * normal.sample();
      }
    }
    return columns;
  }

  private static double[] normals(int n, UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] values = new double[n];
    Arrays.setAll(values, i -> normal.sample());
    return values;
  }

  private static Samples circles(int n, double noise, Seed seed) {
    UniformRandomProvider random = seed.generator();
    return Samples.ofColumns(curve(n, 2, noise, random), curve(n, 2, noise, random));
  }

  private static Samples circleAndColumn(int n, Seed seed) {
    UniformRandomProvider random = seed.generator();
    return Samples.ofColumns(curve(n, 2, 1e-3, random), new double[][] {normals(n, random)});
  }

  /** 5 neighbours, the fewest that 3 + 2 columns allow. */
  private static Samples helices(int n, Seed seed) {
    UniformRandomProvider random = seed.generator();
    return Samples.ofColumns(curve(n, 3, 1e-3, random), curve(n, 2, 1e-3, random));
  }

  private static Samples alike(int n, double rho, Seed seed) {
    UniformRandomProvider random = seed.generator();
    double[] first = normals(n, random);
    double[] second = normals(n, random);
    for (int i = 0; i < n; i++) {
      second[i] = rho * first[i] + Math.sqrt(1 - rho * rho) * second[i];
    }
    return Samples.ofColumns(new double[][] {first, second}, new double[][] {normals(n, random)});
  }
}
