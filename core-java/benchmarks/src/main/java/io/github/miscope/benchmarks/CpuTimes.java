package io.github.miscope.benchmarks;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.RelativeScaleEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.sample.Samples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Processor time of estimates on one thread, for {@code compare.py}: reads the same data as the
 * other programs and prints one line for each file, {@code name first-ms median-ms value}.
 *
 * <p>Arguments: seconds of processor time for each file, then files named {@code n-d-scales.f64}:
 * rows of x and y, d values each, as little-endian doubles.
 */
public final class CpuTimes {

  /** The part of the estimates that is left out of the median. */
  private static final double WARM_UP = 0.6;

  private CpuTimes() {}

  /**
   * Runs.
   *
   * @param args seconds and files
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    System.err.println(KernelChoice.describe());
    double seconds = Double.parseDouble(args[0]);
    for (String file : List.of(args).subList(1, args.length)) {
      run(Path.of(file), seconds);
    }
  }

  private static void run(Path file, double seconds) throws IOException {
    String[] name = file.getFileName().toString().replace(".f64", "").split("-", -1);
    int n = Integer.parseInt(name[0]);
    int d = Integer.parseInt(name[1]);
    int scales = Integer.parseInt(name[2]);
    Samples samples = read(file, n, d);
    MutualInformationEstimator one = Presets.ksg();
    RelativeScaleEstimator several = (RelativeScaleEstimator) one;
    double[] grid = IntStream.rangeClosed(1, scales).mapToDouble(s -> 0.1 * s).toArray();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Long> times = new ArrayList<>();
    double value = 0;
    // Of processor time: on a busy machine, seconds on the clock would end before all is compiled.
    long end = threads.getCurrentThreadCpuTime() + (long) (1e9 * seconds);
    while (times.size() < 3 || threads.getCurrentThreadCpuTime() < end) {
      long before = threads.getCurrentThreadCpuTime();
      value =
          scales == 1
              ? one.estimate(samples).nats()
              : several.estimateAt(samples, grid).stream()
                  .mapToDouble(e -> e.nats())
                  .max()
                  .orElseThrow();
      times.add(threads.getCurrentThreadCpuTime() - before);
    }
    List<Long> warm = new ArrayList<>(times.subList((int) (WARM_UP * times.size()), times.size()));
    warm.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%s %.3f %.4f %.12g%n",
        file.getFileName(),
        times.get(0) / 1e6,
        warm.get(warm.size() / 2) / 1e6,
        value);
  }

  private static Samples read(Path file, int n, int d) throws IOException {
    double[] values = new double[2 * n * d];
    ByteBuffer.wrap(Files.readAllBytes(file))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asDoubleBuffer()
        .get(values);
    double[][] x = new double[d][n];
    double[][] y = new double[d][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        x[j][i] = values[2 * d * i + j];
        y[j][i] = values[2 * d * i + d + j];
      }
    }
    return Samples.ofColumns(x, y);
  }
}
