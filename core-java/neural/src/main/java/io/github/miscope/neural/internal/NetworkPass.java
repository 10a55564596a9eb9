package io.github.miscope.neural.internal;

import io.github.miscope.internal.parallel.Blocks;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.sample.Seed;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A trained network applied to inputs, in blocks of bounded memory on all threads. Blocks start at
 * fixed inputs: an input's values are the same to the bit whatever is asked for with it.
 */
public final class NetworkPass {

  /** Rows of a block, at least; one input with many draws is divided into parts of that many. */
  private static final int ROWS = 128;

  private final NoisyNetwork network;
  private final float[][] values;
  private final int layer;
  private final Stage stage;

  /**
   * A pass up to a layer.
   *
   * @param values the weights
   * @param layer from 1
   * @param stage where within the layer values are taken
   */
  public NetworkPass(NoisyNetwork network, float[][] values, int layer, Stage stage) {
    NetworkTensors.requireFits(network, values);
    this.network = network;
    this.values = values;
    this.layer = layer;
    this.stage = stage;
  }

  /** How many values there are for each draw. */
  public int dimension() {
    return (stage == Stage.OUTPUT ? network.outputShape(layer) : network.shape(layer)).columns();
  }

  /** Whether there is noise on the way, so that draws differ. */
  public boolean isNoisy() {
    int noisy = stage == Stage.CENTRES ? layer - 1 : layer;
    return network.layers().subList(0, noisy).stream()
        .map(Layer::perturbation)
        .anyMatch(p -> p instanceof Perturbation.Noise || p instanceof Perturbation.RelativeNoise);
  }

  /**
   * Values for some inputs.
   *
   * @param to the input after the last
   * @param draws for each input
   * @param seed of the noise; none for a network without noise
   * @return rows of {@link #dimension()} values, those of one input together
   * @throws InterruptedException if the calling thread is interrupted
   */
  public float[] apply(LabelledData inputs, int from, int to, int draws, @Nullable Seed seed)
      throws InterruptedException {
    return apply(Inputs.of(inputs), from, to, draws, seed);
  }

  /** The same for inputs without classes. */
  public float[] apply(Inputs inputs, int from, int to, int draws, @Nullable Seed seed)
      throws InterruptedException {
    Libtorch.require();
    int parts = (draws + ROWS - 1) / ROWS;
    int width = Math.max(1, ROWS / draws);
    int firstBlock = from / width;
    int blocks = (to + width - 1) / width - firstBlock;
    int d = dimension();
    float[] all = new float[Math.multiplyExact(Math.multiplyExact(to - from, draws), d)];
    try (NetworkTensors weights = new NetworkTensors(network, values, false)) {
      Blocks.run(
          Math.multiplyExact(blocks, parts),
          1,
          () ->
              (first, last) -> {
                for (int k = first; k < last; k++) {
                  int start = (firstBlock + k / parts) * width;
                  int end = Math.min(inputs.n(), start + width);
                  int drawn = k % parts * ROWS;
                  int count = Math.min(ROWS, draws - drawn);
                  float[] rows = block(weights, inputs, start, end, count, seed, k % parts);
                  int low = Math.max(start, from);
                  int high = Math.min(end, to);
                  // With several parts a block is one input, with one part it has all its draws.
                  System.arraycopy(
                      rows,
                      (low - start) * count * d,
                      all,
                      ((low - from) * draws + drawn) * d,
                      (high - low) * count * d);
                }
              });
    }
    return all;
  }

  private float[] block(
      NetworkTensors weights,
      Inputs inputs,
      int from,
      int to,
      int draws,
      @Nullable Seed seed,
      int part) {
    float[][] result = new float[1][];
    Tensors.withoutGradient(
        () -> {
          Tensor rows = Tensors.of(inputs.values(from, to), to - from, inputs.shape().columns());
          Forward forward = new Forward(network, weights, false);
          if (seed == null) {
            result[0] = Tensors.floats(forward.apply(rows, layer, stage, Forward.Disturber.NONE));
          } else {
            SampledNoise noise = new SampledNoise(seed, from, to - from, draws, part);
            result[0] = Tensors.floats(noise.repeat(forward.apply(rows, layer, stage, noise)));
          }
        });
    return result[0];
  }
}
