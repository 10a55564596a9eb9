package io.github.miscope.internal.neighbour.range;

/**
 * Points cut into ranges.
 *
 * @param search what ranges are counted with
 * @param rows by point in the order of the search, its row in the data
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RangeCut(RangeSearch search, int[] rows) {}
