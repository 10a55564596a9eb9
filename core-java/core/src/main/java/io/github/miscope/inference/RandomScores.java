package io.github.miscope.inference;

import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Replaces each column by a normal sample in the order of its values, equal values in random order.
 * The mutual information stays as it is, as with normal ranks, and the spaces between values are
 * those of a sample.
 *
 * @param seed the seed; each order of values has a sample of its own
 */
record RandomScores(Seed seed) implements Scaling {

  @Override
  public Variable apply(Variable variable) {
    double[][] columns = variable.columns();
    for (int j = 0; j < columns.length; j++) {
      if (!variable.isConstant(j)) {
        columns[j] = scores(columns[j], seed.derive("column", j));
      }
    }
    return variable.withColumns(columns);
  }

  private static double[] scores(double[] values, Seed seed) {
    int n = values.length;
    int[] shuffled = PermutationSampler.natural(n);
    PermutationSampler.shuffle(seed.derive("equal values").generator(), shuffled);
    // The sort is stable: equal values stay shuffled.
    int[] order = RadixSort.order(Arrays.stream(shuffled).mapToDouble(i -> values[i]).toArray());
    Arrays.setAll(order, r -> shuffled[order[r]]);
    // Parts of the data must have samples of their own, or they would not differ enough.
    UniformRandomProvider random = seed.derive("order", Arrays.hashCode(order)).generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] sample = new double[n];
    Arrays.setAll(sample, i -> normal.sample());
    Arrays.sort(sample);
    double[] scores = new double[n];
    for (int r = 0; r < n; r++) {
      scores[order[r]] = sample[r];
    }
    return scores;
  }

  @Override
  public String toString() {
    return "random normal scores";
  }
}
