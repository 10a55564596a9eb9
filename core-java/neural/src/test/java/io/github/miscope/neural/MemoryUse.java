package io.github.miscope.neural;

import io.github.miscope.neural.experiment.Experiment;
import io.github.miscope.neural.experiment.ExperimentResult;
import io.github.miscope.neural.experiment.Experiments;
import io.github.miscope.neural.experiment.Size;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes many estimates and trains many noisy networks in one JVM and says how resident memory goes:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify \
 *     -Dmeasure="memory 1000 50" -Dmeasure.jvm="-Xmx512m -Xms512m -XX:+AlwaysPreTouch"
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
      trainNetwork();
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

  /** Two epochs of a noisy network, and 10000 draws of one of its layers. */
  private static void trainNetwork() {
    Experiment experiment = Experiments.szt(Nonlinearity.TANH, Size.SMALL);
    ExperimentResult result =
        experiment.withTraining(experiment.plan().training().withEpochs(2)).run();
    result.network().last().channel(3, experiment.inputs()).centres(0, 100, 100, Seed.of(1));
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
