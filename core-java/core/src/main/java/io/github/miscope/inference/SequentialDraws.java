package io.github.miscope.inference;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PValue;
import io.github.miscope.internal.parallel.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.rng.sampling.PermutationSampler;

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
  private final List<Draw> draws = new ArrayList<>();
  private int reached;

  /**
   * A draw.
   *
   * @param nats the estimate, if it is known
   * @param reaches whether it counts as at least as large as what was observed
   */
  private record Draw(OptionalDouble nats, boolean reaches) {}

  /** Compares a draw with what was observed. */
  @FunctionalInterface
  private interface Comparison {
    Draw of(int b, int[] order);
  }

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
   * @param firstStep what the statistic begins with, if it has two steps
   * @throws InferenceInterruptedException if interrupted; it carries the p-value of the draws so
   *     far
   */
  PValue pValue(Supplier<Optional<FirstStep>> firstStep) {
    try {
      Comparison comparison = firstStep.get().map(this::inTwoSteps).orElse(this::ofAllRows);
      while (draws.size() < orders.count() && !isStopped()) {
        draw(batch(), comparison);
      }
      return result();
    } catch (EstimationInterruptedException e) {
      throw InferenceInterruptedException.of(e, draws.isEmpty() ? null : result());
    }
  }

  private Draw ofAllRows(int b, int[] order) {
    double least = NullDraws.least(observed);
    OptionalDouble nats =
        b < FULL
            ? OptionalDouble.of(problem.permuted().applyAsDouble(order))
            : problem.fromLeast().of(order, least);
    return new Draw(nats, nats.isPresent() && nats.getAsDouble() >= least);
  }

  private Comparison inTwoSteps(FirstStep step) {
    int[] natural = PermutationSampler.natural(problem.n());
    OptionalDouble part = step.from(natural, step.limit());
    if (part.isPresent()) {
      // Plain dependence: what does not reach it in the first step does not count, whatever the
      // estimate from all rows is.
      double least = NullDraws.least(part.getAsDouble());
      return (b, order) ->
          new Draw(
              b < FULL
                  ? OptionalDouble.of(problem.permuted().applyAsDouble(order))
                  : OptionalDouble.empty(),
              step.from(order, least).isPresent());
    }
    return (b, order) -> {
      Draw draw = ofAllRows(b, order);
      return draw.reaches()
          ? draw
          : new Draw(draw.nats(), step.from(order, step.limit()).isPresent());
    };
  }

  private boolean isStopped() {
    return stopAfter > 0 && reached >= stopAfter;
  }

  /** So many draws are needed at least, and one for each thread. */
  private int batch() {
    int left = orders.count() - draws.size();
    return stopAfter == 0 ? left : Math.min(left, Math.max(stopAfter - reached, Threads.current()));
  }

  /** As many as are finished, if interrupted. */
  private void draw(int count, Comparison comparison) {
    Draw[] batch = new Draw[count];
    try {
      Repeats.run(
          draws.size(),
          count,
          orders.count(),
          problem.label(),
          b -> comparison.of(b, orders.order().apply(b + 1)),
          (i, draw) -> batch[i] = draw);
    } finally {
      Stream.of(batch).filter(Objects::nonNull).forEach(this::take);
    }
  }

  private void take(Draw draw) {
    if (!isStopped()) {
      draws.add(draw);
      reached += draw.reaches() ? 1 : 0;
    }
  }

  /** All estimates, or the first ones: of later ones only the large may be known. */
  private double[] known() {
    boolean all = draws.stream().allMatch(draw -> draw.nats().isPresent());
    return draws.stream()
        .flatMapToDouble(draw -> draw.nats().stream())
        .limit(all ? draws.size() : FULL)
        .toArray();
  }

  private PValue result() {
    int drawn = draws.size();
    PValue ofKnown = new NullDraws(observed, known(), orders.scheme()).pValue();
    double value = isStopped() ? (double) reached / drawn : (1.0 + reached) / (1.0 + drawn);
    return new PValue(
        value, drawn, orders.count(), ofKnown.nullMean(), ofKnown.nullSd(), orders.scheme());
  }
}
