package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.ConditionalGaussian;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** log q(y|x) of a normal density with independent components. */
final class DensityNetwork implements Network {

  private final int d;
  private final Perceptron parameters;

  DensityNetwork(ConditionalGaussian critic, int dX, int dY, Weights weights) {
    d = dY;
    parameters = new Perceptron(weights, dX, critic.layers(), 2 * dY);
  }

  @Override
  public ScoreTensors scores(Tensor x, Tensor y, int negatives, @Nullable Dropout dropout) {
    Tensor both = parameters.apply(x, dropout);
    if (negatives == 0) {
      Tensor joint = logDensity(y.sub(mean(both)), logVariance(both), 1);
      return new ScoreTensors(joint, joint.narrow(0, 0, 0));
    }
    return Network.split(ofAll(both, y), negatives);
  }

  @Override
  public Tensor all(Tensor x, Tensor y) {
    return ofAll(parameters.apply(x, null), y);
  }

  private Tensor ofAll(Tensor both, Tensor y) {
    Tensor deviations = y.unsqueeze(1).sub(mean(both).unsqueeze(0));
    return logDensity(deviations, logVariance(both).unsqueeze(0), 2);
  }

  private Tensor mean(Tensor both) {
    return both.narrow(1, 0, d);
  }

  private Tensor logVariance(Tensor both) {
    return both.narrow(1, d, d);
  }

  private Tensor logDensity(Tensor deviations, Tensor logVariance, int dimension) {
    Tensor terms = deviations.square().mul(logVariance.neg().exp()).add(logVariance);
    Tensor sum = Tensors.times(terms, -0.5).sum(dimension);
    return Tensors.plus(sum, -0.5 * d * Math.log(2 * Math.PI));
  }
}
