package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.critic.Activation;
import io.github.miscope.neural.critic.ConvolutionalCritic;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.sample.Seed;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Critics of every kind: which pairs they score, and their gradients. */
@SuppressWarnings("try") // Scopes act by being there.
class NetworkTest {

  private static final int B = 6;

  /** Columns that make images of 8 x 8 pixels. */
  private static final int D = 64;

  private static final List<Critic> CRITICS =
      List.of(
          Critic.concatenated(7, 5).withActivation(Activation.TANH),
          Critic.sisak(),
          Critic.separable().withDimension(3).withWidths(7).withActivation(Activation.ELU),
          Critic.conditionalGaussian().withWidths(6).withActivation(Activation.TANH),
          Critic.butakov(8),
          ConvolutionalCritic.of(new ImageShape(1, 8, 8), ImageShape.vector(D))
              .withChannels(List.of(3))
              .withWidths(5)
              .withActivation(Activation.TANH));

  @BeforeAll
  static void load() {
    Libtorch.require();
  }

  @Test
  void eachScoreIsThatOfItsPair() {
    for (Critic critic : CRITICS) {
      try (Weights weights = new Weights(Seed.of(1).generator());
          PointerScope scope = new PointerScope()) {
        Network network = Network.of(critic, D, D, weights);
        Tensor x = values(2);
        Tensor y = values(3);
        int negatives = B - 1;
        ScoreTensors scores = network.scores(x, y, negatives, null);
        float[] product = Tensors.floats(scores.product());
        float[] joint = Tensors.floats(scores.joint());
        assertEquals(B, joint.length);
        for (int i = 0; i < B; i++) {
          assertEquals(pair(network, x, y, i, i), joint[i], 1e-4, critic + " joint " + i);
          for (int s = 0; s < negatives; s++) {
            int other = critic.scoresAllPairs() ? (s < i ? s : s + 1) : (i + s + 1) % B;
            assertEquals(
                pair(network, x, y, other, i),
                product[i * negatives + s],
                1e-4 * Math.max(1, Math.abs(product[i * negatives + s])),
                critic + " product " + i + ", " + s);
          }
        }
      }
    }
  }

  private static float pair(Network network, Tensor x, Tensor y, int i, int j) {
    return Tensors.floats(network.scores(x.narrow(0, i, 1), y.narrow(0, j, 1), 0, null).joint())[0];
  }

  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    for (Critic critic : CRITICS) {
      try (Weights weights = new Weights(Seed.of(4).generator());
          PointerScope scope = new PointerScope()) {
        Network network = Network.of(critic, D, D, weights);
        Tensor x = values(5);
        Tensor y = values(6);
        network.scores(x, y, 0, null).joint().mean().backward();
        for (Tensor weight : weights.all()) {
          // Along the gradient itself the slope is its squared length.
          float[] gradient = Tensors.floats(weight.grad());
          double length = 0;
          for (float g : gradient) {
            length += g * g;
          }
          double h = 1e-3 / Math.max(1e-3, Math.sqrt(length));
          double slope =
              (moved(network, weight, gradient, h, x, y)
                      - moved(network, weight, gradient, -h, x, y))
                  / (2 * h);
          // Values are of order 1 to 100 with 7 digits, and a rectifier may have its kink within h.
          assertEquals(length, slope, 0.05 * length + 1e-3, critic.toString());
        }
      }
    }
  }

  private static double moved(
      Network network, Tensor weight, float[] direction, double h, Tensor x, Tensor y) {
    float[] before = Tensors.floats(weight.detach());
    float[] after = before.clone();
    for (int i = 0; i < after.length; i++) {
      after[i] += (float) (h * direction[i]);
    }
    set(weight, after);
    double sum = 0;
    for (float score : Tensors.floats(network.scores(x, y, 0, null).joint().detach())) {
      sum += score;
    }
    set(weight, before);
    return sum / B;
  }

  private static void set(Tensor weight, float... values) {
    Tensors.withoutGradient(() -> weight.view(-1).copy_(Tensors.of(values, values.length)));
  }

  @Test
  void theBestWeightsComeBack() {
    try (Weights weights = new Weights(Seed.of(7).generator())) {
      Tensor weight = weights.draw(4, 4);
      float[] before = values(weight);
      weights.remember();
      set(weight, 1, 2, 3, 4);
      weights.recall();
      assertArrayEquals(before, values(weight));
    }
  }

  private static float[] values(Tensor weight) {
    try (PointerScope scope = new PointerScope()) {
      return Tensors.floats(weight.detach());
    }
  }

  private static Tensor values(long seed) {
    UniformRandomProvider random = Seed.of(seed).generator();
    float[] values = new float[B * D];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * random.nextDouble() - 1);
    }
    return Tensors.of(values, B, D);
  }
}
