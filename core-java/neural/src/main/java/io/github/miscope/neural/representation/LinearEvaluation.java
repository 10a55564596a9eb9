package io.github.miscope.neural.representation;

import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.network.NetworkPlan;
import io.github.miscope.neural.network.Score;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.neural.training.SnapshotEpochs;
import io.github.miscope.sample.Variable;
import java.util.Objects;

/**
 * How well classes are told from representations by one linear layer, the encoder being fixed: the
 * usual measure of an encoder that was trained without classes.
 */
public final class LinearEvaluation {

  private LinearEvaluation() {}

  /**
   * Trains the layer by Adam at 0.01 in batches of 256 over 100 epochs, on representations with the
   * moments of the training part taken out.
   *
   * @param encoder the encoder
   * @param data with classes
   * @return loss and accuracy on the test part
   * @throws IllegalArgumentException if the data have another shape than the encoder's inputs
   * @throws io.github.miscope.estimator.EstimationInterruptedException if the thread is interrupted
   */
  public static Score of(TrainedEncoder encoder, SplitData data) {
    return of(encoder, data, NetworkTraining.adam(0.01, 100).withBatch(256));
  }

  /**
   * Trains the layer with other options.
   *
   * @param encoder the encoder
   * @param data with classes
   * @param training of the layer
   * @return loss and accuracy on the test part
   * @throws IllegalArgumentException if the data have another shape than the encoder's inputs
   * @throws io.github.miscope.estimator.EstimationInterruptedException if the thread is interrupted
   */
  public static Score of(TrainedEncoder encoder, SplitData data, NetworkTraining training) {
    Objects.requireNonNull(encoder, "encoder");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(training, "training");
    Variable learnt = encoder.represent("representation", data.training());
    Variable tested = encoder.represent("representation", data.test());
    double[][] columns = learnt.columns();
    double[][] others = tested.columns();
    for (int j = 0; j < columns.length; j++) {
      standardise(columns[j], others[j]);
    }
    int classes = data.training().classes();
    SplitData representations =
        new SplitData(
            LabelledData.of(learnt.withColumns(columns), data.training().labels(), classes),
            LabelledData.of(tested.withColumns(others), data.test().labels(), classes));
    NoisyNetwork layer = NoisyNetwork.dense(Nonlinearity.LINEAR, learnt.d(), classes);
    return NetworkPlan.of(
            layer, training.withSnapshots(SnapshotEpochs.at(training.epochs())), representations)
        .train()
        .last()
        .test();
  }

  /** By the mean and the standard deviation of the first column; a constant one becomes zero. */
  private static void standardise(double[] column, double[] other) {
    double mean = 0;
    for (double value : column) {
      mean += value / column.length;
    }
    double square = 0;
    for (double value : column) {
      square += (value - mean) * (value - mean) / column.length;
    }
    double unit = square > 0 ? Math.sqrt(square) : 1;
    for (int i = 0; i < column.length; i++) {
      column[i] = (column[i] - mean) / unit;
    }
    for (int i = 0; i < other.length; i++) {
      other[i] = (other[i] - mean) / unit;
    }
  }
}
