package io.github.miscope.benchmarks;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.discrete.Correction;
import io.github.miscope.estimator.discrete.DiscreteConditionalMutualInformation;
import io.github.miscope.estimator.discrete.DiscreteEntropy;
import io.github.miscope.estimator.discrete.DiscreteMutualInformation;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Errors on discrete pairs of known information, by correction; and on mixed pairs. */
final class DiscreteTable {

  private static final int[] NS = {100, 300, 1000, 3000};
  private static final Seed SEED = Seed.of(1);

  /** A ratio of errors above this is measured again, with so many times the samples. */
  private static final double RATIO_TO_CHECK = 1.05;

  private static final int CHECKED = 20;

  /** The others are measured against it. */
  private static final String REFERENCE = Correction.GRASSBERGER.toString();

  private static final String DEFAULT = Correction.CHANCE_ADJUSTED.toString();

  /** Mean error and root mean square error. */
  private record CellError(double mean, double rms) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%+.3f (%.3f)", mean, rms);
    }
  }

  private DiscreteTable() {}

  static void print(int trials) {
    pairs(trials);
    conditional(Math.max(10, trials / 2));
    mixed(Math.max(10, trials / 5));
  }

  private static Map<String, ToDoubleFunction<Samples>> estimators() {
    Map<String, ToDoubleFunction<Samples>> estimators = new LinkedHashMap<>();
    for (Correction correction : Correction.values()) {
      DiscreteMutualInformation mi = new DiscreteMutualInformation(correction);
      estimators.put(correction.toString(), samples -> mi.estimate(samples).nats());
    }
    estimators.put("James-Stein", DiscreteCandidates::jamesStein);
    estimators.put("adjusted plug-in", DiscreteCandidates::adjustedPlugIn);
    return estimators;
  }

  private static void pairs(int trials) {
    Map<String, ToDoubleFunction<Samples>> estimators = estimators();
    Map<String, List<CellError>> errors = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    List<Boolean> independent = new ArrayList<>();
    for (DiscreteTasks.Task task : DiscreteTasks.all()) {
      for (int n : NS) {
        Map<String, CellError> cell = errors(task, n, trials, estimators);
        int samples = trials;
        if (ratio(cell) > RATIO_TO_CHECK) {
          samples = CHECKED * trials;
          cell = errors(task, n, samples, estimators);
        }
        cell.forEach((name, e) -> errors.computeIfAbsent(name, k -> new ArrayList<>()).add(e));
        independent.add(task.nats() < 1e-9);
        lines.add(
            String.format(
                Locale.ROOT,
                "| %s | %.3f | %d | %d | %s | %s | %.2f |",
                task,
                task.nats() + 0.0,
                n,
                samples,
                Objects.requireNonNull(cell.get(REFERENCE)),
                Objects.requireNonNull(cell.get(DEFAULT)),
                ratio(cell)));
      }
    }
    System.out.println("\n## All corrections\n");
    System.out.println(
        "| correction | RMS error, independent | RMS error, dependent | less error than"
            + " Grassberger's | 10 % more | largest ratio |");
    System.out.println("|---|---:|---:|---:|---:|---:|");
    errors.forEach(
        (name, own) ->
            summary(name, own, Objects.requireNonNull(errors.get(REFERENCE)), independent));
    System.out.println("\n## Discrete pairs\n");
    System.out.println(
        "| distribution | truth | n | samples | Grassberger | chance-adjusted | ratio |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|");
    lines.forEach(System.out::println);
  }

  /** The error of the default over that of the reference. */
  private static double ratio(Map<String, CellError> cell) {
    return Objects.requireNonNull(cell.get(DEFAULT)).rms
        / Objects.requireNonNull(cell.get(REFERENCE)).rms;
  }

  private static void summary(
      String name, List<CellError> own, List<CellError> reference, List<Boolean> independent) {
    double[] squares = new double[2];
    int[] cells = new int[2];
    int better = 0;
    int worse = 0;
    double largest = 0;
    for (int i = 0; i < own.size(); i++) {
      int kind = independent.get(i) ? 0 : 1;
      double ratio = own.get(i).rms / reference.get(i).rms;
      squares[kind] += own.get(i).rms * own.get(i).rms;
      cells[kind]++;
      better += ratio < 1 ? 1 : 0;
      worse += ratio > 1.1 ? 1 : 0;
      largest = Math.max(largest, ratio);
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.3f | %.3f | %d of %d | %d | %.2f |%n",
        name,
        Math.sqrt(squares[0] / cells[0]),
        Math.sqrt(squares[1] / cells[1]),
        better,
        own.size(),
        worse,
        largest);
  }

  private static Map<String, CellError> errors(
      DiscreteTasks.Task task,
      int n,
      int trials,
      Map<String, ToDoubleFunction<Samples>> estimators) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    double truth = task.nats();
    for (int t = 0; t < trials; t++) {
      Samples samples = task.sample(n, SEED.derive("trial", t));
      estimators.forEach(
          (name, estimator) -> {
            double error = estimator.applyAsDouble(samples) - truth;
            double[] own = sums.computeIfAbsent(name, k -> new double[2]);
            own[0] += error / trials;
            own[1] += error * error / trials;
          });
    }
    Map<String, CellError> errors = new LinkedHashMap<>();
    sums.forEach((name, own) -> errors.put(name, new CellError(own[0], Math.sqrt(own[1]))));
    return errors;
  }

  /** X and Y each equal Z + a few, or a level of their own, modulo the levels; or Y follows X. */
  private static void conditional(int trials) {
    System.out.println("\n## Given a discrete Z\n");
    System.out.println("| levels of X, Y | of Z | Y | truth | n | Grassberger | chance-adjusted |");
    System.out.println("|---:|---:|---|---:|---:|---:|---:|");
    List<ConditionalMutualInformationEstimator> estimators =
        List.of(
            new DiscreteConditionalMutualInformation(Correction.GRASSBERGER),
            DiscreteConditionalMutualInformation.withDefaults());
    for (int levels : new int[] {2, 5, 20}) {
      for (int given : new int[] {2, 10, 50}) {
        for (double same : new double[] {0, 0.5, 1}) {
          for (int n : new int[] {300, 1000}) {
            double truth = ofCopies(levels, same);
            double[][] sums = new double[2][2];
            for (int t = 0; t < trials; t++) {
              ConditionalSamples samples =
                  given(n, levels, given, same, SEED.derive("conditional", t));
              for (int e = 0; e < 2; e++) {
                double error = estimators.get(e).estimate(samples).nats() - truth;
                sums[e][0] += error / trials;
                sums[e][1] += error * error / trials;
              }
            }
            System.out.printf(
                Locale.ROOT,
                "| %d | %d | %s | %.3f | %d | %s | %s |%n",
                levels,
                given,
                same == 0 ? "independent" : same == 1 ? "equal" : "equal in 0.5",
                truth,
                n,
                new CellError(sums[0][0], Math.sqrt(sums[0][1])),
                new CellError(sums[1][0], Math.sqrt(sums[1][1])));
          }
        }
      }
    }
  }

  /** I(X;Y) if X is uniform and Y equals it with a probability, else is uniform. */
  private static double ofCopies(int levels, double same) {
    double on = (same + (1 - same) / levels) / levels;
    double off = (1 - same) / levels / levels;
    double cells = (double) levels * levels;
    return levels * on * Math.log(on * cells)
        + (off > 0 ? (cells - levels) * off * Math.log(off * cells) : 0);
  }

  private static ConditionalSamples given(int n, int levels, int given, double same, Seed seed) {
    UniformRandomProvider random = seed.generator();
    int[] x = new int[n];
    int[] y = new int[n];
    int[] z = new int[n];
    for (int i = 0; i < n; i++) {
      z[i] = random.nextInt(given);
      int u = random.nextInt(levels);
      int v = random.nextDouble() < same ? u : random.nextInt(levels);
      x[i] = (u + z[i]) % levels;
      y[i] = (v + z[i]) % levels;
    }
    return new ConditionalSamples(
        Variable.discrete("x", x), Variable.discrete("y", y), Variable.discrete("z", z));
  }

  /** X uniform on levels, Y normal about 0 or about 3 X. */
  private static void mixed(int trials) {
    System.out.println("\n## A discrete and a continuous variable, by auto\n");
    System.out.println("| levels | means | n | mean | sd | largest less H(levels) | warnings |");
    System.out.println("|---:|---|---:|---:|---:|---:|---|");
    for (int levels : new int[] {2, 20, 100, 300}) {
      for (double shift : new double[] {0, 3}) {
        for (int n : new int[] {300, 1000}) {
          System.out.println(mixedRow(trials, levels, shift, n));
        }
      }
    }
  }

  private static String mixedRow(int trials, int levels, double shift, int n) {
    double mean = 0;
    double squares = 0;
    double largest = Double.NEGATIVE_INFINITY;
    String warnings = "";
    for (int t = 0; t < trials; t++) {
      UniformRandomProvider random = SEED.derive("mixed", t).generator();
      ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
      int[] x = new int[n];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        x[i] = random.nextInt(levels);
        y[i] = normal.sample() + shift * x[i];
      }
      Variable discrete = Variable.discrete("x", x);
      Estimate estimate = Presets.auto().estimate(new Samples(discrete, Variable.of("y", y)));
      mean += estimate.nats() / trials;
      squares += estimate.nats() * estimate.nats() / trials;
      largest =
          Math.max(
              largest, estimate.nats() - DiscreteEntropy.withDefaults().estimate(discrete).nats());
      warnings =
          String.join(
              ", ", estimate.warnings().stream().map(w -> w.getClass().getSimpleName()).toList());
    }
    return String.format(
        Locale.ROOT,
        "| %d | %s | %d | %.3f | %.3f | %.3f | %s |",
        levels,
        shift == 0 ? "equal" : "3 apart",
        n,
        mean,
        Math.sqrt(Math.max(0, squares - mean * mean)),
        largest,
        warnings);
  }
}
