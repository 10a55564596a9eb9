package io.github.miscope.neural.network;

import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.internal.NetworkPass;
import io.github.miscope.neural.internal.Stage;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.training.Loss;
import java.util.List;

/** Loss and accuracy of outputs. */
final class Scoring {

  private final Loss loss;

  Scoring(Loss loss) {
    this.loss = loss;
  }

  /** How weights do, also those that have diverged. */
  Score of(NoisyNetwork network, float[][] weights, LabelledData data) throws InterruptedException {
    NetworkPass pass = new NetworkPass(network, weights, network.depth(), Stage.OUTPUT);
    float[] outputs = pass.apply(data, 0, data.n(), 1, null);
    int width = pass.dimension();
    double sum = 0;
    int right = 0;
    for (int i = 0; i < data.n(); i++) {
      int label = data.label(i);
      int at = i * width;
      if (loss instanceof Loss.SquaredError squared) {
        double error = outputs[at] - squared.targets().get(label);
        sum += error * error;
        right += nearest(squared.targets(), outputs[at]) == label ? 1 : 0;
      } else {
        sum += crossEntropy(outputs, at, width, label);
        right += largest(outputs, at, width) == label ? 1 : 0;
      }
    }
    return new Score(sum / data.n(), (double) right / data.n());
  }

  private static int nearest(List<Double> targets, double output) {
    int best = 0;
    for (int c = 1; c < targets.size(); c++) {
      if (Math.abs(output - targets.get(c)) < Math.abs(output - targets.get(best))) {
        best = c;
      }
    }
    return best;
  }

  private static int largest(float[] outputs, int at, int width) {
    int best = 0;
    for (int c = 1; c < width; c++) {
      if (outputs[at + c] > outputs[at + best]) {
        best = c;
      }
    }
    return best;
  }

  private static double crossEntropy(float[] outputs, int at, int width, int label) {
    double most = outputs[at + largest(outputs, at, width)];
    double sum = 0;
    for (int c = 0; c < width; c++) {
      sum += Math.exp(outputs[at + c] - most);
    }
    return most + Math.log(sum) - outputs[at + label];
  }
}
