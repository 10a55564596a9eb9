package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.bound.Bound;
import io.github.miscope.neural.critic.ConcatenatedCritic;
import io.github.miscope.neural.critic.ConvolutionalCritic;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.critic.CriticOutput;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** A batch that is taken in slices has the loss and the gradient of one that is taken at once. */
@SuppressWarnings("try") // Scopes act by being there.
class LargeBatchTest {

  private static final int N = 800;

  @Test
  void slicesAddUpToTheBatch() {
    Libtorch.require();
    check(Critic.concatenated(30), 3);
    check(Critic.concatenated(8, 5), 1);
    check(new ConcatenatedCritic(Critic.concatenated(6).layers(), CriticOutput.SOFTPLUS), 2);
    ImageShape image = new ImageShape(1, 4, 4);
    check(ConvolutionalCritic.of(image, image).withChannels(List.of(2)).withWidths(5), 16);
  }

  private static void check(Critic critic, int d) {
    Samples samples = Tasks.correlatedGaussians(d, 0.7).sample(N, Seed.of(1));
    Dropout none = new Dropout(0, Seed.of(2).generator());
    try (Data data = new Data(samples, false);
        Weights weights = new Weights(Seed.of(3).generator())) {
      PairNetwork network = (PairNetwork) Network.of(critic, d, d, weights);
      try (PointerScope scope = new PointerScope()) {
        weights.joined();
        Tensor loss =
            new Objective(Bound.infoNce()).loss(network.scores(data.x(), data.y(), N - 1, none));
        loss.backward();
        float[][] expected = gradients(weights);
        weights.forgetGradients();
        LargeBatch.Outcome outcome = LargeBatch.learn(network, data.x(), data.y(), none);
        float[][] found = gradients(weights);
        assertEquals(loss.item_double(), outcome.loss(), 1e-5, critic.toString());
        for (int w = 0; w < expected.length; w++) {
          for (int i = 0; i < expected[w].length; i++) {
            // Sums of 640 000 terms of at most 1/N each in single precision.
            assertEquals(expected[w][i], found[w][i], 1e-5, critic + ", " + w + ", " + i);
          }
        }
      }
    }
  }

  private static float[][] gradients(Weights weights) {
    return Tensors.values(weights.all().stream().map(Tensor::grad).toList());
  }
}
