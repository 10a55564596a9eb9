package io.github.miscope.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All pairs that a rule allows are edges, weighted by their information: a relevance network (Butte
 * and Kohane, Pacific Symposium on Biocomputing 5, 418, 2000). What is connected through others is
 * connected directly as well.
 *
 * @param rule which pairs
 */
public record Cut(EdgeRule rule) implements GraphMethod {

  /**
   * Refuses null.
   *
   * @param rule which pairs
   */
  public Cut {
    Objects.requireNonNull(rule, "rule");
  }

  @Override
  public Cut withRule(EdgeRule newRule) {
    return new Cut(Objects.requireNonNull(newRule, "newRule"));
  }

  @Override
  public InformationGraph graph(MiNetwork network) {
    Objects.requireNonNull(network, "network");
    List<GraphEdge> edges = new ArrayList<>();
    for (int x = 0; x < network.d(); x++) {
      for (int y = x + 1; y < network.d(); y++) {
        if (rule.allows(network, x, y)) {
          double nats = network.nats(x, y);
          edges.add(new GraphEdge(x, y, nats, nats));
        }
      }
    }
    return new InformationGraph(network.names(), toString(), "nats", edges);
  }

  @Override
  public String toString() {
    String text = rule.toString();
    return text.isEmpty() ? "all pairs" : "pairs " + text;
  }
}
