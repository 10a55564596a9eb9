package io.github.miscope.neural.training;

import io.github.miscope.internal.check.Check;
import java.util.Locale;

/** Which data the estimate comes from. */
public sealed interface Evaluation {

  /**
   * From data that the critic has not seen. Training stops when the validation part has shown no
   * better critic for some evaluations; the best one is valued on the test part.
   *
   * @param validation the share of observations that choose the critic, in (0, 1)
   * @param test the share of observations that value it, in (0, 1); of an ensemble of more than 1 /
   *     test critics each has a smaller part, so that no parts overlap
   * @param patience how many evaluations without a better critic end the training
   */
  record HeldOut(double validation, double test, int patience) implements Evaluation {

    /**
     * Estimates from held-out data.
     *
     * @param validation the share of observations that choose the critic
     * @param test the share of observations that value it
     * @param patience how many evaluations without a better critic end the training
     * @throws IllegalArgumentException if a share is not above 0, none is left for training, or
     *     patience is below 1
     */
    public HeldOut {
      if (!(validation > 0 && test > 0 && validation + test < 1)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "shares must be > 0 and leave data for training: validation=%s, test=%s",
                validation,
                test));
      }
      Check.atLeast("patience", patience, 1);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "validation %s, test %s, patience %d", validation, test, patience);
    }
  }

  /**
   * The way of the papers: all observations train the critic, and the estimate is the mean of the
   * last values on all of them (Sisak 2024, section 4.2.2: the last 20). Overfitting raises it:
   * under independence it is well above zero.
   *
   * @param evaluations how many of the last values are averaged
   */
  record LastOnAll(int evaluations) implements Evaluation {

    /**
     * Estimates from the training data.
     *
     * @param evaluations how many of the last values are averaged
     * @throws IllegalArgumentException if there are none
     */
    public LastOnAll {
      if (evaluations < 1) {
        throw new IllegalArgumentException("evaluations must be >= 1: " + evaluations);
      }
    }

    @Override
    public String toString() {
      return "mean of the last " + evaluations + " on all data";
    }
  }

  /**
   * As {@link LastOnAll}, but each value is that of a whole batch, just before the critic learns
   * from it: what the program of Sisak 2024 averages. Costs nothing beside the training.
   *
   * @param batches how many of the last values are averaged
   */
  record LastBatches(int batches) implements Evaluation {

    /**
     * Estimates from the batches that train.
     *
     * @param batches how many of the last values are averaged
     * @throws IllegalArgumentException if there are none
     */
    public LastBatches {
      Check.atLeast("batches", batches, 1);
    }

    @Override
    public String toString() {
      return "mean of the last " + batches + " batches";
    }
  }
}
