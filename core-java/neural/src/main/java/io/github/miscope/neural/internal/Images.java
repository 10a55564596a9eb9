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
    return convolvePadded(images, kernels, biases, size / 2);
  }

  /** Convolves images with some zeros around; none keeps the kernel within the image. */
  static Tensor convolvePadded(Tensor images, Tensor kernels, Tensor biases, int padding) {
    return convolve(images, kernels, biases, padding, 1);
  }

  /** Convolves images with some zeros around, at every so many pixels. */
  static Tensor convolve(Tensor images, Tensor kernels, Tensor biases, int padding, int stride) {
    return torch.conv2d(
        images, kernels, new TensorOptional(biases), both(stride), both(padding), both(1), 1);
  }

  /** Each pixel as a square of equal ones. */
  static Tensor enlarge(Tensor images, int factor) {
    return torch.upsample_nearest2d(images, both(images.size(2) * factor, images.size(3) * factor));
  }

  /** The mean over the pixels of each channel. */
  static Tensor mean(Tensor images) {
    return torch.adaptive_avg_pool2d(images, both(1)).flatten(1, -1);
  }

  /** The largest value of each cell; what is left over at the edges is dropped. */
  static Tensor pool(Tensor images, int size) {
    return torch.max_pool2d(images, both(size), both(size), both(0), both(1), false);
  }

  private static LongArrayRef both(long value) {
    return both(value, value);
  }

  private static LongArrayRef both(long height, long width) {
    return new LongArrayRef(new LongPointer(height, width), 2);
  }
}
