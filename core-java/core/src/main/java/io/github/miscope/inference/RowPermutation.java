package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import java.util.Optional;

/** Any order of all rows. */
record RowPermutation() implements PermutationScheme {

  @Override
  public Permutations permutations(int n, int wanted, Seed seed) {
    return new Permutations(
        wanted,
        b -> {
          int[] order = Partition.identity(n);
          Partition.shuffle(order, seed.derive("permutation", b).generator());
          return order;
        },
        toString());
  }

  @Override
  public Optional<PermutationScheme> ofUnits(int[][] units) {
    return Optional.of(new UnitPermutation(units, row -> 0, toString()));
  }

  @Override
  public String toString() {
    return "all rows";
  }
}
