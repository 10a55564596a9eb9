package io.github.miscope.neural.critic;

/** The nonlinearity between the layers of a critic. */
public enum Activation {
  /** max(0, v). */
  RELU("ReLU"),

  /** max(0.01 v, v). */
  LEAKY_RELU("LeakyReLU"),

  /** v if v &gt; 0, else exp(v) - 1. */
  ELU("ELU"),

  /** tanh v. */
  TANH("tanh");

  private final String label;

  Activation(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
