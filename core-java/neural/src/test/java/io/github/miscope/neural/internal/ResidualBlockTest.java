package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.layer.ResidualLayer;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.sample.Seed;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Residual blocks against plain loops in double precision, their gradient against differences. */
class ResidualBlockTest {

  private static final ImageShape INPUT = new ImageShape(2, 5, 4);

  @BeforeAll
  static void load() {
    Libtorch.require();
  }

  private static NoisyNetwork block(int channels, int stride) {
    return new NoisyNetwork(
        INPUT, List.of(new ResidualLayer(channels, stride, Nonlinearity.TANH, Perturbation.NONE)));
  }

  private static float[][] weights(NoisyNetwork network) {
    float[][] weights = NetworkTensors.initial(network, Seed.of(1));
    UniformRandomProvider random = Seed.of(2).generator();
    for (int a = 0; a < weights.length; a++) {
      // Scales, shifts and running moments away from their initial values.
      for (int i = 0; a % 6 >= 2 && i < weights[a].length; i++) {
        weights[a][i] += 0.5f * random.nextFloat();
      }
    }
    return weights;
  }

  private static float[] image() {
    UniformRandomProvider random = Seed.of(3).generator();
    float[] image = new float[INPUT.columns()];
    for (int i = 0; i < image.length; i++) {
      image[i] = 2 * random.nextFloat() - 1;
    }
    return image;
  }

  /** An image by channel, row and column, with zeros outside. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Plain(int channels, int height, int width, double[] values) {

    double at(int c, int y, int x) {
      boolean inside = y >= 0 && x >= 0 && y < height && x < width;
      return inside ? values[(c * height + y) * width + x] : 0;
    }

    /** A convolution at every so many pixels, normalised by running moments. */
    Plain convolved(double[][] w, int first, int size, int stride) {
      int units = w[first + 1].length;
      int h = (height - 1) / stride + 1;
      int v = (width - 1) / stride + 1;
      double[] out = new double[units * h * v];
      for (int u = 0; u < units; u++) {
        for (int p = 0; p < h * v; p++) {
          double sum = w[first + 1][u];
          for (int k = 0; k < channels * size * size; k++) {
            int y = p / v * stride + k / size % size - size / 2;
            int x = p % v * stride + k % size - size / 2;
            sum += w[first][u * channels * size * size + k] * at(k / (size * size), y, x);
          }
          double unit = Math.sqrt(w[first + 5][u] + 1e-5);
          out[u * h * v + p] = (sum - w[first + 4][u]) / unit * w[first + 2][u] + w[first + 3][u];
        }
      }
      return new Plain(units, h, v, out);
    }

    Plain tanh() {
      double[] out = new double[values.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = Math.tanh(values[i]);
      }
      return new Plain(channels, height, width, out);
    }

    Plain plus(Plain other) {
      double[] out = new double[values.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = values[i] + other.values[i];
      }
      return new Plain(channels, height, width, out);
    }
  }

  private static double[] plain(double[][] w, float[] image, int stride) {
    double[] values = new double[image.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = image[i];
    }
    Plain below = new Plain(INPUT.channels(), INPUT.height(), INPUT.width(), values);
    Plain above = below.convolved(w, 0, 3, stride).tanh().convolved(w, 6, 3, 1);
    return above.plus(w.length > 12 ? below.convolved(w, 12, 1, stride) : below).tanh().values();
  }

  private static double[][] wide(float[][] weights) {
    double[][] wide = new double[weights.length][];
    for (int a = 0; a < wide.length; a++) {
      wide[a] = new double[weights[a].length];
      for (int i = 0; i < wide[a].length; i++) {
        wide[a][i] = weights[a][i];
      }
    }
    return wide;
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 40", "3, 1, 60", "2, 2, 12", "3, 2, 18"})
  void valuesAreThoseOfPlainLoops(int channels, int stride, int columns) throws Exception {
    NoisyNetwork network = block(channels, stride);
    float[][] weights = weights(network);
    assertEquals(channels == 2 && stride == 1 ? 12 : 18, weights.length);
    LabelledData data = LabelledData.of(INPUT, image(), new int[1], 2);
    float[] found = new NetworkPass(network, weights, 1, Stage.OUTPUT).apply(data, 0, 1, 1, null);
    assertEquals(columns, found.length);
    assertEquals(columns, network.outputs());
    double[] wide = new double[columns];
    for (int i = 0; i < columns; i++) {
      wide[i] = found[i];
    }
    // Single precision of sums of some forty terms below 3.
    assertArrayEquals(plain(wide(weights), image(), stride), wide, 5e-6);
  }

  /** The gradient of the sum of squares, with running moments, in every tenth weight. */
  @ParameterizedTest
  @CsvSource({"2, 1", "3, 2"})
  @SuppressWarnings("try") // The scope acts by being there.
  void gradientsAreThoseOfDifferences(int channels, int stride) {
    NoisyNetwork network = block(channels, stride);
    float[][] weights = weights(network);
    double[][] w = wide(weights);
    try (PointerScope scope = new PointerScope();
        NetworkTensors tensors = new NetworkTensors(network, weights, true)) {
      Tensor rows = Tensors.of(image(), 1, INPUT.columns());
      Tensor out =
          new Forward(network, tensors, false).apply(rows, 1, Stage.OUTPUT, Forward.Disturber.NONE);
      out.mul(out).sum().backward();
      int learnt = 0;
      for (int a = 0; a < w.length; a++) {
        if (a % 6 >= 4) {
          continue; // Running moments follow no gradient.
        }
        float[] gradient = Tensors.floats(tensors.learnt().get(learnt++).grad());
        for (int i = 0; i < w[a].length; i += 10) {
          assertEquals(difference(w, a, i, stride), gradient[i], 2e-5, a + ", " + i);
        }
      }
      assertEquals(tensors.learnt().size(), learnt);
    }
  }

  private static double difference(double[][] w, int a, int i, int stride) {
    double h = 1e-5;
    double at = w[a][i];
    w[a][i] = at + h;
    double above = squares(plain(w, image(), stride));
    w[a][i] = at - h;
    double below = squares(plain(w, image(), stride));
    w[a][i] = at;
    return (above - below) / (2 * h);
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }
}
