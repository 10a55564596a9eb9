package io.github.miscope.inference;

import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Permutations ready to be drawn, in any order and by any thread.
 *
 * @param count how many there are
 * @param order the permutation with a number from 1 to count: which row of Y goes with each row of
 *     X
 * @param scheme what they are, for people: "all rows"
 */
public record Permutations(int count, IntFunction<int[]> order, String scheme) {

  /**
   * Refuses null.
   *
   * @param count how many there are
   * @param order the permutation with a number from 1 to count: which row of Y goes with each row
   *     of X
   * @param scheme what they are, for people: "all rows"
   */
  public Permutations {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(scheme, "scheme");
  }
}
