package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.space.Tiles;

/**
 * A k-d tree to search in. Points have positions: leaf t holds those from t * {@link
 * TreeBoxes#LEAF} on.
 */
interface SearchTree {

  TreeBoxes boxes();

  /**
   * Tiles among which a leaf's points are.
   *
   * @param part which variable
   */
  Tiles tiles(int part, int leaf);

  /** Which of those tiles has the leaf's points. */
  int tile(int leaf);

  /** What sinks know the point at a position by. */
  int point(int position);

  /** What decides between equally distant points: the row in the data of the one at a position. */
  int row(int position);
}
