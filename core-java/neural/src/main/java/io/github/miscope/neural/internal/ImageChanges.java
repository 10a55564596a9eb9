package io.github.miscope.neural.internal;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.training.Augmentation;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Shifts, rotations, shears and zoom of images, by bilinear interpolation; mirror images,
 * brightness and noise.
 */
record ImageChanges(Augmentation augmentation, ImageShape shape, UniformRandomProvider random) {

  /** Changes images in place, each by draws of its own. */
  void apply(float[] images) {
    int pixels = shape.height() * shape.width();
    for (int start = 0; start < images.length; start += shape.columns()) {
      int most = augmentation.shift();
      int right = random.nextInt(2 * most + 1) - most;
      int down = random.nextInt(2 * most + 1) - most;
      double angle = uniform(augmentation.rotation());
      double shear = Math.tan(uniform(augmentation.shear()));
      // No draw without zoom, so that the draws of other changes stay what they were.
      double zoom = augmentation.zoom();
      double scale = zoom == 0 ? 1 : 1 + zoom * (2 * random.nextDouble() - 1);
      // Other draws only where they are wanted, for the same reason.
      boolean mirrored = augmentation.mirror() && random.nextBoolean();
      for (int c = 0; c < shape.channels(); c++) {
        change(images, start + c * pixels, right, down, angle, shear, scale);
        if (mirrored) {
          mirror(images, start + c * pixels);
        }
      }
      shade(images, start, start + shape.columns());
    }
  }

  private void mirror(float[] images, int at) {
    int width = shape.width();
    for (int row = at; row < at + shape.height() * width; row += width) {
      for (int x = 0; x < width / 2; x++) {
        float left = images[row + x];
        images[row + x] = images[row + width - 1 - x];
        images[row + width - 1 - x] = left;
      }
    }
  }

  private void shade(float[] images, int from, int to) {
    if (augmentation.brightness() > 0) {
      float factor = (float) (1 + augmentation.brightness() * (2 * random.nextDouble() - 1));
      for (int i = from; i < to; i++) {
        images[i] *= factor;
      }
    }
    if (augmentation.noise() > 0) {
      ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
      for (int i = from; i < to; i++) {
        images[i] += (float) (augmentation.noise() * normal.sample());
      }
    }
  }

  private double uniform(double degrees) {
    return Math.toRadians(degrees * (2 * random.nextDouble() - 1));
  }

  private void change(
      float[] images, int at, int right, int down, double angle, double shear, double scale) {
    int height = shape.height();
    int width = shape.width();
    float[] image = new float[height * width];
    System.arraycopy(images, at, image, 0, image.length);
    double middleX = (width - 1) / 2.0;
    double middleY = (height - 1) / 2.0;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double fromY = (y - down - middleY) / scale;
        double fromX = (x - right - middleX) / scale - shear * fromY;
        images[at + y * width + x] =
            interpolated(
                image, cos * fromX + sin * fromY + middleX, cos * fromY - sin * fromX + middleY);
      }
    }
  }

  private float interpolated(float[] image, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double partX = x - left;
    double partY = y - top;
    double upper = (1 - partX) * pixel(image, left, top) + partX * pixel(image, left + 1, top);
    double lower =
        (1 - partX) * pixel(image, left, top + 1) + partX * pixel(image, left + 1, top + 1);
    return (float) ((1 - partY) * upper + partY * lower);
  }

  private float pixel(float[] image, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < shape.width() && y < shape.height();
    return inside ? image[y * shape.width() + x] : 0;
  }
}
