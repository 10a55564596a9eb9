package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The bijections without parameters, applied to each value alike. All increase. */
enum StandardBijection implements Bijection {
  IDENTITY("identity"),
  CUBE("cube"),
  SIGMOID("sigmoid"),
  ASINH("asinh"),
  NORMAL_CDF("normalCdf"),
  HALF_CUBE("halfCube");

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final String label;

  StandardBijection(String label) {
    this.label = label;
  }

  @Override
  public Variable apply(Variable variable, Seed seed) {
    return this == IDENTITY ? variable : Columns.map(this, this::at, variable);
  }

  private double at(double x) {
    return switch (this) {
      case IDENTITY -> x;
      case CUBE -> x * x * x;
      case SIGMOID -> sigmoid(x);
      case ASINH -> asinh(x);
      case NORMAL_CDF -> NORMAL.cumulativeProbability(x);
      case HALF_CUBE -> x * Math.sqrt(Math.abs(x));
    };
  }

  /** Keeps its relative precision in the lower tail, where 1/(1 + exp(-x)) overflows. */
  private static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return x < 0 ? e / (1 + e) : 1 / (1 + e);
  }

  /** log(|x| + sqrt(x^2 + 1)) with the sign of x, precise near zero and without overflow. */
  static double asinh(double x) {
    double a = Math.abs(x);
    double magnitude =
        a > 1e8 ? Math.log(a) + Math.log(2) : Math.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
    return Math.copySign(magnitude, x);
  }

  @Override
  public String toString() {
    return label;
  }
}
