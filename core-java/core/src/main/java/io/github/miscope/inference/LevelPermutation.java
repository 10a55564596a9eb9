package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Locale;
import java.util.Optional;

/** Rows shuffled among those that share a level of z. */
record LevelPermutation(Variable z) implements PermutationScheme {

  @Override
  public Permutations permutations(int n, int wanted, Seed seed) {
    requireRows(z, n);
    int[][] groups = Groups.ofLevels(z.levels());
    return new Permutations(
        wanted,
        b -> Groups.shuffledWithin(groups, n, seed.derive("permutation", b).generator()),
        toString());
  }

  @Override
  public Optional<PermutationScheme> ofUnits(int[][] units) {
    int[] levels = z.levels();
    return Optional.of(new UnitPermutation(units, row -> levels[row], toString()));
  }

  static void requireRows(Variable z, int n) {
    if (z.n() != n) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must have one row per observation: it has %d, the samples have n=%d",
              z.name(),
              z.n(),
              n));
    }
  }

  @Override
  public String toString() {
    return "rows within levels of " + z.name();
  }
}
