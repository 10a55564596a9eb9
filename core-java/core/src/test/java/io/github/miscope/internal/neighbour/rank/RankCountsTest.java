package io.github.miscope.internal.neighbour.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Counts against counting. */
class RankCountsTest {

  private static final int BOXES = 20;

  @Test
  void everyWayCountsWhatLiesInARangeOfPositionsAndValues() {
    List<Function<int[], RankCounts>> ways = List.of(WaveletMatrix::new, RankTable::new);
    SplittableRandom random = new SplittableRandom(5);
    UniformRandomProvider shuffler = RandomSource.XO_RO_SHI_RO_128_PP.create(5);
    for (int n : new int[] {1, 2, 3, 7, 8, 9, 15, 16, 17, 63, 64, 65, 128, 500, 20_000}) {
      int[] permutation = PermutationSampler.natural(n);
      PermutationSampler.shuffle(shuffler, permutation);
      for (Function<int[], RankCounts> way : ways) {
        RankCounts ranks = way.apply(permutation);
        Boxes boxes = ranks.boxes(BOXES);
        for (int repeat = 0; repeat < 40; repeat++) {
          // Fewer boxes after more, too: nothing of the last batch may be left.
          check(ranks.getClass().getSimpleName(), permutation, boxes, random);
        }
      }
    }
  }

  private static void check(String way, int[] permutation, Boxes boxes, SplittableRandom random) {
    int n = permutation.length;
    int m = 1 + random.nextInt(BOXES);
    int[] expected = new int[m];
    String[] what = new String[m];
    for (int i = 0; i < m; i++) {
      int from = random.nextInt(n + 1);
      int to = from + random.nextInt(n + 1 - from);
      int low = random.nextInt(n + 1);
      int high = low + random.nextInt(n + 1 - low);
      boxes.positions(i, from, to);
      boxes.values(i, low, high);
      for (int p = from; p < to; p++) {
        expected[i] += permutation[p] >= low && permutation[p] < high ? 1 : 0;
      }
      what[i] = String.format("%s, n = %d, [%d, %d), values [%d, %d)", way, n, from, to, low, high);
    }
    boxes.count(m);
    for (int i = 0; i < m; i++) {
      assertEquals(expected[i], boxes.found(i), what[i]);
    }
  }
}
