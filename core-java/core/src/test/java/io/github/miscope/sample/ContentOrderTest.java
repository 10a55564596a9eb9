package io.github.miscope.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentOrderTest {

  private static double[] random(long seed, int n, int levels) {
    Random random = new Random(seed);
    double[] values = new double[n];
    Arrays.setAll(values, i -> random.nextInt(levels));
    return values;
  }

  @Test
  void oneOfTwoComesFirstUnlessTheyAreEqual() {
    for (int levels : new int[] {2, 5, 1_000_000}) {
      for (int seed = 0; seed < 20; seed++) {
        Variable a = Variable.of("a", random(seed, 40, levels));
        Variable b = Variable.of("b", random(seed + 100, 40, levels));
        assertTrue(ContentOrder.isFirst(a, b) != ContentOrder.isFirst(b, a));
        Variable same = Variable.of("b", a.column(0));
        assertTrue(ContentOrder.isFirst(a, same) && ContentOrder.isFirst(same, a));
      }
    }
  }

  @Test
  void aRisingMapChangesNothing() {
    for (int seed = 0; seed < 20; seed++) {
      double[] a = random(seed, 40, 3);
      double[] b = random(seed + 100, 40, 3);
      double[] mapped = Arrays.stream(a).map(v -> 1e300 * (v - 1) * (v - 1) * (v - 1)).toArray();
      assertEquals(
          ContentOrder.isFirst(Variable.of("a", a), Variable.of("b", b)),
          ContentOrder.isFirst(Variable.of("a", mapped), Variable.of("b", b)));
    }
  }

  @Test
  void ofEqualRanksTheValuesDecide() {
    Variable a = Variable.of("a", random(1, 40, 3));
    Variable twice = Variable.of("b", Arrays.stream(a.column(0)).map(v -> 2 * v).toArray());
    assertTrue(ContentOrder.isFirst(a, twice));
    assertFalse(ContentOrder.isFirst(twice, a));
  }

  @Test
  void columnsThatDifferLateAreToldApart() {
    double[] a = new double[100];
    double[] b = new double[100];
    a[98] = 1;
    b[99] = 1;
    Variable first = Variable.of("a", a);
    Variable second = Variable.of("b", b);
    assertTrue(ContentOrder.isFirst(first, second) != ContentOrder.isFirst(second, first));
  }

  @Test
  void shapesAndKindsCount() {
    Variable one = Variable.of("a", 3, 2, 1);
    Variable two = Variable.ofColumns("b", new double[] {1, 2, 3}, new double[] {1, 2, 3});
    assertTrue(ContentOrder.isFirst(one, two));
    assertFalse(ContentOrder.isFirst(two, one));
    Variable discrete = Variable.discrete("c", List.of(3, 2, 1));
    assertTrue(ContentOrder.isFirst(one, discrete) != ContentOrder.isFirst(discrete, one));
    assertThrows(
        IllegalArgumentException.class, () -> ContentOrder.isFirst(one, Variable.of("d", 1, 2)));
  }
}
