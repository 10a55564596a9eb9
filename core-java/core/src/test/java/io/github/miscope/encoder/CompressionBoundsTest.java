package io.github.miscope.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The bounds on Gaussians, where all of it has a closed form. */
@Tag("slow")
class CompressionBoundsTest {

  private static final double ROUNDING = 1e-9;

  /** X, of which the principal axes are the columns, and Y = B X + noise. */
  private static final class Case {
    final int d;
    final int latent;
    final double noise;
    final double[] eigenvalues;
    final double[][] loadings;
    final double noiseOfY;

    Case(
        int d,
        int latent,
        double noise,
        double[] eigenvalues,
        double[][] loadings,
        double noiseOfY) {
      this.d = d;
      this.latent = latent;
      this.noise = noise;
      this.eigenvalues = eigenvalues;
      this.loadings = loadings;
      this.noiseOfY = noiseOfY;
    }

    static Case random(Random random) {
      int d = 2 + random.nextInt(7);
      int latent = 1 + random.nextInt(d - 1);
      double[] eigenvalues =
          random
              .doubles(d)
              .map(u -> Math.exp(6 * u - 3))
              .map(v -> -v)
              .sorted()
              .map(v -> -v)
              .toArray();
      double[][] b = new double[1 + random.nextInt(4)][d];
      for (double[] row : b) {
        Arrays.setAll(row, j -> random.nextGaussian());
      }
      double noise = Math.exp(3 * random.nextDouble() - 2);
      return new Case(d, latent, noise, eigenvalues, b, 0.05 + random.nextDouble());
    }

    double nextEigenvalue() {
      return eigenvalues[latent];
    }

    double entropy(int columns) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += 0.5 * Math.log(2 * Math.PI * Math.E * (eigenvalues[j] + noise * noise));
      }
      return sum;
    }

    /** I of the first columns of X + Z and Y. */
    double information(int columns) {
      int total = columns + loadings.length;
      double[][] covariance = new double[total][total];
      for (int j = 0; j < columns; j++) {
        covariance[j][j] = eigenvalues[j] + noise * noise;
        for (int a = 0; a < loadings.length; a++) {
          covariance[j][columns + a] = eigenvalues[j] * loadings[a][j];
          covariance[columns + a][j] = covariance[j][columns + a];
        }
      }
      for (int a = 0; a < loadings.length; a++) {
        for (int b = 0; b < loadings.length; b++) {
          double sum = a == b ? noiseOfY * noiseOfY : 0;
          for (int j = 0; j < d; j++) {
            sum += eigenvalues[j] * loadings[a][j] * loadings[b][j];
          }
          covariance[columns + a][columns + b] = sum;
        }
      }
      return Tasks.gaussian(covariance, columns).mutualInformation();
    }
  }

  @Test
  void corollary6AndStatement11OnRandomGaussians() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      Case c = Case.random(random);
      double loss = c.information(c.d) - c.information(c.latent);
      double bound =
          CompressionBounds.principalComponentLoss(c.d, c.latent, c.nextEigenvalue(), c.noise);
      assertTrue(loss >= -ROUNDING && loss <= bound + ROUNDING, loss + " in 0.." + bound);
      double difference = c.entropy(c.d) - c.entropy(c.latent);
      double least = CompressionBounds.leastEntropyDifference(c.d, c.latent, c.noise);
      double most =
          CompressionBounds.largestEntropyDifference(c.d, c.latent, c.nextEigenvalue(), c.noise);
      assertTrue(least - ROUNDING <= difference, least + " <= " + difference);
      assertTrue(difference <= most + ROUNDING, difference + " <= " + most);
    }
  }

  /** Y tells X nearly without noise, and what is left out varies equally: nothing is to spare. */
  @Test
  void corollary6IsTight() {
    double[] eigenvalues = {9, 0.5, 0.5, 0.5};
    Case c =
        new Case(
            4,
            1,
            0.3,
            eigenvalues,
            new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}},
            1e-3);
    double loss = c.information(4) - c.information(1);
    double bound = CompressionBounds.principalComponentLoss(4, 1, 0.5, 0.3);
    assertTrue(loss <= bound && loss > 0.8 * bound, loss + " of " + bound);
  }

  /** The bound that an encoding states holds for what its sample shows. */
  @Test
  void anEncodingStatesCorollary6() {
    double sigma = 0.5;
    Random random = new Random(2);
    double[][] columns = new double[3][20_000];
    double[] deviations = {3, 1, 0.2};
    for (int j = 0; j < 3; j++) {
      double deviation = deviations[j];
      Arrays.setAll(
          columns[j], i -> deviation * random.nextGaussian() + sigma * random.nextGaussian());
    }
    Encoding encoding = Pca.to(1).withNoise(sigma).fit(Variable.ofColumns("x", columns));
    // log(1 + 1/0.25); the variance of a variance of 1.25 over 20 000 rows is 1.25 sqrt(2/20000).
    double error = 4 * 1.25 * Math.sqrt(2 / 20_000.0) / 1.25;
    assertEquals(Math.log(5), encoding.lossBound().orElseThrow(), error);
    assertTrue(Pca.to(1).fit(Variable.of("x", 1, 2)).lossBound().isEmpty());
    assertEquals(0, Encoder.none().fit(Variable.of("x", 1, 2)).lossBound().orElseThrow());
  }

  /** Gaussians encoded by a factor and restored by regression. */
  @Test
  void statements7And10BoundTheEntropyOfAGaussian() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      int d = 1 + random.nextInt(5);
      int latent = 1 + random.nextInt(d);
      double[] eigenvalues =
          random.doubles(d).map(u -> Math.exp(4 * u)).map(v -> -v).sorted().map(v -> -v).toArray();
      double sigma = 0.01 + random.nextDouble();
      double entropy = CompressionBounds.gaussianEntropy(eigenvalues);
      double codes = 0;
      double error = 0;
      for (int l = 0; l < d; l++) {
        if (l < latent) {
          codes += 0.5 * Math.log(2 * Math.PI * Math.E * (eigenvalues[l] + sigma * sigma));
          // The best linear decoder of a noisy code.
          error += eigenvalues[l] * sigma * sigma / (eigenvalues[l] + sigma * sigma);
        } else {
          error += eigenvalues[l];
        }
      }
      double bound = CompressionBounds.largestEntropy(codes, d, latent, sigma, error / d);
      assertTrue(entropy <= bound + ROUNDING, entropy + " <= " + bound);
    }
  }

  @Test
  void statement8AndCorollary4() {
    double c = 0.5 * Math.log(2 * Math.PI * Math.E);
    assertEquals(3 * (c + Math.log(0.1)), CompressionBounds.noiseEntropy(3, 0.1), 1e-12);
    // X is one of two values, 1 and 2: a mixture of N(1, s) and N(2, 4 s), far apart for small s,
    // has log 2 more than its parts on average, which the bound leaves out.
    double bound =
        CompressionBounds.multiplicativeNoiseEntropy(
            CompressionBounds.noiseEntropy(1, 0.01), 0.5 * Math.log(2));
    double exact = Math.log(2) + 0.5 * (c + Math.log(0.01)) + 0.5 * (c + Math.log(0.02));
    assertEquals(exact - Math.log(2), bound, 1e-12);
  }

  @Test
  void statement9() {
    double plane = CompressionBounds.noiseEntropy(2, 1);
    // A constant matrix: h(A Z) is that of a Gaussian with covariance A A', of determinant
    // det(A)^2.
    double[][] a = {{2, 1}, {0.5, 3}};
    double determinant = a[0][0] * a[1][1] - a[0][1] * a[1][0];
    double trace = 0;
    for (double[] row : a) {
      trace += row[0] * row[0] + row[1] * row[1];
    }
    double root = Math.sqrt(trace * trace / 4 - determinant * determinant);
    assertEquals(
        CompressionBounds.gaussianEntropy(trace / 2 + root, trace / 2 - root),
        CompressionBounds.matrixNoiseEntropy(plane, Math.log(determinant)),
        1e-12);
    // The unit matrix or twice it: an equal mixture of two round Gaussians, by its radius. It has
    // I(X;XZ) more than the bound, which is at most log 2.
    double mixture = 0;
    double step = 1e-3;
    for (double r = step / 2; r < 20; r += step) {
      double density = (Math.exp(-r * r / 2) + Math.exp(-r * r / 8) / 4) / (4 * Math.PI);
      mixture -= 2 * Math.PI * r * step * density * Math.log(density);
    }
    double bound = CompressionBounds.matrixNoiseEntropy(plane, 0.5 * Math.log(4));
    assertTrue(bound < mixture && mixture < bound + Math.log(2), bound + " < " + mixture);
  }

  @Test
  void statement3() {
    assertEquals(0, CompressionBounds.largestGain(1.5, 1.5));
    assertEquals(0.5, CompressionBounds.largestGain(-1, -1.5));
    assertMessage(
        "h(Z|X,Y) must be <= h(Z): h(Z|X,Y)=1.0, h(Z)=0.5",
        () -> CompressionBounds.largestGain(0.5, 1));
  }

  @Test
  void badArgumentsAreNamed() {
    assertMessage(
        "latent dimension must be <= 3: latent dimension=4",
        () -> CompressionBounds.principalComponentLoss(3, 4, 1, 1));
    assertMessage(
        "eigenvalue must be finite and >= 0: eigenvalue=-1.0",
        () -> CompressionBounds.principalComponentLoss(3, 2, -1, 1));
    assertMessage(
        "noise must be finite and > 0: noise=0.0",
        () -> CompressionBounds.leastEntropyDifference(3, 2, 0));
    assertMessage("eigenvalues is empty: at least 1 is needed", CompressionBounds::gaussianEntropy);
  }

  private static void assertMessage(String expected, Executable e) {
    assertEquals(expected, assertThrows(IllegalArgumentException.class, e).getMessage());
  }
}
