package io.github.miscope.neural.experiment;

import io.github.miscope.neural.network.Score;
import java.util.Locale;
import java.util.Objects;

/**
 * One layer after one epoch.
 *
 * @param epoch how many epochs were done
 * @param layer from 1
 * @param information I(X;T) by sample propagation, in nats
 * @param standardError of the information, in nats
 * @param binnedEntropy H(Bin(T)) over the inputs, in nats, without noise
 * @param scale mean Euclidean norm of T without noise
 * @param training loss and accuracy on the training data
 * @param test loss and accuracy on the test data
 */
public record FlowRow(
    int epoch,
    int layer,
    double information,
    double standardError,
    double binnedEntropy,
    double scale,
    Score training,
    Score test) {

  /**
   * Refuses null.
   *
   * @param epoch how many epochs were done
   * @param layer from 1
   * @param information I(X;T) by sample propagation, in nats
   * @param standardError of the information, in nats
   * @param binnedEntropy H(Bin(T)) over the inputs, in nats, without noise
   * @param scale mean Euclidean norm of T without noise
   * @param training loss and accuracy on the training data
   * @param test loss and accuracy on the test data
   */
  public FlowRow {
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(test, "test");
  }

  /** The row in one line: "epoch 100, layer 3: I(X;T) = 1.2034 nats, H(Bin(T)) = 2.1 nats". */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "epoch %d, layer %d: I(X;T) = %.4f nats%s, H(Bin(T)) = %.4f nats; test %s",
        epoch,
        layer,
        information,
        Double.isNaN(standardError)
            ? ""
            : String.format(Locale.ROOT, " (standard error %.4f)", standardError),
        binnedEntropy,
        test);
  }
}
