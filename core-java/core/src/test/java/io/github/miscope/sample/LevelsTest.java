package io.github.miscope.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelsTest {

  private enum Size {
    LARGE,
    SMALL
  }

  private static int[] codes(Object... levels) {
    return Levels.of("x", Arrays.asList(levels)).codes();
  }

  @Test
  void wholeNumbersBeyondTheReachOfDoublesAreToldApart() {
    long id = 123_456_789_012_345_678L;
    assertArrayEquals(new int[] {0, 1, 2, 3, 0}, codes(id, id + 1, id + 2, id + 3, id));
    BigInteger large = BigInteger.TWO.pow(200);
    assertArrayEquals(
        new int[] {1, 0, 1}, codes(large.add(BigInteger.ONE), large, large.add(BigInteger.ONE)));
    assertEquals(
        List.of("123456789012345678", "123456789012345679"),
        Levels.of("x", List.of(id, id + 1)).names());
    Variable variable = Variable.discrete("x", List.of(id, id + 1, id));
    assertArrayEquals(new int[] {0, 1, 0}, variable.levels());
  }

  @Test
  void numbersAreEqualIfTheirValuesAre() {
    assertArrayEquals(
        new int[] {0, 0, 0, 0, 1},
        codes(1, 1L, 1.0, new BigDecimal("1.00"), new BigDecimal("1.0000000000000000000001")));
    // Not by their text: -0.0 is 0.
    assertArrayEquals(new int[] {0, 0, 0}, codes(-0.0, 0.0, 0));
    assertArrayEquals(new int[] {2, 0, 1}, codes(10, -3, 9.5));
    assertArrayEquals(new int[] {1, 0}, codes(Double.POSITIVE_INFINITY, 1));
  }

  @Test
  void textBooleansAndNumbersOfOneTextAreDifferentLevels() {
    assertArrayEquals(new int[] {0, 1, 0}, codes(true, "true", true));
    assertArrayEquals(new int[] {1, 0}, codes("1", 1));
    assertArrayEquals(new int[] {0, 1}, codes(Size.LARGE, "LARGE"));
    assertEquals(
        List.of("true (Boolean)", "true (String)"), Levels.of("x", List.of(true, "true")).names());
    assertEquals(List.of("1 (number)", "1 (String)"), Levels.of("x", List.of(1, "1")).names());
  }

  @Test
  void textIsInAlphabeticOrderWhateverHoldsIt() {
    assertArrayEquals(new int[] {1, 0, 1, 2, 0}, codes("b", "a", 'b', "c", CharBuffer.wrap("a")));
    assertEquals(List.of("a", "b"), Levels.of("x", List.of("b", 'a')).names());
  }

  @Test
  void whatIsMissingIsRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> codes("a", null));
    assertEquals("x[1] is null: a level must not be missing", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> codes(1.0, Double.NaN));
    assertEquals("x[1] is NaN: a level must not be missing", e.getMessage());
  }
}
