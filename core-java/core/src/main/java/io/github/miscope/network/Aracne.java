package io.github.miscope.network;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.parallel.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * ARACNE (Margolin et al., BMC Bioinformatics 7 (Suppl 1), S7, 2006,
 * doi:10.1186/1471-2105-7-S1-S7): of each three columns that are all connected the weakest edge is
 * removed, since by the data processing inequality what reaches Y from X through Z is at most
 * I(X;Z) and I(Z;Y). It is removed if it is below the others by a part of their size, the
 * tolerance: I(X;Y) &lt; (1 - tolerance) min(I(X;Z), I(Z;Y)). Triples are considered independently,
 * so that their order does not matter. Exact for trees; where a network has loops of three, one of
 * their edges is lost, which a larger tolerance prevents.
 *
 * @param tolerance in [0, 1]; 0 removes the weakest of all triples, 1 none; up to 0.15 in practice
 * @param rule which pairs may be edges
 */
public record Aracne(double tolerance, EdgeRule rule) implements GraphMethod {

  /**
   * Checks the tolerance.
   *
   * @param tolerance in [0, 1]
   * @param rule which pairs may be edges
   * @throws IllegalArgumentException if the tolerance is not in [0, 1]
   */
  public Aracne {
    Objects.requireNonNull(rule, "rule");
    if (!(tolerance >= 0 && tolerance <= 1)) {
      throw new IllegalArgumentException("tolerance must be in [0, 1]: tolerance=" + tolerance);
    }
  }

  /**
   * With a tolerance, on all pairs whose estimate is above 0.
   *
   * @param tolerance in [0, 1]
   * @return the method
   * @throws IllegalArgumentException if the tolerance is not in [0, 1]
   */
  public static Aracne withTolerance(double tolerance) {
    return new Aracne(tolerance, EdgeRule.above(0));
  }

  @Override
  public Aracne withRule(EdgeRule newRule) {
    return new Aracne(tolerance, Objects.requireNonNull(newRule, "newRule"));
  }

  @Override
  public InformationGraph graph(MiNetwork network) {
    Objects.requireNonNull(network, "network");
    int d = network.d();
    // What is no edge is below everything: it is neither removed nor a way around.
    double[][] nats = network.matrix(Double.NEGATIVE_INFINITY);
    for (int x = 0; x < d; x++) {
      for (int y = x + 1; y < d; y++) {
        if (!rule.allows(network, x, y)) {
          nats[x][y] = Double.NEGATIVE_INFINITY;
          nats[y][x] = Double.NEGATIVE_INFINITY;
        }
      }
    }
    boolean[][] kept = new boolean[d][d];
    try {
      Blocks.run(
          d,
          1,
          () ->
              (from, to) -> {
                for (int x = from; x < to; x++) {
                  for (int y = x + 1; y < d; y++) {
                    kept[x][y] = nats[x][y] > Double.NEGATIVE_INFINITY && !isIndirect(nats, x, y);
                  }
                }
              });
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
    List<GraphEdge> edges = new ArrayList<>();
    for (int x = 0; x < d; x++) {
      for (int y = x + 1; y < d; y++) {
        if (kept[x][y]) {
          edges.add(new GraphEdge(x, y, nats[x][y], nats[x][y]));
        }
      }
    }
    return new InformationGraph(network.names(), toString(), "nats", edges);
  }

  private boolean isIndirect(double[][] nats, int x, int y) {
    double[] ofX = nats[x];
    double[] ofY = nats[y];
    double own = ofX[y];
    double part = 1 - tolerance;
    for (int z = 0; z < ofX.length; z++) {
      if (own < part * ofX[z] && own < part * ofY[z]) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return MethodLabel.of("ARACNE", Double.toString(tolerance), rule.toString());
  }
}
