package io.github.miscope.internal.neighbour.tree;

import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.Space;
import io.github.miscope.internal.neighbour.space.Tiles;

/** A k-d tree over points of a space, whose leaves are tiles for the kernels. */
public final class PointTree implements Coordinates.Index, SearchTree {

  private final TreeBoxes boxes;
  private final int[] order;
  private final Tiles[] tiles;

  public PointTree(Space space) throws InterruptedException {
    Halves halves = Halves.of(space);
    boxes = halves.boxes();
    order = halves.order();
    tiles = new Tiles[space.parts().size()];
    for (int p = 0; p < tiles.length; p++) {
      tiles[p] = new Tiles(space.parts().get(p).points().columns(), order, TreeBoxes.LEAF);
    }
  }

  /** The tree of some points, built once and kept with them. */
  public static PointTree of(Coordinates points) throws InterruptedException {
    return points.index(PointTree.class, PointTree::new);
  }

  private PointTree(PointTree other, int[] inverse) {
    boxes = other.boxes;
    tiles = other.tiles;
    order = new int[inverse.length];
    for (int p = 0; p < order.length; p++) {
      order[p] = inverse[other.order[p]];
    }
  }

  /**
   * The same tree for the same points in another order.
   *
   * @param permuted the points in that order
   * @param inverse point i of this tree's space is point inverse[i] of theirs
   */
  @Override
  public PointTree permuted(Space permuted, int[] inverse) {
    return new PointTree(this, inverse);
  }

  @Override
  public TreeBoxes boxes() {
    return boxes;
  }

  @Override
  public Tiles tiles(int part, int leaf) {
    return tiles[part];
  }

  @Override
  public int tile(int leaf) {
    return leaf;
  }

  @Override
  public int point(int position) {
    return order[position];
  }

  @Override
  public int row(int position) {
    return order[position];
  }
}
