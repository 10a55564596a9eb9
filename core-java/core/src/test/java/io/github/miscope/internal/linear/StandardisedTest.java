package io.github.miscope.internal.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StandardisedTest {

  private static final double[] COLUMN = {-1, 1, 0.25, -0.5, 0.75};

  /** Differences of the largest doubles overflow, and the log of their deviation does not. */
  @Test
  void everyUnit() {
    Standardised plain = Standardised.of(COLUMN);
    for (double unit : new double[] {0x1p-1070, 0x1p-1000, 0x1p500, 0x1p1022, 0x1.8p1023}) {
      double[] column = Arrays.stream(COLUMN).map(v -> v * unit).toArray();
      Standardised scaled = Standardised.of(column);
      assertArrayEquals(plain.columns()[0], scaled.columns()[0], 1e-15, "unit " + unit);
      assertEquals(plain.logScale() + Math.log(unit), scaled.logScale(), 1e-12, "unit " + unit);
    }
    assertArrayEquals(new double[] {-1, 1}, Standardised.of(MAX).columns()[0]);
    assertEquals(Math.log(Double.MAX_VALUE), Standardised.of(MAX).logScale(), 1e-12);
  }

  private static final double[] MAX = {-Double.MAX_VALUE, Double.MAX_VALUE};
}
