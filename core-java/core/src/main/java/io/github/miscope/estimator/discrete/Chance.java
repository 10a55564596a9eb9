package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.EstimationInterruptedException;

/**
 * What a table of given margins holds in the mean if rows meet columns by chance, that is over all
 * permutations: exact sums over hypergeometric distributions, as in Vinh, Epps and Bailey,
 * "Information theoretic measures for clusterings comparison", JMLR 11, 2837, 2010, eq. 24a. Cells
 * with the same margins share one sum.
 *
 * @param jointEntropy the mean of the entropy of the cells, in nats
 * @param singles the mean number of cells seen once whose row and column were seen more often
 * @param doubles the mean number of cells seen twice
 */
record Chance(double jointEntropy, double singles, double doubles) {

  /** Terms smaller than this part of the largest do not change a sum. */
  private static final double NEGLIGIBLE = 1e-18;

  /** Terms between two looks at the interrupt flag. */
  private static final int TERMS = 1 << 16;

  /** With {@link Schuermann}'s entropy of the cells. */
  static Chance of(CountHistogram x, CountHistogram y) {
    return of(x, y, Schuermann::share);
  }

  /** What an observation contributes to the entropy: its level was seen so often, of n. */
  @FunctionalInterface
  interface Share {
    double of(int count, int n);
  }

  static Chance of(CountHistogram x, CountHistogram y, Share share) {
    int n = x.n();
    int largest = Math.min(x.count(x.size() - 1), y.count(y.size() - 1));
    double[] entropy = new double[largest + 1];
    for (int count = 1; count <= largest; count++) {
      entropy[count] = count * share.of(count, n);
    }
    double joint = 0;
    double singles = 0;
    double doubles = 0;
    int terms = TERMS;
    for (int i = 0; i < x.size(); i++) {
      for (int j = 0; j < y.size(); j++) {
        terms += 2 + Math.min(x.count(i), y.count(j));
        if (terms >= TERMS) {
          EstimationInterruptedException.throwIfInterrupted("the mean over all permutations");
          terms = 0;
        }
        Cell cell = Cell.of(x.count(i), y.count(j), n, entropy);
        double cells = (double) x.levels(i) * y.levels(j);
        joint += cells * cell.entropy;
        doubles += cells * cell.two;
        singles += x.count(i) > 1 && y.count(j) > 1 ? cells * cell.one : 0;
      }
    }
    return new Chance(joint / n, singles, doubles);
  }

  /** Means over the hypergeometric distribution of one cell's count. */
  private record Cell(double entropy, double one, double two) {

    /**
     * A cell whose row has a observations and whose column b, of n. Probabilities are relative to
     * the most probable count, by the ratio of neighbours, and need no factorials.
     */
    static Cell of(int a, int b, int n, double[] entropy) {
      int least = Math.max(0, a + b - n);
      int most = Math.min(a, b);
      int mode = (int) ((a + 1L) * (b + 1L) / (n + 2L));
      double[] sums = new double[4];
      add(sums, mode, 1, entropy);
      double p = 1;
      for (int k = mode; k < most && p > NEGLIGIBLE; k++) {
        p *= ((double) (a - k) * (b - k)) / ((k + 1.0) * (n - a - b + k + 1.0));
        add(sums, k + 1, p, entropy);
      }
      p = 1;
      for (int k = mode; k > least && p > NEGLIGIBLE; k--) {
        p *= (k * (n - a - b + (double) k)) / ((a - k + 1.0) * (b - k + 1.0));
        add(sums, k - 1, p, entropy);
      }
      return new Cell(sums[1] / sums[0], sums[2] / sums[0], sums[3] / sums[0]);
    }

    private static void add(double[] sums, int count, double p, double[] entropy) {
      sums[0] += p;
      sums[1] += p * entropy[count];
      sums[2] += count == 1 ? p : 0;
      sums[3] += count == 2 ? p : 0;
    }
  }
}
