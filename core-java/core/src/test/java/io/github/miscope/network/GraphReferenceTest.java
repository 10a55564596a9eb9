package io.github.miscope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.gaussian.BiasCorrection;
import io.github.miscope.estimator.gaussian.GaussianMutualInformation;
import io.github.miscope.sample.Seed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Graphs against those of parmigene 1.1.0, from the same information; the file has the command. */
class GraphReferenceTest {

  private static final int D = 50;

  /** As many digits as the file has. */
  private static final double ROUNDING = 1e-13;

  /** What the file has of a pair. */
  private record Row(
      boolean edge, double mi, double aracneA, double aracneM, double clr, double mrnet) {}

  private static final Row[][] ROWS = new Row[D][D];
  private static final Map<String, Double> AVERAGES = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    GraphReferenceTest.class.getResourceAsStream(
                        "/reference/parmigene/network.csv")),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] fields = line.split(",", -1);
        if (line.startsWith("# average precision,")) {
          AVERAGES.put(fields[1], Double.parseDouble(fields[2]));
        } else if (!line.startsWith("#") && !line.startsWith("x,")) {
          double[] v = new double[fields.length];
          for (int f = 0; f < v.length; f++) {
            v[f] = Double.parseDouble(fields[f]);
          }
          ROWS[(int) v[0]][(int) v[1]] = new Row(v[2] == 1, v[3], v[4], v[5], v[6], v[7]);
        }
      }
    }
  }

  static MiNetwork estimated(GaussianNetwork network) {
    return NetworkPlan.of(
            NetworkColumns.of(GaussianNetwork.names(D), network.columns()),
            new GaussianMutualInformation(BiasCorrection.NONE))
        .run();
  }

  /** A network with the information of the file. */
  private static MiNetwork given() {
    double[][] columns = new double[D][2];
    for (int j = 0; j < D; j++) {
      columns[j][0] = j;
    }
    return NetworkPlan.of(
            NetworkColumns.of(GaussianNetwork.names(D), columns),
            MutualInformationEstimator.of(
                "given",
                samples -> ROWS[(int) samples.x().get(0, 0)][(int) samples.y().get(0, 0)].mi()))
        .run();
  }

  private static double[][] weights(InformationGraph graph) {
    double[][] weights = new double[D][D];
    graph.edges().forEach(edge -> weights[edge.x()][edge.y()] = edge.weight());
    return weights;
  }

  private static KnownEdges known() {
    List<int[]> edges = new ArrayList<>();
    for (int x = 0; x < D; x++) {
      for (int y = x + 1; y < D; y++) {
        if (ROWS[x][y].edge()) {
          edges.add(new int[] {x, y});
        }
      }
    }
    return KnownEdges.of(edges.toArray(new int[0][]));
  }

  @Test
  void theFileIsOfTheNetworkOfItsSeed() {
    GaussianNetwork network = GaussianNetwork.of(D, 200, Seed.of(25));
    MiNetwork estimates = estimated(network);
    for (int x = 0; x < D; x++) {
      for (int y = x + 1; y < D; y++) {
        assertEquals(ROWS[x][y].mi(), estimates.nats(x, y), ROUNDING);
      }
    }
    assertEquals(network.edges(), known());
  }

  @Test
  void aracneIsThatOfParmigene() {
    double[][] weights = weights(given().graph(Aracne.withTolerance(0.15)));
    int kept = 0;
    for (int x = 0; x < D; x++) {
      for (int y = x + 1; y < D; y++) {
        assertEquals(ROWS[x][y].aracneM(), weights[x][y], ROUNDING, x + " " + y);
        kept += weights[x][y] > 0 ? 1 : 0;
      }
    }
    assertTrue(kept > 49 && kept < 300, "edges: " + kept);
    assertEquals(
        AVERAGES.get("aracne.m"),
        given().graph(Aracne.withTolerance(0.15)).against(known()).average(),
        1e-12);
  }

  /** parmigene 1.1.0 squares z twice: its weight is sqrt(z_x^4 + z_y^4), not as it documents. */
  @Test
  void clrHasTheScoresOfParmigene() {
    double[][] z = Clr.scores(given().matrix(Double.NaN));
    double[][] weights = weights(given().graph(Clr.withDefaults()));
    for (int x = 0; x < D; x++) {
      for (int y = x + 1; y < D; y++) {
        double expected = ROWS[x][y].clr();
        assertEquals(expected, Math.hypot(z[x][y] * z[x][y], z[y][x] * z[y][x]), 1e-12 * 100);
        assertEquals(Math.hypot(z[x][y], z[y][x]), weights[x][y], 1e-12);
      }
    }
  }

  @Test
  void mrnetIsThatOfParmigene() {
    InformationGraph graph = given().graph(Mrnet.withDefaults());
    double[][] weights = weights(graph);
    for (int x = 0; x < D; x++) {
      for (int y = x + 1; y < D; y++) {
        assertEquals(ROWS[x][y].mrnet(), weights[x][y], ROUNDING, x + " " + y);
      }
    }
    assertEquals(AVERAGES.get("mrnet"), graph.against(known()).average(), 1e-12);
  }

  private static double last(double... values) {
    return values[values.length - 1];
  }

  @Test
  void relevanceHasThePrecisionOfTheReference() {
    PrecisionRecall curve = given().graph(new Cut(EdgeRule.above(0))).against(known());
    assertEquals(AVERAGES.get("mi"), curve.average(), 1e-12);
    // All pairs share something by chance; most that are indirect lack in ARACNE's graph.
    PrecisionRecall cut = given().graph(Aracne.withTolerance(0.15)).against(known());
    assertTrue(last(cut.precision()) > 2 * last(curve.precision()));
    assertTrue(last(cut.recall()) > 0.9);
  }
}
