package io.github.miscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.gaussian.BiasCorrection;
import io.github.miscope.estimator.gaussian.GaussianMutualInformation;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.inference.PValueAdjustment;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkPlanTest {

  private static final MutualInformationEstimator KSG = Scaled.of(Ksg.ksg1(), Scaling.normalRank());
  private static final MutualInformationEstimator COPULA =
      Scaled.of(GaussianMutualInformation.withDefaults(), Scaling.normalRank());

  /** Columns that share a common part; NaN where missing. */
  private static double[][] columns(int d, int n, double missing) {
    UniformRandomProvider random = Seed.of(7).generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] columns = new double[d][n];
    for (int i = 0; i < n; i++) {
      double common = normal.sample();
      for (int j = 0; j < d; j++) {
        double value = (j % 3) * common + normal.sample();
        columns[j][i] = random.nextDouble() < missing ? Double.NaN : value;
      }
    }
    return columns;
  }

  private static List<String> names(int d) {
    List<String> names = new ArrayList<>();
    for (int j = 0; j < d; j++) {
      names.add("g" + j);
    }
    return names;
  }

  private static NetworkColumns network(int d, int n, double missing) {
    return NetworkColumns.of(names(d), columns(d, n, missing));
  }

  private static double[] nats(MiNetwork network) {
    double[] nats = new double[network.pairs()];
    int p = 0;
    for (int x = 0; x < network.d(); x++) {
      for (int y = x + 1; y < network.d(); y++) {
        nats[p++] = network.nats(x, y);
      }
    }
    return nats;
  }

  @Test
  void eachPairIsThatOfACallOfItsOwn() {
    NetworkColumns columns = network(11, 60, 0);
    for (MutualInformationEstimator estimator : List.of(KSG, Ksg.ksg2(), COPULA)) {
      MiNetwork network = NetworkPlan.of(columns, estimator).withTile(4).run();
      assertEquals(55, network.pairs());
      assertEquals(55, network.finished());
      for (int x = 0; x < 11; x++) {
        for (int y = x + 1; y < 11; y++) {
          double alone = estimator.estimate(columns.pair(x, y)).nats();
          // A product of matrices adds in another order: a few roundings of numbers below 2.
          assertEquals(alone, network.nats(x, y), estimator == COPULA ? 1e-14 : 0);
          assertEquals(network.nats(x, y), network.nats(y, x));
          assertEquals(60, network.n(x, y));
        }
      }
    }
  }

  @Test
  void neitherTilesNorThreadsChangeABit() {
    NetworkColumns columns = network(13, 50, 0.05);
    for (MutualInformationEstimator estimator : List.of(KSG, COPULA)) {
      double[] expected = nats(NetworkPlan.of(columns, estimator).withTile(64).run());
      for (int tile : new int[] {1, 3, 5, 13, 100}) {
        for (int threads : new int[] {1, 3}) {
          MiNetwork network =
              NetworkPlan.of(columns, estimator)
                  .withTile(tile)
                  .run(RunOptions.withDefaults().withThreads(threads));
          assertArrayEquals(expected, nats(network), "tile " + tile + ", threads " + threads);
        }
      }
    }
  }

  @Test
  void columnsOfAnyKindAreTakenAsTheEstimatorTakesThem() {
    List<Variable> columns = new ArrayList<>();
    double[][] values = columns(5, 40, 0);
    values[2] = new double[40];
    for (int j = 0; j < 5; j++) {
      columns.add(Variable.of("g" + j, values[j]));
    }
    columns.set(4, Variable.discrete("g4", List.of("a", "b", "b", "a")).rows(new int[40]));
    MiNetwork network = NetworkPlan.of(NetworkColumns.of(columns), COPULA).withTile(2).run();
    assertEquals(0, network.nats(1, 2), "a constant column");
    assertTrue(Double.isNaN(network.nats(0, 4)));
    assertTrue(network.failure(0, 4).orElse("").startsWith("g4 is discrete, but Gaussian"));
    assertEquals(4, network.failed());
    assertEquals(10, network.finished());
    PairRow row = network.row(4, 0);
    assertEquals("g0", row.nameX());
    assertEquals("g4", row.nameY());
    assertTrue(row.pValue().isEmpty());
  }

  @Test
  void missingValuesLeaveTheRowsInWhichBothAreThere() {
    double[][] values = columns(6, 80, 0.2);
    for (int i = 0; i < 80; i++) {
      values[5][i] = i < 3 ? i : Double.NaN;
    }
    NetworkColumns columns = NetworkColumns.of(names(6), values);
    assertFalse(columns.isComplete());
    for (MutualInformationEstimator estimator : List.of(KSG, COPULA)) {
      MiNetwork network = NetworkPlan.of(columns, estimator).withTile(4).run();
      for (int x = 0; x < 5; x++) {
        for (int y = x + 1; y < 5; y++) {
          List<Double> keptX = new ArrayList<>();
          List<Double> keptY = new ArrayList<>();
          for (int i = 0; i < 80; i++) {
            if (!Double.isNaN(values[x][i]) && !Double.isNaN(values[y][i])) {
              keptX.add(values[x][i]);
              keptY.add(values[y][i]);
            }
          }
          Samples samples =
              Samples.of(
                  keptX.stream().mapToDouble(v -> v).toArray(),
                  keptY.stream().mapToDouble(v -> v).toArray());
          assertEquals(estimator.estimate(samples).nats(), network.nats(x, y), 1e-14);
          assertEquals(keptX.size(), network.n(x, y));
        }
      }
      // Too few rows for k = 3, or for a correlation: a reason, and the other pairs go on.
      assertTrue(network.failed() > 0);
      assertTrue(Double.isNaN(network.nats(0, 5)));
      assertTrue(network.failure(0, 5).isPresent());
    }
  }

  @Test
  void aColumnOfAnotherBlockMayBeIncomplete() {
    double[][] values = columns(7, 30, 0);
    values[1][3] = Double.NaN;
    values[5][4] = Double.NaN;
    MiNetwork network =
        NetworkPlan.of(NetworkColumns.of(names(7), values), COPULA).withTile(3).run();
    assertEquals(30, network.n(0, 2));
    assertEquals(29, network.n(0, 1));
    assertEquals(28, network.n(1, 5));
    assertEquals(0, network.failed());
    for (int x = 0; x < 7; x++) {
      for (int y = x + 1; y < 7; y++) {
        assertEquals(network.estimate(x, y).nats(), network.nats(x, y), 1e-14);
      }
    }
  }

  @Test
  void aStoppedRunKeepsItsTilesAndIsResumed(@TempDir Path folder) {
    NetworkColumns columns = network(12, 50, 0.1);
    double[] expected = nats(NetworkPlan.of(columns, KSG).withTile(3).run());
    Path file = folder.resolve("network.checkpoint");
    Thread self = Thread.currentThread();
    AtomicInteger calls = new AtomicInteger();
    MutualInformationEstimator slow = new Interrupting(calls, self, 30);
    NetworkPlan stopped = NetworkPlan.of(columns, slow).withTile(3);
    RunOptions options = RunOptions.withDefaults().withThreads(1).withCheckpoint(file);
    NetworkInterruptedException thrown =
        assertThrows(NetworkInterruptedException.class, () -> stopped.run(options));
    MiNetwork part = thrown.finished();
    assertTrue(part.finished() > 0 && part.finished() < 66, part.toString());
    assertTrue(thrown.getCause() instanceof InterruptedException);
    int missing = 0;
    int p = 0;
    for (int x = 0; x < 12; x++) {
      for (int y = x + 1; y < 12; y++, p++) {
        if (part.failure(x, y).isPresent()) {
          missing++;
        } else {
          assertEquals(expected[p], part.nats(x, y));
        }
      }
    }
    assertEquals(66 - part.finished(), missing);
    calls.set(1000);
    List<Integer> first = new ArrayList<>();
    MiNetwork resumed =
        NetworkPlan.of(columns, slow)
            .withTile(3)
            .run(options.withProgress(snapshot -> first.add(snapshot.done())));
    assertTrue(first.get(0) > 0, "tiles of the first run are not done again");
    assertArrayEquals(expected, nats(resumed));
    assertThrows(
        IllegalArgumentException.class,
        () -> NetworkPlan.of(network(12, 51, 0.1), slow).withTile(3).run(options));
  }

  /** KSG that interrupts the run after so many estimates. */
  private record Interrupting(AtomicInteger calls, Thread runner, int after)
      implements MutualInformationEstimator, Identified {

    @Override
    public Estimate estimate(Samples samples) {
      if (calls.incrementAndGet() == after) {
        runner.interrupt();
        try {
          Thread.sleep(10_000);
        } catch (InterruptedException e) {
          throw new EstimationInterruptedException("stopped", e);
        }
      }
      return KSG.estimate(samples);
    }

    @Override
    public void identify(IdentityDigest digest) {
      digest.addName("interrupting");
    }

    @Override
    public String toString() {
      return "interrupting";
    }
  }

  @Test
  void failuresAndBitsSurviveACheckpoint(@TempDir Path folder) {
    double[][] values = columns(6, 20, 0.1);
    for (int i = 2; i < 20; i++) {
      values[5][i] = Double.NaN;
    }
    values[5][0] = 1;
    values[5][1] = 2;
    NetworkPlan plan = NetworkPlan.of(NetworkColumns.of(names(6), values)).withTile(2);
    RunOptions options = RunOptions.withDefaults().withCheckpoint(folder.resolve("c"));
    MiNetwork first = plan.run(options);
    List<Progress.Snapshot> seen = new ArrayList<>();
    MiNetwork again = plan.run(options.withProgress(seen::add));
    assertEquals(seen.get(0).total(), seen.get(0).done());
    assertArrayEquals(nats(first), nats(again));
    for (int x = 0; x < 5; x++) {
      assertEquals(first.failure(x, 5), again.failure(x, 5));
      assertEquals(first.n(x, 5), again.n(x, 5));
    }
    assertTrue(first.failed() > 0);
  }

  @Test
  void streamedPairsAreThoseOfTheNetwork() {
    NetworkColumns columns = network(12, 40, 0.1);
    NetworkPlan plan = NetworkPlan.of(columns, COPULA).withTile(5).withPValues(200);
    MiNetwork network = plan.run();
    for (PairSelection selection :
        List.of(PairSelection.all(), PairSelection.above(0.1), PairSelection.strongest(2))) {
      Map<String, PairRow> streamed = new HashMap<>();
      plan.stream(
          selection,
          RunOptions.withDefaults(),
          row -> streamed.put(row.nameX() + " " + row.nameY(), row));
      List<PairRow> rows = network.rows(selection);
      assertEquals(rows.size(), streamed.size());
      for (PairRow row : rows) {
        PairRow other = streamed.get(row.nameX() + " " + row.nameY());
        assertEquals(row.nats(), other.nats());
        assertEquals(row.n(), other.n());
        assertEquals(row.pValue(), other.pValue());
      }
    }
    List<PairRow> strongest = network.rows(PairSelection.strongest(1));
    for (int x = 0; x < 12; x++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int y = 0; y < 12; y++) {
        most = x == y ? most : Math.max(most, network.nats(x, y));
      }
      int column = x;
      double best = most;
      assertTrue(
          strongest.stream()
              .anyMatch(r -> (r.x() == column || r.y() == column) && r.nats() == best));
    }
    assertTrue(network.rows(PairSelection.above(0.1)).stream().allMatch(r -> r.nats() > 0.1));
    assertEquals(66, network.rows(PairSelection.all()).size());
  }

  @Test
  void adjustedPValuesAreThoseOfBenjaminiAndHochberg() {
    MiNetwork network = NetworkPlan.of(network(14, 40, 0), COPULA).withPValues(500).run();
    double[] pValues = new double[network.pairs()];
    int p = 0;
    for (int x = 0; x < 14; x++) {
      for (int y = x + 1; y < 14; y++) {
        pValues[p++] = network.pValue(x, y).orElseThrow();
      }
    }
    double[] expected = PValueAdjustment.BENJAMINI_HOCHBERG.adjust(pValues);
    p = 0;
    for (int x = 0; x < 14; x++) {
      for (int y = x + 1; y < 14; y++) {
        assertEquals(expected[p++], network.adjustedPValue(x, y).orElseThrow(), 1e-15);
      }
    }
    assertTrue(NetworkPlan.of(network(14, 40, 0)).run().pValue(0, 1).isEmpty());
  }

  @Test
  void pairsWithMissingValuesHaveANullOfFewerObservations() {
    MiNetwork network = NetworkPlan.of(network(5, 60, 0.1), COPULA).withPValues(300).run();
    assertEquals(60, network.nullDistribution().orElseThrow().n());
    for (int y = 1; y < 5; y++) {
      assertTrue(network.pValue(0, y).isPresent());
      SharedNull exact = SharedNull.of(COPULA, network.n(0, y), 300, Seed.of(0));
      double p = exact.pValue(network.nats(0, y));
      // Fewer observations scatter more: not below the exact one, but for the error of 300 draws.
      assertTrue(network.pValue(0, y).getAsDouble() > p - 0.1);
    }
  }

  /** The null distribution is exact without ties: a network says which columns have them. */
  @Test
  void columnsWithTiesAreNamed() {
    double[][] values = columns(4, 30, 0);
    values[1][7] = values[1][20];
    values[3] = new double[30];
    MiNetwork network =
        NetworkPlan.of(NetworkColumns.of(names(4), values), COPULA).withPValues(50).run();
    assertEquals(List.of(1, 3), network.tiedColumns());
    assertEquals(network.estimate(1, 2).nats(), network.nats(1, 2), 1e-14);
    assertTrue(network.pValue(1, 2).isPresent());
  }

  @Test
  void csvHasALineForEachPair(@TempDir Path folder) throws IOException {
    double[][] values = columns(3, 20, 0);
    for (int i = 2; i < 20; i++) {
      values[2][i] = Double.NaN;
    }
    MiNetwork network = NetworkPlan.of(NetworkColumns.of(names(3), values)).withPValues(10).run();
    Path file = network.writeCsv(folder.resolve("pairs.csv"), PairSelection.all());
    List<String> lines = Files.readAllLines(file);
    assertEquals("x,y,mi_nats,n,p_value,p_adjusted,failure", lines.get(0));
    assertEquals(4, lines.size());
    assertTrue(lines.get(1).startsWith("g0,g1," + network.nats(0, 1) + ",20,"));
    assertEquals("g0,g2,,2,,,\"k must be < number of points: k=3, n=2\"", lines.get(2));
  }

  @Test
  void wrongPlansAreRefused() {
    NetworkColumns columns = network(3, 20, 0);
    assertRefused(
        "one null distribution for all pairs needs an estimator on ranks",
        () -> NetworkPlan.of(columns, Ksg.ksg1()).withPValues());
    assertRefused(
        "needs an estimator on ranks",
        () -> NetworkPlan.of(columns).withPValues(10).withEstimator(Ksg.ksg1()));
    NetworkPlan.of(columns, new Labelled(COPULA, "copula")).withPValues();
    assertRefused("draws must be >= 1: draws=0", () -> NetworkPlan.of(columns).withPValues(0));
    assertRefused("size must be >= 1: size=0", () -> NetworkPlan.of(columns).withTile(0));
    assertRefused(
        "a network needs at least 2 columns: columns=1",
        () -> NetworkColumns.of(List.of("a"), new double[] {1, 2}));
    assertRefused(
        "column names must differ: \"a\" occurs twice",
        () -> NetworkColumns.of(List.of("a", "a"), new double[] {1, 2}, new double[] {1, 2}));
    assertRefused(
        "b has 3 rows but a has 2",
        () -> NetworkColumns.of(List.of("a", "b"), new double[] {1, 2}, new double[] {1, 2, 3}));
    assertRefused(
        "b must have at least 2 values that are not missing: 1",
        () ->
            NetworkColumns.of(
                List.of("a", "b"), new double[] {1, 2}, new double[] {1, Double.NaN}));
    assertRefused(
        "must be a single column: it has 2",
        () ->
            NetworkColumns.of(
                List.of(
                    Variable.of("a", new double[] {1, 2}),
                    Variable.ofRows("b", new double[][] {{1, 2}, {3, 4}}))));
    MiNetwork network = NetworkPlan.of(columns).run();
    assertRefused("a pair has two different columns: x=y=1", () -> network.nats(1, 1));
    assertRefused("y must be", () -> network.nats(0, 3));
  }

  private static void assertRefused(String message, Runnable call) {
    String given = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(given.contains(message), given);
  }

  @Test
  void otherCorrectionsAreEstimatedPairByPair() {
    NetworkColumns columns = network(5, 40, 0);
    for (BiasCorrection correction : BiasCorrection.values()) {
      GaussianMutualInformation estimator = new GaussianMutualInformation(correction);
      MiNetwork network = NetworkPlan.of(columns, estimator).withTile(2).run();
      for (int x = 0; x < 5; x++) {
        for (int y = x + 1; y < 5; y++) {
          assertEquals(estimator.estimate(columns.pair(x, y)).nats(), network.nats(x, y), 1e-14);
        }
      }
    }
  }

  @Test
  void tilesHoldEachPairOnce() {
    for (int d : new int[] {2, 3, 7, 8, 9}) {
      for (int size : new int[] {1, 2, 4, 10}) {
        TileGrid grid = new TileGrid(d, size);
        int pairs = 0;
        for (int tile = 0; tile < grid.tiles(); tile++) {
          assertEquals(tile, grid.tile(grid.rowBlock(tile), grid.columnBlock(tile)));
          pairs += grid.pairs(tile);
        }
        assertEquals(d * (d - 1) / 2, pairs);
        List<String> places = new ArrayList<>();
        for (int x = 0; x < d; x++) {
          for (int y = x + 1; y < d; y++) {
            int place = grid.placeOf(x, y);
            int tile = grid.tileOf(x, y);
            assertTrue(
                place < grid.width(grid.rowBlock(tile)) * grid.width(grid.columnBlock(tile)));
            places.add(tile + " " + place);
          }
        }
        assertEquals(places.size(), places.stream().distinct().count());
      }
    }
  }
}
