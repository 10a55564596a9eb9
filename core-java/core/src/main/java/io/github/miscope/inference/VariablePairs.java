package io.github.miscope.inference;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * Pairs of variables, of which each is made when it is needed: a matrix of 3000 columns has 4.5
 * million.
 */
public interface VariablePairs {

  /** The number of a variable that occurs in one pair only. */
  int ONCE = -1;

  /**
   * The number of pairs.
   *
   * @return at least 0
   */
  int size();

  /**
   * The observations of a pair. Equal calls give equal observations.
   *
   * @param pair from 0 to {@link #size()} - 1
   * @return the samples
   * @throws IllegalArgumentException if there are too few observations of this pair
   */
  Samples samples(int pair);

  /**
   * The number of a pair's X among all X: pairs of one number have the same object, which is
   * prepared once for all of them.
   *
   * @param pair the pair
   * @return a number from 0, not much larger than the number of variables, or {@link #ONCE}
   */
  int x(int pair);

  /**
   * The number of a pair's Y among all Y.
   *
   * @param pair the pair
   * @return as {@link #x}
   */
  int y(int pair);

  /**
   * All pairs of variables.
   *
   * @param variables d variables of equally many observations
   * @return d (d - 1) / 2 pairs: the first with the second, the first with the third, ...
   * @throws IllegalArgumentException if there are more than 2147483647 pairs
   */
  static VariablePairs all(List<Variable> variables) {
    Objects.requireNonNull(variables, "variables");
    return new MatrixPairs(variables);
  }

  /**
   * Given pairs.
   *
   * @param pairs the pairs; share variables as objects, not as copies
   * @return the pairs, in their order
   */
  static VariablePairs of(List<Samples> pairs) {
    Objects.requireNonNull(pairs, "pairs");
    List<Samples> all = List.copyOf(pairs);
    int[] x = new int[all.size()];
    int[] y = new int[all.size()];
    IdentityHashMap<Variable, Integer> knownX = new IdentityHashMap<>();
    IdentityHashMap<Variable, Integer> knownY = new IdentityHashMap<>();
    for (int p = 0; p < x.length; p++) {
      x[p] = knownX.computeIfAbsent(all.get(p).x(), variable -> knownX.size());
      y[p] = knownY.computeIfAbsent(all.get(p).y(), variable -> knownY.size());
    }
    return new VariablePairs() {
      @Override
      public int size() {
        return all.size();
      }

      @Override
      public Samples samples(int pair) {
        return all.get(pair);
      }

      @Override
      public int x(int pair) {
        return x[pair];
      }

      @Override
      public int y(int pair) {
        return y[pair];
      }
    };
  }
}
