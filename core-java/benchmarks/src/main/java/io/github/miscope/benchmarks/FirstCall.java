package io.github.miscope.benchmarks;

import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.sample.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first estimate in a fresh Java machine, n = 1000, d = 5, with the Vector API and without. */
final class FirstCall {

  private FirstCall() {}

  /** Prints the times of the first ten estimates, in milliseconds. */
  static void run() {
    Samples samples = Speed.gaussians(1000, 5);
    double[] ms = new double[10];
    Arrays.setAll(ms, r -> Clock.once(System::nanoTime, () -> Ksg.ksg1().estimate(samples)));
    Speed.line("%.3f %.3f", ms[0], Arrays.stream(ms).sum());
  }

  /** Starts a Java machine for each measurement. */
  static void table(int repeats) throws IOException {
    Speed.line("| kernels | first call, ms | ten calls, ms |");
    Speed.line("|---|---|---|");
    row("plain loops", repeats);
    row("Vector API as chosen", repeats, "--add-modules", "jdk.incubator.vector");
    row(
        "Vector API from the first call",
        repeats,
        "--add-modules",
        "jdk.incubator.vector",
        "-Dmiscope.vectorAfter=0");
  }

  private static void row(String name, int repeats, String... options) throws IOException {
    List<Double> first = new ArrayList<>();
    List<Double> ten = new ArrayList<>();
    for (int r = 0; r < repeats; r++) {
      String[] words = FreshMachine.words(List.of(options), Speed.class, "first");
      first.add(Double.parseDouble(words[0]));
      ten.add(Double.parseDouble(words[1]));
    }
    first.sort(null);
    ten.sort(null);
    Speed.line("| %s | %.1f | %.1f |", name, first.get(repeats / 2), ten.get(repeats / 2));
  }
}
