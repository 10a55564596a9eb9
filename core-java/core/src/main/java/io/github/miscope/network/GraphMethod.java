package io.github.miscope.network;

/** Makes a graph of a network: which pairs are edges, and how strong they are. */
public interface GraphMethod {

  /**
   * Makes the graph. Pairs without an estimate are no edges.
   *
   * @param network the network
   * @return the graph; {@link Object#toString} is its label
   * @throws io.github.miscope.estimator.EstimationInterruptedException if the calling thread is
   *     interrupted
   */
  InformationGraph graph(MiNetwork network);

  /**
   * The same method on other pairs.
   *
   * @param rule which pairs may be edges
   * @return a changed copy
   */
  GraphMethod withRule(EdgeRule rule);
}
