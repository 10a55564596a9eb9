package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.PointwiseEntropyEstimate;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.entropy.Contributions;
import io.github.miscope.estimator.internal.entropy.DifferentialEntropy;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * The k-nearest-neighbour entropy of Kozachenko and Leonenko (Problems of Information Transmission
 * 23, 9, 1987) for k = 1 and Singh et al. (American Journal of Mathematical and Management Sciences
 * 23, 301, 2003): h = log c + d mean(log r_i) - psi(k) + log n, with r_i the distance from x_i to
 * its k-th neighbour and c the volume of the unit ball of the norm.
 *
 * <p>h(aX) = h(X) + d log a exactly in kind; the columns of one variable are taken as they are, and
 * a ball mixes them, so that columns of very different units are better scaled first. Biased where
 * the density bends within a ball: by O((k/n)^(2/d)).
 *
 * <p>Tied values have a differential entropy of minus infinity. By default a tied column is filled
 * up to its resolution by seeded noise, with a {@link DataWarning.Dequantised}; the bare formula
 * gives minus infinity where k neighbours coincide. A constant column is refused.
 *
 * @param k number of neighbours, at least 1 and less than n; 3 by default
 * @param norm distance between points; L2 by default
 * @param size how n enters; log n by default
 * @param ties treatment of equal values
 */
public record NearestNeighbourEntropy(int k, Norm norm, SampleSize size, Ties ties)
    implements NeighbourEntropy {

  private static final int DEFAULT_K = 3;

  /**
   * A nearest-neighbour entropy.
   *
   * @param k number of neighbours
   * @param norm distance between points
   * @param size how n enters
   * @param ties treatment of equal values
   * @throws IllegalArgumentException if k &lt; 1
   */
  public NearestNeighbourEntropy {
    Objects.requireNonNull(norm, "norm");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(ties, "ties");
    Check.atLeast("k", k, 1);
  }

  /**
   * k = 3, Euclidean norm, log n.
   *
   * @return the estimator
   */
  public static NearestNeighbourEntropy withDefaults() {
    return new NearestNeighbourEntropy(DEFAULT_K, Norm.L2, SampleSize.LOG_N, Ties.broken());
  }

  @Override
  public NearestNeighbourEntropy withK(int newK) {
    return new NearestNeighbourEntropy(newK, norm, size, ties);
  }

  /**
   * The same estimator with another norm.
   *
   * @param norm distance between points
   * @return a changed copy
   */
  public NearestNeighbourEntropy withNorm(Norm norm) {
    return new NearestNeighbourEntropy(k, norm, size, ties);
  }

  /**
   * The same estimator with another term for n.
   *
   * @param size how n enters
   * @return a changed copy
   */
  public NearestNeighbourEntropy withSize(SampleSize size) {
    return new NearestNeighbourEntropy(k, norm, size, ties);
  }

  /**
   * The same estimator with another treatment of ties.
   *
   * @param ties the treatment
   * @return a changed copy
   */
  public NearestNeighbourEntropy withTies(Ties ties) {
    return new NearestNeighbourEntropy(k, norm, size, ties);
  }

  @Override
  public PointwiseEntropyEstimate estimatePointwise(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    List<Warning> warnings = Neighbours.check(variable, k);
    return DifferentialEntropy.estimate(variable, toString(), ties, warnings, this::contributions);
  }

  private Contributions contributions(double[][] columns) throws InterruptedException {
    int d = columns.length;
    double[] nats = Neighbours.distances(columns, norm, k)[0];
    double constant =
        Neighbours.logUnitBall(norm, d) - Digamma.value(k) + size.term(columns[0].length);
    for (int i = 0; i < nats.length; i++) {
      nats[i] = constant + d * Math.log(nats[i]);
    }
    return new Contributions(nats, Map.of("k", (double) k));
  }

  @Override
  public String toString() {
    List<String> options = new ArrayList<>();
    if (k != DEFAULT_K) {
      options.add("k=" + k);
    }
    if (norm != Norm.L2) {
      options.add(norm.toString());
    }
    if (size != SampleSize.LOG_N) {
      options.add(size.toString());
    }
    if (!ties.equals(Ties.broken())) {
      options.add("ties " + ties);
    }
    return EntropyLabels.label("KL", options);
  }
}
