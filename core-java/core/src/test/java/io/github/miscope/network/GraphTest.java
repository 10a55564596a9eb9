package io.github.miscope.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.MutualInformationEstimator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class GraphTest {

  /** -(1/2) log(1 - r^2). */
  private static double gaussian(double r) {
    return -Math.log1p(-r * r) / 2;
  }

  /** A network whose information is given; NaN where a pair has no estimate. */
  private static MiNetwork network(double[][] nats, String... names) {
    int d = nats.length;
    double[][] columns = new double[d][2];
    List<String> all = new ArrayList<>();
    for (int j = 0; j < d; j++) {
      columns[j][0] = j;
      all.add(j < names.length ? names[j] : "g" + j);
    }
    return NetworkPlan.of(
            NetworkColumns.of(all, columns),
            MutualInformationEstimator.of(
                "given", samples -> nats[(int) samples.x().get(0, 0)][(int) samples.y().get(0, 0)]))
        .run();
  }

  private static double[][] triple(double first, double second, double third) {
    return new double[][] {
      {0, first, second},
      {first, 0, third},
      {second, third, 0}
    };
  }

  private static Set<String> pairs(InformationGraph graph) {
    Set<String> pairs = new HashSet<>();
    graph.edges().forEach(edge -> pairs.add(edge.x() + "-" + edge.y()));
    return pairs;
  }

  /** X0 -> X1 -> X2 with correlations a and b: X0 and X2 correlate by a b. */
  @Test
  void theIndirectEdgeOfAChainIsCut() {
    for (double[] ab : new double[][] {{0.5, 0.6}, {0.9, 0.3}, {0.99, 0.98}, {-0.4, 0.4}}) {
      MiNetwork chain = network(triple(gaussian(ab[0]), gaussian(ab[0] * ab[1]), gaussian(ab[1])));
      assertEquals(Set.of("0-1", "1-2"), pairs(chain.graph(Aracne.withTolerance(0))));
      assertEquals(Set.of("0-1", "0-2", "1-2"), pairs(chain.graph(new Cut(EdgeRule.above(0)))));
      assertEquals(Set.of("0-1", "0-2", "1-2"), pairs(chain.graph(Aracne.withTolerance(1))));
    }
  }

  /** I(X0;X2) is 0.75 of the smaller one here: a tolerance below 0.25 cuts it. */
  @Test
  void theToleranceIsAPartOfTheSmallerEdge() {
    MiNetwork triple = network(triple(1, 0.75, 2));
    assertEquals(Set.of("0-1", "1-2"), pairs(triple.graph(Aracne.withTolerance(0.249))));
    assertEquals(Set.of("0-1", "0-2", "1-2"), pairs(triple.graph(Aracne.withTolerance(0.25))));
  }

  /** X1 <- X0 -> X2: the same as a chain by way of X0. */
  @Test
  void aForkKeepsItsBranches() {
    double a = 0.7;
    double b = -0.6;
    MiNetwork fork = network(triple(gaussian(a), gaussian(b), gaussian(a * b)));
    assertEquals(Set.of("0-1", "0-2"), pairs(fork.graph(Aracne.withTolerance(0.1))));
  }

  /** X0 -> X1 <- X2, X0 and X2 independent: there is nothing to cut. */
  @Test
  void aColliderKeepsItsBranches() {
    // X1 = (X0 + X2 + e)/sqrt(3).
    double r = 1 / Math.sqrt(3);
    MiNetwork collider = network(triple(gaussian(r), 0, gaussian(r)));
    assertEquals(Set.of("0-1", "1-2"), pairs(collider.graph(Aracne.withTolerance(0))));
    assertEquals(Set.of("0-1", "1-2"), pairs(collider.graph(new Cut(EdgeRule.above(0)))));
    assertEquals(Set.of("0-1", "1-2"), pairs(collider.graph(Mrnet.withDefaults())));
  }

  /** CLR of a chain in closed form: z by hand. */
  @Test
  void clrComparesWithTheContextOfBothColumns() {
    MiNetwork chain = network(triple(0.4, 0.1, 0.3));
    // Column 0 has 0, 0.4, 0.1: mean 1/6, variance 0.17/3 - 1/36.
    double z01 = (0.4 - 0.5 / 3) / Math.sqrt(0.17 / 3 - 0.25 / 9);
    // Column 1 has 0.4, 0, 0.3.
    double z10 = (0.4 - 0.7 / 3) / Math.sqrt(0.25 / 3 - 0.49 / 9);
    InformationGraph graph = chain.graph(Clr.withDefaults());
    assertEquals(0, graph.edges().get(0).x());
    assertEquals(1, graph.edges().get(0).y());
    assertEquals(Math.hypot(z01, z10), graph.edges().get(0).weight(), 1e-14);
    assertEquals(0.4, graph.edges().get(0).nats());
    double weakest = graph.edges().get(graph.edges().size() - 1).weight();
    assertEquals(
        graph.edges().size() - 1, chain.graph(new Clr(weakest, EdgeRule.above(0))).edges().size());
  }

  @Test
  void aPairWithoutAnEstimateIsNoEdgeAndNoWayAround() {
    double[][] nats = triple(1, 0.5, Double.NaN);
    MiNetwork network = network(nats);
    assertEquals(1, network.failed());
    assertEquals(Set.of("0-1", "0-2"), pairs(network.graph(Aracne.withTolerance(0))));
    assertEquals(Set.of("0-1", "0-2"), pairs(network.graph(Mrnet.withDefaults())));
    assertTrue(network.graph(Clr.withDefaults()).edges().stream().allMatch(e -> e.weight() > 0));
    // A weak edge that the rule does not allow is no way around either.
    MiNetwork chain = network(triple(1, 0.5, 0.6));
    assertEquals(
        Set.of("0-1"), pairs(chain.graph(Aracne.withTolerance(0).withRule(EdgeRule.above(0.7)))));
  }

  @Test
  void aRuleHoldsForEveryMethod() {
    MiNetwork network = network(triple(1, 0.5, 0.6));
    for (GraphMethod method :
        List.of(
            new Cut(EdgeRule.above(0)),
            Aracne.withTolerance(1),
            Clr.withDefaults(),
            Mrnet.withDefaults())) {
      InformationGraph graph = network.graph(method.withRule(EdgeRule.above(0.7)));
      assertEquals(Set.of("0-1"), pairs(graph), method.toString());
    }
    assertEquals(
        "ARACNE(0.1, above 0.7 nats)",
        Aracne.withTolerance(0.1).withRule(EdgeRule.above(0.7)).toString());
    assertEquals("CLR", Clr.withDefaults().toString());
    assertEquals(
        "MRNET(above 1.0 nats, significant at 0.05)",
        new Mrnet(1, EdgeRule.significant(0.05)).toString());
  }

  @Test
  void wrongOptionsAreRefused() {
    MiNetwork network = network(triple(1, 0.5, 0.6));
    assertThrows(IllegalArgumentException.class, () -> Aracne.withTolerance(-0.1));
    assertThrows(IllegalArgumentException.class, () -> Aracne.withTolerance(1.1));
    assertThrows(IllegalArgumentException.class, () -> new Clr(Double.NaN, EdgeRule.above(0)));
    assertThrows(IllegalArgumentException.class, () -> new Mrnet(-1, EdgeRule.above(0)));
    assertThrows(IllegalArgumentException.class, () -> EdgeRule.above(-1));
    assertThrows(IllegalArgumentException.class, () -> EdgeRule.significant(1));
    assertThrows(
        IllegalArgumentException.class, () -> network.graph(new Cut(EdgeRule.significant(0.05))));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new InformationGraph(
                List.of("a", "b"), "test", "nats", List.of(new GraphEdge(1, 0, 1, 1))));
  }

  @Test
  void precisionAndRecallFollowTheOrderOfEdges() {
    InformationGraph graph =
        new InformationGraph(
            GaussianNetwork.names(4),
            "test",
            "nats",
            List.of(
                new GraphEdge(0, 1, 0.1, 1),
                new GraphEdge(0, 2, 0.4, 1),
                new GraphEdge(1, 3, 0.3, 1)));
    PrecisionRecall curve =
        graph.against(KnownEdges.of(new int[] {2, 0}, new int[] {1, 0}, new int[] {3, 2}));
    assertArrayEquals(new double[] {1, 0.5, 2 / 3.0}, curve.precision(), 1e-15);
    assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 2 / 3.0}, curve.recall(), 1e-15);
    assertEquals((1 + 2 / 3.0) / 3, curve.average(), 1e-15);
    assertEquals(
        List.of(0.4, 0.3), graph.strongest(2).edges().stream().map(GraphEdge::weight).toList());
    assertArrayEquals(new int[] {2, 2, 1, 1}, graph.degrees());
  }

  @Test
  void graphMlIsWellFormed(@TempDir Path folder)
      throws IOException, ParserConfigurationException, SAXException {
    String[] names = {"a<b & \"c\"", "\u0001gene", "\u00e9\ud83e\uddec"};
    InformationGraph graph = network(triple(1, 0.5, 0.6), names).graph(Aracne.withTolerance(0));
    Path file = graph.writeGraphMl(folder.resolve("graph.graphml"));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(file.toFile());
    String namespace = "http://graphml.graphdrawing.org/xmlns";
    NodeList nodes = document.getElementsByTagNameNS(namespace, "node");
    assertEquals(3, nodes.getLength());
    assertEquals("a<b & \"c\"", nodes.item(0).getTextContent());
    assertEquals("\ufffdgene", nodes.item(1).getTextContent());
    assertEquals("\u00e9\ud83e\uddec", nodes.item(2).getTextContent());
    NodeList edges = document.getElementsByTagNameNS(namespace, "edge");
    assertEquals(2, edges.getLength());
    Element first = (Element) edges.item(0);
    assertEquals("n0", first.getAttribute("source"));
    assertEquals("n1", first.getAttribute("target"));
    assertEquals("1.0", first.getElementsByTagNameNS(namespace, "data").item(0).getTextContent());
    List<String> lines = Files.readAllLines(graph.writeCsv(folder.resolve("graph.csv")));
    assertEquals("x,y,weight,mi_nats", lines.get(0));
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).endsWith(",1.0,1.0"), lines.get(1));
  }
}
