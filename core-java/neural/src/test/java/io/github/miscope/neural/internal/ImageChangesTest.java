package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.sample.Seed;
import org.junit.jupiter.api.Test;

class ImageChangesTest {

  private static final ImageShape SHAPE = new ImageShape(1, 33, 33);

  private static float[] disc(double radius) {
    float[] image = new float[33 * 33];
    for (int p = 0; p < image.length; p++) {
      double distance = Math.hypot(p % 33 - 16, p / 33 - 16);
      image[p] = (float) Math.max(0, Math.min(1, radius + 0.5 - distance));
    }
    return image;
  }

  /**
   * A disc of radius 8 whose area is between those of radius 8 (1 - zoom) and 8 (1 + zoom), and
   * stays in the middle. A pixel's edge is half a pixel wide.
   */
  @Test
  void zoomChangesTheSizeAndKeepsTheMiddle() {
    ImageChanges changes =
        new ImageChanges(Augmentation.zoomed(0.5), SHAPE, Seed.of(1).generator());
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < 50; i++) {
      float[] image = disc(8);
      changes.apply(image);
      double area = 0;
      double right = 0;
      double down = 0;
      for (int p = 0; p < image.length; p++) {
        area += image[p];
        right += image[p] * (p % 33 - 16);
        down += image[p] * (p / 33 - 16);
      }
      assertEquals(0, right / area, 1e-3);
      assertEquals(0, down / area, 1e-3);
      double radius = Math.sqrt(area / Math.PI);
      assertTrue(radius > 3.9 && radius < 12.1, "radius " + radius);
      least = Math.min(least, radius);
      most = Math.max(most, radius);
    }
    // Of 50 uniform draws none in the lowest (highest) fifth: 0.8^50 = 1e-5.
    assertTrue(least < 5.6 && most > 10.4, least + " to " + most);
  }
}
