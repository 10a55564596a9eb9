package io.github.miscope.neural.training;

/** How the weights of a network follow the gradient. */
public enum Optimiser {
  /** Gradient descent on all training data at once: one step in an epoch. */
  GRADIENT_DESCENT("GD"),

  /** Gradient descent on batches, without momentum. */
  STOCHASTIC_GRADIENT_DESCENT("SGD"),

  /** Adam (Kingma and Ba 2015) on batches, with its usual betas 0.9 and 0.999. */
  ADAM("Adam");

  private final String label;

  Optimiser(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
