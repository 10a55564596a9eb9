package io.github.miscope.internal.neighbour.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedRowTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 63, 64, 65, 127, 128, 129, 1000, 4097})
  void minimaAndSumsOfNumbersEquallyFarApart(int n) {
    int[] row = new SplittableRandom(n).ints(n, 0, 1000).toArray();
    row[0] = Integer.MAX_VALUE;
    FoldedRow minima = new FoldedRow(n);
    FoldedRow sums = new FoldedRow(n);
    for (int enough : new int[] {1, 16, 64, 10_000}) {
      minima.minima(row, enough);
      sums.sums(row, enough);
      assertEquals(minima.length(), sums.length());
      assertEquals(minima.end(), sums.end());
      assertTrue(minima.length() <= enough);
      assertEquals(0, minima.end() % minima.length());
      // The number of parts is a power of two below n / length + 1; less than one part is left.
      assertTrue(n - minima.end() < minima.end() / minima.length());
      for (int a = 0; a < minima.length(); a++) {
        int smallest = Integer.MAX_VALUE;
        int sum = 0;
        for (int m = a; m < minima.end(); m += minima.length()) {
          smallest = Math.min(smallest, row[m]);
          sum += row[m];
        }
        assertEquals(smallest, minima.values()[a]);
        assertEquals(sum, sums.values()[a]);
      }
    }
  }
}
