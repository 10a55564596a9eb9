package io.github.miscope.estimator.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A program for {@link ProgramEstimatorTest}: {@code java TestProgram.java WHAT FOLDER}. */
public final class TestProgram {

  private TestProgram() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[args.length - 1]);
    Path estimate = folder.resolve("estimate.csv");
    switch (args[0]) {
      case "correlation" -> Files.writeString(estimate, "nats\n" + correlation(folder) + "\n");
      case "exit" -> {
        System.err.println("a line before");
        System.err.println("ValueError: too few points");
        System.exit(3);
      }
      case "silent" -> System.out.println("done");
      case "text" -> Files.writeString(estimate, "nats\nhigh\n");
      case "nan" -> Files.writeString(estimate, "nats\nNaN\n");
      case "headless" -> Files.writeString(estimate, "0.5\n");
      case "loud" -> {
        byte[] line = new byte[1 << 12];
        Arrays.fill(line, (byte) 'a');
        line[line.length - 1] = '\n';
        for (int i = 0; i < 1000; i++) {
          System.out.write(line);
        }
        System.out.flush();
        System.exit(1);
      }
      case "sleep" -> {
        Files.writeString(Path.of(args[1]), Long.toString(ProcessHandle.current().pid()));
        Thread.sleep(60_000);
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** -log(1 - r^2) / 2 of the first column of X and that of Y, read from CSV. */
  static double correlation(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("samples.csv"));
    List<String> names = List.of(lines.get(0).split(",", -1));
    int y = names.indexOf("y0");
    double[] sums = new double[5];
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",", -1);
      double u = Double.parseDouble(values[0]);
      double v = Double.parseDouble(values[y]);
      double[] terms = {u, v, u * u, v * v, u * v};
      Arrays.setAll(sums, i -> sums[i] + terms[i]);
    }
    int n = lines.size() - 1;
    double r =
        (sums[4] - sums[0] * sums[1] / n)
            / Math.sqrt((sums[2] - sums[0] * sums[0] / n) * (sums[3] - sums[1] * sums[1] / n));
    return -Math.log1p(-r * r) / 2;
  }
}
