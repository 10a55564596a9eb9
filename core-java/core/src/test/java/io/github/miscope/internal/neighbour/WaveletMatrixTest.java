package io.github.miscope.internal.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Counts against counting. */
class WaveletMatrixTest {

  @Test
  void countsWhatLiesInARangeOfPositionsAndValues() {
    SplittableRandom random = new SplittableRandom(5);
    for (int n : new int[] {1, 2, 3, 63, 64, 65, 128, 500}) {
      int[] sequence = random.ints(n, 0, n).toArray();
      WaveletMatrix matrix = new WaveletMatrix(sequence);
      for (int repeat = 0; repeat < 300; repeat++) {
        int from = random.nextInt(n + 1);
        int to = from + random.nextInt(n + 1 - from);
        int low = random.nextInt(n + 1);
        int high = low + random.nextInt(n + 1 - low);
        int expected = 0;
        for (int p = from; p < to; p++) {
          expected += sequence[p] >= low && sequence[p] < high ? 1 : 0;
        }
        assertEquals(
            expected,
            matrix.count(from, to, low, high),
            String.format("n = %d, [%d, %d), values [%d, %d)", n, from, to, low, high));
      }
    }
  }
}
