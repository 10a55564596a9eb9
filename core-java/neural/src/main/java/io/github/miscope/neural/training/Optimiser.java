package io.github.miscope.neural.training;

/** How the weights of a network follow the gradient. */
public enum Optimiser {
  /** Gradient descent on all training data at once: one step in an epoch. */
  GRADIENT_DESCENT,

  /** Gradient descent on batches, without momentum. */
  STOCHASTIC_GRADIENT_DESCENT,

  /** Adam (Kingma and Ba 2015) on batches, with its usual betas 0.9 and 0.999. */
  ADAM;

  @Override
  public String toString() {
    return switch (this) {
      case GRADIENT_DESCENT -> "GD";
      case STOCHASTIC_GRADIENT_DESCENT -> "SGD";
      case ADAM -> "Adam";
    };
  }
}
