package io.github.miscope.neural;

import com.sun.management.OperatingSystemMXBean;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * The time of a step of MINE's training; run by {@code core-java/benchmarks/neural.sh}. Two
 * trainings of different length are subtracted, so that neither the start nor the estimate at the
 * end counts. Some seconds of training come before: until HotSpot has compiled the steps, it does
 * so on the second core, which one critic leaves to it and two do not.
 */
public final class NeuralSpeed {

  private static final int N = 10_000;
  private static final int SHORT = 200;
  private static final long WARM_NANOS = 5_000_000_000L;

  private NeuralSpeed() {}

  /**
   * Prints milliseconds of processor time per step of one critic, the best of all repeats, since
   * what else the machine does only adds. Then, of two critics side by side, medians over repeats:
   * milliseconds on the clock per step of both; how many steps of one alone, in the same repeat,
   * the two made in its time; and their processor time by their time on the clock, which is below 2
   * where other programs had a part of a core, or the critics waited.
   *
   * @param args columns of X and of Y, batch, steps, repeats
   */
  public static void main(String[] args) {
    int d = Integer.parseInt(args[0]);
    int batch = Integer.parseInt(args[1]);
    int steps = Integer.parseInt(args[2]);
    int repeats = Integer.parseInt(args[3]);
    Samples samples = Tasks.correlatedGaussians(d, 0.8).sample(N, Seed.of(d));
    for (long start = System.nanoTime(); System.nanoTime() - start < WARM_NANOS; ) {
      train(samples, batch, SHORT + steps, 2);
    }
    double[] both = new double[repeats];
    double[] throughput = new double[repeats];
    double[] cores = new double[repeats];
    double[] shortest = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    for (int r = 0; r < repeats; r++) {
      double[] one = new double[2];
      double[] two = new double[2];
      for (int length = 0; length < 2; length++) {
        double sign = length == 0 ? -1 : 1;
        double[] alone = train(samples, batch, SHORT + length * steps, 1);
        double[] paired = train(samples, batch, SHORT + length * steps, 2);
        for (int t = 0; t < 2; t++) {
          one[t] += sign * alone[t] / steps;
          two[t] += sign * paired[t] / steps;
        }
        shortest[length] = Math.min(shortest[length], alone[0]);
      }
      both[r] = two[1];
      throughput[r] = 2 * one[1] / two[1];
      cores[r] = two[0] / two[1];
    }
    System.out.printf(
        Locale.ROOT,
        "%.4f %.4f %.2f %.2f%n",
        (shortest[1] - shortest[0]) / steps,
        median(both),
        median(throughput),
        median(cores));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Processor time and time on the clock, in milliseconds. */
  private static double[] train(Samples samples, int batch, int steps, int critics) {
    NeuralMutualInformation mine =
        NeuralPresets.mine()
            .withTraining(
                Training.withDefaults()
                    .onAllData(1)
                    .withBatch(batch)
                    .withSteps(steps)
                    .withInterval(steps)
                    .withMembers(critics));
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long processor = system.getProcessCpuTime();
    long clock = System.nanoTime();
    Threads.within(critics, () -> mine.estimate(samples));
    return new double[] {
      (system.getProcessCpuTime() - processor) / 1e6, (System.nanoTime() - clock) / 1e6
    };
  }
}
