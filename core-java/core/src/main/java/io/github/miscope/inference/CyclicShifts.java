package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import java.util.Locale;
import org.apache.commons.rng.sampling.PermutationSampler;

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
    // A test that stops early must not have seen the shifts near 0 only: they are no group.
    int[] numbers = PermutationSampler.natural(count);
    PermutationSampler.shuffle(seed.derive("order of shifts").generator(), numbers);
    return new Permutations(
        count,
        b -> {
          // Even spacing makes the shifts a group, but for rounding: see cyclicShifts().
          long number = numbers[b - 1] + 1L;
          int shift = (int) ((number * n + (count + 1L) / 2) / (count + 1L));
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
