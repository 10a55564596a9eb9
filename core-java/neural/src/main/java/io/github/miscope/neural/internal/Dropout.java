package io.github.miscope.neural.internal;

import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.pytorch.Tensor;

/**
 * Dropout with masks from a generator of one's own: libtorch's is one for all threads, so that
 * critics side by side would not repeat.
 */
final class Dropout {

  private final double share;
  private final UniformRandomProvider random;

  Dropout(double share, UniformRandomProvider random) {
    this.share = share;
    this.random = random;
  }

  Tensor apply(Tensor hidden) {
    if (share == 0) {
      return hidden;
    }
    float[] mask = new float[Math.toIntExact(hidden.numel())];
    float kept = (float) (1 / (1 - share));
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextDouble() < share ? 0 : kept;
    }
    return hidden.mul(Tensors.of(mask, mask.length).view_as(hidden));
  }
}
