package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.critic.Activation;
import io.github.miscope.neural.critic.ConvolutionalCritic;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.sample.Seed;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Critics of every kind: which pairs they score, and their gradients. */
@SuppressWarnings("try") // Scopes act by being there.
class NetworkTest {

  private static final int B = 6;

  /** Columns that make images of 8 x 8 pixels. */
  private static final int D = 64;

  private static final double H = 1e-5;

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

  /** In doubles, which leave the error of the differences themselves to be bounded. */
  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    for (Critic critic : CRITICS) {
      try (Weights weights = new Weights(Seed.of(4).generator());
          PointerScope scope = new PointerScope()) {
        Network network = Network.of(critic, D, D, weights);
        for (Tensor weight : weights.all()) {
          weight.put(weight.detach().to(torch.ScalarType.Double).set_requires_grad(true));
        }
        Tensor x = values(5).to(torch.ScalarType.Double);
        Tensor y = values(6).to(torch.ScalarType.Double);
        double value = mean(network, x, y).abs().item_double();
        mean(network, x, y).backward();
        for (Tensor weight : weights.all()) {
          // Along the gradient itself the slope is its length.
          double length = weight.grad().norm().item_double();
          Tensor direction = Tensors.times(weight.grad(), 1 / Math.max(1e-300, length));
          double slope = slope(network, weight, direction, H, x, y);
          double closer = slope(network, weight, direction, H / 2, x, y);
          // The error of central differences is a multiple of H^2, so that of the closer one is a
          // third of what both differ by. Values are sums of up to a hundred terms, each rounded.
          double rounding = 100 * Math.ulp(1 + value) / H;
          double error = Math.abs(slope - closer) / 3 + rounding;
          assertEquals(length, closer, 2 * error, critic.toString());
          assertEquals(0, error, 1e-6 * (1 + length), critic.toString());
        }
      }
    }
  }

  /** With oneDNN 3.7.1 and AVX-512 some 3 of 100 gradients were not numbers: 300 without one. */
  @Test
  void gradientsOfConvolutionsAreNumbers() {
    Tensor x = values(5);
    Tensor y = values(6);
    for (int i = 0; i < 300; i++) {
      try (Weights weights = new Weights(Seed.of(4).generator());
          PointerScope scope = new PointerScope()) {
        mean(Network.of(Critic.butakov(8), D, D, weights), x, y).backward();
        for (Tensor weight : weights.all()) {
          assertTrue(Double.isFinite(weight.grad().sum().item_double()), "repetition " + i);
        }
      }
    }
  }

  private static Tensor mean(Network network, Tensor x, Tensor y) {
    return network.scores(x, y, 0, null).joint().mean();
  }

  private static double slope(
      Network network, Tensor weight, Tensor direction, double h, Tensor x, Tensor y) {
    double up = moved(network, weight, direction, h, x, y);
    return (up - moved(network, weight, direction, -h, x, y)) / (2 * h);
  }

  private static double moved(
      Network network, Tensor weight, Tensor direction, double h, Tensor x, Tensor y) {
    double[] value = new double[1];
    Tensor before = weight.detach().clone();
    Tensors.withoutGradient(
        () -> {
          weight.add_(direction, new Scalar(h));
          value[0] = mean(network, x, y).item_double();
          weight.copy_(before);
        });
    return value[0];
  }

  private static void set(Tensor weight, float... values) {
    Tensors.withoutGradient(() -> weight.view(-1).copy_(Tensors.of(values, values.length)));
  }

  @Test
  void joinedWeightsScoreAndLearnAsBefore() {
    for (Critic critic : CRITICS) {
      try (Weights apart = new Weights(Seed.of(8).generator());
          Weights joined = new Weights(Seed.of(8).generator());
          PointerScope scope = new PointerScope()) {
        Network one = Network.of(critic, D, D, apart);
        Network other = Network.of(critic, D, D, joined);
        Tensor all = joined.joined();
        Tensor x = values(9);
        Tensor y = values(10);
        for (int i = 0; i < 2; i++) { // The second step finds gradients of the first.
          joined.forgetGradients();
          mean(one, x, y).backward();
          mean(other, x, y).backward();
          long from = 0;
          for (int w = 0; w < apart.all().size(); w++) {
            Tensor gradient = apart.all().get(w).grad();
            Tensor part = all.grad().narrow(0, from, gradient.numel());
            assertArrayEquals(Tensors.floats(gradient), Tensors.floats(part), critic.toString());
            from += gradient.numel();
            gradient.zero_();
          }
          Tensors.withoutGradient(() -> all.mul_(new Scalar(0.5)));
          for (Tensor weight : apart.all()) {
            Tensors.withoutGradient(() -> weight.mul_(new Scalar(0.5)));
          }
        }
      }
    }
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
