package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/** Rows that change places together with their copies, among units of one size and stratum. */
final class UnitPermutation implements PermutationScheme {

  private final int[][] units;

  /** The numbers of those units that may change places. */
  private final int[][] exchangeable;

  private final String rows;

  /**
   * A scheme.
   *
   * @param units the rows of each unit
   * @param stratum of a row, within which it may move
   * @param rows which rows move, for people
   */
  UnitPermutation(int[][] units, IntUnaryOperator stratum, String rows) {
    this.units = Objects.requireNonNull(units, "units");
    this.rows = rows;
    Map<Long, List<Integer>> groups = new TreeMap<>();
    for (int u = 0; u < units.length; u++) {
      long key = ((long) stratum.applyAsInt(units[u][0]) << 32) + units[u].length;
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(u);
    }
    exchangeable =
        groups.values().stream()
            .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  @Override
  public Permutations permutations(int n, int wanted, Seed seed) {
    return new Permutations(
        wanted, b -> order(n, seed.derive("permutation", b).generator()), toString());
  }

  private int[] order(int n, UniformRandomProvider random) {
    int[] unit = Groups.shuffledWithin(exchangeable, units.length, random);
    int[] order = new int[n];
    for (int u = 0; u < units.length; u++) {
      for (int i = 0; i < units[u].length; i++) {
        order[units[u][i]] = units[unit[u]][i];
      }
    }
    return order;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnitPermutation scheme
        && rows.equals(scheme.rows)
        && Arrays.deepEquals(units, scheme.units);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }

  @Override
  public String toString() {
    return rows + ", each with its copies";
  }
}
