package io.github.miscope.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelectionPlanTest {

  private static final Set<String> INFORMATIVE = Set.of("x1", "x2", "x3", "x4", "x5");

  /** A thousand columns, of which five copy the informative ones: mRMR and CMIM are not misled. */
  @Tag("slow")
  @ParameterizedTest
  @EnumSource(
      value = SelectionCriterion.class,
      names = {"MRMR", "CMIM"})
  void findsFiveOfAThousandColumns(SelectionCriterion criterion) {
    Friedman data = Friedman.of(500, 995, 1);
    MiSelection found =
        SelectionPlan.of(data.target(), data.columns()).withCriterion(criterion).withMost(6).run();
    assertEquals(INFORMATIVE, Set.copyOf(found.names().subList(0, 5)));
    assertEquals(OptionalInt.of(5), found.stop());
  }

  @ParameterizedTest
  @EnumSource(SelectionCriterion.class)
  void hasTheOrderOfAPlainSelection(SelectionCriterion criterion) {
    Friedman data = Friedman.of(200, 30, 2);
    SelectionPlan plan =
        SelectionPlan.of(data.target(), data.columns())
            .withCriterion(criterion)
            .withMost(12)
            .withPermutations(0);
    assertEquals(new PlainSelection(plan).names(), plan.run().names());
  }

  @ParameterizedTest
  @EnumSource(SelectionCriterion.class)
  void hasTheOrderOfAPlainSelectionOfMixedColumns(SelectionCriterion criterion) {
    SelectionPlan plan = mixed(300).withCriterion(criterion).withMost(5).withPermutations(0);
    assertEquals(new PlainSelection(plan).names(), plan.run().names());
  }

  /** A discrete target: a column of levels, a number, and noise of both kinds. */
  private static SelectionPlan mixed(int n) {
    UniformRandomProvider random = Seed.of(5).generator();
    int[] target = new int[n];
    int[] level = new int[n];
    int[] noiseLevel = new int[n];
    double[][] x = new double[3][n];
    for (int i = 0; i < n; i++) {
      level[i] = random.nextInt(3);
      noiseLevel[i] = random.nextInt(4);
      for (double[] column : x) {
        column[i] = random.nextDouble();
      }
      target[i] = (level[i] > 0 ? 1 : 0) + (x[0][i] > 0.4 ? 2 : 0);
    }
    List<Variable> columns =
        List.of(
            Variable.discrete("noise level", noiseLevel),
            Variable.of("noise 1", x[1]),
            Variable.of("number", x[0]),
            Variable.discrete("level", level),
            Variable.of("noise 2", x[2]));
    return SelectionPlan.of(Variable.discrete("class", target), columns);
  }

  @Test
  void takesColumnsOfAnyKindAndStopsAfterThem() {
    MiSelection found = mixed(300).withMost(4).run();
    assertEquals(Set.of("level", "number"), Set.copyOf(found.names().subList(0, 2)));
    assertTrue(found.steps().get(0).adjustedPValue().orElseThrow() < 0.05);
    assertTrue(found.steps().get(2).adjustedPValue().orElse(1) > 0.05, found.toString());
  }

  /** No column tells of the target: the first adjusted p-value is below 5 % in 5 % of data sets. */
  @Test
  void stopsAtOnceWhereNothingIsFound() {
    int sets = 100;
    int wrong = 0;
    for (int set = 0; set < sets; set++) {
      UniformRandomProvider random = Seed.of(7).derive("set", set).generator();
      List<Variable> columns = new ArrayList<>();
      for (int j = 0; j <= 20; j++) {
        columns.add(Variable.of("c" + j, random.doubles(100).toArray()));
      }
      MiSelection found =
          SelectionPlan.of(columns.get(20), columns.subList(0, 20))
              .withMost(1)
              .withPermutations(200)
              .run();
      wrong += found.stop().orElseThrow() > 0 ? 1 : 0;
    }
    // More than 13 of 100 have a probability of 5e-4 where each has 5 %. Bonferroni is below 5 %.
    assertTrue(wrong <= 13, "wrong = " + wrong);
  }

  /** An exclusive or: neither column tells anything alone. */
  @Test
  void seesWhatOnlyTwoColumnsTellTogether() {
    UniformRandomProvider random = Seed.of(11).generator();
    int n = 400;
    double[][] x = new double[4][n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (double[] column : x) {
        column[i] = random.nextDouble() - 0.5;
      }
      y[i] = x[0][i] + 3 * Math.signum(x[0][i]) * Math.signum(x[1][i]) * x[2][i];
    }
    List<Variable> columns = new ArrayList<>();
    for (int j = 0; j < 4; j++) {
      columns.add(Variable.of("x" + j, x[j]));
    }
    MiSelection found =
        SelectionPlan.of(Variable.of("y", y), columns)
            .withCriterion(SelectionCriterion.JMI)
            .withPermutations(0)
            .withMost(3)
            .run();
    assertFalse(found.names().contains("x3"), found.names().toString());
  }

  @Test
  void everyStepSaysWhatItRestsOn() {
    Friedman data = Friedman.of(150, 5, 3);
    MiSelection found =
        SelectionPlan.of(data.target(), data.columns())
            .withCriterion(SelectionCriterion.MRMR)
            .withMost(3)
            .withPermutations(20)
            .run();
    SelectionStep first = found.steps().get(0);
    assertEquals(first.relevance(), first.score());
    assertTrue(first.redundancy().isEmpty());
    assertEquals(15, first.candidates());
    SelectionStep second = found.steps().get(1);
    assertEquals(14, second.candidates());
    assertEquals(second.relevance() - second.redundancy().orElseThrow(), second.score(), 1e-12);
    assertTrue(second.pValue().isPresent());
    assertTrue(second.conditional().isEmpty());
  }

  @Test
  void threadsChangeNoBit() {
    Friedman data = Friedman.of(150, 20, 4);
    SelectionPlan plan =
        SelectionPlan.of(data.target(), data.columns()).withMost(4).withPermutations(20);
    assertEquals(
        plan.run(RunOptions.withDefaults().withThreads(1)),
        plan.run(RunOptions.withDefaults().withThreads(7)));
  }

  /** A file serves other criteria and more columns, and what is in it is not estimated again. */
  @Test
  void aCheckpointKeepsEstimatesAndTests(@TempDir Path folder) throws IOException {
    Friedman data = Friedman.of(100, 10, 4);
    Path file = folder.resolve("selection");
    RunOptions kept = RunOptions.withDefaults().withCheckpoint(file);
    SelectionPlan plan =
        SelectionPlan.of(data.target(), data.columns()).withMost(3).withPermutations(20);
    MiSelection plain = plan.run();
    assertEquals(plain, plan.run(kept));
    long lines = lines(file);
    assertEquals(plain, plan.run(kept));
    assertEquals(lines, lines(file));
    SelectionPlan jmi = plan.withCriterion(SelectionCriterion.JMI).withMost(4);
    assertEquals(jmi.run(), jmi.run(kept));
    assertTrue(lines(file) > lines);
    String message =
        assertThrows(IllegalArgumentException.class, () -> plan.withPermutations(30).run(kept))
            .getMessage();
    assertTrue(message.contains("permutations: 20 in the file, 30 now"), message);
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }

  @Test
  void anInterruptedSelectionGoesOn(@TempDir Path folder) {
    Friedman data = Friedman.of(100, 10, 6);
    SelectionPlan plan =
        SelectionPlan.of(data.target(), data.columns()).withMost(4).withPermutations(20);
    RunOptions kept = RunOptions.withDefaults().withCheckpoint(folder.resolve("selection"));
    assertThrows(
        SelectionInterruptedException.class,
        () ->
            plan.run(
                kept.withProgress(
                    now -> {
                      if (now.done() >= 40) {
                        Thread.currentThread().interrupt();
                      }
                    })));
    assertFalse(Thread.interrupted());
    assertEquals(plan.run(), plan.run(kept));
  }

  @Test
  void aColumnWithoutAnEstimateIsNamed() {
    Friedman data = Friedman.of(60, 2, 5);
    List<Variable> columns = new ArrayList<>(data.columns());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      names.add("id" + i);
    }
    columns.add(Variable.discrete("id", names));
    MiSelection found =
        SelectionPlan.of(data.target(), columns).withMost(2).withPermutations(0).run();
    assertEquals(Set.of("id"), found.failures().keySet());
    IllegalArgumentException none =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                SelectionPlan.of(data.target(), columns)
                    .withEstimator(Presets.ksg().withK(60))
                    .run());
    assertTrue(
        none.getMessage().startsWith("none of 13 columns has an estimate with y; x1: "),
        none.getMessage());
  }

  @Test
  void reportsProgressOfTheWhole() {
    Friedman data = Friedman.of(100, 10, 6);
    AtomicInteger last = new AtomicInteger();
    SelectionPlan plan = SelectionPlan.of(data.target(), data.columns()).withMost(3);
    plan.run(
        RunOptions.withDefaults()
            .withProgress(
                now -> {
                  assertTrue(now.done() >= last.get());
                  last.set(now.done());
                  assertEquals(60, now.total());
                }));
    assertEquals(60, last.get());
  }

  @Test
  void anInterruptCarriesWhatWasChosen() {
    Friedman data = Friedman.of(100, 10, 6);
    SelectionPlan plan = SelectionPlan.of(data.target(), data.columns()).withMost(4);
    SelectionInterruptedException stopped =
        assertThrows(
            SelectionInterruptedException.class,
            () ->
                plan.run(
                    RunOptions.withDefaults()
                        .withProgress(
                            now -> {
                              if (now.done() >= 40) {
                                Thread.currentThread().interrupt();
                              }
                            })));
    assertFalse(Thread.interrupted());
    int finished = stopped.finished().steps().size();
    assertTrue(finished == 1 || finished == 2, "finished = " + finished);
    assertEquals(plan.run().names().subList(0, finished), stopped.finished().names());
  }

  @Test
  void refusesWhatItCannotDo() {
    Friedman data = Friedman.of(50, 1, 6);
    SelectionPlan plan = SelectionPlan.of(data.target(), data.columns());
    refuses("most must be >= 1: most=0", () -> plan.withMost(0));
    refuses("permutations must be >= 20: permutations=5", () -> plan.withPermutations(5));
    refuses("level must be in (0, 1): level=1.0", () -> plan.withLevel(1));
    refuses(
        "candidates must be >= 1: candidates=0", () -> SelectionPlan.of(data.target(), List.of()));
  }

  private static void refuses(String message, Runnable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work::run).getMessage());
  }
}
