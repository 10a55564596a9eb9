package io.github.miscope.neural;

import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes many estimates in one JVM and says how resident memory goes:
 *
 * <pre>
 * ./mvnw -Pneural-memory -pl core-java/neural -am -DskipTests verify -Dneural.memory="1000 50"
 * </pre>
 *
 * <p>The arguments are the number of estimates and the one after which memory is first measured.
 */
public final class MemoryUse {

  private MemoryUse() {}

  /**
   * Measures memory.
   *
   * @param args estimates, and how many before the first measurement
   * @throws IOException if the process's status cannot be read
   */
  public static void main(String[] args) throws IOException {
    int estimates = Integer.parseInt(args[0]);
    int first = Integer.parseInt(args[1]);
    double before = Double.NaN;
    for (int i = 1; i <= estimates; i++) {
      Samples samples = Tasks.correlatedGaussians(2, 0.8).sample(500, Seed.of(i));
      NeuralMutualInformation estimator =
          i % 2 == 0 ? NeuralPresets.mineLocal() : NeuralPresets.infoNceLocal();
      estimator
          .withTraining(
              Training.withDefaults().withSteps(30).withInterval(15).withBatch(64).withMembers(2))
          .estimate(samples);
      if (i == first) {
        before = residentMegabytes();
      }
    }
    double after = residentMegabytes();
    System.out.printf(
        Locale.ROOT,
        "%d estimates: %.0f MB after %d, %.0f MB at the end, ratio %.3f%n",
        estimates,
        before,
        first,
        after,
        after / before);
  }

  private static double residentMegabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Integer.parseInt(line.replaceAll("[^0-9]", "")) / 1024.0;
      }
    }
    throw new IOException("no VmRSS in /proc/self/status");
  }
}
