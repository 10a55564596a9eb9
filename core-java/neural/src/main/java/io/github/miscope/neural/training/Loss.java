package io.github.miscope.neural.training;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Variable;
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
   * NT-Xent (Chen et al. 2020, arXiv:2002.05709, equation 1): each training image is changed twice
   * at random, and the outputs for both views are to find each other among those of the batch. The
   * network's classes are not used, and how it does on them is not known.
   *
   * @param temperature by which cosines are divided, above 0
   * @return the loss, in nats
   * @throws IllegalArgumentException if the temperature is not positive and finite
   */
  static Loss contrastive(double temperature) {
    return new Contrastive(temperature);
  }

  /**
   * NT-Xent with given outputs in place of a second view: the network's outputs for an observation
   * are to find the target of that observation, and targets the outputs.
   *
   * @param targets a row for each training observation
   * @param temperature by which cosines are divided, above 0
   * @return the loss, in nats
   * @throws IllegalArgumentException if the temperature is not positive and finite
   */
  static Loss contrastiveTo(Variable targets, double temperature) {
    Objects.requireNonNull(targets, "targets");
    return new ContrastiveTo(targets, temperature);
  }

  /**
   * The mean squared error of outputs.
   *
   * @param targets a row for each training observation
   * @return the loss
   */
  static Loss squaredErrorTo(Variable targets) {
    Objects.requireNonNull(targets, "targets");
    return new SquaredErrorTo(targets);
  }

  /**
   * Refuses a network that has another number of outputs than the loss needs.
   *
   * @param outputs the number of outputs
   * @param classes the number of classes in the data
   * @throws IllegalArgumentException if they do not fit
   */
  void requireFits(int outputs, int classes);

  /**
   * Refuses other training data than those that the loss has targets for.
   *
   * @param n the number of training observations
   * @throws IllegalArgumentException if there are other numbers of targets
   */
  default void requireRows(int n) {}

  /**
   * Whether the loss is about classes, so that data have a loss and an accuracy of their own.
   *
   * @return false for losses that compare outputs with each other or with targets
   */
  default boolean isOfClasses() {
    return true;
  }

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

  /**
   * NT-Xent of two views of each image.
   *
   * @param temperature by which cosines are divided
   */
  record Contrastive(double temperature) implements Loss {

    /**
     * NT-Xent of two views of each image.
     *
     * @param temperature by which cosines are divided
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public Contrastive {
      Check.positive("temperature", temperature);
    }

    @Override
    public void requireFits(int outputs, int classes) {}

    @Override
    public boolean isOfClasses() {
      return false;
    }

    @Override
    public String toString() {
      return "contrastive at " + temperature;
    }
  }

  /**
   * NT-Xent of outputs and targets.
   *
   * @param targets a row for each training observation
   * @param temperature by which cosines are divided
   */
  record ContrastiveTo(Variable targets, double temperature) implements Loss {

    /**
     * NT-Xent of outputs and targets.
     *
     * @param targets a row for each training observation
     * @param temperature by which cosines are divided
     * @throws IllegalArgumentException if the temperature is not positive and finite
     */
    public ContrastiveTo {
      Objects.requireNonNull(targets, "targets");
      Check.positive("temperature", temperature);
    }

    @Override
    public void requireFits(int outputs, int classes) {
      requireColumns(targets, outputs);
    }

    @Override
    public void requireRows(int n) {
      requireTargets(targets, n);
    }

    @Override
    public boolean isOfClasses() {
      return false;
    }

    @Override
    public String toString() {
      return "contrastive to targets at " + temperature;
    }
  }

  /**
   * The mean squared error of outputs.
   *
   * @param targets a row for each training observation
   */
  record SquaredErrorTo(Variable targets) implements Loss {

    /**
     * The mean squared error of outputs.
     *
     * @param targets a row for each training observation
     */
    public SquaredErrorTo {
      Objects.requireNonNull(targets, "targets");
    }

    @Override
    public void requireFits(int outputs, int classes) {
      requireColumns(targets, outputs);
    }

    @Override
    public void requireRows(int n) {
      requireTargets(targets, n);
    }

    @Override
    public boolean isOfClasses() {
      return false;
    }

    @Override
    public String toString() {
      return "squared error to targets";
    }
  }

  private static void requireColumns(Variable targets, int outputs) {
    if (targets.d() != outputs) {
      throw new IllegalArgumentException(
          "targets must have a column for each output: columns="
              + targets.d()
              + ", outputs="
              + outputs);
    }
  }

  private static void requireTargets(Variable targets, int n) {
    if (targets.n() != n) {
      throw new IllegalArgumentException(
          "there must be a target for each training observation: targets="
              + targets.n()
              + ", observations="
              + n);
    }
  }
}
