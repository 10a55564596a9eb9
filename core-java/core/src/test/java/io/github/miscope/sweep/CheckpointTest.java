package io.github.miscope.sweep;

import static io.github.miscope.sweep.SweepTest.withoutSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Task;
import io.github.miscope.task.Tasks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint gives its own plan's rows back, and nothing else. */
class CheckpointTest {

  private static final Sweep SMALL =
      Sweep.of(Tasks.correlatedGaussians(2, 0.6), Presets.ksg(), Presets.ksgLocal())
          .over(Axis.scaleX(), 0.1, 1, 10)
          .withSamples(100)
          .withTrials(4)
          .withSeed(Seed.of(42));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("sweep.checkpoint");
  }

  private RunOptions options() {
    return RunOptions.withDefaults().withThreads(2).withCheckpoint(file);
  }

  private static Sweep tiny(Task task, MutualInformationEstimator... estimators) {
    return Sweep.of(task, estimators).withSamples(40).withTrials(2);
  }

  @Test
  void isTakenUpAndATornLineDropped() throws Exception {
    SweepTable whole = SMALL.run(options());
    List<String> lines = Files.readAllLines(file);
    assertEquals(2 + 24, lines.size());
    // As if killed in the middle of the twelfth row.
    String torn = String.join("\n", lines.subList(0, 13)) + "\n" + lines.get(13).substring(0, 40);
    Files.writeString(file, torn);
    List<Integer> done = new ArrayList<>();
    SweepTable resumed = SMALL.run(options().withProgress(s -> done.add(s.done())));
    assertEquals(11, done.get(0));
    assertEquals(withoutSeconds(whole), withoutSeconds(resumed));
    // A run that finds everything computes nothing, not even timings.
    SweepTable again = SMALL.run(options());
    assertEquals(resumed.rows(), again.rows());
  }

  /** The second of two plans must not be given the first one's rows. */
  private String refusal(Sweep first, Sweep second) {
    first.run(options());
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> second.run(options()));
    assertTrue(e.getMessage().contains("belongs to another plan"), e.getMessage());
    assertEquals(
        withoutSeconds(first.run()), withoutSeconds(first.run(options())), "the file is untouched");
    file = folder.resolve(file.getFileName() + "1");
    return e.getMessage();
  }

  @Test
  void eachOptionThatDiffersIsNamed() {
    assertContains("seed: 42 in the file, 43 now", refusal(SMALL, SMALL.withSeed(Seed.of(43))));
    assertContains("samples: 100 in the file, 101 now", refusal(SMALL, SMALL.withSamples(101)));
    assertContains(
        "axis: scaleX in the file, scaleY now",
        refusal(SMALL, SMALL.over(Axis.scaleY(), 0.1, 1, 10)));
    assertContains(
        "values: 3 from 0.1 to 10.0 in the file and now, but",
        refusal(SMALL, SMALL.over(Axis.scaleX(), 0.1, 2, 10)));
    assertContains(
        "task: correlatedGaussians(d = 2, rho = 0.6) in the file, correlatedGaussians(d = 2, rho ="
            + " 0.7) now",
        refusal(
            tiny(Tasks.correlatedGaussians(2, 0.6), Presets.ksg()),
            tiny(Tasks.correlatedGaussians(2, 0.7), Presets.ksg())));
    assertContains(
        "estimator \"KSG-Local\": KSG-Local in the file, not given now; estimator \"KSG2\": not"
            + " given in the file, KSG2 now",
        refusal(
            tiny(Tasks.correlatedGaussians(2, 0.6), Presets.ksg(), Presets.ksgLocal()),
            tiny(
                Tasks.correlatedGaussians(2, 0.6),
                Presets.ksg(),
                new Labelled(Presets.ksg().withK(5), "KSG2"))));
  }

  private static void assertContains(String part, String text) {
    assertTrue(text.contains(part), text);
  }

  /** I = 0.83 and 0.005 nats under one label. */
  @Test
  void anotherCovarianceIsAnotherPlan() {
    assertContains(
        "task: gaussian(dX = 1, dY = 1) in the file and now, but with other data",
        refusal(
            tiny(Tasks.gaussian(new double[][] {{1, 0.9}, {0.9, 1}}, 1), Presets.ksg()),
            tiny(Tasks.gaussian(new double[][] {{1, 0.1}, {0.1, 1}}, 1), Presets.ksg())));
  }

  @Test
  void otherDataOfTheSameShapeAreAnotherPlan() {
    Samples one = Tasks.correlatedGaussians(1, 0.9).sample(40, Seed.of(1));
    Samples two = Tasks.correlatedGaussians(1, 0.1).sample(40, Seed.of(1));
    assertContains(
        "task: data(n = 40",
        refusal(tiny(Tasks.data(one), Presets.ksg()), tiny(Tasks.data(two), Presets.ksg())));
    double[] x = one.x().column(0);
    x[39] = Math.nextUp(x[39]);
    assertContains(
        "task: data(n = 40",
        refusal(
            tiny(Tasks.data(one), Presets.ksg()),
            tiny(Tasks.data(Samples.of(x, one.y().column(0))), Presets.ksg())));
  }

  @Test
  void anotherEstimatorUnderTheSameLabelIsAnotherPlan() {
    Task task = Tasks.correlatedGaussians(1, 0.9);
    assertContains(
        "estimator \"mine\": mine in the file and now, but with other data or parameters",
        refusal(
            tiny(task, new Labelled(Presets.ksg(), "mine")),
            tiny(task, new Labelled(Presets.ksg().withK(9), "mine"))));
  }

  /** Labels are the same, a map inside is not. */
  @Test
  void anotherMapOfTheSameLabelIsAnotherPlan() {
    Task task = Tasks.correlatedGaussians(1, 0.9);
    refusal(
        tiny(task.mapX(Bijection.affine(new double[][] {{1}}, 0)), Presets.biKsg()),
        tiny(task.mapX(Bijection.affine(new double[][] {{4}}, 0)), Presets.biKsg()));
    refusal(
        tiny(task.mapX(Bijection.pointwise("warp", x -> x + 1, x -> x - 1)), Presets.biKsg()),
        tiny(task.mapX(Bijection.pointwise("warp", x -> x * 9, x -> x / 9)), Presets.biKsg()));
  }

  /** An axis is a function: what it does to the setting counts, not its name. */
  @Test
  void anotherAxisOfTheSameNameIsAnotherPlan() {
    Sweep plan = tiny(Tasks.correlatedGaussians(1, 0.9), Presets.ksg());
    assertContains(
        "settings",
        refusal(
            plan.over(Axis.of("mine", "", (s, v) -> s.withSamples(40 + v.intValue())), 1, 2),
            plan.over(Axis.of("mine", "", (s, v) -> s.withSamples(60 + v.intValue())), 1, 2)));
  }

  @Test
  void codeWithoutANameIsRefusedBeforeAnyWork() {
    Task lambda = seed -> Tasks.correlatedGaussians(1, 0.9);
    MutualInformationEstimator estimator = samples -> Presets.ksg().estimate(samples);
    for (Sweep plan :
        List.of(
            tiny(lambda, Presets.ksg()),
            tiny(lambda.mapX(Bijection.cube()), Presets.ksg()),
            tiny(Tasks.correlatedGaussians(1, 0.9), estimator),
            tiny(Tasks.correlatedGaussians(1, 0.9), new Labelled(estimator, "mine")))) {
      assertEquals(2, plan.run().rows().size(), "runs without a checkpoint");
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> plan.run(options()));
      assertContains("has no identity", e.getMessage());
      assertContains("identifiedBy(", e.getMessage());
      assertFalse(Files.exists(file));
    }
  }

  @Test
  void codeUnderANameIsTakenUp() {
    MutualInformationEstimator estimator = samples -> Presets.ksg().estimate(samples);
    Task lambda = seed -> Tasks.correlatedGaussians(1, 0.9);
    Sweep plan = tiny(lambda.identifiedBy("mine"), estimator.identifiedBy("theirs"));
    SweepTable table = plan.run(options());
    assertEquals("mine", table.rows().get(0).task());
    assertEquals("theirs", table.rows().get(0).estimator());
    assertEquals(table.rows(), plan.run(options()).rows());
    assertContains(
        "estimator \"theirs\"", refusal(plan, tiny(lambda.identifiedBy("mine"), Presets.ksg())));
    MutualInformationEstimator other9 = samples -> Presets.ksg().withK(9).estimate(samples);
    assertContains(
        "estimate by theirs: of the first trial in the file and now, but",
        refusal(plan, tiny(lambda.identifiedBy("mine"), other9.identifiedBy("theirs"))));
    refusal(
        tiny(lambda.identifiedBy("mine"), MutualInformationEstimator.of("f", Samples::n)),
        tiny(lambda.identifiedBy("mine"), MutualInformationEstimator.of("f", s -> 2 * s.n())));
    // The name lies, and the first samples tell.
    Task other = seed -> Tasks.correlatedGaussians(1, 0.1);
    assertContains(
        "data: of the first trial in the file and now, but",
        refusal(plan, tiny(other.identifiedBy("mine"), estimator.identifiedBy("theirs"))));
    Task fixed = Tasks.correlatedGaussians(1, 0.9).identifiedBy("mine");
    assertNotEquals(
        tiny(fixed.withCorrelation(0.5), Presets.ksg()).identity(),
        tiny(fixed, Presets.ksg()).identity());
    assertEquals("mine, dimension = 2", fixed.withDimension(2).toString());
  }

  @Test
  void moreTrialsExtendTheFile() {
    SweepTable four = SMALL.run(options());
    List<Integer> done = new ArrayList<>();
    SweepTable six = SMALL.withTrials(6).run(options().withProgress(s -> done.add(s.done())));
    assertEquals(24, done.get(0));
    assertEquals(withoutSeconds(SMALL.withTrials(6).run()), withoutSeconds(six));
    // Fewer find theirs, and change nothing.
    assertEquals(four.rows(), SMALL.run(options()).rows());
    assertEquals(six.rows(), SMALL.withTrials(6).run(options()).rows());
  }

  @Test
  void theDefaultLocaleChangesNothing() throws Exception {
    Locale before = Locale.getDefault();
    try {
      SweepTable table = SMALL.run(options());
      byte[] header = header();
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("\u0661\u0660", String.format("%d", 10), "another locale");
      assertEquals(table.rows(), SMALL.run(options()).rows());
      Files.delete(file);
      SMALL.run(options());
      assertEquals(
          new String(header, StandardCharsets.UTF_8), new String(header(), StandardCharsets.UTF_8));
      assertContains("100 samples", SMALL.toString());
    } finally {
      Locale.setDefault(before);
    }
  }

  private byte[] header() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    int ends = 0;
    int length = 0;
    while (ends < 2) {
      ends += whole[length++] == '\n' ? 1 : 0;
    }
    return Arrays.copyOf(whole, length);
  }

  /** Labels of several bytes a letter, with line ends and half a surrogate pair. */
  private static Sweep odd() {
    return tiny(
            Tasks.correlatedGaussians(1, 0.9).identifiedBy("gr\u00f6\u00dfer\nals \ud83d\ude00"),
            new Labelled(Presets.ksg().withK(1), "k\n\u2028\t,\"\u0661\ud83d"),
            new Labelled(Presets.ksg().withK(60), "\u592a\u591a"))
        .withTrials(2);
  }

  @Test
  void aLabelWithALineEndResumes() {
    SweepTable table = odd().run(options());
    assertTrue(table.rows().get(3).failed(), "its reason is kept too");
    assertEquals(table.rows(), odd().run(options()).rows());
  }

  /** A kill may cut within a letter. */
  @Test
  void aCutAtAnyByteResumes() throws Exception {
    List<SweepRow> right = withoutSeconds(odd().run(options()));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(right, withoutSeconds(odd().run(options())), "cut at byte " + length);
    }
  }

  @Test
  void aFlippedBitAnywhereIsRefusedOrComputedAnew() throws Exception {
    List<SweepRow> right = withoutSeconds(odd().run(options()));
    byte[] whole = Files.readAllBytes(file);
    int header = header().length;
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      Files.write(file, flipped);
      if (i < header) {
        IllegalArgumentException e =
            assertThrows(IllegalArgumentException.class, () -> odd().run(options()), "byte " + i);
        assertContains("sweep.checkpoint", e.getMessage());
      } else {
        assertEquals(right, withoutSeconds(odd().run(options())), "byte " + i);
      }
    }
  }

  @Test
  void rowsOfAnotherFileDoNotCount() throws Exception {
    Sweep one = tiny(Tasks.correlatedGaussians(1, 0.9), Presets.ksg());
    Sweep two = tiny(Tasks.correlatedGaussians(1, 0.1), Presets.ksg());
    one.run(options());
    List<String> rows = Files.readAllLines(file).subList(2, 4);
    Files.delete(file);
    List<SweepRow> right = withoutSeconds(two.run(options()));
    List<String> mixed = new ArrayList<>(Files.readAllLines(file).subList(0, 2));
    mixed.addAll(rows);
    Files.writeString(file, String.join("\n", mixed) + "\n");
    assertEquals(right, withoutSeconds(two.run(options())));
  }

  @Test
  void aForeignFileIsNotTouched() throws Exception {
    Files.writeString(file, "dear diary\n");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SMALL.run(options()));
    assertContains("is not a miscope checkpoint", e.getMessage());
    assertEquals("dear diary\n", Files.readString(file));
    Files.writeString(file, "# miscope sweep checkpoint 1\n# sweep of scaleX\n");
    e = assertThrows(IllegalArgumentException.class, () -> SMALL.run(options()));
    assertContains("of another kind or version", e.getMessage());
  }

  /** Two runs of one plan would do all work twice. */
  @Test
  @Timeout(60)
  void aSecondRunIsRefusedWhileTheFirstGoesOn() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger estimates = new AtomicInteger();
    MutualInformationEstimator slow =
        samples -> {
          if (samples.n() < 200) {
            return Presets.ksg().estimate(samples); // For the plan's identity.
          }
          estimates.incrementAndGet();
          started.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Presets.ksg().estimate(samples);
        };
    Sweep plan =
        tiny(Tasks.correlatedGaussians(1, 0.9), slow.identifiedBy("slow")).withSamples(200);
    List<SweepTable> tables = new ArrayList<>();
    Thread first = new Thread(() -> tables.add(plan.run(options())));
    first.start();
    started.await();
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> plan.run(options()));
    assertContains("in use by another run", e.getMessage());
    go.countDown();
    first.join();
    assertEquals(2, estimates.get());
    assertEquals(tables.get(0).rows(), plan.run(options()).rows(), "then it is free");
    assertEquals(2, estimates.get());
  }

  @Test
  void identitiesAreEqualForEqualPlans() {
    Sweep again =
        Sweep.of(Tasks.correlatedGaussians(2, 0.6), Presets.ksg(), Presets.ksgLocal())
            .over(Axis.scaleX(), 0.1, 1, 10)
            .withSamples(100)
            .withTrials(9)
            .withSeed(Seed.of(42));
    assertEquals(SMALL.identity(), again.identity());
    assertNotEquals(SMALL.identity(), again.withSamples(99).identity());
  }
}
