package io.github.miscope.estimator.propagation;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.text.Numbers;
import java.util.List;
import java.util.Objects;

/**
 * I(X;T) by sample propagation with more and more draws of S for each input ({@link
 * SamplePropagation#converge}).
 *
 * <p>The bias of an entropy from n_x draws falls like 1/n_x once they cover the mixture. From one
 * doubling to the next it is halved, and what is left of it is as large as the last change. Before
 * that it falls more slowly, and the bias that is left is larger than {@link #bias()}: changes that
 * do not halve show it.
 *
 * @param steps at least one, n_x doubled from each to the next
 * @param tolerance the change that counts as none, in nats
 * @param exact whether S is a function of the input, so that there is no such bias
 */
public record DrawsConvergence(List<Step> steps, double tolerance, boolean exact) {

  /**
   * An estimate.
   *
   * @param draws n_x
   * @param estimate I(X;T) from so many
   */
  public record Step(int draws, Estimate estimate) {

    /**
     * An estimate.
     *
     * @param draws n_x
     * @param estimate I(X;T) from so many
     */
    public Step {
      Objects.requireNonNull(estimate, "estimate");
    }
  }

  /**
   * Estimates in the order of their draws.
   *
   * @param steps at least one, n_x doubled from each to the next
   * @param tolerance the change that counts as none, in nats
   * @param exact whether S is a function of the input
   * @throws IllegalArgumentException if there is no step
   */
  public DrawsConvergence {
    Objects.requireNonNull(steps, "steps");
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("there must be at least 1 step: steps=[]");
    }
    Check.positive("tolerance", tolerance);
  }

  /**
   * The estimate from the most draws.
   *
   * @return I(X;T) with its diagnostics
   */
  public Estimate estimate() {
    return steps.get(steps.size() - 1).estimate();
  }

  /**
   * The most draws.
   *
   * @return n_x of {@link #estimate()}
   */
  public int draws() {
    return steps.get(steps.size() - 1).draws();
  }

  /**
   * Whether the last doubling changed the estimate by no more than the tolerance, and the standard
   * error of that change is no larger either.
   *
   * @return so; true without any doubling where S is a function of the input
   */
  public boolean stable() {
    if (exact) {
      return true;
    }
    return steps.size() > 1 && Math.abs(bias()) <= tolerance && biasError() <= tolerance;
  }

  /**
   * The bias that is left in {@link #estimate()}: the estimate before the last doubling less the
   * one after it, which is what a bias that falls like 1/n_x leaves.
   *
   * @return in nats, usually positive; NaN for a single step, unless S is a function of the input
   */
  public double bias() {
    if (exact) {
      return 0;
    }
    return steps.size() == 1
        ? Double.NaN
        : steps.get(steps.size() - 2).estimate().nats() - estimate().nats();
  }

  /**
   * The standard error of {@link #bias()}.
   *
   * @return in nats; NaN where the bias is
   */
  public double biasError() {
    if (exact) {
      return 0;
    }
    return steps.size() == 1
        ? Double.NaN
        : Math.hypot(
            steps.get(steps.size() - 2).estimate().standardError().orElseThrow(),
            estimate().standardError().orElseThrow());
  }

  /** "I = 1.2 nats with n_x = 160, stable to 0.01 nats, bias left 0.004 nats (error 0.002)". */
  @Override
  public String toString() {
    return "I = "
        + Numbers.brief(estimate().nats())
        + " nats with n_x = "
        + draws()
        + (stable() ? ", stable to " : ", not stable to ")
        + Numbers.brief(tolerance)
        + " nats, bias left "
        + Numbers.brief(bias())
        + " nats (error "
        + Numbers.brief(biasError())
        + ")";
  }
}
