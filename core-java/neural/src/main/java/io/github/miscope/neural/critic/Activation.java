package io.github.miscope.neural.critic;

/** The nonlinearity between the layers of a critic. */
public enum Activation {
  /** max(0, v). */
  RELU,

  /** max(0.01 v, v). */
  LEAKY_RELU,

  /** v if v &gt; 0, else exp(v) - 1. */
  ELU,

  /** tanh v. */
  TANH;

  @Override
  public String toString() {
    return switch (this) {
      case RELU -> "ReLU";
      case LEAKY_RELU -> "LeakyReLU";
      case ELU -> "ELU";
      case TANH -> "tanh";
    };
  }
}
