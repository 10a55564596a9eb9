package io.github.miscope.network;

import java.util.Map;

/**
 * The estimates of the pairs of a tile, row by row.
 *
 * @param nats the estimates; NaN where there is none
 * @param n observations of each pair; empty where they are all those of the columns
 * @param failures why there is none, by place
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PairTile(double[] nats, int[] n, Map<Integer, String> failures) {}
