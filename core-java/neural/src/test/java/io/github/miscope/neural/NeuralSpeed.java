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
   * Prints milliseconds per step: of processor time for one critic, then on the clock for one
   * critic and for two side by side; and the processor time of two by their time on the clock,
   * which is below 2 where other programs had a part of a core, or the critics waited.
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
    double[][][] best = new double[2][2][2];
    for (double[][] critics : best) {
      for (double[] length : critics) {
        Arrays.fill(length, Double.POSITIVE_INFINITY);
      }
    }
    // The best of each by turns: what else the machine does only adds.
    for (int r = 0; r < repeats; r++) {
      for (int critics = 1; critics <= 2; critics++) {
        for (int length = 0; length < 2; length++) {
          double[] times = train(samples, batch, SHORT + length * steps, critics);
          double[] least = best[critics - 1][length];
          Arrays.setAll(least, t -> Math.min(least[t], times[t]));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%.4f %.4f %.4f %.2f%n",
        (best[0][1][0] - best[0][0][0]) / steps,
        (best[0][1][1] - best[0][0][1]) / steps,
        (best[1][1][1] - best[1][0][1]) / steps,
        (best[1][1][0] - best[1][0][0]) / (best[1][1][1] - best[1][0][1]));
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
