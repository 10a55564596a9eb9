package io.github.miscope.neural.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.neural.ChildJvm;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.network.NetworkPlan;
import io.github.miscope.neural.representation.EncoderNetwork;
import io.github.miscope.neural.representation.EncoderTraining;
import io.github.miscope.neural.representation.LinearEvaluation;
import io.github.miscope.neural.representation.TrainedEncoder;
import io.github.miscope.neural.training.SnapshotEpochs;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.score.EncoderTable;
import io.github.miscope.score.MiScore;
import io.github.miscope.score.Origin;
import io.github.miscope.score.Representations;
import io.github.miscope.score.ScoreTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The experiment on dataset inference, at a size of seconds. */
class DatasetInferenceTest {

  private static final DatasetInference TINY = KilledInference.TINY;

  @TempDir Path folder;

  @Test
  void allEncodersAreThereAndAreCompared() {
    DatasetInferenceResult result = TINY.run();
    assertEquals(
        List.of(
            "victim",
            "temperature 0.5",
            "stolen, no heads",
            "stolen, victim's head",
            "stolen, thief's head",
            "stolen, both heads",
            "distilled",
            "independent 1",
            "independent 2",
            "random 1",
            "random 2",
            "random 3"),
        result.encoders().stream().map(NamedEncoder::name).toList());
    Representations seen = result.representations();
    seen.all().forEach(each -> assertEquals(8, each.d(), each.name()));
    assertEquals(60, seen.victim().n());
    assertEquals(
        List.of("independent 1", "independent 2"),
        seen.baselines().stream().map(Variable::name).toList());
    // Targets have 8 columns or the 3 of the victim's head.
    assertEquals(8, result.encoder("stolen, no heads").shape().network().outputs());
    assertEquals(3, result.encoder("stolen, victim's head").shape().network().outputs());
    assertEquals(8, result.encoder("stolen, thief's head").shape().network().outputs());
    assertEquals(3, result.encoder("stolen, both heads").shape().network().outputs());
    EncoderTable table = result.evaluate();
    assertEquals(1, table.row("victim").overlap());
    assertEquals(0.1, table.row("stolen, no heads").temperature().orElseThrow());
    assertTrue(table.row("random 1").temperature().isEmpty());
    assertEquals(6, table.of(Origin.STOLEN, Origin.INDEPENDENT).rows().size());
    table.rows().forEach(row -> assertTrue(row.accuracy() <= 1 && row.accuracy() > 0, "" + row));
    ScoreTable scores = MiScore.of(Presets.ksgLocal()).withGroups(3).of(seen);
    assertEquals(12, scores.rows().size());
    assertTrue(
        assertRefused(() -> result.encoder("x")).startsWith("there is no encoder 'x', only"));
  }

  /** In memory, in a folder, and read from it. */
  @Test
  void equalSeedsGiveEqualBits() throws IOException {
    DatasetInference two = TINY.withHeads(Heads.NONE).withTemperatures(0.2).withBaselines(1, 1);
    DatasetInferenceResult once = two.run();
    assertSame(once, two.run(folder));
    long[] progress = {0};
    DatasetInferenceResult read =
        TrainingProgress.listen(
            (done, total) -> {
              assertTrue(done >= progress[0] && done <= total, done + " of " + total);
              progress[0] = done;
            },
            () -> {
              try {
                return two.run(folder);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    assertEquals(4000, progress[0]);
    assertSame(once, read);
    TrainedEncoder other = two.withSeed(Seed.of(8)).run().encoder("victim");
    assertFalse(
        Arrays.deepEquals(once.encoder("victim").weights().values(), other.weights().values()));
    assertTrue(
        assertRefused(() -> two.withSeed(Seed.of(8)).run(folder)).contains("seed"),
        "a folder of another experiment");
  }

  private static void assertSame(DatasetInferenceResult one, DatasetInferenceResult two) {
    for (int i = 0; i < one.encoders().size(); i++) {
      assertEquals(one.encoders().get(i).name(), two.encoders().get(i).name());
      assertTrue(
          Arrays.deepEquals(
              one.encoders().get(i).encoder().weights().values(),
              two.encoders().get(i).encoder().weights().values()),
          one.encoders().get(i).name());
    }
  }

  private Process start(String name) throws IOException {
    return ChildJvm.of(KilledInference.class, List.of(), folder.resolve(name).toString())
        .redirectError(folder.resolve(name + ".err").toFile())
        .start();
  }

  private List<Path> snapshots(String name) throws IOException {
    Path files = folder.resolve(name);
    if (!Files.exists(files)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (Stream<Path> encoders = Files.list(files)) {
      for (Path encoder : encoders.sorted().toList()) {
        try (Stream<Path> all = Files.list(encoder)) {
          found.addAll(all.filter(file -> file.toString().endsWith(".snapshot")).sorted().toList());
        }
      }
    }
    return found;
  }

  @Test
  void aKilledRunReachesTheBytesOfAnUninterruptedOne() throws Exception {
    KilledInference.SHORT.run(folder.resolve("through"));
    List<Path> through = snapshots("through");
    // Five trainings of five snapshots, the one before the first epoch included.
    assertEquals(5 * 5, through.size());
    Process process = start("killed");
    while (process.isAlive() && snapshots("killed").size() < through.size() / 2) {
      Thread.sleep(2);
    }
    process.destroyForcibly(); // SIGKILL
    assertEquals(128 + 9, process.waitFor(), "ended by SIGKILL, not by itself");
    assertTrue(snapshots("killed").size() < through.size());
    KilledInference.SHORT.run(folder.resolve("killed"));
    List<Path> resumed = snapshots("killed");
    assertEquals(through.size(), resumed.size());
    for (int i = 0; i < resumed.size(); i++) {
      assertArrayEquals(
          Files.readAllBytes(through.get(i)),
          Files.readAllBytes(resumed.get(i)),
          resumed.get(i).toString());
    }
    assertEquals("", Files.readString(folder.resolve("killed.err")));
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    assertThrows(EstimationInterruptedException.class, TINY::run);
  }

  /**
   * Linear evaluation of 1000 test images has a standard error of at most 1.6 points. After all 20
   * epochs the victim is some 20 points above random encoders, which the notebook checks; after 6
   * it has learnt already.
   */
  @Test
  void theSmallVictimLearns() {
    DatasetInference small = Experiments.datasetInference(Size.SMALL);
    NetworkPlan plan =
        EncoderTraining.contrastive(
            small.shape(),
            small.data().own(),
            small.temperature(),
            small
                .training()
                .withEpochs(6)
                .withSnapshots(SnapshotEpochs.at(6))
                .withSeed(small.seed().derive("victim")));
    double victim = accuracy(small, TrainedEncoder.of(small.shape(), plan.train()));
    double random = 0;
    for (int i = 1; i <= 2; i++) {
      Seed seed = small.seed().derive("random " + i);
      random += accuracy(small, TrainedEncoder.random(small.shape().withHead(), seed)) / 2;
    }
    assertTrue(victim > random + 0.05, victim + ", " + random);
  }

  private static double accuracy(DatasetInference experiment, TrainedEncoder encoder) {
    return LinearEvaluation.of(encoder, experiment.data().evaluation(), experiment.evaluation())
        .accuracy();
  }

  /** Four colour images: one step of ResNet34. */
  @Test
  void thePapersSizeTakesAStep() {
    ImageShape shape = new ImageShape(3, 32, 32);
    float[] values = new float[4 * shape.columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.abs(Math.sin(i));
    }
    LabelledData four = LabelledData.of(shape, values, new int[] {0, 1, 0, 1}, 2);
    DatasetInference paper =
        Experiments.datasetInference(
            new InferenceData(four, four, four, SplitData.same(four)), Size.PAPER);
    assertEquals(List.of(0.1, 0.15, 0.25), paper.otherTemperatures());
    assertEquals(200, paper.training().epochs());
    assertEquals(100, paper.attack().epochs());
    assertEquals(512, paper.shape().dimension());
    NetworkPlan plan =
        EncoderTraining.contrastive(
            paper.shape(),
            four,
            paper.temperature(),
            paper.training().withEpochs(1).withSnapshots(SnapshotEpochs.at(1)));
    TrainedEncoder stepped = TrainedEncoder.of(paper.shape(), plan.train());
    assertFalse(Arrays.equals(plan.initial().values()[0], stepped.weights().values()[0]));
    assertEquals(512, stepped.represent("stepped", four).d());
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertEquals(
        "temperatures must differ: temperatures=[0.2, 0.2]",
        assertRefused(() -> TINY.withTemperatures(0.2, 0.2)));
    assertEquals(
        "heads must differ: heads=[no heads, no heads]",
        assertRefused(() -> TINY.withHeads(Heads.NONE, Heads.NONE)));
    assertEquals(
        "independents must be >= 1: independents=0", assertRefused(() -> TINY.withBaselines(0, 1)));
    assertEquals(
        "randoms must be >= 0: randoms=-1", assertRefused(() -> TINY.withBaselines(1, -1)));
    InferenceData data = TINY.data();
    LabelledData flat = data.others().withShape(ImageShape.vector(784));
    assertTrue(
        assertRefused(() -> new InferenceData(data.own(), flat, data.queries(), data.evaluation()))
            .startsWith("all images must have the shape of own "));
    assertTrue(
        assertRefused(() -> TINY.withShape(EncoderNetwork.resNet34(new ImageShape(3, 32, 32))))
            .startsWith("data must have the network's columns "));
  }

  private static String assertRefused(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
