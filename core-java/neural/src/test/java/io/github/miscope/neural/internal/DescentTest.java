package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.training.Loss;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.sample.Seed;
import org.junit.jupiter.api.Test;

/** Steps of training against the same computed by plain loops. */
class DescentTest {

  private static final float[] X = {0.5f, -1, 2, 0.3f, -0.7f, 1.2f};
  private static final int[] LABELS = {0, 1, 1};
  private static final LabelledData DATA = LabelledData.of(ImageShape.vector(2), X, LABELS, 2);

  private static float[][] trained(
      NoisyNetwork network, NetworkTraining training, float[][] weights)
      throws InterruptedException {
    try (NetworkTrainer trainer =
        new NetworkTrainer(network, training, DATA, weights, new float[0][], 0)) {
      for (int epoch = 1; epoch <= training.epochs(); epoch++) {
        trainer.epoch(epoch);
      }
      return trainer.values();
    }
  }

  /** Gradients of the mean squared error of tanh(w x + b), in weights w1, w2, b. */
  private static double[] gradient(double[] w, double[] targets) {
    double[] gradient = new double[3];
    for (int i = 0; i < 3; i++) {
      double s = Math.tanh(w[0] * X[2 * i] + w[1] * X[2 * i + 1] + w[2]);
      double slope = 2 * (s - targets[LABELS[i]]) * (1 - s * s) / 3;
      gradient[0] += slope * X[2 * i];
      gradient[1] += slope * X[2 * i + 1];
      gradient[2] += slope;
    }
    return gradient;
  }

  private static NoisyNetwork neuron() {
    return new NoisyNetwork(
        ImageShape.vector(2),
        java.util.List.of(io.github.miscope.neural.layer.DenseLayer.of(1, Nonlinearity.TANH)));
  }

  @Test
  void gradientDescentFollowsTheGradient() throws InterruptedException {
    NetworkTraining training =
        NetworkTraining.gradientDescent(0.1, 20)
            .withFinalLearningRate(0.4)
            .withLoss(Loss.squaredError(-1, 0.5));
    float[][] start = NetworkTensors.initial(neuron(), Seed.of(3));
    double[] w = {start[0][0], start[0][1], start[1][0]};
    for (int epoch = 1; epoch <= 20; epoch++) {
      double[] g = gradient(w, new double[] {-1, 0.5});
      for (int j = 0; j < 3; j++) {
        w[j] -= 0.1 * Math.pow(4, (epoch - 1) / 19.0) * g[j];
      }
    }
    float[][] found = trained(neuron(), training, start);
    assertArrayEquals(w, new double[] {found[0][0], found[0][1], found[1][0]}, 1e-5);
  }

  /** Kingma and Ba (2015), algorithm 1. */
  @Test
  void adamIsThatOfThePaper() throws InterruptedException {
    NetworkTraining training =
        NetworkTraining.adam(0.05, 15).withBatch(3).withLoss(Loss.squaredError(-1, 0.5));
    float[][] start = NetworkTensors.initial(neuron(), Seed.of(3));
    double[] w = {start[0][0], start[0][1], start[1][0]};
    double[] m = new double[3];
    double[] v = new double[3];
    for (int t = 1; t <= 15; t++) {
      double[] g = gradient(w, new double[] {-1, 0.5});
      for (int j = 0; j < 3; j++) {
        m[j] = 0.9 * m[j] + 0.1 * g[j];
        v[j] = 0.999 * v[j] + 0.001 * g[j] * g[j];
        double mean = m[j] / (1 - Math.pow(0.9, t));
        double square = v[j] / (1 - Math.pow(0.999, t));
        w[j] -= 0.05 * mean / (Math.sqrt(square) + 1e-8);
      }
    }
    float[][] found = trained(neuron(), training, start);
    assertArrayEquals(w, new double[] {found[0][0], found[0][1], found[1][0]}, 1e-5);
  }

  /** The gradient is that of the loss plus half of the decay times the squared weights. */
  @Test
  void weightsDecay() throws InterruptedException {
    NetworkTraining training =
        NetworkTraining.gradientDescent(0.1, 20)
            .withCosineSchedule()
            .withWeightDecay(0.3)
            .withLoss(Loss.squaredError(-1, 0.5));
    float[][] start = NetworkTensors.initial(neuron(), Seed.of(3));
    double[] w = {start[0][0], start[0][1], start[1][0]};
    for (int epoch = 1; epoch <= 20; epoch++) {
      double[] g = gradient(w, new double[] {-1, 0.5});
      double rate = 0.05 * (1 + Math.cos(Math.PI * (epoch - 1) / 20));
      for (int j = 0; j < 3; j++) {
        w[j] -= rate * (g[j] + 0.3 * w[j]);
      }
    }
    float[][] found = trained(neuron(), training, start);
    assertArrayEquals(w, new double[] {found[0][0], found[0][1], found[1][0]}, 1e-5);
  }

  /** W - alpha (W W' - I) W after the gradient's step; biases stay. */
  @Test
  void theOrthonormalityStepIsThatOfThePaper() throws InterruptedException {
    NoisyNetwork network = NoisyNetwork.dense(Nonlinearity.TANH, 2, 3, 2);
    NetworkTraining training = NetworkTraining.gradientDescent(0.1, 1);
    float[][] start = NetworkTensors.initial(network, Seed.of(5));
    float[][] plain = trained(network, training, start);
    float[][] found = trained(network, training.withOrthonormality(0.2), start);
    int[] inputs = {2, 3};
    for (int layer = 0; layer < 2; layer++) {
      float[] w = plain[2 * layer];
      int d = inputs[layer];
      int units = w.length / d;
      for (int u = 0; u < units; u++) {
        for (int j = 0; j < d; j++) {
          double change = -w[u * d + j];
          for (int k = 0; k < units; k++) {
            double dot = 0;
            for (int i = 0; i < d; i++) {
              dot += w[u * d + i] * w[k * d + i];
            }
            change += dot * w[k * d + j];
          }
          assertEquals(w[u * d + j] - 0.2 * change, found[2 * layer][u * d + j], 1e-6);
        }
      }
      assertArrayEquals(plain[2 * layer + 1], found[2 * layer + 1]);
    }
  }

  /** Many steps make the rows orthonormal, or, with more rows than columns, the columns. */
  @Test
  void weightsBecomeOrthonormal() throws InterruptedException {
    NoisyNetwork network = NoisyNetwork.dense(Nonlinearity.TANH, 2, 2, 2);
    float[][] found =
        trained(
            network,
            NetworkTraining.gradientDescent(1e-9, 300).withOrthonormality(0.1),
            NetworkTensors.initial(network, Seed.of(5)));
    float[] w = found[0];
    assertEquals(1, w[0] * w[0] + w[1] * w[1], 1e-5);
    assertEquals(1, w[2] * w[2] + w[3] * w[3], 1e-5);
    assertEquals(0, w[0] * w[2] + w[1] * w[3], 1e-5);
  }
}
