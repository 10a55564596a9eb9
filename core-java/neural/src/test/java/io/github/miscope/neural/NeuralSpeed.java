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
 * end counts.
 */
public final class NeuralSpeed {

  private static final int N = 10_000;
  private static final int SHORT = 200;

  private NeuralSpeed() {}

  /**
   * Prints milliseconds per step: of processor time for one critic, then on the clock for one
   * critic and for two side by side.
   *
   * @param args columns of X and of Y, batch, steps, repeats
   */
  public static void main(String[] args) {
    int d = Integer.parseInt(args[0]);
    int batch = Integer.parseInt(args[1]);
    int steps = Integer.parseInt(args[2]);
    int repeats = Integer.parseInt(args[3]);
    Samples samples = Tasks.correlatedGaussians(d, 0.8).sample(N, Seed.of(d));
    train(samples, batch, SHORT, 1);
    double[] processor = new double[repeats];
    double[] one = new double[repeats];
    double[] two = new double[repeats];
    for (int r = 0; r < repeats; r++) {
      double[] first = perStep(samples, batch, steps, 1);
      processor[r] = first[0];
      one[r] = first[1];
      two[r] = perStep(samples, batch, steps, 2)[1];
    }
    System.out.printf(Locale.ROOT, "%.4f %.4f %.4f%n", median(processor), median(one), median(two));
  }

  /** Processor time and time on the clock. */
  private static double[] perStep(Samples samples, int batch, int steps, int critics) {
    double[] few = train(samples, batch, SHORT, critics);
    double[] many = train(samples, batch, SHORT + steps, critics);
    return new double[] {(many[0] - few[0]) / steps, (many[1] - few[1]) / steps};
  }

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

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
