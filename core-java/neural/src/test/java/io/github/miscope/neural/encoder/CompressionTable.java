package io.github.miscope.neural.encoder;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.encoder.Pca;
import io.github.miscope.encoder.PcaEncoding;
import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.encoded.Compressed;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Estimates on images of known information, compressed by autoencoders and by principal components,
 * against estimates on what the images were drawn from (Butakov et al. 2024, arXiv:2305.08013,
 * Figures 3 and 4), and writes a table after each row:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify \
 *     -Dmeasure="compression size=16 n=5000 seeds=1 information=0,1,2,4,6,8,10"
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
   * Runs everything.
   *
   * @param args the file to write, and options
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    List<String> options = List.of(args).subList(1, args.length);
    int size = Integer.parseInt(option(options, "size", "16"));
    int n = Integer.parseInt(option(options, "n", "5000"));
    int seeds = Integer.parseInt(option(options, "seeds", "1"));
    Path file = Path.of(option(options, "file", args[0]));
    List<String> encoders = List.of(option(options, "codes", "latent,pca,dense").split(",", -1));
    List<String> fits = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (String shape : option(options, "shapes", "spots,rectangles").split(",", -1)) {
      for (String code : encoders) {
        for (int s = 0; s < seeds; s++) {
          Encoder encoder = encoder(shape, code, size, n, s, options, fits);
          for (String nats : option(options, "information", "0,1,2,4,6,8,10").split(",", -1)) {
            String row = row(shape, code, encoder, size, n, s, Double.parseDouble(nats));
            System.out.println(row);
            rows.add(row);
            write(file, options, fits, rows);
          }
        }
      }
    }
  }

  private static Sampler images(String shape, int size, double nats) {
    return shape.equals("spots")
        ? Tasks.gaussianImages(size, nats)
        : Tasks.rectangleImages(size, nats);
  }

  private static int parameters(String shape) {
    return shape.equals("spots") ? 2 : 4;
  }

  private static Encoder encoder(
      String shape, String code, int size, int n, int s, List<String> options, List<String> fits) {
    if (code.equals("latent")) {
      return Encoder.none();
    }
    int d = parameters(shape);
    Seed seed = SEED.derive("encoder", s);
    int epochs = Integer.parseInt(option(options, "epochs", "0"));
    Encoder encoder =
        switch (code) {
          case "pca" -> Pca.to(d);
          case "dense" -> Autoencoder.dense(d).withSeed(seed);
          case "convolutional" ->
              Autoencoder.convolutional(new ImageShape(1, size, size), d).withSeed(seed);
          default -> throw new IllegalArgumentException("there are no codes " + code);
        };
    if (epochs > 0 && encoder instanceof Autoencoder autoencoder) {
      encoder = autoencoder.withEpochs(epochs);
    }
    Variable learnt = images(shape, size, 0).sample(n, seed.derive("images")).x();
    Variable others = images(shape, size, 0).sample(n, seed.derive("others")).x();
    long start = TrainingCost.processorTime();
    Encoding encoding = encoder.fit(learnt);
    double seconds = (TrainingCost.processorTime() - start) / 1e9;
    fits.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | %d | %.5f | %.5f | %.4f | %.1f |",
            shape,
            code,
            s,
            encoding.reconstructionError(),
            TrainingCost.error(encoding, others),
            encoding.explainedVariance(),
            seconds));
    System.out.println(encoder + "\n" + fits.get(fits.size() - 1));
    return Encoder.fitted(encoding);
  }

  private static Map<String, MutualInformationEstimator> estimators() {
    Map<String, MutualInformationEstimator> estimators = new LinkedHashMap<>();
    estimators.put("WKL", EntropySum.of(new Whitened(Entropies.weightedKnnEntropy())));
    estimators.put(
        "WKL of ranks",
        Scaled.of(
            EntropySum.of(new Whitened(Entropies.weightedKnnEntropy())), Scaling.normalRank()));
    estimators.put("KSG", Presets.ksgLocal());
    estimators.put("auto", Presets.auto());
    return estimators;
  }

  private static String row(
      String shape, String code, Encoder encoder, int size, int n, int s, double nats) {
    Seed seed = SEED.derive("information " + nats).derive("data", s);
    Bijection cdf = Bijection.normalCdf();
    Samples samples =
        code.equals("latent")
            ? Tasks.correlatedGaussiansWithInformation(parameters(shape), nats)
                .map(cdf, cdf)
                .sample(n, seed)
            : images(shape, size, nats).sample(n, seed);
    StringBuilder row =
        new StringBuilder(
            String.format(Locale.ROOT, "| %s | %s | %d | %s |", shape, code, s, nats));
    for (MutualInformationEstimator estimator : estimators().values()) {
      long start = TrainingCost.processorTime();
      double estimate = Compressed.of(estimator, encoder, encoder).estimate(samples).nats();
      double seconds = (TrainingCost.processorTime() - start) / 1e9;
      row.append(String.format(Locale.ROOT, " %.3f | %.1f |", estimate, seconds));
    }
    return row.toString();
  }

  private static void write(Path file, List<String> options, List<String> fits, List<String> rows)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Mutual information of images, compressed");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify"
                + " -Dmeasure=\"compression %s\"`, %s. Nats; seconds are of processor time."
                + " *latent* are the parameters of the shapes, before drawing. *WKL* is of"
                + " whitened codes, *WKL of ranks* of codes whose columns are made normal by their"
                + " ranks and then whitened. An encoder is"
                + " fitted once, on images that no estimate sees; *error* is the mean squared error"
                + " of a pixel on the images it was fitted on and on others.",
            String.join(" ", options),
            LocalDate.now(ZoneOffset.UTC)));
    lines.add("");
    lines.add("| shape | codes | seed | error | on others | variance explained | seconds |");
    lines.add("|---|---|---:|---:|---:|---:|---:|");
    lines.addAll(fits);
    lines.add("");
    StringBuilder header = new StringBuilder("| shape | codes | seed | truth |");
    StringBuilder rule = new StringBuilder("|---|---|---:|---:|");
    for (String name : estimators().keySet()) {
      header.append(" ").append(name).append(" | s |");
      rule.append("---:|---:|");
    }
    lines.add(header.toString());
    lines.add(rule.toString());
    lines.addAll(rows);
    Files.write(file, lines);
  }

  private static String option(List<String> options, String name, String otherwise) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }

  /**
   * Entropy after a linear map to the identity as covariance, plus the logarithm of what it does to
   * volumes, as in the paper's program.
   *
   * @param base the entropy of the whitened variable
   */
  private record Whitened(EntropyEstimator base) implements EntropyEstimator {

    @Override
    public EntropyEstimate estimate(Variable variable) {
      PcaEncoding axes = (PcaEncoding) Pca.to(variable.d()).fit(variable);
      double[][] codes = axes.apply(variable).columns();
      double logDeterminant = 0;
      for (int j = 0; j < codes.length; j++) {
        double deviation = Math.sqrt(axes.variances()[j]);
        logDeterminant += Math.log(deviation);
        for (int i = 0; i < codes[j].length; i++) {
          codes[j][i] /= deviation;
        }
      }
      EntropyEstimate white = base.estimate(Variable.ofColumns(variable.name(), codes));
      return new EntropyEstimate(
          white.nats() + logDeterminant,
          toString(),
          white.n(),
          white.d(),
          white.diagnostics(),
          white.warnings());
    }
  }
}
