package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.ConcatenatedCritic;
import io.github.miscope.neural.critic.ConditionalGaussian;
import io.github.miscope.neural.critic.ConvolutionalCritic;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.critic.CriticOutput;
import io.github.miscope.neural.critic.SeparableCritic;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** A critic with weights. */
interface Network {

  /**
   * Scores of a batch. Rows are in random order, so that the x of following rows are as good as
   * drawn from X's distribution.
   *
   * @param x b rows
   * @param y b rows
   * @param negatives m, how many other x for each y; from 0 to b - 1
   */
  ScoreTensors scores(Tensor x, Tensor y, int negatives, @Nullable Dropout dropout);

  /** The same, not to be differentiated, and without dropout. */
  default ScoreTensors evaluate(Tensor x, Tensor y, int negatives) {
    return scores(x, y, negatives, null);
  }

  /**
   * Scores of all pairs of some x and some y, not to be differentiated, and without dropout.
   *
   * @param x m rows
   * @param y b rows
   * @return b rows of m scores: row i has those of y_i
   */
  Tensor all(Tensor x, Tensor y);

  static Network of(Critic critic, int dX, int dY, Weights weights) {
    if (critic instanceof SeparableCritic separable) {
      return new SeparableNetwork(separable, dX, dY, weights);
    }
    if (critic instanceof ConditionalGaussian density) {
      return new DensityNetwork(density, dX, dY, weights);
    }
    if (critic instanceof ConvolutionalCritic c) {
      return new PairNetwork(
          Features.of(c.x(), c.channels(), c.layers().activation(), weights),
          Features.of(c.y(), c.channels(), c.layers().activation(), weights),
          c.layers(),
          CriticOutput.LINEAR,
          weights);
    }
    CriticOutput output = critic instanceof ConcatenatedCritic c ? c.output() : CriticOutput.LINEAR;
    return new PairNetwork(Features.none(dX), Features.none(dY), critic.layers(), output, weights);
  }

  /** Scores of all pairs, row i those of y_i, as joint and product scores. */
  static ScoreTensors split(Tensor all, int negatives) {
    long b = all.size(0);
    Tensor joint = all.diagonal();
    if (negatives == 0) {
      return new ScoreTensors(joint, joint.narrow(0, 0, 0));
    }
    // Without the first element, rows of b + 1 end with the diagonal: what is left is the rest.
    Tensor rest =
        all.contiguous().view(-1).narrow(0, 1, b * b - 1).view(b - 1, b + 1).narrow(1, 0, b);
    return new ScoreTensors(joint, rest.reshape(b, b - 1));
  }
}
