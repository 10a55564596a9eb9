package io.github.miscope.benchmarks;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.inference.PairwiseEstimates;
import io.github.miscope.inference.PermutationScheme;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** What estimates share, against separate estimates; stops if a bit differs. */
final class SharedWork {

  private static final int ROUNDS = 10;

  /** Fewer, since one takes seconds. */
  private static final int ROUNDS_OF_PERMUTATIONS = 6;

  private SharedWork() {}

  /**
   * Permutations of Y, n = 2000: processor time on one thread; medians of the later half of rounds
   * by turns.
   */
  static void permutations(int count) {
    Speed.line("| estimator | d | separate, ms | shared, ms | ratio | prepared before, ms |");
    Speed.line("|---|---|---|---|---|---|");
    for (PreparingEstimator estimator :
        List.of(
            Ksg.ksg1(),
            Ksg.ksg2(),
            Ksg.closedBall(),
            PreparingEstimator.of(Presets.ksgGlobalLinf()))) {
      for (int d : new int[] {1, 5}) {
        int some = estimator instanceof Ksg ? count : Math.max(1, count / 20);
        Threads.within(1, () -> permutations(estimator, d, some));
      }
    }
  }

  private static void permutations(PreparingEstimator estimator, int d, int count) {
    Samples samples = Speed.gaussians(2000, d);
    IntFunction<int[]> orders =
        PermutationScheme.allRows().permutations(2000, count, Seed.of(1)).order();
    double[] separate = new double[count];
    double[] shared = new double[count];
    Runnable separately =
        () ->
            Arrays.setAll(
                separate,
                b ->
                    estimator
                        .estimate(new Samples(samples.x(), samples.y().rows(orders.apply(b + 1))))
                        .nats());
    List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int r = 0; r < ROUNDS_OF_PERMUTATIONS; r++) {
      PreparedVariable x = estimator.prepareX(samples.x());
      PreparedVariable y = estimator.prepareY(samples.y());
      times.get(0).add(Clock.once(Clock.cpu(), separately));
      // What is lazy is done with the first estimate.
      times.get(2).add(Clock.once(Clock.cpu(), () -> estimator.estimate(x, y)));
      times
          .get(1)
          .add(
              Clock.once(
                  Clock.cpu(),
                  () ->
                      Arrays.setAll(
                          shared,
                          b -> estimator.estimate(x, y.permuted(orders.apply(b + 1))).nats())));
    }
    if (!Arrays.equals(separate, shared)) {
      throw new IllegalStateException(estimator + ": shared work changes bits");
    }
    double[] ms = times.stream().mapToDouble(Clock::warmMedian).toArray();
    Speed.line(
        "| %s, %d permutations | %d | %.0f | %.0f | %.3f | %.2f |",
        estimator, count, d, ms[0], ms[1], ms[1] / ms[0], ms[2]);
  }

  /**
   * All pairs of columns: processor time on one thread, and the time on the clock of the matrix on
   * all processors; medians of the later half of rounds by turns.
   */
  static void matrix(int columns, int n) {
    Speed.line(
        "| columns | n | separate, one thread, ms | matrix, one thread, ms | matrix, ms | ratio |");
    Speed.line("|---|---|---|---|---|---|");
    Samples samples = Speed.gaussians(n, (columns + 1) / 2);
    double[][] all = Arrays.copyOf(samples.x().columns(), columns);
    for (int j = samples.dX(); j < columns; j++) {
      all[j] = samples.y().column(j - samples.dX());
    }
    List<Variable> variables = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      variables.add(Variable.of("column " + j, all[j]));
    }
    MutualInformationEstimator ksg = Ksg.ksg1();
    List<Samples> pairs = PairwiseEstimates.pairs(variables);
    List<Estimate> separate = new ArrayList<>();
    List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int r = 0; r < ROUNDS; r++) {
      separate.clear();
      Threads.within(
          1,
          () -> {
            times
                .get(0)
                .add(
                    Clock.once(
                        Clock.cpu(), () -> pairs.forEach(p -> separate.add(ksg.estimate(p)))));
            times.get(1).add(Clock.once(Clock.cpu(), () -> PairwiseEstimates.of(ksg, pairs)));
          });
      List<List<Estimate>> matrix = new ArrayList<>();
      times
          .get(2)
          .add(
              Clock.once(
                  System::nanoTime,
                  () -> matrix.add(PairwiseEstimates.of(ksg, pairs).estimates())));
      if (!separate.equals(matrix.get(0))) {
        throw new IllegalStateException("a matrix changes bits");
      }
    }
    double[] ms = times.stream().mapToDouble(Clock::warmMedian).toArray();
    Speed.line(
        "| %d | %d | %.0f | %.0f | %.0f | %.3f |", columns, n, ms[0], ms[1], ms[2], ms[2] / ms[0]);
  }

  /** Several k in one pass: processor time on one thread. */
  static void ks(double seconds) {
    int[] few = {5, 10, 20};
    int[] many = {1, 2, 3, 5, 8, 12, 20};
    Speed.line(
        "| n | d | k = 20, ms | %s at once, ms | ratio | %s at once, ms | ratio | one by one, ms |",
        Arrays.toString(few), Arrays.toString(many));
    Speed.line("|---|---|---|---|---|---|---|---|");
    for (int[] size : new int[][] {{1000, 1}, {1000, 5}, {1000, 50}, {10_000, 1}, {10_000, 2}}) {
      Samples samples = Speed.gaussians(size[0], size[1]);
      List<Estimate> together = Ksg.ksg1().estimateForKs(samples, many);
      for (int a = 0; a < many.length; a++) {
        if (!together.get(a).equals(Ksg.ksg1().withK(many[a]).estimate(samples))) {
          throw new IllegalStateException("several k at once change bits");
        }
      }
      Threads.within(
          1,
          () -> {
            List<Runnable> tasks =
                List.of(
                    () -> Ksg.ksg1().withK(20).estimate(samples),
                    () -> Ksg.ksg1().estimateForKs(samples, few),
                    () -> Ksg.ksg1().estimateForKs(samples, many),
                    () -> Arrays.stream(many).forEach(k -> Ksg.ksg1().withK(k).estimate(samples)));
            List<List<Double>> times = new ArrayList<>();
            tasks.forEach(task -> times.add(new ArrayList<>()));
            // By turns, so that all have the same minutes of a machine that others use.
            long start = System.nanoTime();
            while (System.nanoTime() - start < 3e9 * seconds) {
              for (int t = 0; t < tasks.size(); t++) {
                times.get(t).add(Clock.once(Clock.cpu(), tasks.get(t)));
              }
            }
            double[] ms = times.stream().mapToDouble(Clock::warmMedian).toArray();
            Speed.line(
                "| %d | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |",
                size[0], size[1], ms[0], ms[1], ms[1] / ms[0], ms[2], ms[2] / ms[0], ms[3]);
          });
    }
  }
}
