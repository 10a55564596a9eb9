package io.github.miscope.neural.encoder;

import com.sun.management.OperatingSystemMXBean;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.encoder.Pca;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * What training of an autoencoder costs until it restores images well, by batch and rate, on n
 * images of 16 x 16 pixels:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify \
 *     -Dmeasure="cost spots dense 1000 1000:0.001:0.001:2000 64:0.005:0.0003:100"
 * </pre>
 *
 * <p>A setting is batch:rate:final rate:epochs, with :noise for noise of the input; all epochs are
 * on all images, without early stopping. The error is the mean squared one of a pixel, on other
 * images.
 */
final class TrainingCost {

  private static final Seed SEED = Seed.of(2026);

  private TrainingCost() {}

  /**
   * Prints a row for each setting.
   *
   * @param args spots or rectangles, dense or convolutional, n, and settings
   */
  static void main(List<String> args) {
    boolean spots = args.get(0).equals("spots");
    int codes = spots ? 2 : 4;
    int n = Integer.parseInt(args.get(2));
    Variable x = images(spots, n, SEED.derive("images"));
    Variable others = images(spots, n, SEED.derive("others"));
    Autoencoder autoencoder =
        args.get(1).equals("dense")
            ? Autoencoder.dense(codes)
            : Autoencoder.convolutional(new ImageShape(1, 16, 16), codes);
    System.out.println("| batch | rate | epochs | error | seconds of processor time |");
    System.out.println("|---:|---|---:|---:|---:|");
    print("PCA", "", 0, error(Pca.to(codes).fit(x), others), 0);
    for (String setting : args.subList(3, args.size())) {
      String[] parts = setting.split(":", -1);
      double rate = Double.parseDouble(parts[1]);
      double last = Double.parseDouble(parts[2]);
      int epochs = Integer.parseInt(parts[3]);
      AutoencoderTraining training =
          autoencoder
              .training()
              .withBatch(Integer.parseInt(parts[0]))
              .withLearningRates(rate, last)
              .withEpochs(epochs)
              .withInputNoise(parts.length > 4 ? Double.parseDouble(parts[4]) : 0)
              .withoutEarlyStopping();
      long start = processorTime();
      Encoding encoding = autoencoder.withTraining(training).fit(x);
      double seconds = (processorTime() - start) / 1e9;
      String noise = parts.length > 4 ? ", input noise " + parts[4] : "";
      print(
          parts[0], parts[1] + " to " + parts[2] + noise, epochs, error(encoding, others), seconds);
    }
  }

  private static Variable images(boolean spots, int n, Seed seed) {
    return (spots ? Tasks.gaussianImages(16, 0) : Tasks.rectangleImages(16, 0)).sample(n, seed).x();
  }

  private static void print(String batch, String rate, int epochs, double error, double seconds) {
    System.out.printf(
        Locale.ROOT, "| %s | %s | %d | %.6f | %.1f |%n", batch, rate, epochs, error, seconds);
  }

  static double error(Encoding encoding, Variable x) {
    double[][] columns = x.columns();
    double[][] restored = encoding.decode(encoding.apply(x)).columns();
    double sum = 0;
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < columns[j].length; i++) {
        sum += Math.pow(columns[j][i] - restored[j][i], 2);
      }
    }
    return sum / columns.length / x.n();
  }

  /** Of all threads, since other programs may keep the clock running. */
  static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
