package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PairwiseEstimatesTest {

  private static List<Variable> columns(int d, int n) {
    Variable x = Tasks.correlatedGaussians(d, 0.6).sample(n, Seed.of(7)).x();
    List<Variable> columns = new ArrayList<>();
    for (int j = 0; j < d; j++) {
      columns.add(Variable.of("c" + j, x.column(j)));
    }
    return columns;
  }

  @Test
  void cellsAboveTheDiagonalAreNumberedRowByRow() {
    for (int side : new int[] {0, 1, 2, 3, 7, 3000, 65_536}) {
      TriangleIndex cells = new TriangleIndex(side);
      assertEquals((long) side * (side - 1) / 2, cells.size());
      for (long i = 0; i < cells.size(); i += 1 + cells.size() / 1000) {
        int cell = (int) i;
        assertEquals(cell, cells.of(cells.row(cell), cells.column(cell)));
        assertTrue(cells.row(cell) < cells.column(cell) && cells.column(cell) < side);
      }
      if (side > 1) {
        assertEquals(side - 2, cells.row(cells.size() - 1));
        assertEquals(side - 1, cells.column(cells.size() - 1));
      }
    }
  }

  @Test
  void anImpossiblePairHasAReasonAndLeavesTheOthersAlone() {
    List<Samples> pairs = new ArrayList<>(PairwiseEstimates.pairs(columns(3, 60)));
    pairs.add(1, PairwiseEstimates.pairs(columns(2, 3)).get(0));
    MutualInformationEstimator ksg = Presets.ksg().withK(4);
    PairwiseEstimates found = PairwiseEstimates.of(ksg, pairs);
    assertEquals(
        Optional.of(new MissingEstimate.Refused("k must be < number of points: k=4, n=3")),
        found.missing(1));
    assertTrue(Double.isNaN(found.nats(1)));
    assertTrue(found.estimate(1).isEmpty());
    for (int pair : new int[] {0, 2, 3}) {
      Estimate single = ksg.estimate(pairs.get(pair));
      assertEquals(Optional.of(single), found.estimate(pair));
      assertEquals(single.nats(), found.nats(pair));
      assertTrue(found.missing(pair).isEmpty());
    }
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, found::estimates);
    assertEquals(
        "pair 1 (c0 and c1) has no estimate: k must be < number of points: k=4, n=3",
        e.getMessage());
  }

  @Test
  void anInterruptKeepsWhatWasFinished() {
    List<Samples> pairs = PairwiseEstimates.pairs(columns(12, 60));
    AtomicInteger calls = new AtomicInteger();
    MutualInformationEstimator stopping =
        samples -> {
          if (calls.incrementAndGet() == 20) {
            Thread.currentThread().interrupt();
          }
          return Presets.ksg().estimate(samples);
        };
    List<PairwiseEstimates> kept = new ArrayList<>();
    io.github.miscope.internal.parallel.Threads.within(
        1,
        () ->
            kept.add(
                assertThrows(
                        PairsInterruptedException.class,
                        () -> PairwiseEstimates.of(stopping, pairs))
                    .finished()));
    PairwiseEstimates finished = kept.get(0);
    assertEquals(19, finished.finished());
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pair < 19) {
        assertEquals(Presets.ksg().estimate(pairs.get(pair)).nats(), finished.nats(pair));
      } else {
        assertEquals(Optional.of(new MissingEstimate.NotComputed()), finished.missing(pair));
        assertEquals("not computed", finished.missing(pair).orElseThrow().reason());
      }
    }
  }

  @Test
  void aBugEndsTheMatrixAndNamesThePair() {
    MutualInformationEstimator broken =
        samples -> {
          throw new IllegalStateException("a bug");
        };
    List<Samples> pairs = PairwiseEstimates.pairs(columns(2, 10));
    Throwable bug =
        assertThrows(IllegalStateException.class, () -> PairwiseEstimates.of(broken, pairs));
    assertEquals("in c0 and c1", bug.getSuppressed()[0].getMessage());
  }

  /** Of many pairs numbers are kept, and whole estimates are made again, with the same bits. */
  @Test
  void manyPairsAreKeptAsNumbers() {
    List<Variable> columns = columns(142, 12); // 10011 pairs
    MutualInformationEstimator estimator =
        Inference.of(Presets.gaussianMi())
            .withPValue(3)
            .withStopAfter(1)
            .withInterval(0.9)
            .withChecks(false);
    VariablePairs pairs = VariablePairs.all(columns);
    assertTrue(pairs.size() > PairwiseEstimates.KEPT);
    PairwiseEstimates found = PairwiseEstimates.of(estimator, pairs);
    assertEquals(pairs.size(), found.finished());
    for (int pair = 0; pair < pairs.size(); pair += 499) {
      Estimate single = estimator.estimate(pairs.samples(pair));
      assertEquals(single.nats(), found.nats(pair));
      assertEquals(single.n(), found.n(pair));
      assertEquals(single.uncertainty(), found.uncertainty(pair));
      assertEquals(Optional.of(single), found.estimate(pair));
      assertEquals(
          single.warnings().stream().map(Warning::kind).sorted().distinct().toList(),
          found.warningKinds(pair));
    }
    assertFalse(found.missing(0).isPresent());
  }
}
