package io.github.miscope.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SamplesTest {

  private static final Samples SAMPLES =
      Samples.ofRows(new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[][] {{7}, {8}, {9}});

  @Test
  void needsPairs() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Samples.of(new double[3], new double[4]));
    assertEquals("x has 3 rows but y has 4: observations must be paired", e.getMessage());
  }

  @Test
  void namesTheVariableThatIsNotValid() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Samples.of(new double[2], new double[] {0, Double.NaN}));
    assertEquals("y[1][0] is NaN: values must be finite", e.getMessage());
  }

  @Test
  void knowsItsShape() {
    assertEquals(3, SAMPLES.n());
    assertEquals(2, SAMPLES.dX());
    assertEquals(1, SAMPLES.dY());
    assertEquals("Samples(n = 3, dX = 2, dY = 1)", SAMPLES.toString());
  }

  @Test
  void swapsAndPicksPairs() {
    assertEquals(SAMPLES.y(), SAMPLES.swapped().x());
    assertEquals(SAMPLES, SAMPLES.swapped().swapped());
    Samples picked = SAMPLES.rows(2, 0);
    assertEquals(6, picked.x().get(0, 1));
    assertEquals(9, picked.y().get(0, 0));
    assertEquals(7, picked.y().get(1, 0));
  }

  @Test
  void byRowsAndByColumnsAgree() {
    assertEquals(SAMPLES, Samples.ofColumns(SAMPLES.x().columns(), SAMPLES.y().columns()));
  }
}
