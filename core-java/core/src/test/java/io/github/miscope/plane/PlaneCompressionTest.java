package io.github.miscope.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.activation.ActivationSource;
import io.github.miscope.activation.BinGrid;
import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.WarningKind;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.CsvText;
import io.github.miscope.inference.Inference;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Algorithm 2: X is compressed once, T of each layer anew after each epoch. */
class PlaneCompressionTest {

  /** The entropies of the literature; they see classes as levels. */
  private static final MutualInformationEstimator WEIGHTED =
      EntropySum.of(Entropies.weightedKnnEntropy());

  private static final WideNetwork WIDE = new WideNetwork(1);

  @TempDir Path folder;

  @Test
  void codesAreEstimatedFromAndTheLossIsReported() {
    PlaneTable table = PlanePlan.of(WIDE, WEIGHTED).withCompression(Pca.to(3), Pca.to(2)).run();
    Encoding x = Pca.to(3).fit(WIDE.inputs());
    Variable classes = WIDE.labels().orElseThrow();
    assertEquals(2 * 2, table.rows().size());
    for (PlaneRow row : table.rows()) {
      Variable t = WIDE.noisyActivations(row.place().epoch(), row.place().layer());
      PlaneCodes own = row.layerCodes().orElseThrow();
      Variable codes = t;
      if (t.d() > 2) {
        Encoding encoding = Pca.to(2).fit(t);
        codes = encoding.apply(t);
        assertEquals(
            new PlaneCodes(t.d(), 2, encoding.explainedVariance(), encoding.lossBound()), own);
        assertTrue(own.explainedVariance() < 1);
      } else {
        // Two columns are no more than two codes: they stay as they are, not even rotated.
        assertEquals(2, own.columns());
        assertEquals(2, own.codes());
        assertEquals(1, own.explainedVariance());
      }
      assertEquals(
          WEIGHTED.estimate(new Samples(x.apply(WIDE.inputs()), codes)).nats(),
          row.inputs().orElseThrow().nats());
      assertEquals(
          WEIGHTED.estimate(new Samples(codes, classes)).nats(), row.labels().orElseThrow().nats());
      PlaneCodes inputs = row.inputCodes().orElseThrow();
      assertEquals(WideNetwork.COLUMNS, inputs.columns());
      assertEquals(x.explainedVariance(), inputs.explainedVariance());
      assertTrue(row.toString().contains("; X: 30 columns -> 3 codes, "), row.toString());
    }
    assertTrue(PlanePlan.of(WIDE, WEIGHTED).run().rows().get(0).layerCodes().isEmpty());
  }

  @Test
  void anEncoderOfXIsFittedOnceForNetworksOnTheSameInputsAndThoseOfLayersForEach() {
    List<String> fitted = Collections.synchronizedList(new ArrayList<>());
    Encoder x = spy("x", Pca.to(3), fitted);
    Encoder layers = spy("layer", Pca.to(2), fitted);
    PlanePlan.of(
            List.of(new WideNetwork(1), new WideNetwork(2)),
            List.of(Presets.ksg(), Presets.gaussianMi()))
        .withCompression(x, layers)
        .withLabelsBy(Presets.ross())
        .run();
    assertEquals(1, Collections.frequency(fitted, "x"));
    // Two networks, two epochs; layer 2 has no more columns than codes.
    assertEquals(2 * 2, Collections.frequency(fitted, "layer"));
  }

  @Test
  void anotherEstimatorOfLabelsSeesCodesToo() {
    PlaneRow row =
        PlanePlan.of(WIDE, Presets.gaussianMi())
            .withLabelsBy(Presets.ross())
            .withCompression(Encoder.none(), Pca.to(2))
            .withLayers(1)
            .run()
            .rows()
            .get(0);
    Variable t = WIDE.noisyActivations(0, 1);
    Samples codes = new Samples(Pca.to(2).fit(t).apply(t), WIDE.labels().orElseThrow());
    assertEquals(Presets.ross().estimate(codes).nats(), row.labels().orElseThrow().nats());
    assertEquals(WideNetwork.COLUMNS, row.inputCodes().orElseThrow().codes());
    assertEquals(
        Presets.gaussianMi().estimate(new Samples(WIDE.inputs(), codes.x())).nats(),
        row.inputs().orElseThrow().nats());
  }

  @Test
  void aFittedEncoderIsNotFittedAgainAndSmallSamplesFitTheirOwn() {
    Encoding before = Pca.to(3).fit(WIDE.inputs());
    PlanePlan plan =
        PlanePlan.of(WIDE, Presets.gaussianMi()).withLayers(1).withoutLabels().withMaxInputs(60);
    PlaneRow fitted =
        plan.withCompression(Encoder.fitted(before), Encoder.none()).run().rows().get(0);
    PlaneRow own = plan.withCompression(Pca.to(3), Encoder.none()).run().rows().get(0);
    assertEquals(before.explainedVariance(), fitted.inputCodes().orElseThrow().explainedVariance());
    assertTrue(
        own.inputCodes().orElseThrow().explainedVariance() != before.explainedVariance(),
        "fitted on the inputs that are estimated from");
  }

  /** X in 30 columns is a rotation of three with noise: codes keep what T says of them. */
  @Test
  void warningsNameTheVariableWhoseCodesKeepLittle() {
    PlaneRow row =
        PlanePlan.of(WIDE, WEIGHTED)
            .withCompression(Pca.to(1), Pca.to(1))
            .withLayers(1)
            .run()
            .rows()
            .get(0);
    List<String> notes =
        row.inputs().orElseThrow().warnings().stream()
            .filter(note -> note.kind().equals(WarningKind.UNKNOWN_LOSS))
            .map(PlaneValue.Note::message)
            .toList();
    assertEquals(2, notes.size(), notes.toString());
    assertTrue(notes.get(0).startsWith("The 1 codes of x explain"), notes.get(0));
    assertTrue(notes.get(1).startsWith("The 1 codes of t explain"), notes.get(1));
    assertTrue(
        row.labels().orElseThrow().warnings().stream()
            .anyMatch(note -> note.message().startsWith("The 1 codes of t explain")));
    assertTrue(
        row.inputCodes().orElseThrow().explainedVariance() < EstimateWarning.UnknownLoss.ENOUGH);
  }

  @Test
  void intervalsAreThoseOfInferenceOnTheCodes() {
    PlaneRow row =
        PlanePlan.of(WIDE, WEIGHTED)
            .withCompression(Pca.to(3), Pca.to(2))
            .withInterval(0.9)
            .withLayers(1)
            .withSeed(Seed.of(5))
            .run()
            .rows()
            .get(0);
    Variable t = WIDE.noisyActivations(0, 1);
    Variable codes = Pca.to(2).fit(t).apply(t);
    Variable x = Pca.to(3).fit(WIDE.inputs()).apply(WIDE.inputs());
    Inference direct =
        Inference.of(WEIGHTED)
            .withInterval(0.9)
            .withChecks(false)
            .withSeed(Seed.of(5).derive("intervals"));
    Interval inputs = row.inputs().orElseThrow().interval().orElseThrow();
    assertEquals(direct.estimate(new Samples(x, codes)).interval().orElseThrow(), inputs);
    assertEquals(
        direct.estimate(new Samples(codes, WIDE.labels().orElseThrow())).interval().orElseThrow(),
        row.labels().orElseThrow().interval().orElseThrow());
    assertTrue(inputs.contains(row.inputs().orElseThrow().nats()));
    assertTrue(row.toString().contains("90 % interval ["), row.toString());
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class, () -> PlanePlan.of(WIDE, WEIGHTED).withInterval(95));
    assertEquals("level must be in (0, 1): level=95.0", wrong.getMessage());
  }

  @Test
  void whatCannotBeEncodedIsARowWithItsReason() {
    Encoder failing =
        variable -> {
          throw new IllegalArgumentException(variable.name() + " does not suit");
        };
    PlaneTable table = PlanePlan.of(WIDE, WEIGHTED).withCompression(Encoder.none(), failing).run();
    assertEquals("t does not suit", table.rows().get(0).failure());
    assertTrue(table.rows().get(0).layerCodes().isEmpty());
    PlaneTable ofInputs =
        PlanePlan.of(WIDE, WEIGHTED).withCompression(failing, Encoder.none()).run();
    assertEquals("x does not suit", ofInputs.rows().get(0).failure());
  }

  @Test
  void rowsAreTheSameOnAnyThreadsAndFromACheckpoint() throws IOException {
    PlanePlan plan =
        PlanePlan.of(
                List.of(new WideNetwork(1), new WideNetwork(2)),
                List.of(Presets.gaussianMi(), Presets.ksg()))
            .withMaxInputs(60)
            .withCompression(Pca.to(3), Pca.to(2).withNoise(0.05))
            .withInterval(0.95);
    byte[] expected = csv(plan.run(RunOptions.withDefaults().withThreads(1)), "one");
    Path checkpoint = folder.resolve("checkpoint");
    byte[] onFour =
        csv(plan.run(RunOptions.withDefaults().withThreads(4).withCheckpoint(checkpoint)), "four");
    assertEquals(text(expected), text(onFour));
    // A file that was cut short, as by a killed process.
    List<String> lines = Files.readAllLines(checkpoint);
    assertEquals(2 + plan.cells(), lines.size());
    Path part = folder.resolve("part");
    Files.write(part, lines.subList(0, 9));
    byte[] resumed =
        csv(plan.run(RunOptions.withDefaults().withThreads(2).withCheckpoint(part)), "resumed");
    assertEquals(text(expected), text(resumed));
    byte[] read = csv(plan.run(RunOptions.withDefaults().withCheckpoint(part)), "read");
    assertEquals(text(expected), text(read));
    assertEquals(2 + plan.cells(), Files.readAllLines(part).size(), "no work is done twice");
    assertTrue(text(read).contains("t_loss_bound_nats"));

    for (PlanePlan other :
        List.of(
            plan.withCompression(Pca.to(4), Pca.to(2).withNoise(0.05)), plan.withInterval(0.9))) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () -> other.run(RunOptions.withDefaults().withCheckpoint(part)));
      assertTrue(
          refused.getMessage().contains("compression") || refused.getMessage().contains("interval"),
          refused.getMessage());
    }
  }

  @Test
  void aLineOfCsvHasAFieldForEachColumn() throws IOException {
    PlanePlan plan =
        PlanePlan.of(new WideNetwork(1), Presets.gaussianMi()).withBins(new BinGrid.OfWidth(0.1));
    PlaneTable table = plan.run();
    Path binned = folder.resolve("binned.csv");
    table.writeBinnedCsv(binned, CsvText.EXACT);
    for (String text : List.of(text(csv(table, "fields")), Files.readString(binned))) {
      List<CSVRecord> lines = CSVParser.parse(text, CSVFormat.DEFAULT).getRecords();
      assertTrue(lines.size() > 1);
      lines.forEach(line -> assertEquals(lines.get(0).size(), line.size()));
    }
    CSVRecord first =
        CSVParser.parse(text(csv(table, "first")), CSVFormat.DEFAULT).getRecords().get(1);
    assertEquals(plan.labels().get(0), first.get(3));
  }

  private byte[] csv(PlaneTable table, String name) throws IOException {
    Path file = folder.resolve(name + ".csv");
    table.writeCsv(file, CsvText.EXACT);
    return Files.readAllBytes(file);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Encoder spy(String name, Encoder encoder, List<String> fitted) {
    return new Encoder() {
      @Override
      public Encoding fit(Variable variable) {
        fitted.add(name);
        return encoder.fit(variable);
      }

      @Override
      public OptionalInt mostCodes() {
        return encoder.mostCodes();
      }
    };
  }

  /**
   * X in 30 columns; T of layer 1 has 12 columns, of layer 2 two, all with noise.
   *
   * @param gain by epoch
   */
  record WideNetwork(double gain) implements ActivationSource {

    static final int N = 120;
    static final int COLUMNS = 30;

    private static final double[][] LATENT = normal("latent", 3);
    private static final double[][] X = mixed(LATENT, normal("x", COLUMNS));

    private static double[][] normal(String name, int d) {
      double[][] columns = new double[d][N];
      ZigguratSampler.NormalizedGaussian normal =
          ZigguratSampler.NormalizedGaussian.of(Seed.of(8).derive(name).generator());
      for (double[] column : columns) {
        for (int i = 0; i < N; i++) {
          column[i] = normal.sample();
        }
      }
      return columns;
    }

    /** Sums of the sources with fixed weights, and a tenth of the noise. */
    private static double[][] mixed(double[][] sources, double[][] noise) {
      double[][] columns = new double[noise.length][N];
      for (int j = 0; j < columns.length; j++) {
        for (int i = 0; i < N; i++) {
          columns[j][i] = 0.1 * noise[j][i];
          for (int s = 0; s < sources.length; s++) {
            columns[j][i] += Math.cos(1 + j + 2.0 * s * j) * sources[s][i];
          }
        }
      }
      return columns;
    }

    @Override
    public String name() {
      return "wide";
    }

    @Override
    public List<Integer> epochs() {
      return List.of(0, 3);
    }

    @Override
    public List<Integer> layers() {
      return List.of(1, 2);
    }

    @Override
    public Variable inputs() {
      return Variable.ofColumns("x", X);
    }

    @Override
    public Optional<Variable> labels() {
      int[] classes = new int[N];
      for (int i = 0; i < N; i++) {
        classes[i] = LATENT[0][i] > 0.3 ? 2 : LATENT[1][i] > 0 ? 1 : 0;
      }
      return Optional.of(Variable.discrete("y", classes));
    }

    @Override
    public Variable activations(int epoch, int layer) {
      return values(epoch, layer, 0);
    }

    @Override
    public Variable noisyActivations(int epoch, int layer) {
      return values(epoch, layer, 0.2);
    }

    private Variable values(int epoch, int layer, double beta) {
      double[][] columns = new double[layer == 1 ? 12 : 2][N];
      double[][] noise = normal("epoch " + epoch + " layer " + layer, columns.length);
      for (int j = 0; j < columns.length; j++) {
        for (int i = 0; i < N; i++) {
          double sum = LATENT[j % 3][i] + 0.3 * j * LATENT[(j + 1) % 3][i];
          columns[j][i] = Math.tanh((1 + gain * epoch) * sum) + beta * noise[j][i];
        }
      }
      return Variable.ofColumns("t", columns);
    }
  }
}
