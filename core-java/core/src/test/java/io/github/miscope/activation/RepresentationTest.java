package io.github.miscope.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class RepresentationTest {

  private static Variable uniform(int n, int d, long seed) {
    UniformRandomProvider random = Seed.of(seed).generator();
    double[][] columns = new double[d][];
    Arrays.setAll(columns, j -> random.doubles(n, -1, 1).toArray());
    return Variable.ofColumns("t", columns);
  }

  private static final List<BinGrid> GRIDS =
      List.of(new BinGrid.OfWidth(0.05), new BinGrid.OfRange(-1, 1, 10), new BinGrid.OfData(30));

  @Test
  void entropyIsInformationForADeterministicNetwork() {
    Variable layer = uniform(2000, 3, 1);
    int[] twice = new int[4000];
    Arrays.setAll(twice, i -> i % 2000);
    // Every input seen twice, with the same T.
    for (Variable t : List.of(layer, layer.rows(twice))) {
      int[] input = Arrays.copyOf(twice, t.n());
      for (BinnedLayer binned : BinnedLayer.of(t, input, GRIDS)) {
        assertEquals(binned.entropy(), binned.information());
        assertTrue(binned.entropy() <= Math.log(binned.cells()) + 1e-12);
      }
    }
    assertEquals(
        BinnedLayer.of(layer, GRIDS), BinnedLayer.of(layer, Arrays.copyOf(twice, 2000), GRIDS));
  }

  @Test
  void entropiesByHand() {
    Variable layer =
        Variable.ofColumns("t", new double[] {0.1, 0.2, 0.7, 0.9}, new double[] {0, 0, 0, -0.1});
    BinnedLayer binned =
        BinnedLayer.of(layer, new int[] {5, 5, 5, -2}, List.of(new BinGrid.OfWidth(0.5))).get(0);
    // Cells: 2, 1, 1; given the input: (2/3, 1/3) of three rows, one cell of one.
    double h = 0.5 * Math.log(2) + 0.5 * Math.log(4);
    double given = 0.75 * (Math.log(3) - 2.0 / 3 * Math.log(2));
    assertEquals(3, binned.cells());
    assertEquals(h, binned.entropy(), 1e-15);
    assertEquals(h - given, binned.information(), 1e-15);
    assertEquals("bins of width 0.5", binned.bins());
    // Y = (0, 1, 1, 1): of the cells (2, 1, 1), given Y, one row of its own and (1, 1, 1).
    assertEquals(
        h - 0.75 * Math.log(3),
        BinnedLayer.classInformation(layer, new int[] {0, 1, 1, 1}, new BinGrid.OfWidth(0.5)),
        1e-15);
  }

  @Test
  void gridsFollowTheDataOrTheRange() {
    Variable relu = Variable.of("t", 0, 10, 20, 30, 40);
    assertEquals(5, BinnedLayer.of(relu, List.of(new BinGrid.OfData(5))).get(0).cells());
    assertEquals(5, BinnedLayer.of(relu, List.of(new BinGrid.OfRange(0, 1, 2))).get(0).cells());
    assertEquals(
        1, BinnedLayer.of(Variable.of("t", 3, 3), List.of(new BinGrid.OfData(5))).get(0).cells());
    for (double c : new double[] {1e-12, 1e12}) {
      Variable scaled = Variable.of("t", DoubleStream.of(relu.column(0)).map(v -> c * v).toArray());
      assertEquals(5, BinnedLayer.of(scaled, List.of(new BinGrid.OfData(5))).get(0).cells());
    }
  }

  @Test
  void theUpperEndOfARangeIsInTheLastBin() {
    Variable saturated = Variable.of("t", -1, -.5, .2, .9, 1, 1);
    BinnedLayer halves = BinnedLayer.of(saturated, List.of(new BinGrid.OfRange(-1, 1, 2))).get(0);
    assertEquals(2, halves.cells());
    double third = 1.0 / 3;
    assertEquals(
        -third * Math.log(third) - (1 - third) * Math.log(1 - third), halves.entropy(), 1e-15);
    // The largest value below the end, the end, and what lies outside on either side.
    assertArrayEquals(
        new int[] {-1, 0, 9, 9, 10, 10, 11},
        new BinGrid.OfRange(0, 6, 10).bins(-0.1, 0, Math.nextDown(6), 6, 6.1, 6.5, 6.7));
    double max = Double.MAX_VALUE;
    assertArrayEquals(new int[] {0, 1, 2}, new BinGrid.OfData(3).bins(-max, 0, max));
    assertArrayEquals(
        new int[] {0, 1, 1}, new BinGrid.OfData(2).bins(0, Double.MIN_VALUE, Double.MIN_VALUE));
  }

  @Test
  void anyBinningBinsALayerAndAnyVariable() {
    Variable layer = uniform(50, 2, 3);
    BinnedLayer equalWidth = BinnedLayer.of(layer, List.of(Binning.equalWidth(7))).get(0);
    BinnedLayer ofData = BinnedLayer.of(layer, List.of(new BinGrid.OfData(7))).get(0);
    assertEquals(ofData.entropy(), equalWidth.entropy());
    assertArrayEquals(
        Binning.equalWidth(7).apply(layer).columns(), new BinGrid.OfData(7).apply(layer).columns());
  }

  @Test
  void binsBeyondIntsKeepTheirOrder() {
    assertArrayEquals(
        new int[] {1, 0, 1, 2}, new BinGrid.OfWidth(0.5).bins(1e12, -1e12, 1e12 + 0.2, 1e12 + 1));
    BinGrid width = new BinGrid.OfWidth(1e-300);
    assertThrows(IllegalArgumentException.class, () -> width.bins(1));
  }

  @Test
  void gridsSayWhatTheyAre() {
    assertEquals("20 bins in [-1, 1]", new BinGrid.OfRange(-1, 1, 20).toString());
    assertEquals("3 bins in [0, 6.283]", new BinGrid.OfRange(0, 2 * Math.PI, 3).toString());
    assertEquals("bins of width 0.05", new BinGrid.OfWidth(0.05).toString());
    assertEquals("bins of width 100", new BinGrid.OfWidth(100).toString());
  }

  @Test
  void everyEdgeIsInTheBinThatBeginsThere() {
    for (int bins = 1; bins <= 200; bins++) {
      for (double[] range : new double[][] {{0, 1}, {-1, 1}, {-0.3, 0.4}, {1e6, 1e6 + 1}}) {
        double low = range[0];
        double high = range[1];
        double[] edges = new double[bins + 1];
        int all = bins;
        Arrays.setAll(edges, k -> low + k * (high - low) / all);
        int[] expected = new int[bins + 1];
        Arrays.setAll(expected, k -> Math.min(k, all - 1));
        String which = bins + " bins in " + Arrays.toString(range);
        assertArrayEquals(expected, new BinGrid.OfRange(low, high, bins).bins(edges), which);
        assertArrayEquals(expected, new BinGrid.OfData(bins).bins(edges), which);
      }
    }
    double[] tenths = {-0.3, -0.1, 0, 0.1, 0.2, 0.3, 0.6, 0.7, 1.1};
    assertArrayEquals(
        new int[] {-3, -1, 0, 1, 2, 3, 6, 7, 11}, new BinGrid.OfWidth(0.1).bins(tenths));
  }

  @Test
  void distancesOfAllPairs() {
    Variable layer = uniform(60, 2, 2);
    int[] classes = new int[60];
    Arrays.setAll(classes, i -> i % 3);
    PairDistances distances = PairDistances.of(layer, classes, 20, 100, Seed.of(0));
    assertEquals(3 * 20 * 19 / 2, distances.within().total());
    assertEquals(60 * 59 / 2 - 570, distances.between().total());
    double sum = 0;
    for (int i = 0; i < 60; i++) {
      for (int k = 0; k < i; k++) {
        double distance =
            Math.hypot(layer.get(i, 0) - layer.get(k, 0), layer.get(i, 1) - layer.get(k, 1));
        sum += classes[i] == classes[k] ? distance : 0;
      }
    }
    assertEquals(sum / 570, distances.meanWithin(), 1e-12);
    PairDistances some = PairDistances.of(layer, classes, 20, 30, Seed.of(0));
    assertEquals(30, some.rows());
    assertEquals(60, some.of());
    assertEquals(30 * 29 / 2, some.within().total() + some.between().total());
    assertEquals(some, PairDistances.of(layer, classes, 20, 30, Seed.of(0)));
  }

  @Test
  void cosines() {
    Variable a = Variable.ofColumns("a", new double[] {1, 0, 3, 0}, new double[] {0, 2, 4, 0});
    Variable b = Variable.ofColumns("b", new double[] {-1, 5, 6, 1}, new double[] {0, 0, 8, 1});
    CosineSimilarities cosines = CosineSimilarities.of(a, b, 4);
    assertEquals(List.of(1L, 0L, 1L, 1L), cosines.histogram().counts());
    assertEquals(0, cosines.mean(), 1e-15);
    assertEquals(1, cosines.zeroRows());
    // Of 20 bins, the cosine 0.8 = 4/5 is in [0.8, 0.9).
    Variable c = Variable.ofColumns("c", new double[] {4, 4}, new double[] {3, 3});
    Variable d = Variable.ofColumns("d", new double[] {1, 2}, new double[] {0, 0});
    assertEquals(2, CosineSimilarities.of(c, d, 20).histogram().counts().get(18));
  }

  @Test
  void valuesOfAllUnitsInOneHistogram() {
    Variable layer =
        Variable.ofColumns("t", new double[] {0, 0, 0.5, 7}, new double[] {4.9, 5, -1, 5.1});
    UnitValues values = UnitValues.of(layer, 0, 5, 5);
    // The last bin has 4.9, 5 and what is above, the first what is below.
    assertEquals(List.of(4L, 0L, 0L, 0L, 4L), values.histogram().counts());
    assertEquals(1, values.below());
    assertEquals(2, values.above());
    assertEquals("5 bins in [0, 5], 8 values, 1 below 0, 2 above 5", values.toString());
    assertThrows(IllegalArgumentException.class, () -> UnitValues.of(layer, 1, 1, 5));
    assertThrows(IllegalArgumentException.class, () -> UnitValues.of(layer, 0, 1, 0));
  }

  @Test
  void unitEntropiesAndSlopes() {
    double[] half = {0.1, 0.1, 0.6, 0.6};
    double[] quarter = {0.1, 0.3, 0.6, 0.8};
    double[] one = {0.1, 0.1, 0.1, 0.1};
    UnitEntropies entropies =
        UnitEntropies.of(
            new double[] {0, 10, 20},
            List.of(
                Variable.ofColumns("t", quarter, one),
                Variable.ofColumns("t", half, one),
                Variable.ofColumns("t", one, one)),
            new BinGrid.OfRange(0, 1, 4));
    double slope = -Math.log(4) / 20;
    assertEquals(slope, entropies.slopes().get(0), 1e-15);
    assertEquals(0, entropies.slopes().get(1), 1e-15);
    assertEquals(slope / 2, entropies.meanSlope(), 1e-15);
    assertEquals(-slope / Math.sqrt(2), entropies.standardDeviation(), 1e-15);
    assertEquals(Math.log(2), entropies.entropies().get(1).get(0), 1e-15);
  }

  @Test
  void densityIsTheMixture() {
    NoisyDensity density = NoisyDensity.of(Variable.of("s", -1, 1, 1), 0.1, 2001);
    double step = density.t().get(1) - density.t().get(0);
    double sum = density.density().stream().mapToDouble(v -> v * step).sum();
    // 4 beta leave out 6e-5 of the mass, and the ends.
    assertEquals(1, sum, 2e-4);
    double at = density.t().get(1000);
    double phi = Math.exp(-0.5 * Math.pow((at - 1) / 0.1, 2)) * 2 / 3;
    phi += Math.exp(-0.5 * Math.pow((at + 1) / 0.1, 2)) / 3;
    assertEquals(1, density.density().get(1000) / (phi / (0.1 * Math.sqrt(2 * Math.PI))), 2e-6);
  }

  @Test
  void refusals() {
    Variable layer = uniform(10, 2, 3);
    int[] short1 = new int[9];
    assertThrows(IllegalArgumentException.class, () -> BinnedLayer.of(layer, short1, GRIDS));
    assertThrows(
        IllegalArgumentException.class, () -> PairDistances.of(layer, short1, 5, 5, Seed.of(0)));
    assertThrows(
        IllegalArgumentException.class, () -> CosineSimilarities.of(layer, uniform(10, 3, 4), 5));
    assertThrows(
        IllegalArgumentException.class,
        () -> UnitEntropies.of(new double[] {1}, List.of(layer), GRIDS.get(0)));
    assertThrows(IllegalArgumentException.class, () -> NoisyDensity.of(layer, 0.1, 10));
    assertThrows(IllegalArgumentException.class, () -> new BinGrid.OfWidth(0));
    assertThrows(IllegalArgumentException.class, () -> new BinGrid.OfData(0));
    assertThrows(IllegalArgumentException.class, () -> new BinGrid.OfRange(1, 1, 3));
  }
}
