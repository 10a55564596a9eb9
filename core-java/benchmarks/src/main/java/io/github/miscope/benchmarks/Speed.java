package io.github.miscope.benchmarks;

import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Tables of speed; see {@code speed.sh}. Correlated Gaussians, rho = 0.5, k = 3.
 *
 * <ul>
 *   <li>{@code growth [LARGEST [D]]}: processor time and heap of one estimate on one thread, d = D
 *       columns each, from n = 100000 to LARGEST (4000000)
 *   <li>{@code cores [SECONDS]}: time on the clock on one and on two threads, for each engine
 *   <li>{@code start [REPEATS]}: the first estimate in a fresh Java machine
 *   <li>{@code norms [SECONDS]}: norms and variants, processor time on one thread
 *   <li>{@code scales [SECONDS]}: relative scales from 1e-2 to 1e3, processor time on one thread
 *   <li>{@code permutations [COUNT]}, {@code matrix [COLUMNS [N]]}, {@code ks [SECONDS]}: what is
 *       shared against separate estimates; see {@link SharedWork}
 *   <li>{@code gauss [LARGEST]}: the fast Gauss sum against the full one; see {@link GaussSpeed}
 * </ul>
 */
public final class Speed {

  private static final int REPEATS = 15;

  /** How long one of several has its turn, at least. */
  private static final long TURN_NANOS = 50_000_000;

  private Speed() {}

  /**
   * Prints a table.
   *
   * @param args its name and its arguments
   * @throws IOException if a Java machine cannot be started
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    double[] numbers = Arrays.stream(args).skip(1).mapToDouble(Double::parseDouble).toArray();
    if (!args[0].equals("first")) {
      System.out.printf(
          Locale.ROOT,
          "%s, %d processors, %s%n%n",
          KernelChoice.describe(),
          Runtime.getRuntime().availableProcessors(),
          Runtime.version());
    }
    switch (args[0]) {
      case "growth" -> growth((int) at(numbers, 0, 4_000_000), (int) at(numbers, 1, 1));
      case "cores" -> cores(at(numbers, 0, 10));
      case "start" -> FirstCall.table((int) at(numbers, 0, 5));
      case "first" -> FirstCall.run();
      case "norms" -> norms(at(numbers, 0, 4));
      case "scales" -> scales(at(numbers, 0, 4));
      case "permutations" -> SharedWork.permutations((int) at(numbers, 0, 1000));
      case "matrix" -> SharedWork.matrix((int) at(numbers, 0, 60), (int) at(numbers, 1, 5000));
      case "ks" -> SharedWork.ks(at(numbers, 0, 4));
      case "gauss" -> GaussSpeed.table((int) at(numbers, 0, 1_000_000));
      default -> throw new IllegalArgumentException("no such table: " + args[0]);
    }
  }

  private static double at(double[] numbers, int index, double otherwise) {
    return index < numbers.length ? numbers[index] : otherwise;
  }

  static Samples gaussians(int n, int d) {
    return Tasks.correlatedGaussians(d, 0.5).sample(n, Seed.of(n + d));
  }

  static void line(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  /** In rounds over all sizes, so that all have the same minutes of a machine that others use. */
  private static void growth(int largest, int d) {
    // Warm, so that the first round is as the others.
    Threads.within(1, () -> Clock.cpu(3, () -> Ksg.ksg1().estimate(gaussians(20_000, d))));
    List<Integer> sizes = sizes(largest);
    double[][] ms = new double[sizes.size()][REPEATS];
    double[] heap = new double[sizes.size()];
    for (int round = 0; round < REPEATS; round++) {
      for (int s = 0; s < sizes.size(); s++) {
        Samples samples = gaussians(sizes.get(s), d);
        double[] times = ms[s];
        int now = round;
        System.gc();
        Clock.peakHeap();
        Threads.within(
            1, () -> times[now] = Clock.once(Clock.cpu(), () -> Ksg.ksg1().estimate(samples)));
        heap[s] = Math.max(heap[s], Clock.peakHeap());
      }
    }
    line("| n | d | median, ms | of half as many | of a tenth | best, ms | peak heap, MiB |");
    line("|---|---|---|---|---|---|---|");
    Map<Integer, Double> medians = new HashMap<>();
    for (int s = 0; s < ms.length; s++) {
      int n = sizes.get(s);
      Arrays.sort(ms[s]);
      double median = ms[s][REPEATS / 2];
      medians.put(n, median);
      line(
          "| %d | %d | %.1f | %s | %s | %.1f | %.0f |",
          n, d, median, ratio(medians, n, 2), ratio(medians, n, 10), ms[s][0], heap[s]);
    }
  }

  private static List<Integer> sizes(int largest) {
    List<Integer> sizes = new ArrayList<>();
    for (int start : new int[] {100_000, 125_000}) {
      for (int n = start; n <= largest; n *= 2) {
        sizes.add(n);
      }
    }
    sizes.sort(null);
    return sizes;
  }

  private static String ratio(Map<Integer, Double> times, int n, int part) {
    double other = times.getOrDefault(n / part, Double.NaN);
    double ratio = times.getOrDefault(n, Double.NaN) / other;
    return Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static void cores(double seconds) {
    line(
        "| engine | n | d | one thread, median, ms | two threads | ratio | of the best | control"
            + " |");
    line("|---|---|---|---|---|---|---|---|");
    cores("strips", 10_000, 1, Ksg.ksg1(), seconds);
    cores("strips", 1_000_000, 1, Ksg.ksg1(), seconds);
    cores("trees", 10_000, 2, Ksg.ksg1(), seconds);
    cores("trees", 100_000, 2, Ksg.ksg1(), seconds);
    cores("all pairs, codes", 10_000, 5, Ksg.ksg1(), seconds);
    cores("all pairs, doubles", 10_000, 5, Ksg.ksg1().withNorm(Norm.L1), seconds);
  }

  /**
   * By turns, so that all have the same minutes of a machine that others use; in a turn as many
   * estimates in a row as take {@link #TURN_NANOS}, so that a processor that slept is awake for
   * most of them. The control is what two estimates on one thread each, side by side, gain over one
   * after the other: what the machine had to give, less what it takes to wake a thread for each.
   */
  private static void cores(String engine, int n, int d, Ksg ksg, double seconds) {
    Samples samples = gaussians(n, d);
    List<Double> one = new ArrayList<>();
    List<Double> two = new ArrayList<>();
    List<Double> pair = new ArrayList<>();
    Runnable task = () -> ksg.estimate(samples);
    Runnable alone = () -> Threads.within(1, task);
    long start = System.nanoTime();
    for (double now = 0; now < seconds; now = (System.nanoTime() - start) / 1e9) {
      turn(one, alone);
      turn(two, () -> Threads.within(2, task));
      turn(pair, () -> sideBySide(alone));
    }
    double oneMedian = Clock.warmMedian(one);
    double twoMedian = Clock.warmMedian(two);
    line(
        "| %s | %d | %d | %.2f | %.2f | %.2f | %.2f | %.2f |",
        engine,
        n,
        d,
        oneMedian,
        twoMedian,
        oneMedian / twoMedian,
        Collections.min(one) / Collections.min(two),
        2 * oneMedian / Clock.warmMedian(pair));
  }

  private static void turn(List<Double> times, Runnable task) {
    long start = System.nanoTime();
    do {
      times.add(Clock.once(System::nanoTime, task));
    } while (System.nanoTime() - start < TURN_NANOS);
  }

  private static void sideBySide(Runnable task) {
    CompletableFuture<Void> other = CompletableFuture.runAsync(task);
    task.run();
    other.join();
  }

  private static void norms(double seconds) {
    line("| n | d | Linf, ms | L1 | L2 | KSG2 | BI-KSG |");
    line("|---|---|---|---|---|---|---|");
    for (int[] size : new int[][] {{1000, 2}, {1000, 5}, {1000, 50}, {10_000, 2}, {10_000, 5}}) {
      Samples samples = gaussians(size[0], size[1]);
      List<String> cells = new ArrayList<>();
      for (Ksg ksg :
          List.of(
              Ksg.ksg1(),
              Ksg.ksg1().withNorm(Norm.L1),
              Ksg.ksg1().withNorm(Norm.L2),
              Ksg.ksg2(),
              Ksg.biKsg())) {
        Threads.within(
            1,
            () ->
                cells.add(
                    String.format(
                        Locale.ROOT, "%.2f", Clock.cpu(seconds, () -> ksg.estimate(samples)))));
      }
      line("| %d | %d | %s |", size[0], size[1], String.join(" | ", cells));
    }
  }

  /** Far from one the scales differ in which variable decides who is near. */
  private static void scales(double seconds) {
    double[] all =
        IntStream.rangeClosed(0, 25).mapToDouble(s -> Math.pow(10, s / 5.0 - 2)).toArray();
    List<double[]> grids = new ArrayList<>();
    for (double c : new double[] {0.01, 0.1, 1, 10, 100, 1000}) {
      grids.add(new double[] {c});
    }
    grids.add(all);
    line("| n | d | c = 0.01, ms | 0.1 | 1 | 10 | 100 | 1000 | %d from 0.01 to 1000 |", all.length);
    line("|---|---|---|---|---|---|---|---|---|");
    for (int n : new int[] {1000, 5000, 100_000}) {
      Samples samples = gaussians(n, 1);
      List<String> cells = new ArrayList<>();
      for (double[] grid : grids) {
        Runnable task = () -> Ksg.ksg1().estimateAt(samples, grid);
        Threads.within(
            1, () -> cells.add(String.format(Locale.ROOT, "%.2f", Clock.cpu(seconds, task))));
      }
      line("| %d | 1 | %s |", n, String.join(" | ", cells));
    }
  }
}
