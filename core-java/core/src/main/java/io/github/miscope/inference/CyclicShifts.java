package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import java.util.Locale;

/** Shifts of Y against X, spread evenly over the series. */
record CyclicShifts(int leastLag) implements PermutationScheme {

  CyclicShifts {
    if (leastLag < 1) {
      throw new IllegalArgumentException("least lag must be >= 1: leastLag=" + leastLag);
    }
  }

  @Override
  public Permutations permutations(int n, int wanted, Seed seed) {
    int most = n / leastLag - 1;
    if (most < 1) {
      throw new IllegalArgumentException(
          "least lag must be <= n/2: leastLag=" + leastLag + ", n=" + n);
    }
    int count = Math.min(wanted, most);
    return new Permutations(
        count,
        b -> {
          // Even spacing makes the shifts a group, but for rounding: see cyclicShifts().
          int shift = (int) (((long) b * n + (count + 1L) / 2) / (count + 1L));
          int[] order = new int[n];
          for (int i = 0; i < n; i++) {
            order[i] = (i + shift) % n;
          }
          return order;
        },
        String.format(Locale.ROOT, "%d %s", count, this));
  }

  @Override
  public boolean keepsNeighbours() {
    return true;
  }

  @Override
  public String toString() {
    return "cyclic shifts, " + leastLag + " rows or more apart";
  }
}
