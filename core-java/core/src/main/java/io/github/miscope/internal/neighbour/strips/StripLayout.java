package io.github.miscope.internal.neighbour.strips;

import io.github.miscope.internal.neighbour.space.CountRule;

/** Points of a plane, cut across X into strips, and a way to find neighbours in them. */
interface StripLayout {

  /** The number of strips. */
  int count();

  /** Points of a strip; the last one may have fewer. */
  int size();

  /**
   * A search for one thread.
   *
   * @param cX what distances within X are multiplied by
   * @param cY what distances within Y are multiplied by
   * @param rule which neighbours count
   * @param ks numbers of neighbours
   * @param most the largest of them
   */
  StripRadii search(double cX, double cY, CountRule rule, int[] ks, int most);
}
