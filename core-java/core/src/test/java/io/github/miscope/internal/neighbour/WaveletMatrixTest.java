package io.github.miscope.internal.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Counts against counting. */
class WaveletMatrixTest {

  private static final int BOXES = 20;

  @Test
  void countsWhatLiesInARangeOfPositionsAndValues() {
    SplittableRandom random = new SplittableRandom(5);
    for (int n : new int[] {1, 2, 3, 63, 64, 65, 128, 500}) {
      int[] sequence = random.ints(n, 0, n).toArray();
      WaveletMatrix matrix = new WaveletMatrix(sequence);
      WaveletMatrix.Batch boxes = new WaveletMatrix.Batch(BOXES);
      int[] expected = new int[BOXES];
      String[] what = new String[BOXES];
      for (int repeat = 0; repeat < 40; repeat++) {
        // Fewer boxes after more, too: nothing of the last batch may be left.
        int m = 1 + random.nextInt(BOXES);
        for (int i = 0; i < m; i++) {
          int from = random.nextInt(n + 1);
          int to = from + random.nextInt(n + 1 - from);
          int low = random.nextInt(n + 1);
          int high = low + random.nextInt(n + 1 - low);
          boxes.positions(i, from, to);
          boxes.values(i, low, high);
          expected[i] = 0;
          for (int p = from; p < to; p++) {
            expected[i] += sequence[p] >= low && sequence[p] < high ? 1 : 0;
          }
          what[i] = String.format("n = %d, [%d, %d), values [%d, %d)", n, from, to, low, high);
        }
        matrix.count(boxes, m);
        for (int i = 0; i < m; i++) {
          assertEquals(expected[i], boxes.count(i), what[i]);
        }
      }
    }
  }
}
