package io.github.miscope.network;

import io.github.miscope.file.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A graph of columns without directions. Immutable.
 *
 * @param names the names of the columns
 * @param method what made the graph
 * @param unit the unit of weights
 * @param edges the strongest first, each pair once
 */
public record InformationGraph(
    List<String> names, String method, String unit, List<GraphEdge> edges) {

  private static final Comparator<GraphEdge> STRONGEST =
      Comparator.comparingDouble(GraphEdge::weight)
          .reversed()
          .thenComparingInt(GraphEdge::x)
          .thenComparingInt(GraphEdge::y);

  /**
   * A graph.
   *
   * @param names the names of the columns
   * @param method what made the graph
   * @param unit the unit of weights
   * @param edges in any order
   * @throws IllegalArgumentException if an edge is not between two of the columns, the first before
   *     the second
   */
  public InformationGraph {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(unit, "unit");
    names = List.copyOf(Objects.requireNonNull(names, "names"));
    List<GraphEdge> sorted = new ArrayList<>(Objects.requireNonNull(edges, "edges"));
    sorted.sort(STRONGEST);
    edges = List.copyOf(sorted);
    for (GraphEdge edge : edges) {
      if (edge.x() < 0 || edge.y() <= edge.x() || edge.y() >= names.size()) {
        throw new IllegalArgumentException(
            "an edge must be between two of " + names.size() + " columns, in their order: " + edge);
      }
    }
  }

  /**
   * The strongest part of the graph.
   *
   * @param count how many edges at most
   * @return a graph of the same columns
   * @throws IllegalArgumentException if count is negative
   */
  public InformationGraph strongest(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be >= 0: count=" + count);
    }
    return new InformationGraph(
        names, method, unit, edges.subList(0, Math.min(count, edges.size())));
  }

  /**
   * The number of edges at each column.
   *
   * @return one number for each column
   */
  public int[] degrees() {
    int[] degrees = new int[names.size()];
    for (GraphEdge edge : edges) {
      degrees[edge.x()]++;
      degrees[edge.y()]++;
    }
    return degrees;
  }

  /**
   * Compares the order of the edges with the edges of a known graph.
   *
   * @param known the edges that there are
   * @return precision and recall of the strongest edges, for each number of them
   * @throws IllegalArgumentException if there is no known edge
   */
  public PrecisionRecall against(KnownEdges known) {
    Objects.requireNonNull(known, "known");
    return PrecisionRecall.of(edges, known);
  }

  /**
   * Writes the edges as CSV: x, y, weight, mi_nats, the strongest first.
   *
   * @param file the file, made or replaced
   * @return the file
   * @throws IOException if it cannot be written
   */
  public Path writeCsv(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return WholeFile.write(
        file,
        out -> {
          BufferedWriter writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          GraphFormats.csv(this, writer);
          writer.flush();
        });
  }

  /**
   * Writes the graph as GraphML, which Cytoscape, Gephi, igraph and NetworkX read: nodes with the
   * names of the columns, edges with weight and mi_nats. A character that XML does not allow
   * becomes U+FFFD.
   *
   * @param file the file, made or replaced
   * @return the file
   * @throws IOException if it cannot be written
   */
  public Path writeGraphMl(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return WholeFile.write(file, out -> GraphFormats.graphMl(this, out));
  }

  @Override
  public String toString() {
    return "graph of "
        + names.size()
        + " columns by "
        + method
        + ": "
        + edges.size()
        + (edges.size() == 1 ? " edge" : " edges");
  }
}
