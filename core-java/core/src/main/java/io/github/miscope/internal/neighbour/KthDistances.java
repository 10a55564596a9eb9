package io.github.miscope.internal.neighbour;

import io.github.miscope.internal.parallel.Blocks;

/** Distances from every point to its k-th nearest neighbours, for one k or many at once. */
public final class KthDistances {

  private KthDistances() {}

  /**
   * Distances within one variable.
   *
   * @param columns d columns of n finite values; not changed, and not to be changed meanwhile
   * @param norm distance between points
   * @param ks which neighbours, each from 1 to n - 1, in any order; many cost little more than the
   *     largest of them
   * @return one array of n distances for each k, in the order of ks
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static double[][] of(double[][] columns, DistanceKernel norm, int... ks)
      throws InterruptedException {
    return of(Space.of(new Coordinates(columns, norm)), ks);
  }

  /**
   * Distances within a product of variables.
   *
   * @param space the points and their distance
   * @param ks which neighbours, each from 1 to n - 1, in any order
   * @return one array of n distances for each k, in the order of ks
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static double[][] of(Space space, int... ks) throws InterruptedException {
    int n = space.n();
    int largest = 0;
    for (int k : ks) {
      if (k < 1 || k >= n) {
        throw new IllegalArgumentException(
            "k must be from 1 to n - 1: k=" + k + ", number of points n=" + n);
      }
      largest = Math.max(largest, k);
    }
    double[][] distances = new double[ks.length][n];
    int most = largest;
    Blocks.run(
        n,
        (int) Math.max(1, Math.min(256, (1L << 22) / ((long) n * space.d()))),
        () -> {
          PlainDistances plain = new PlainDistances(space);
          Nearest nearest = new Nearest(most);
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              double[] joined = plain.from(i);
              nearest.clear();
              for (int m = 0; m < n; m++) {
                if (m != i && joined[m] < nearest.bound()) {
                  nearest.add(joined[m], m, m);
                }
              }
              for (int a = 0; a < ks.length; a++) {
                distances[a][i] = space.join().value(nearest.value(ks[a]));
              }
            }
          };
        });
    return distances;
  }
}
