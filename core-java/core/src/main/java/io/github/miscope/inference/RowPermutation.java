package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import java.util.Optional;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Any order of all rows. */
record RowPermutation() implements PermutationScheme {

  @Override
  public Permutations permutations(int n, int wanted, Seed seed) {
    return new Permutations(
        wanted,
        b -> {
          int[] order = PermutationSampler.natural(n);
          PermutationSampler.shuffle(seed.derive("permutation", b).generator(), order);
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
