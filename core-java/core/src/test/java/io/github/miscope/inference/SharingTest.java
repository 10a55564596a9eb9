package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.mixed.ByType;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done once for many estimates changes no bit of them. */
@Tag("slow")
class SharingTest {

  private static final List<MutualInformationEstimator> ESTIMATORS =
      List.of(
          Presets.ksg(),
          Presets.ksg2(),
          Ksg.closedBall(),
          Presets.biKsg(),
          Ksg.ksg1().withTies(Ties.strict()),
          Presets.ksgLocal(),
          Presets.ksgGlobalLinf(),
          Presets.auto(),
          ByType.of(Presets.ksg()),
          Presets.gaussianMi(),
          Inference.of(Presets.ksg()).withPValue(2));

  private static Samples samples(int n, int d) {
    return Tasks.correlatedGaussians(d, 0.6).sample(n, Seed.of(7));
  }

  private static Variable rounded(Variable variable) {
    double[][] columns = variable.columns();
    columns[0] = Arrays.stream(columns[0]).map(v -> Math.rint(4 * v) / 4).toArray();
    return variable.withColumns(columns);
  }

  /** Random, tied in X or in Y, and a constant column. */
  private static List<Samples> kinds(int n, int d) {
    Samples plain = samples(n, d);
    double[][] constant = plain.y().columns();
    Arrays.fill(constant[0], 3);
    return List.of(
        plain,
        new Samples(rounded(plain.x()), plain.y()),
        new Samples(plain.x(), rounded(plain.y())),
        new Samples(plain.x(), plain.y().withColumns(constant)));
  }

  @Test
  void permutationsOfPreparedVariables() {
    for (int d : new int[] {1, 3}) {
      for (Samples samples : kinds(100, d)) {
        for (MutualInformationEstimator estimator : ESTIMATORS) {
          PreparingEstimator preparing = PreparingEstimator.of(estimator);
          PreparedVariable x = preparing.prepareX(samples.x());
          PreparedVariable y = preparing.prepareY(samples.y());
          for (int b = 0; b < 3; b++) {
            int[] order = PermutationSampler.natural(100);
            PermutationSampler.shuffle(Seed.of(b).generator(), order);
            // Drawn with replacement, too: such schemes exist.
            order[0] = b == 2 ? order[1] : order[0];
            Samples permuted = new Samples(samples.x(), samples.y().rows(order));
            assertEquals(
                estimator.estimate(permuted),
                preparing.estimate(x, y.permuted(order)),
                estimator + " on " + samples);
          }
          int[] back = new int[100];
          Arrays.setAll(back, i -> 99 - i);
          assertEquals(
              estimator.estimate(samples),
              preparing.estimate(x, y.permuted(back).permuted(back)),
              estimator + " twice reversed");
        }
      }
    }
  }

  @Test
  void largePermutedSamplesShareTrees() {
    Samples samples = samples(8200, 2);
    PreparingEstimator ksg = Ksg.ksg2();
    int[] order = PermutationSampler.natural(8200);
    PermutationSampler.shuffle(Seed.of(1).generator(), order);
    assertEquals(
        ksg.estimate(new Samples(samples.x(), samples.y().rows(order))),
        ksg.estimate(ksg.prepareX(samples.x()), ksg.prepareY(samples.y()).permuted(order)));
  }

  @Test
  void matricesAreSingleEstimates() {
    List<Variable> columns = new ArrayList<>();
    for (Samples samples : kinds(80, 1)) {
      columns.add(samples.x());
      columns.add(samples.y());
    }
    List<Samples> pairs = PairwiseEstimates.pairs(columns);
    assertEquals(28, pairs.size());
    for (MutualInformationEstimator estimator : ESTIMATORS) {
      List<Integer> heard = new ArrayList<>();
      List<Estimate> matrix =
          PairwiseEstimates.of(estimator, VariablePairs.of(pairs), heard::add).estimates();
      List<Estimate> single = pairs.stream().map(estimator::estimate).toList();
      assertEquals(single, matrix, estimator::toString);
      assertEquals(28, heard.get(heard.size() - 1));
      List<Estimate> onOneThread = new ArrayList<>();
      Threads.within(
          1, () -> onOneThread.addAll(PairwiseEstimates.of(estimator, pairs).estimates()));
      assertEquals(single, onOneThread, estimator::toString);
    }
  }

  @Test
  void levelsAndNumbersInOneMatrix() {
    Samples samples = samples(200, 1);
    int[] levels = new int[200];
    Arrays.setAll(levels, i -> samples.x().get(i, 0) > 0 ? 1 : 0);
    List<Samples> pairs =
        PairwiseEstimates.pairs(
            List.of(
                samples.x(),
                Variable.discrete("a", levels),
                samples.y(),
                Variable.discrete("b", levels)));
    ByType estimator = ByType.of(Presets.ksg());
    assertEquals(
        pairs.stream().map(estimator::estimate).toList(),
        PairwiseEstimates.of(estimator, pairs).estimates());
  }

  @Test
  void severalKsAtOnce() {
    for (int d : new int[] {1, 2, 6}) {
      for (Samples samples : kinds(120, d)) {
        for (MutualInformationEstimator estimator : ESTIMATORS) {
          if (!(estimator instanceof Inference)
              && estimator.capability(NearestNeighbours.class).isPresent()) {
            NearestNeighbours neighbours = estimator.capability(NearestNeighbours.class).get();
            int[] ks = {3, 1, 17, 3};
            assertEquals(
                Arrays.stream(ks).mapToObj(k -> neighbours.withK(k).estimate(samples)).toList(),
                neighbours.estimateForKs(samples, ks),
                estimator::toString);
          }
        }
      }
    }
  }

  @Test
  void foreignPreparationsAreRefused() {
    Samples samples = samples(50, 1);
    PreparedVariable x = Ksg.ksg1().prepareX(samples.x());
    PreparedVariable y = Ksg.ksg1().prepareY(samples.y());
    assertThrows(IllegalArgumentException.class, () -> Ksg.biKsg().estimate(x, y));
    assertThrows(IllegalArgumentException.class, () -> Ksg.ksg1().estimate(y, x));
    PreparedVariable shorter = Ksg.ksg1().prepareY(samples(40, 1).y());
    assertThrows(IllegalArgumentException.class, () -> Ksg.ksg1().estimate(x, shorter));
    PreparingEstimator local = (PreparingEstimator) Presets.ksgLocal();
    assertThrows(IllegalArgumentException.class, () -> local.estimate(x, y));
  }

  @Test
  void anInterruptStopsAMatrix() {
    List<Samples> pairs = PairwiseEstimates.pairs(List.of(samples(50, 1).x(), samples(50, 1).y()));
    Thread.currentThread().interrupt();
    assertThrows(
        EstimationInterruptedException.class, () -> PairwiseEstimates.of(Presets.ksg(), pairs));
    assertEquals(0, PairwiseEstimates.of(Presets.ksg(), List.of()).size());
  }
}
