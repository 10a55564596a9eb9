package io.github.miscope.benchmark;

import io.github.miscope.benchmark.NoisyFunction.Shape;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.BeyondNormal;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.GaussianMixture;
import io.github.miscope.task.GaussianMixture.Component;
import io.github.miscope.task.GaussianWithCovariance;
import io.github.miscope.task.MultivariateStudent;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Other tasks than those of Beyond Normal: other dimensions, shapes and nuisances. The views of the
 * default estimator were chosen with tasks like these and the benchmark's in sight.
 */
final class HeldOutTasks {

  private HeldOutTasks() {}

  static List<Sampler> tasks() {
    Sampler hyperbola = new NoisyFunction(Shape.PRODUCT, 0.3);
    Sampler square = new NoisyFunction(Shape.SQUARE, 0.3);
    return List.of(
        Tasks.correlatedGaussians(1, 0.3),
        Tasks.correlatedGaussians(1, 0.99),
        Tasks.correlatedGaussians(3, 0.6),
        Tasks.correlatedGaussians(5, 0.9),
        Tasks.correlatedGaussians(10, 0.4),
        Tasks.correlatedGaussians(20, 0.2),
        Tasks.randomGaussian(4, 3, Seed.of(1)),
        Tasks.randomGaussian(10, 6, Seed.of(2)),
        BeyondNormal.sparse(40, 40, 1, 3),
        square,
        square.mapX(Embedding.duplicateNoise(5, 0.3)),
        square.mapX(Embedding.duplicateNoise(20, 1)),
        new NoisyFunction(Shape.SINE, 0.3),
        new NoisyFunction(Shape.CUBIC, 0.5),
        hyperbola,
        hyperbola.mapX(Embedding.duplicateNoise(4, 1)).mapX(rotation(6, 4)),
        new NoisyFunction(Shape.TANH, 0.3),
        new NoisyFunction(Shape.MAXIMUM, 0.3),
        new NoisyFunction(Shape.LOG_NORMAL_SUM, 1),
        Tasks.correlatedGaussians(1, 0.8)
            .map(Embedding.duplicateNoise(20, 0.2), Embedding.duplicateNoise(20, 0.2)),
        Tasks.correlatedGaussians(1, 0.8).mapX(Embedding.duplicateSelf(10)),
        BeyondNormal.halfCube(BeyondNormal.sparse(5, 5, 2, 2)).map(rotation(5, 1), rotation(5, 2)),
        Tasks.correlatedGaussians(3, 0.7)
            .map(Bijection.cube(), Bijection.cube())
            .map(rotation(3, 5), rotation(3, 6)),
        BeyondNormal.student(2, 2, 1),
        BeyondNormal.student(10, 10, 4),
        BeyondNormal.student(40, 40, 5),
        new MultivariateStudent(BeyondNormal.dense(2, 2, 0.5), 5),
        Tasks.additiveUniformNoise(1, 1.5),
        Tasks.additiveUniformNoise(3, 0.5),
        Tasks.additiveGaussianNoise(1, 0.01),
        curve("circle, noise 0.1", 0.1, HeldOutTasks::circle, HeldOutTasks::circle),
        curve("circle, noise 0.3", 0.3, HeldOutTasks::circle, HeldOutTasks::circle),
        curve("circle, noise 0.1", 0.1, HeldOutTasks::circle, HeldOutTasks::circle)
            .mapX(Embedding.duplicateNoise(6, 0.5)),
        curve("circle twice round", 0.2, HeldOutTasks::circle, t -> circle(2 * t)),
        curve(
            "curve in space",
            0.1,
            t -> new double[] {t - 3, (t - 3) * (t - 3), Math.pow(t - 3, 3)},
            t -> new double[] {Math.sin(t), Math.cos(t), t / 2}),
        clusters(4, 5, 0.35),
        clusters(2, 4, 0.05),
        BeyondNormal.concentric(10, 4),
        BeyondNormal.sparseWithInliers(10, 10, 2, 3, 0.2),
        scaleMixture(5),
        scaleMixture(50));
  }

  private static double[] circle(double t) {
    return new double[] {Math.cos(t), Math.sin(t)};
  }

  /** X around one curve and Y around another at the same parameter in (0, 2 pi). */
  private static GaussianMixture curve(
      String name, double noise, DoubleFunction<double[]> x, DoubleFunction<double[]> y) {
    List<Component> components = new ArrayList<>();
    int points = 150;
    for (int c = 0; c < points; c++) {
      double t = 2 * Math.PI * c / points;
      components.add(ball(join(x.apply(t), y.apply(t)), noise));
    }
    return GaussianMixture.of(x.apply(0).length, components).labelled(name);
  }

  private static GaussianMixture clusters(int count, int d, double noise) {
    double[][] centres = Tasks.correlatedGaussians(d, 0).sample(count, Seed.of(9)).x().columns();
    List<Component> components = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      double[] centre = new double[2 * d];
      for (int j = 0; j < d; j++) {
        centre[j] = centres[j][c];
        centre[d + j] = centres[(j + 1) % d][c];
      }
      components.add(ball(centre, noise));
    }
    return GaussianMixture.of(d, components)
        .labelled(count + " clusters in " + d + " + " + d + " dimensions");
  }

  /** Uncorrelated, but both three times as large in one observation of ten. */
  private static GaussianMixture scaleMixture(int d) {
    return GaussianMixture.of(
            d,
            List.of(
                new Component(0.9, new double[2 * d], ball(new double[2 * d], 1).covariance()),
                new Component(0.1, new double[2 * d], ball(new double[2 * d], 3).covariance())))
        .labelled("mixture of scales, " + d + " + " + d + " dimensions");
  }

  private static Component ball(double[] centre, double deviation) {
    double[][] covariance = new double[centre.length][centre.length];
    for (int j = 0; j < centre.length; j++) {
      covariance[j][j] = deviation * deviation;
    }
    return new Component(1, centre, covariance);
  }

  private static double[] join(double[] a, double[] b) {
    double[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  /** A random rotation: rows of a random matrix made orthogonal one after another. */
  private static Bijection rotation(int d, long seed) {
    double[][] rows =
        GaussianWithCovariance.of(ball(new double[d + 1], 1).covariance(), d)
            .sample(d, Seed.of(seed))
            .x()
            .columns();
    for (int i = 0; i < d; i++) {
      for (int l = 0; l < i; l++) {
        double inner = inner(rows[i], rows[l]);
        for (int j = 0; j < d; j++) {
          rows[i][j] -= inner * rows[l][j];
        }
      }
      double length = Math.sqrt(inner(rows[i], rows[i]));
      for (int j = 0; j < d; j++) {
        rows[i][j] /= length;
      }
    }
    return Bijection.affine(rows, new double[d]);
  }

  private static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
