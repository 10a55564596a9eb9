package io.github.miscope.network;

/**
 * An edge of a graph of columns.
 *
 * @param x the number of one column
 * @param y the number of the other, larger than x
 * @param weight how strong the edge is by the method that made the graph
 * @param nats the estimate of the pair in nats
 */
public record GraphEdge(int x, int y, double weight, double nats) {}
