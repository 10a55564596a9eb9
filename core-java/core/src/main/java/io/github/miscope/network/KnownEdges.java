package io.github.miscope.network;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * The edges of a known graph without directions.
 *
 * @param pairs each edge as its columns, the smaller number first
 */
public record KnownEdges(Set<Pair> pairs) {

  /**
   * Two columns.
   *
   * @param x the smaller number
   * @param y the larger number
   */
  public record Pair(int x, int y) {

    /**
     * Two columns in any order.
     *
     * @param a the number of one
     * @param b the number of the other
     * @return the pair
     * @throws IllegalArgumentException if they are the same
     */
    public static Pair of(int a, int b) {
      if (a == b) {
        throw new IllegalArgumentException("an edge has two different columns: " + a);
      }
      return new Pair(Math.min(a, b), Math.max(a, b));
    }
  }

  /**
   * Edges of a known graph.
   *
   * @param pairs at least one
   * @throws IllegalArgumentException if there is none
   */
  public KnownEdges {
    pairs = Set.copyOf(Objects.requireNonNull(pairs, "pairs"));
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("a known graph must have an edge: pairs is empty");
    }
  }

  /**
   * Edges given by the numbers of their columns.
   *
   * @param edges for each edge an array of two numbers
   * @return the edges
   * @throws IllegalArgumentException if an edge does not have two different columns, or there is
   *     none
   */
  public static KnownEdges of(int[]... edges) {
    Objects.requireNonNull(edges, "edges");
    Set<Pair> pairs = new HashSet<>();
    for (int[] edge : edges) {
      if (edge.length != 2) {
        throw new IllegalArgumentException(
            "an edge has two columns: edges holds one of " + edge.length);
      }
      pairs.add(Pair.of(edge[0], edge[1]));
    }
    return new KnownEdges(pairs);
  }

  boolean has(GraphEdge edge) {
    return pairs.contains(Pair.of(edge.x(), edge.y()));
  }
}
