package io.github.miscope.inference;

import io.github.miscope.estimator.PValue;
import io.github.miscope.internal.parallel.Threads;
import java.util.Arrays;

/**
 * The draws of a permutation test, as many as its p-value needs.
 *
 * <p>They are made in batches, and looked at in the order of their numbers: what a batch has drawn
 * beyond the one at which the test stops is left out, so that the number of threads, which says how
 * large batches are, changes nothing.
 */
final class SequentialDraws {

  /** The first draws are estimated in full, for their mean and deviation. */
  static final int FULL = 10;

  private final EstimationProblem problem;
  private final double observed;
  private final Permutations orders;
  private final int stopAfter;

  /** Estimates by number; not a number if only known not to reach the observed one. */
  private double[] nats = new double[0];

  private int drawn;
  private int reached;

  /**
   * A test.
   *
   * @param stopAfter how many draws that reach the observed estimate are enough; 0 for all draws
   */
  SequentialDraws(EstimationProblem problem, double observed, Permutations orders, int stopAfter) {
    this.problem = problem;
    this.observed = observed;
    this.orders = orders;
    this.stopAfter = stopAfter;
  }

  /**
   * Draws, and counts.
   *
   * @throws InferenceInterruptedException if interrupted; it carries the p-value of the draws so
   *     far
   */
  PValue pValue() {
    double least = NullDraws.least(observed);
    try {
      while (drawn < orders.count() && !isStopped()) {
        take(
            Repeats.of(drawn, batch(), orders.count(), problem.label(), b -> draw(b, least)),
            least);
      }
      return result();
    } catch (Repeats.Interrupted e) {
      take(e.finished(), least);
      throw InferenceInterruptedException.of(e, known().length == 0 ? null : result());
    }
  }

  private boolean isStopped() {
    return stopAfter > 0 && reached >= stopAfter;
  }

  /** So many draws are needed at least, and one for each thread. */
  private int batch() {
    int left = orders.count() - drawn;
    return stopAfter == 0 ? left : Math.min(left, Math.max(stopAfter - reached, Threads.current()));
  }

  private double draw(int b, double least) {
    int[] order = orders.order().apply(b + 1);
    return b < FULL
        ? problem.permuted().applyAsDouble(order)
        : problem.fromLeast().of(order, least).orElse(Double.NaN);
  }

  private void take(double[] batch, double least) {
    nats = Arrays.copyOf(nats, drawn + batch.length);
    for (int i = 0; i < batch.length && !isStopped(); i++) {
      nats[drawn] = batch[i];
      drawn++;
      reached += batch[i] >= least ? 1 : 0;
    }
  }

  /** All estimates, or the first ones: of later ones only the large may be known. */
  private double[] known() {
    double[] found = Arrays.stream(nats, 0, drawn).filter(v -> !Double.isNaN(v)).toArray();
    return found.length == drawn ? found : Arrays.copyOf(found, Math.min(found.length, FULL));
  }

  private PValue result() {
    PValue ofKnown = new NullDraws(observed, known(), orders.scheme()).pValue();
    double value = isStopped() ? (double) reached / drawn : (1.0 + reached) / (1.0 + drawn);
    return new PValue(
        value, drawn, orders.count(), ofKnown.nullMean(), ofKnown.nullSd(), orders.scheme());
  }
}
