package io.github.miscope.benchmark;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Sampler;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;

/**
 * X standard normal (or uniform on (-1, 1)) and Y = f(X) + sigma N(0, 1). The information is the
 * entropy of Y less that of the noise; the former is the mean of -log p(y) over 20 000 values, with
 * p the mean of the noise's density around 4000 values of f. It is computed when first asked for.
 */
final class NoisyFunction implements Sampler, Identified {

  private static final int CENTRES = 4000;
  private static final int POINTS = 20_000;

  /** The function f. */
  enum Shape {
    SQUARE("x^2", 1, false),
    PRODUCT("x1 x2", 2, false),
    SINE("sin(3 pi x)", 1, true),
    CUBIC("x^3 - 2x", 1, false),
    TANH("tanh(w x)", 4, false),
    MAXIMUM("max(x1, x2, x3)", 3, false),
    LOG_NORMAL_SUM("log-normal sum", 3, false);

    private final String label;
    private final int dX;
    private final boolean uniform;

    Shape(String label, int dX, boolean uniform) {
      this.label = label;
      this.dX = dX;
      this.uniform = uniform;
    }

    double of(double[] r) {
      return switch (this) {
        case SQUARE -> r[0] * r[0];
        case PRODUCT -> r[0] * r[1];
        case SINE -> Math.sin(3 * Math.PI * r[0]);
        case CUBIC -> r[0] * r[0] * r[0] - 2 * r[0];
        case TANH -> Math.tanh(r[0] - 2 * r[1] + r[2] + 0.5 * r[3]);
        case MAXIMUM -> Math.max(r[0], Math.max(r[1], r[2]));
        case LOG_NORMAL_SUM -> Math.exp(r[0]) + Math.exp(r[1]) + Math.exp(r[2]);
      };
    }
  }

  private final Shape shape;
  private final double sigma;
  private volatile @Nullable Double nats;

  NoisyFunction(Shape shape, double sigma) {
    this.shape = shape;
    this.sigma = sigma;
  }

  private double information() {
    // Every hundredth of sorted values: quantiles, which stand for the distribution evenly.
    int each = 100;
    double[] values = new double[CENTRES * each];
    double[][] x = draw(values.length, Seed.of(0).derive("truth"));
    for (int i = 0; i < values.length; i++) {
      values[i] = shape.of(row(x, i));
    }
    Arrays.sort(values);
    double[] centres = new double[CENTRES];
    for (int c = 0; c < CENTRES; c++) {
      centres[c] = values[c * each + each / 2];
    }
    UniformRandomProvider random = Seed.of(0).derive("points").generator();
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double y = values[random.nextInt(values.length)] + sigma * normal.sample();
      double density = 0;
      for (double centre : centres) {
        double z = (y - centre) / sigma;
        density += Math.exp(-z * z / 2);
      }
      sum -= Math.log(density / CENTRES);
    }
    // The noise's entropy is 1/2 + log(sigma sqrt(2 pi)), and p lacks the same factor.
    return sum / POINTS - 0.5;
  }

  private double[][] draw(int n, Seed seed) {
    double[][] x = new double[shape.dX][n];
    for (int j = 0; j < shape.dX; j++) {
      UniformRandomProvider random = seed.derive("x", j).generator();
      var normal = ZigguratSampler.NormalizedGaussian.of(random);
      for (int i = 0; i < n; i++) {
        x[j][i] = shape.uniform ? 2 * random.nextDouble() - 1 : normal.sample();
      }
    }
    return x;
  }

  private static double[] row(double[][] columns, int i) {
    return Arrays.stream(columns).mapToDouble(column -> column[i]).toArray();
  }

  @Override
  public int dX() {
    return shape.dX;
  }

  @Override
  public int dY() {
    return 1;
  }

  @Override
  public double mutualInformation() {
    Double known = nats;
    if (known == null) {
      known = information();
      nats = known;
    }
    return known;
  }

  @Override
  public Samples sample(int n, Seed seed) {
    double[][] x = draw(n, seed);
    var noise = ZigguratSampler.NormalizedGaussian.of(seed.derive("noise").generator());
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = shape.of(row(x, i)) + sigma * noise.sample();
    }
    return Samples.ofColumns(x, new double[][] {y});
  }

  @Override
  public void identify(IdentityDigest digest) {
    digest.add("shape", shape).add("sigma", sigma);
  }

  @Override
  public String toString() {
    return shape.label + " + noise";
  }
}
