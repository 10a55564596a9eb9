package io.github.miscope.neural.training;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What training makes small. */
public sealed interface Loss {

  /**
   * The cross-entropy of the classes given the outputs, one for each class.
   *
   * @return the loss, in nats
   */
  static Loss crossEntropy() {
    return new CrossEntropy();
  }

  /**
   * The mean squared error of a single output.
   *
   * @param targets what the output should be for each class
   * @return the loss
   * @throws IllegalArgumentException if there are fewer than two targets, or two are equal, or one
   *     is not finite
   */
  static Loss squaredError(double... targets) {
    Objects.requireNonNull(targets, "targets");
    return new SquaredError(Arrays.stream(targets).boxed().toList());
  }

  /**
   * Refuses a network that has another number of outputs than the loss needs.
   *
   * @param outputs the number of outputs
   * @param classes the number of classes in the data
   * @throws IllegalArgumentException if they do not fit
   */
  void requireFits(int outputs, int classes);

  /** The cross-entropy of the classes given the outputs. */
  record CrossEntropy() implements Loss {

    @Override
    public void requireFits(int outputs, int classes) {
      if (outputs != classes) {
        throw new IllegalArgumentException(
            "cross-entropy needs one output for each class: outputs="
                + outputs
                + ", classes="
                + classes);
      }
    }

    @Override
    public String toString() {
      return "cross-entropy";
    }
  }

  /**
   * The mean squared error of a single output.
   *
   * @param targets what the output should be for each class
   */
  record SquaredError(List<Double> targets) implements Loss {

    /**
     * The mean squared error of a single output.
     *
     * @param targets what the output should be for each class
     * @throws IllegalArgumentException if there are fewer than two targets, or two are equal, or
     *     one is not finite
     */
    public SquaredError {
      Objects.requireNonNull(targets, "targets");
      targets = targets.stream().map(target -> target + 0.0).toList(); // -0 is 0.
      if (targets.size() < 2
          || targets.stream().distinct().count() < targets.size()
          || !targets.stream().allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "squared error needs a finite target of its own for each class: targets=" + targets);
      }
    }

    @Override
    public void requireFits(int outputs, int classes) {
      if (outputs != 1 || classes != targets.size()) {
        throw new IllegalArgumentException(
            "squared error needs one output and a target for each class: outputs="
                + outputs
                + ", classes="
                + classes
                + ", targets="
                + targets);
      }
    }

    @Override
    public String toString() {
      return "squared error to " + targets;
    }
  }
}
