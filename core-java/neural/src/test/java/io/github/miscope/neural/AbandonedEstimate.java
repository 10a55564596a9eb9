package io.github.miscope.neural;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.neural.critic.ConcatenatedCritic;
import io.github.miscope.neural.critic.Layers;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;

/** A process that ends while a step of a large critic, abandoned, is under way. */
final class AbandonedEstimate {

  private AbandonedEstimate() {}

  /** No arguments; prints "abandoned". */
  public static void main(String[] args) throws InterruptedException {
    Libtorch.require();
    Samples samples = Tasks.correlatedGaussians(2, 0.5).sample(4000, Seed.of(1));
    NeuralMutualInformation large =
        NeuralPresets.mineLocal()
            .withCritic(new ConcatenatedCritic(Layers.of(2000, 2000)))
            .withBatch(2000)
            .withMembers(1);
    Thread estimate =
        new Thread(
            () -> {
              try {
                large.estimate(samples);
              } catch (EstimationInterruptedException e) {
                System.out.println("abandoned");
              }
            });
    estimate.start();
    Thread.sleep(700);
    estimate.interrupt();
    estimate.join();
  }
}
