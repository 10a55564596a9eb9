package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.layer.TransformLayer;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Networks on libtorch against the same computed by plain loops. */
class ForwardTest {

  @BeforeAll
  static void load() {
    Libtorch.require();
  }

  private static float[] random(int n, Seed seed) {
    UniformRandomProvider random = seed.generator();
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }

  private static float[] pass(
      NoisyNetwork network, float[][] weights, float[] input, int layer, Stage stage)
      throws InterruptedException {
    LabelledData data =
        LabelledData.of(
            network.input(), input, new int[input.length / network.input().columns()], 2);
    return new NetworkPass(network, weights, layer, stage).apply(data, 0, data.n(), 1, null);
  }

  private static double nonlinear(Nonlinearity nonlinearity, double v) {
    return nonlinearity instanceof Nonlinearity.Rectifier r
        ? Math.max(v, r.slope() * v)
        : Math.tanh(v);
  }

  @Test
  void denseLayersAreMatricesAndNonlinearities() throws InterruptedException {
    for (Nonlinearity f :
        List.of(
            Nonlinearity.TANH,
            Nonlinearity.RELU,
            Nonlinearity.LEAKY_RELU,
            Nonlinearity.leakyRelu(0.3),
            Nonlinearity.LINEAR)) {
      NoisyNetwork network = NoisyNetwork.dense(f, 3, 4, 2).withNoise(0.1);
      float[][] w = NetworkTensors.initial(network, Seed.of(1));
      float[] x = random(6, Seed.of(2));
      double[] expected = new double[4];
      for (int i = 0; i < 2; i++) {
        double[] hidden = new double[4];
        for (int u = 0; u < 4; u++) {
          double sum = w[1][u];
          for (int j = 0; j < 3; j++) {
            sum += w[0][u * 3 + j] * x[i * 3 + j];
          }
          hidden[u] = nonlinear(f, sum);
        }
        for (int u = 0; u < 2; u++) {
          expected[i * 2 + u] = w[3][u];
          for (int j = 0; j < 4; j++) {
            expected[i * 2 + u] += w[2][u * 4 + j] * hidden[j];
          }
        }
      }
      assertClose(expected, pass(network, w, x, 2, Stage.OUTPUT));
    }
  }

  @Test
  void logSoftmaxIsOverUnitsAndOverTheChannelsOfAPixel() throws InterruptedException {
    NoisyNetwork linear =
        new NoisyNetwork(
            new ImageShape(2, 3, 2), List.of(ConvolutionLayer.of(3, 1, Nonlinearity.LINEAR)));
    NoisyNetwork dense = NoisyNetwork.dense(Nonlinearity.TANH, 4, 5);
    for (NoisyNetwork network : List.of(linear, dense)) {
      NoisyNetwork softmax =
          new NoisyNetwork(
              network.input(),
              List.of(network.layer(1).withNonlinearity(Nonlinearity.LOG_SOFTMAX)));
      int units = network.shape(1).channels();
      float[][] w = NetworkTensors.initial(network, Seed.of(1));
      float[] x = random(3 * network.input().columns(), Seed.of(2));
      float[] v = pass(network, w, x, 1, Stage.OUTPUT);
      double[] expected = new double[v.length];
      int pixels = network.shape(1).columns() / units;
      for (int i = 0; i < 3; i++) {
        for (int p = 0; p < pixels; p++) {
          double sum = 0;
          for (int u = 0; u < units; u++) {
            sum += Math.exp(v[(i * units + u) * pixels + p]);
          }
          for (int u = 0; u < units; u++) {
            int at = (i * units + u) * pixels + p;
            expected[at] = v[at] - Math.log(sum);
          }
        }
      }
      assertClose(expected, pass(softmax, w, x, 1, Stage.OUTPUT));
    }
  }

  /** 2 channels of 5 x 4 pixels, 3 kernels of 3 x 3, normalised by given moments, pooled. */
  @Test
  void convolutionsAreSumsOverNeighbours() throws InterruptedException {
    NoisyNetwork network =
        new NoisyNetwork(
            new ImageShape(2, 5, 4),
            List.of(
                ConvolutionLayer.of(3, 3, Nonlinearity.TANH).withBatchNorm().withPooling(2),
                DenseLayer.of(1, Nonlinearity.LINEAR)));
    float[][] w = NetworkTensors.initial(network, Seed.of(1));
    w[2] = new float[] {1, 2, 3}; // scale
    w[3] = new float[] {0.1f, 0.2f, 0.3f}; // shift
    w[4] = new float[] {-0.1f, 0.4f, 0}; // running mean
    w[5] = new float[] {0.5f, 1, 2}; // running variance
    float[] x = random(40, Seed.of(2));
    double[] s = new double[60];
    double[] pooled = new double[12];
    for (int c = 0; c < 3; c++) {
      for (int row = 0; row < 5; row++) {
        for (int col = 0; col < 4; col++) {
          double sum = w[1][c];
          for (int from = 0; from < 2; from++) {
            for (int dr = -1; dr <= 1; dr++) {
              for (int dc = -1; dc <= 1; dc++) {
                int r = row + dr;
                int q = col + dc;
                if (r >= 0 && r < 5 && q >= 0 && q < 4) {
                  int weight = ((c * 2 + from) * 3 + dr + 1) * 3 + dc + 1;
                  sum += w[0][weight] * x[(from * 5 + r) * 4 + q];
                }
              }
            }
          }
          double normal = (sum - w[4][c]) / Math.sqrt(w[5][c] + 1e-5) * w[2][c] + w[3][c];
          s[(c * 5 + row) * 4 + col] = Math.tanh(normal);
        }
      }
      for (int p = 0; p < 4; p++) {
        int at = (c * 5 + p / 2 * 2) * 4 + p % 2 * 2;
        pooled[c * 4 + p] = Math.max(Math.max(s[at], s[at + 1]), Math.max(s[at + 4], s[at + 5]));
      }
    }
    assertClose(s, pass(network, w, x, 1, Stage.CENTRES));
    assertClose(s, pass(network, w, x, 1, Stage.NOISY));
    assertClose(pooled, pass(network, w, x, 1, Stage.OUTPUT));
  }

  /** Positions at which a kernel of 3 x 3 lies within an image of 4 x 5 pixels: 2 x 3. */
  @Test
  void convolutionsWithoutPaddingStayWithinTheImage() throws InterruptedException {
    NoisyNetwork network =
        new NoisyNetwork(
            new ImageShape(1, 4, 5),
            List.of(ConvolutionLayer.of(1, 3, Nonlinearity.SIGMOID).withoutPadding()));
    float[][] w = NetworkTensors.initial(network, Seed.of(1));
    float[] x = random(20, Seed.of(2));
    double[] expected = new double[6];
    for (int row = 0; row < 2; row++) {
      for (int col = 0; col < 3; col++) {
        double sum = w[1][0];
        for (int k = 0; k < 9; k++) {
          sum += w[0][k] * x[(row + k / 3) * 5 + col + k % 3];
        }
        expected[row * 3 + col] = 1 / (1 + Math.exp(-sum));
      }
    }
    assertClose(expected, pass(network, w, x, 1, Stage.OUTPUT));
  }

  @Test
  void layersWithoutWeightsChangeTheShape() throws InterruptedException {
    NoisyNetwork network =
        new NoisyNetwork(
            ImageShape.vector(8),
            List.of(
                TransformLayer.reshaping(new ImageShape(2, 2, 2)),
                TransformLayer.disturbing(Perturbation.noise(1)),
                TransformLayer.upsampling(2).withNonlinearity(Nonlinearity.RELU),
                TransformLayer.globalMean(),
                TransformLayer.upsampling(3)));
    float[][] none = new float[0][];
    float[] x = {1, 2, 3, 4, -5, 6, 7, 8};
    assertClose(new double[] {1, 2, 3, 4, -5, 6, 7, 8}, pass(network, none, x, 2, Stage.OUTPUT));
    double[] enlarged = {
      1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4, //
      0, 0, 6, 6, 0, 0, 6, 6, 7, 7, 8, 8, 7, 7, 8, 8
    };
    assertClose(enlarged, pass(network, none, x, 3, Stage.OUTPUT));
    assertClose(new double[] {2.5, 5.25}, pass(network, none, x, 4, Stage.OUTPUT));
    double[] constant = new double[18];
    Arrays.fill(constant, 0, 9, 2.5);
    Arrays.fill(constant, 9, 18, 5.25);
    assertClose(constant, pass(network, none, x, 5, Stage.OUTPUT));
  }

  /** As below, for values of 2: T = 2 (1 + sigma E). */
  @Test
  void relativeNoiseIsInProportionToTheValues() {
    int n = 200_000;
    double sigma = 0.1;
    float[][] drawn = new float[2][];
    Perturbation noise = Perturbation.relativeNoise(sigma);
    Tensors.withoutGradient(
        () -> {
          Tensor twos = Tensors.plus(Tensors.of(new float[n], n / 4, 4), 2);
          drawn[0] = Tensors.floats(new TrainingNoise(Seed.of(1).generator()).apply(noise, twos));
          Tensor few = Tensors.plus(Tensors.of(new float[80], 20, 4), 2);
          drawn[1] =
              Tensors.floats(new SampledNoise(Seed.of(1), 0, 20, n / 80, 0).apply(noise, few));
        });
    for (float[] t : drawn) {
      assertEquals(n, t.length);
      double sum = 0;
      double squares = 0;
      for (float v : t) {
        sum += v;
        squares += (v - 2) * (v - 2);
      }
      assertEquals(2, sum / n, 5 * 2 * sigma / Math.sqrt(n));
      assertEquals(1, squares / n / (4 * sigma * sigma), 5 * Math.sqrt(2.0 / n));
    }
  }

  private static void assertClose(double[] expected, float[] found) {
    double[] wide = new double[found.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = found[i];
    }
    // Single precision of sums of some twenty terms below 3.
    assertArrayEquals(expected, wide, 3e-6);
  }

  /**
   * 200000 draws: the mean is within 5 beta / sqrt(200000) of 0, the variance within 5 sqrt(2 /
   * 200000) of beta^2, relatively, but for 6 in 10^7 seeds each.
   */
  @Test
  void noiseHasTheVarianceThatWasAskedFor() {
    int n = 200_000;
    double beta = 0.3;
    float[][] drawn = new float[3][];
    Tensors.withoutGradient(
        () -> {
          Tensor zeros = Tensors.of(new float[n], n / 4, 4);
          Perturbation noise = Perturbation.noise(beta);
          drawn[0] = Tensors.floats(new TrainingNoise(Seed.of(1).generator()).apply(noise, zeros));
          Tensor few = Tensors.of(new float[80], 20, 4);
          drawn[1] =
              Tensors.floats(new SampledNoise(Seed.of(1), 0, 20, n / 80, 0).apply(noise, few));
          Tensor ones = Tensors.plus(zeros, 1);
          drawn[2] =
              Tensors.floats(
                  new TrainingNoise(Seed.of(1).generator()).apply(Perturbation.dropout(0.2), ones));
        });
    for (float[] z : List.of(drawn[0], drawn[1])) {
      assertEquals(n, z.length);
      double sum = 0;
      double squares = 0;
      for (float v : z) {
        sum += v;
        squares += v * v;
      }
      assertEquals(0, sum / n, 5 * beta / Math.sqrt(n));
      assertEquals(1, squares / n / (beta * beta), 5 * Math.sqrt(2.0 / n));
    }
    int kept = 0;
    for (float v : drawn[2]) {
      kept += v != 0 ? 1 : 0;
      assertEquals(v == 0 ? 0 : 1.25, v, 1e-6);
    }
    assertEquals(0.8, (double) kept / n, 5 * Math.sqrt(0.16 / n));
  }
}
