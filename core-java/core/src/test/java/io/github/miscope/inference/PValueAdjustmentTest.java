package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PValueAdjustmentTest {

  private static final double[] P = {0.01, 0.04, 0.03, 0.005};

  // By hand, from the definitions: 4 x 0.005, 3 x 0.01, 2 x 0.03, then not below what came before.
  @Test
  void holm() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02}, PValueAdjustment.HOLM.adjust(P), 1e-15);
    assertArrayEquals(new double[] {1, 1}, PValueAdjustment.HOLM.adjust(0.6, 0.9));
  }

  // 0.005 x 4/1, 0.01 x 4/2, 0.03 x 4/3, 0.04 x 4/4, then not above what comes after.
  @Test
  void benjaminiHochberg() {
    assertArrayEquals(
        new double[] {0.02, 0.04, 0.04, 0.02},
        PValueAdjustment.BENJAMINI_HOCHBERG.adjust(P),
        1e-15);
  }

  @Test
  void oneTestNeedsNoCorrection() {
    for (PValueAdjustment adjustment : PValueAdjustment.values()) {
      assertArrayEquals(new double[] {0.2}, adjustment.adjust(0.2));
      assertEquals(0, adjustment.adjust().length);
    }
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> PValueAdjustment.HOLM.adjust(0.1, Double.NaN));
    assertEquals("p-values must be in [0, 1]: pValues[1]=NaN", e.getMessage());
  }
}
