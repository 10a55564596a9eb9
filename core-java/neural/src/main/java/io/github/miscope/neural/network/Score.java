package io.github.miscope.neural.network;

/**
 * How a network, without its noise and dropout, does on data.
 *
 * @param loss mean loss; in nats for cross-entropy
 * @param accuracy the share of observations whose class it finds
 */
public record Score(double loss, double accuracy) {}
