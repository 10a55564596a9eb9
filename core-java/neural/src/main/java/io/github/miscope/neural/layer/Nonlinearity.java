package io.github.miscope.neural.layer;

/** What a unit of a noisy network makes of its weighted input. */
public sealed interface Nonlinearity {

  /** tanh v, within (-1, 1). */
  Nonlinearity TANH = new Tanh();

  /** 1 / (1 + exp(-v)), within (0, 1). */
  Nonlinearity SIGMOID = new Sigmoid();

  /** max(0, v). */
  Nonlinearity RELU = new Rectifier(0);

  /** v itself. */
  Nonlinearity LINEAR = new Rectifier(1);

  /** max(v / 10, v), the leaky rectifier of Goldfeld et al. (2019, section 7). */
  Nonlinearity LEAKY_RELU = new Rectifier(0.1);

  /**
   * v minus the logarithm of the sum of the exponentials of all units: the logarithms of
   * probabilities, as outputs of a classifier. In a convolution the units of a pixel are its
   * channels. Cross-entropy of these outputs is that of their weighted inputs.
   */
  Nonlinearity LOG_SOFTMAX = new LogSoftmax();

  /**
   * A leaky rectifier.
   *
   * @param slope below zero, in [0, 1]
   * @return max(slope v, v)
   * @throws IllegalArgumentException if the slope is outside [0, 1]
   */
  static Nonlinearity leakyRelu(double slope) {
    return new Rectifier(slope);
  }

  /**
   * Whether values lie in [-1, 1].
   *
   * @return so for tanh and the logistic sigmoid
   */
  boolean bounded();

  /** tanh v. */
  record Tanh() implements Nonlinearity {

    @Override
    public boolean bounded() {
      return true;
    }

    @Override
    public String toString() {
      return "tanh";
    }
  }

  /** 1 / (1 + exp(-v)). */
  record Sigmoid() implements Nonlinearity {

    @Override
    public boolean bounded() {
      return true;
    }

    @Override
    public String toString() {
      return "sigmoid";
    }
  }

  /** v minus the logarithm of the sum of the exponentials of all units. */
  record LogSoftmax() implements Nonlinearity {

    @Override
    public boolean bounded() {
      return false;
    }

    @Override
    public String toString() {
      return "log-softmax";
    }
  }

  /**
   * max(slope v, v).
   *
   * @param slope below zero: 0 for ReLU, 1 for a linear unit
   */
  record Rectifier(double slope) implements Nonlinearity {

    /**
     * A rectifier.
     *
     * @param slope below zero, in [0, 1]
     * @throws IllegalArgumentException if the slope is outside [0, 1]
     */
    public Rectifier {
      if (!(slope >= 0 && slope <= 1)) {
        throw new IllegalArgumentException("slope must be in [0, 1]: slope=" + slope);
      }
    }

    @Override
    public boolean bounded() {
      return false;
    }

    @Override
    public String toString() {
      if (slope == 0) {
        return "ReLU";
      }
      return slope == 1 ? "linear" : slope == 0.1 ? "LeakyReLU" : "LeakyReLU(" + slope + ")";
    }
  }
}
