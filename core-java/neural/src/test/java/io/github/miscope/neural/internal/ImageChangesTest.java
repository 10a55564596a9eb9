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

  /**
   * One pixel left of the middle: about half of 400 images have it on the right; 5 sigma are 50.
   */
  @Test
  void mirrorBrightnessAndNoise() {
    Augmentation mirrored = Augmentation.NONE.withMirror();
    ImageChanges mirror = new ImageChanges(mirrored, SHAPE, Seed.of(2).generator());
    int right = 0;
    for (int i = 0; i < 400; i++) {
      float[] image = new float[33 * 33];
      image[5 * 33 + 3] = 1;
      mirror.apply(image);
      assertEquals(1, image[5 * 33 + 3] + image[5 * 33 + 29]);
      right += image[5 * 33 + 29] == 1 ? 1 : 0;
    }
    assertEquals(200, right, 50);
    float[] grey = new float[33 * 33];
    java.util.Arrays.fill(grey, 0.5f);
    new ImageChanges(Augmentation.NONE.withBrightness(0.4), SHAPE, Seed.of(3).generator())
        .apply(grey);
    assertTrue(grey[0] >= 0.3 && grey[0] <= 0.7 && grey[0] != 0.5, "grey " + grey[0]);
    assertEquals(grey[0], grey[700]);
    float[] noisy = new float[33 * 33];
    new ImageChanges(Augmentation.NONE.withNoise(0.2), SHAPE, Seed.of(4).generator()).apply(noisy);
    double squares = 0;
    for (float v : noisy) {
      squares += v * v;
    }
    // The standard deviation of a variance of 1089 normal values is sqrt(2 / 1089) of it.
    assertEquals(1, squares / noisy.length / 0.04, 5 * Math.sqrt(2.0 / 1089));
  }
}
