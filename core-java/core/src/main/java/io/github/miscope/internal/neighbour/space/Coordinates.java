package io.github.miscope.internal.neighbour.space;

import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.internal.neighbour.order.SortedColumn;
import io.github.miscope.internal.neighbour.rank.PlaneCounts;
import java.lang.ref.SoftReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The points of one variable with the norm that measures distances between them.
 *
 * <p>What searches build from the points is kept here: use one instance for as many searches as
 * there are.
 */
public final class Coordinates {

  private final double[][] columns;
  private final DistanceKernel norm;

  /** The points in another order, of which these are a permutation, and where each has gone. */
  private final @Nullable Coordinates origin;

  private final int[] inverse;
  private @Nullable SortedColumn sorted;
  private @Nullable Tiles tiles;
  private @Nullable Index index;
  private @Nullable PlaneCounts plane;
  private @Nullable SoftReference<NeighbourLists> lists;
  private double range = Double.NaN;
  private double @Nullable [] rows;

  /**
   * Points; the columns are taken over and must not change afterwards.
   *
   * @param columns d columns of n finite values, d at least 1
   * @param norm distance between points
   */
  public Coordinates(double[][] columns, DistanceKernel norm) {
    this(columns, norm, null, new int[0]);
  }

  /**
   * One column that is sorted already.
   *
   * @param column n finite values, taken over
   * @param norm distance between points
   * @param order the column in order, before a power of two was taken out of it
   * @param exponent of that power
   */
  public Coordinates(double[] column, DistanceKernel norm, RadixSort order, int exponent) {
    this(new double[][] {column}, norm);
    sorted = SortedColumn.of(order, exponent);
  }

  private Coordinates(
      double[][] columns, DistanceKernel norm, @Nullable Coordinates origin, int[] inverse) {
    this.columns = columns;
    this.norm = norm;
    this.origin = origin;
    this.inverse = inverse;
  }

  /**
   * The same points in another order, for permutation tests: what is sorted or put into a tree is
   * so once for all orders.
   *
   * @param rows point i of the result is point rows[i] of these; each occurs once
   * @return the points in that order
   */
  public Coordinates permuted(int[] rows) {
    double[][] moved = new double[d()][n()];
    int[] places = new int[n()];
    for (int i = 0; i < rows.length; i++) {
      places[rows[i]] = i;
    }
    for (int j = 0; j < moved.length; j++) {
      double[] from = columns[j];
      double[] to = moved[j];
      for (int i = 0; i < rows.length; i++) {
        to[i] = from[rows[i]];
      }
    }
    return new Coordinates(moved, norm, this, places);
  }

  /** The number of points. */
  public int n() {
    return columns[0].length;
  }

  /** The number of columns. */
  public int d() {
    return columns.length;
  }

  /** The only column, sorted once. */
  public synchronized SortedColumn sorted() {
    SortedColumn known = sorted;
    if (known == null) {
      known = origin == null ? SortedColumn.of(columns[0]) : origin.sorted().permuted(inverse);
      sorted = known;
    }
    return known;
  }

  /** Whether the only column was sorted before. */
  public synchronized boolean isSorted() {
    return sorted != null;
  }

  /** What a search builds from points once, and puts into another order for permuted ones. */
  public interface Index {

    /**
     * The same for the same points in another order.
     *
     * @param permuted the points in that order
     * @param inverse point i of these is point inverse[i] of theirs
     */
    Index permuted(Space permuted, int[] inverse);
  }

  /**
   * Builds an index.
   *
   * @param <I> what is built
   */
  public interface IndexBuilder<I extends Index> {

    /** Builds it for a space of these points alone. */
    I build(Space space) throws InterruptedException;
  }

  /**
   * The index of a type, built once; of a permutation it is that of its origin, reordered.
   *
   * @param type of the index
   * @param builder builds it where there is none
   */
  public synchronized <I extends Index> I index(Class<I> type, IndexBuilder<I> builder)
      throws InterruptedException {
    Index known = index;
    if (!type.isInstance(known)) {
      Space space = Space.of(this);
      known =
          origin == null
              ? builder.build(space)
              : origin.index(type, builder).permuted(space, inverse);
      index = known;
    }
    return type.cast(known);
  }

  /** Whether {@link #plane} can count in the points: two columns under the maximum norm. */
  public boolean isPlane() {
    return d() == 2 && norm == DistanceKernel.LINF;
  }

  /** Two columns, sorted for counts under the maximum norm. */
  public synchronized PlaneCounts plane() {
    PlaneCounts known = plane;
    if (known == null) {
      known = origin == null ? new PlaneCounts(columns) : origin.plane().permuted(inverse);
      plane = known;
    }
    return known;
  }

  /** Whether {@link #lists} serves many orders of the points. */
  public boolean isPermutation() {
    return origin != null && origin.origin == null;
  }

  /**
   * Lists of neighbours, made once for all orders of the points; their points are numbered as in
   * the order that these are a permutation of.
   *
   * @param k the number of joint neighbours that they serve, at the first call
   */
  public NeighbourLists lists(int k) throws InterruptedException {
    return origin == null ? ownLists(k) : origin.lists(k);
  }

  private synchronized NeighbourLists ownLists(int k) throws InterruptedException {
    NeighbourLists known = lists == null ? null : lists.get();
    if (known == null) {
      known = NeighbourLists.of(this, k);
      // They are large: memory goes to other things first.
      lists = new SoftReference<>(known);
    }
    return known;
  }

  /** Where each point of {@link #lists} is among these; nothing if they are numbered alike. */
  public int[] places() {
    return inverse;
  }

  /** The widest column's range. */
  public synchronized double range() {
    if (Double.isNaN(range)) {
      range = origin == null ? QuantisedColumns.range(columns) : origin.range();
    }
    return range;
  }

  /** Point by point: value j of point i at i * d + j. */
  public synchronized double[] rows() {
    double[] known = rows;
    if (known == null) {
      known = new double[Math.multiplyExact(n(), d())];
      for (int j = 0; j < d(); j++) {
        for (int i = 0; i < n(); i++) {
          known[i * d() + j] = columns[j][i];
        }
      }
      rows = known;
    }
    return known;
  }

  /** The points as they come, in tiles of a size. */
  public synchronized Tiles tiles(int size) {
    Tiles known = tiles;
    if (known == null || known.size() != size) {
      known = new Tiles(columns, IntStream.range(0, n()).toArray(), size);
      tiles = known;
    }
    return known;
  }

  public double[][] columns() {
    return columns;
  }

  /** Distance between points. */
  public DistanceKernel norm() {
    return norm;
  }
}
