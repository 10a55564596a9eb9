package io.github.miscope.neural.internal;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.LongArrayRef;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Operations on tensors of images: rows, channels, height, width. */
final class Images {

  private Images() {}

  /** Convolves so that height and width stay, by zeros around; the kernel's size is odd. */
  static Tensor convolve(Tensor images, Tensor kernels, Tensor biases, int size) {
    return torch.conv2d(
        images, kernels, new TensorOptional(biases), both(1), both(size / 2), both(1), 1);
  }

  /** The largest value of each cell; what is left over at the edges is dropped. */
  static Tensor pool(Tensor images, int size) {
    return torch.max_pool2d(images, both(size), both(size), both(0), both(1), false);
  }

  private static LongArrayRef both(long value) {
    return new LongArrayRef(new LongPointer(value, value), 2);
  }
}
