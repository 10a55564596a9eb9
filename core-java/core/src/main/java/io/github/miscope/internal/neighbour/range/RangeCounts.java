package io.github.miscope.internal.neighbour.range;

/**
 * Counts of the points of one range, in the order of the search.
 *
 * @param x neighbours counted in X, the point itself not among them
 * @param y neighbours counted in Y, the point itself not among them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RangeCounts(int[] x, int[] y) {}
