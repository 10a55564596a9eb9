package io.github.miscope.neural.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.sample.Seed;
import org.junit.jupiter.api.Test;

class GratingsTest {

  @Test
  void imagesAreBytesInThreeColours() {
    LabelledData data = Gratings.of(30, Seed.of(1));
    assertEquals(new ImageShape(3, 32, 32), data.shape());
    for (int i = 0; i < data.n(); i++) {
      assertEquals(i % 10, data.label(i));
    }
    for (float value : data.values(0, 30)) {
      assertTrue(value >= 0 && value <= 1, () -> "value=" + value);
      assertEquals(Math.rint(value * 255) / 255, value, 1e-7);
    }
  }

  @Test
  void equalSeedsGiveEqualImages() {
    assertEquals(Gratings.split(20, 10, Seed.of(3)), Gratings.split(20, 10, Seed.of(3)));
    assertNotEquals(Gratings.of(20, Seed.of(3)), Gratings.of(20, Seed.of(4)));
    SplitData split = Gratings.split(10, 10, Seed.of(3));
    assertNotEquals(split.training(), split.test());
    assertEquals(
        "n must be >= 1: n=0",
        assertThrows(IllegalArgumentException.class, () -> Gratings.of(0, Seed.of(1)))
            .getMessage());
  }

  /**
   * Colours are near by chance, stripes only in the phase as well: some 17 % of nearest images are
   * of the class where guessing has 10. Four standard errors of 500 images above that are 0.24.
   */
  @Test
  void thePixelsOfTheNearestImageTellLittleOfTheClass() {
    LabelledData data = Gratings.of(500, Seed.of(2));
    float[] values = data.values(0, 500);
    int d = data.shape().columns();
    int hits = 0;
    for (int i = 0; i < 500; i++) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < 500; k++) {
        double distance = 0;
        for (int j = 0; j < d && distance < least; j++) {
          double apart = (double) values[i * d + j] - values[k * d + j];
          distance += apart * apart;
        }
        if (k != i && distance < least) {
          least = distance;
          best = k;
        }
      }
      hits += data.label(best) == data.label(i) ? 1 : 0;
    }
    assertTrue(hits / 500.0 < 0.24, "share=" + hits / 500.0);
  }
}
