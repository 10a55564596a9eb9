package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import java.util.Optional;

/**
 * Orders of residuals given Z.
 *
 * @param rows which orders
 * @param variable whose residuals
 * @param given Z
 */
record ResidualScheme(PermutationScheme rows, String variable, String given)
    implements PermutationScheme {

  @Override
  public Permutations permutations(int n, int wanted, Seed seed) {
    Permutations orders = rows.permutations(n, wanted, seed);
    return new Permutations(orders.count(), orders.order(), toString());
  }

  @Override
  public boolean keepsNeighbours() {
    return rows.keepsNeighbours();
  }

  @Override
  public Optional<PermutationScheme> ofUnits(int[][] units) {
    return rows.ofUnits(units).map(kept -> new ResidualScheme(kept, variable, given));
  }

  @Override
  public String toString() {
    String which = rows.equals(PermutationScheme.allRows()) ? "" : ", " + rows;
    return "residuals of " + variable + " given " + given + which;
  }
}
