package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.SeparableCritic;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/** The scalar product of a perceptron of x and one of y. */
final class SeparableNetwork implements Network {

  private final Perceptron ofX;
  private final Perceptron ofY;

  SeparableNetwork(SeparableCritic critic, int dX, int dY, Weights weights) {
    ofX = new Perceptron(weights, dX, critic.layers(), critic.dimension());
    ofY = new Perceptron(weights, dY, critic.layers(), critic.dimension());
  }

  @Override
  public ScoreTensors scores(Tensor x, Tensor y, int negatives, @Nullable Dropout dropout) {
    return Network.split(all(x, y, dropout), negatives);
  }

  @Override
  public Tensor all(Tensor x, Tensor y) {
    return all(x, y, null);
  }

  private Tensor all(Tensor x, Tensor y, @Nullable Dropout dropout) {
    return torch.mm(ofY.apply(y, dropout), ofX.apply(x, dropout).t());
  }
}
