package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Objects;
import java.util.Optional;

/**
 * Which orders of the rows of Y are as likely as the observed one if X and Y are independent (given
 * Z). {@code toString()} says so in a p-value.
 */
public interface PermutationScheme {

  /**
   * Prepares permutations of n rows.
   *
   * @param n the number of rows
   * @param wanted how many permutations are wanted; fewer are given where there are not so many
   * @param seed the seed; permutation b comes from {@code seed.derive("permutation", b)}
   * @return the permutations
   * @throws IllegalArgumentException if the scheme does not suit n
   */
  Permutations permutations(int n, int wanted, Seed seed);

  /**
   * Whether neighbouring rows stay together, so that the dependence between them is kept.
   *
   * @return false unless a scheme says otherwise
   */
  default boolean keepsNeighbours() {
    return false;
  }

  /**
   * The scheme for a table in which rows have copies. A row and its copies change places as one,
   * with others of as many copies, so that permutation is as exact as without them.
   *
   * @param units the rows of each unit, a row and its copies; every row is in one
   * @return the scheme; empty if it cannot keep copies together
   */
  default Optional<PermutationScheme> ofUnits(int[][] units) {
    Objects.requireNonNull(units, "units");
    return Optional.empty();
  }

  /**
   * Any order of all rows: for independent observations.
   *
   * @return the scheme
   */
  static PermutationScheme allRows() {
    return new RowPermutation();
  }

  /**
   * Runs of rows are put in another order, each kept whole: for series in order of time whose
   * dependence between rows is much shorter than a run.
   *
   * @param length rows in a run, at least 1; there must be 5 runs or more
   * @return the scheme
   * @throws IllegalArgumentException if length &lt; 1
   */
  static PermutationScheme wholeBlocks(int length) {
    return new BlockPermutation(length, true);
  }

  /**
   * Rows are shuffled within runs of rows, never between them: for batches, or a slow drift that X
   * and Y share and that shall not count as dependence.
   *
   * @param length rows in a run, at least 2
   * @return the scheme
   * @throws IllegalArgumentException if length &lt; 2
   */
  static PermutationScheme withinBlocks(int length) {
    return new BlockPermutation(length, false);
  }

  /**
   * Y is shifted against X, the end wrapping round to the start: keeps the dependence between the
   * rows of a stationary series, but for the seam. Shifts are spread evenly over the series, so
   * that there are n / leastLag - 1 of them at most, and nothing but their order is drawn at
   * random.
   *
   * <p>Estimates at shifts that are close to each other are alike. Evenly spread shifts are a
   * group, no shift among them, and of independent series each of its members is as likely as any
   * other to have the largest estimate, however long the memory: p-values are uniform. If shifts
   * were drawn anywhere but near 0, what is near 0 would be spared the comparison with its own
   * neighbours, and small p-values would be too frequent. A memory that is a large part of the
   * series makes the seam matter: for AR(1) of coefficient 0.99 and 300 rows, 10 % of p-values are
   * below 0.05.
   *
   * @param leastLag the smallest distance of two shifts in rows, at least 1: longer than the memory
   *     of what X and Y have in common
   * @return the scheme
   * @throws IllegalArgumentException if leastLag &lt; 1
   */
  static PermutationScheme cyclicShifts(int leastLag) {
    return new CyclicShifts(leastLag);
  }

  /**
   * Rows are shuffled among those that share a level: for stratified data, and for I(X;Y|Z) with
   * discrete Z, where it is exact.
   *
   * @param z the strata, one level per row
   * @return the scheme, for samples of z's rows
   */
  static PermutationScheme withinLevels(Variable z) {
    Objects.requireNonNull(z, "z");
    return new LevelPermutation(z);
  }

  /**
   * Each row takes its value from a row with a near z: for I(X;Y|Z) with continuous Z. Runge,
   * "Conditional independence testing based on a nearest-neighbor estimator of conditional mutual
   * information", AISTATS 2018, Algorithm 1: without replacement as far as possible, among the
   * given number of nearest neighbours, the row itself included, by the max norm between ranks. It
   * is not exact: Y keeps no more of its dependence on Z than neighbours share, and where that is
   * strong, p-values are much too small. {@link PermutationTest} without a scheme holds better.
   *
   * @param z what is given, one row per row of the samples
   * @param neighbours how many rows to choose among, at least 2; Runge takes 5 to 10
   * @return the scheme, for samples of z's rows
   * @throws IllegalArgumentException if neighbours &lt; 2 or &gt; 1000
   */
  static PermutationScheme amongNeighbours(Variable z, int neighbours) {
    Objects.requireNonNull(z, "z");
    return new NeighbourPermutation(z, neighbours);
  }
}
