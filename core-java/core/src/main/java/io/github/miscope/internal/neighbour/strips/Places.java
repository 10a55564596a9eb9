package io.github.miscope.internal.neighbour.strips;

/**
 * Finds where points would stand in other strips than their own. Points of a strip are asked for in
 * order of Y, so that the places only move up. One instance serves one thread.
 */
final class Places {

  /** By strip, the place that was found last. */
  private final int[] last;

  /** By strip: one more than the strip whose points asked last. */
  private final int[] asked;

  Places(int strips) {
    last = new int[strips];
    asked = new int[strips];
  }

  /**
   * The first slot of a strip whose point is not below in Y, or the strip's end.
   *
   * @param values by slot, the strip's in ascending order
   * @param strip the strip that is looked into
   * @param first its first slot
   * @param end the slot after its last
   * @param own the strip of the point that asks
   * @param value the point's value of Y
   */
  int of(double[] values, int strip, int first, int end, int own, double value) {
    int at = asked[strip] == own + 1 ? last[strip] : first;
    int step = 1;
    // Gallop up to the first slot that is not below.
    while (step < end - at && values[at + step] < value) {
      at += step;
      step *= 2;
    }
    int outside = step < end - at ? at + step : end;
    while (at < outside) {
      int middle = (at + outside) >>> 1;
      if (values[middle] < value) {
        at = middle + 1;
      } else {
        outside = middle;
      }
    }
    last[strip] = at;
    asked[strip] = own + 1;
    return at;
  }
}
