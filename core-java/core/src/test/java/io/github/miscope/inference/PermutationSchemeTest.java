package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.junit.jupiter.api.Test;

/** Which orders each scheme gives. */
class PermutationSchemeTest {

  private static Permutations of(PermutationScheme scheme, int n, int wanted) {
    return scheme.permutations(n, wanted, Seed.of(1));
  }

  private static void assertPermutation(int[] order) {
    assertArrayEquals(
        PermutationSampler.natural(order.length), Arrays.stream(order).sorted().toArray());
  }

  @Test
  void ordersAreDerivedByNumber() {
    Permutations rows = of(PermutationScheme.allRows(), 20, 5);
    int[] third = rows.order().apply(3);
    assertPermutation(third);
    assertArrayEquals(third, of(PermutationScheme.allRows(), 20, 100).order().apply(3));
  }

  @Test
  void allOrdersAreEquallyLikely() {
    Permutations rows = of(PermutationScheme.allRows(), 3, 6000);
    int[] counts = new int[27];
    for (int b = 1; b <= rows.count(); b++) {
      int[] order = rows.order().apply(b);
      counts[order[0] * 9 + order[1] * 3 + order[2]]++;
    }
    // Binomial, 1000 expected of each of 6, sd 29; at 4 sd.
    assertEquals(6, Arrays.stream(counts).filter(c -> Math.abs(c - 1000) < 116).count());
  }

  @Test
  void wholeBlocksStayWhole() {
    int[] order = of(PermutationScheme.wholeBlocks(4), 22, 1).order().apply(1);
    assertPermutation(order);
    for (int i = 1; i < 22; i++) {
      assertTrue(order[i] == order[i - 1] + 1 || order[i] % 4 == 0, Arrays.toString(order));
    }
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> of(PermutationScheme.wholeBlocks(6), 22, 1));
    assertEquals(
        "there must be >= 5 blocks to permute: n=22 makes 4 blocks of length=6", e.getMessage());
  }

  @Test
  void rowsStayWithinTheirBlocks() {
    int[] order = of(PermutationScheme.withinBlocks(4), 22, 1).order().apply(1);
    assertPermutation(order);
    for (int i = 0; i < 22; i++) {
      assertEquals(i / 4, order[i] / 4);
    }
  }

  @Test
  void shiftsAreSpreadEvenlyAndNoMoreThanThereAre() {
    assertEquals(List.of(5, 10, 15), shifts(5, 20, 200));
    assertEquals(List.of(7, 13), shifts(5, 20, 2));
    assertEquals(List.of(11), shifts(11, 22, 200));
    assertEquals(
        "3 cyclic shifts, 5 rows or more apart",
        of(PermutationScheme.cyclicShifts(5), 20, 200).scheme());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> of(PermutationScheme.cyclicShifts(11), 20, 1));
    assertEquals("least lag must be <= n/2: leastLag=11, n=20", e.getMessage());
  }

  private static List<Integer> shifts(int leastLag, int n, int wanted) {
    Permutations shifts = of(PermutationScheme.cyclicShifts(leastLag), n, wanted);
    List<Integer> found = new ArrayList<>();
    for (int b = 1; b <= shifts.count(); b++) {
      int[] order = shifts.order().apply(b);
      assertPermutation(order);
      assertEquals((order[0] + 7) % n, order[7]);
      found.add(order[0]);
    }
    Collections.sort(found);
    return found;
  }

  @Test
  void rowsStayWithinTheirLevels() {
    Variable z = Variable.discrete("z", List.of("a", "b", "a", "c", "b", "a", "a"));
    int[] levels = z.levels();
    for (int b = 1; b <= 20; b++) {
      int[] order = of(PermutationScheme.withinLevels(z), 7, 20).order().apply(b);
      assertPermutation(order);
      for (int i = 0; i < 7; i++) {
        assertEquals(levels[i], levels[order[i]]);
      }
    }
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> of(PermutationScheme.withinLevels(z), 8, 1));
    assertEquals(
        "z must have one row per observation: it has 7, the samples have n=8", e.getMessage());
  }

  @Test
  void rowsAreExchangedAmongNeighbours() {
    double[] z = new double[100];
    Arrays.setAll(z, i -> i * i);
    int[] order =
        of(PermutationScheme.amongNeighbours(Variable.of("z", z), 5), 100, 1).order().apply(1);
    for (int i = 2; i < 98; i++) {
      // By ranks the 4 nearest others are two on each side, whatever the spacing.
      assertTrue(Math.abs(order[i] - i) <= 2, i + " takes " + order[i]);
    }
    // Nearly all values are used once.
    assertTrue(Arrays.stream(order).distinct().count() > 80);
  }

  @Test
  void neighboursAreSoughtWithinLevelsOfMixedZ() {
    double[] z = Toys.normals(60, Seed.of(2));
    int[] group = new int[60];
    Arrays.setAll(group, i -> i % 3);
    Variable mixed = Variable.join("z", Variable.of("z1", z), Variable.discrete("z2", group));
    int[] order = of(PermutationScheme.amongNeighbours(mixed, 5), 60, 1).order().apply(1);
    for (int i = 0; i < 60; i++) {
      assertEquals(i % 3, order[i] % 3);
    }
  }
}
