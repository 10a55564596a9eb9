package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import java.util.Locale;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Shifts of Y against X, drawn without replacement. */
record CyclicShifts(int leastLag) implements PermutationScheme {

  CyclicShifts {
    if (leastLag < 1) {
      throw new IllegalArgumentException("least lag must be >= 1: leastLag=" + leastLag);
    }
  }

  @Override
  public Permutations permutations(int n, int wanted, Seed seed) {
    long shiftsLeft = n - 2L * leastLag + 1;
    if (shiftsLeft < 1) {
      throw new IllegalArgumentException(
          "least lag must be <= n/2: leastLag=" + leastLag + ", n=" + n);
    }
    int distinct = (int) shiftsLeft;
    int[] shifts = PermutationSampler.natural(distinct);
    PermutationSampler.shuffle(seed.derive("shifts").generator(), shifts);
    int count = Math.min(wanted, distinct);
    return new Permutations(
        count,
        b -> {
          int shift = leastLag + shifts[b - 1];
          int[] order = new int[n];
          for (int i = 0; i < n; i++) {
            order[i] = (i + shift) % n;
          }
          return order;
        },
        String.format(Locale.ROOT, "%d distinct %s", distinct, this));
  }

  @Override
  public boolean keepsNeighbours() {
    return true;
  }

  @Override
  public String toString() {
    return "cyclic shifts by " + leastLag + " rows or more";
  }
}
