package io.github.miscope.neural.encoder;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PointwiseEntropyEstimator;
import io.github.miscope.estimator.encoded.Compressed;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.entropy.PointwiseEntropySum;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.estimator.scale.WhitenedEntropy;
import io.github.miscope.neural.NeuralPresets;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Estimates on images of known information, compressed by autoencoders and by principal components,
 * against estimates on what the images were drawn from (Butakov et al. 2024, arXiv:2305.08013,
 * Figures 3 and 4), and writes a table after each row:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify \
 *     -Dmeasure="compression sizes=16 codes=latent,pca seeds=0"
 * </pre>
 *
 * <p>An image's distribution does not depend on the information, so that an encoder is fitted once
 * for each shape and seed, on n other images.
 */
public final class CompressionTable {

  private static final Seed SEED = Seed.of(2026);

  private CompressionTable() {}

  /**
   * Prints what trainings cost.
   *
   * @param args see {@link TrainingCost}
   */
  public static void cost(String... args) {
    TrainingCost.main(List.of(args));
  }

  /**
   * Runs everything, or what a file of this name does not hold yet.
   *
   * @param args the file to write, and options
   * @throws IOException if the file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    List<String> options = List.of(args).subList(1, args.length);
    int n = Integer.parseInt(option(options, "n", "5000"));
    List<String> shown = options.stream().filter(o -> !o.startsWith("file=")).toList();
    CompressionFile file =
        CompressionFile.open(
            Path.of(option(options, "file", args[0])), n, String.join(" ", shown), labels());
    file.write();
    for (String seed : option(options, "seeds", "0,1,2").split(",", -1)) {
      for (String size : option(options, "sizes", "16,32").split(",", -1)) {
        for (String code : option(options, "codes", "latent,dense,pca").split(",", -1)) {
          for (String shape : option(options, "shapes", "spots,rectangles").split(",", -1)) {
            Case one = new Case(shape, Integer.parseInt(size), code, Integer.parseInt(seed));
            rows(one, n, options, file);
          }
        }
      }
    }
  }

  /** Latent parameters do not depend on the size of images. */
  private record Case(String shape, int size, String code, int seed) {

    int parameters() {
      return shape.equals("rectangles") ? 4 : 2;
    }

    Sampler images(double nats) {
      Embedding surface = Embedding.bentSurface();
      return switch (shape) {
        case "spots" -> Tasks.gaussianImages(size, nats);
        case "rectangles" -> Tasks.rectangleImages(size, nats);
        case "surface" -> Tasks.correlatedGaussiansWithInformation(1, nats).map(surface, surface);
        default -> throw new IllegalArgumentException("there are no shapes " + shape);
      };
    }

    Samples samples(int n, double nats) {
      Seed data = SEED.derive("information " + nats).derive("data", seed);
      Sampler images = images(nats);
      return (code.equals("latent") ? images.latent() : images).sample(n, data);
    }

    /** The columns of the table that say which case it is. */
    List<String> key() {
      boolean sized = !code.equals("latent") && !shape.equals("surface");
      String pixels = sized ? String.valueOf(size) : "any";
      return List.of(shape, pixels, code, String.valueOf(seed));
    }

    List<String> key(double nats) {
      return Stream.concat(key().stream(), Stream.of(String.valueOf(nats))).toList();
    }
  }

  private static void rows(Case one, int n, List<String> options, CompressionFile file)
      throws IOException {
    Map<String, MutualInformationEstimator> wanted = estimators(one, options);
    List<Double> missing = new ArrayList<>();
    for (String nats : option(options, "information", "0,1,2,4,6,8,10").split(",", -1)) {
      double information = Double.parseDouble(nats);
      if (wanted.keySet().stream().anyMatch(name -> !file.holds(one.key(information), name))) {
        missing.add(information);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    Encoder encoder = encoder(one, n, options, file);
    for (double information : missing) {
      List<String> key = one.key(information);
      Samples codes =
          Compressed.of(Presets.ksg(), encoder, encoder).forBase(one.samples(n, information));
      for (Map.Entry<String, MutualInformationEstimator> entry : wanted.entrySet()) {
        if (!file.holds(key, entry.getKey())) {
          estimate(entry.getValue(), codes, key, entry.getKey(), file);
        }
      }
    }
  }

  /** An estimate and its processor time, or that there is none. */
  private static void estimate(
      MutualInformationEstimator estimator,
      Samples samples,
      List<String> key,
      String name,
      CompressionFile file)
      throws IOException {
    long start = TrainingCost.processorTime();
    String nats;
    try {
      nats = String.format(Locale.ROOT, "%.3f", estimator.estimate(samples).nats());
    } catch (IllegalArgumentException e) {
      System.out.println(estimator + ": " + e.getMessage());
      nats = "none";
    }
    double seconds = (TrainingCost.processorTime() - start) / 1e9;
    System.out.println(key + " " + name + " " + nats);
    file.add(key, name, nats, String.format(Locale.ROOT, "%.1f", seconds));
  }

  private static Encoder encoder(Case one, int n, List<String> options, CompressionFile file)
      throws IOException {
    if (one.code().equals("latent") || one.code().equals("images")) {
      return Encoder.none();
    }
    int d = one.parameters();
    Seed seed = SEED.derive("encoder", one.seed());
    Encoder encoder =
        switch (one.code()) {
          case "pca" -> Pca.to(d);
          case "linear" -> Autoencoder.linearCodes(d).withSeed(seed);
          case "dense" -> Autoencoder.dense(d).withSeed(seed);
          case "convolutional" ->
              Autoencoder.convolutional(new ImageShape(1, one.size(), one.size()), d)
                  .withSeed(seed);
          default -> throw new IllegalArgumentException("there are no codes " + one.code());
        };
    int epochs = Integer.parseInt(option(options, "epochs", "0"));
    if (epochs > 0 && encoder instanceof Autoencoder autoencoder) {
      encoder = autoencoder.withEpochs(epochs);
    }
    Variable learnt = one.images(0).sample(n, seed.derive("images")).x();
    Variable others = one.images(0).sample(n, seed.derive("others")).x();
    long start = TrainingCost.processorTime();
    Encoding encoding = encoder.fit(learnt);
    double seconds = (TrainingCost.processorTime() - start) / 1e9;
    file.addFit(
        one.key(),
        String.format(Locale.ROOT, "%.5f", encoding.reconstructionError()),
        String.format(Locale.ROOT, "%.5f", TrainingCost.error(encoding, others)),
        String.format(Locale.ROOT, "%.4f", encoding.explainedVariance()),
        String.format(Locale.ROOT, "%.1f", seconds));
    return Encoder.fitted(encoding);
  }

  private static PointwiseEntropySum whitened(PointwiseEntropyEstimator base) {
    return EntropySum.of(WhitenedEntropy.of(base));
  }

  /** Of codes, whose entropies are whitened, or of images as they are. */
  private static Map<String, MutualInformationEstimator> estimators(boolean codes) {
    Map<String, MutualInformationEstimator> estimators = new LinkedHashMap<>();
    Map<String, PointwiseEntropyEstimator> entropies = new LinkedHashMap<>();
    entropies.put("KDE-ML", Entropies.kdeEntropy());
    entropies.put("KDE-LSE", Entropies.kdeEntropyLeastSquares());
    entropies.put("KL", Entropies.knnEntropy());
    entropies.put("WKL", Entropies.weightedKnnEntropy());
    entropies.forEach(
        (name, entropy) ->
            estimators.put(name, codes ? whitened(entropy) : EntropySum.of(entropy)));
    if (codes) {
      estimators.put(
          "WKL of ranks",
          Scaled.of(whitened(Entropies.weightedKnnEntropy()), Scaling.normalRank()));
    }
    estimators.put("KSG", Presets.ksgLocal());
    estimators.put("KSG-Global-Linf", Presets.ksgGlobalLinf());
    estimators.put("BI-KSG", Scaled.of(Presets.biKsg(), Scaling.local()));
    if (codes) {
      // As many neighbours as the joint dimension needs.
      estimators.put("KSG-LNC", Scaled.of(Presets.ksgLnc().withK(10), Scaling.local()));
    }
    estimators.put("auto", Presets.auto());
    return estimators;
  }

  private static Map<String, MutualInformationEstimator> estimators(
      Case one, List<String> options) {
    boolean images = one.code().equals("images");
    Map<String, MutualInformationEstimator> wanted = new LinkedHashMap<>(estimators(!images));
    if (images && one.size() >= 8) {
      int steps = Integer.parseInt(option(options, "steps", "1000"));
      wanted.put(
          "MINE",
          NeuralPresets.mine()
              .withCritic(Critic.butakov(one.size()))
              .withTraining(Training.withDefaults().withBatch(512).withSteps(steps)));
    }
    List<String> left = List.of(option(options, "without", "").split(",", -1));
    List<String> chosen = List.of(option(options, "estimators", "").split(",", -1));
    wanted
        .keySet()
        .removeIf(
            name -> left.contains(name) || !(chosen.equals(List.of("")) || chosen.contains(name)));
    return wanted;
  }

  private static List<String> labels() {
    List<String> labels = new ArrayList<>(estimators(true).keySet());
    labels.add("MINE");
    return labels;
  }

  private static String option(List<String> options, String name, String otherwise) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }
}
