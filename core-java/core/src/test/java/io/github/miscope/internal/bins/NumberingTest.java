package io.github.miscope.internal.bins;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class NumberingTest {

  /** Numbers of rows by a map, which is plainly right. */
  private static int[] expected(int[][] columns) {
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    int[] result = new int[columns[0].length];
    for (int i = 0; i < result.length; i++) {
      List<Integer> row = new ArrayList<>();
      for (int[] column : columns) {
        row.add(column[i]);
      }
      Integer known = numbers.putIfAbsent(row, numbers.size());
      result[i] = known == null ? numbers.size() - 1 : known;
    }
    return result;
  }

  @Test
  void rowsAreNumberedAsTheyOccur() {
    SplittableRandom random = new SplittableRandom(1);
    for (int levels : new int[] {1, 3, 100, Integer.MAX_VALUE}) {
      for (int d : new int[] {1, 2, 5}) {
        int[][] columns = new int[d][5000];
        for (int[] column : columns) {
          for (int i = 0; i < column.length; i++) {
            column[i] = random.nextInt(-levels, levels);
          }
        }
        assertArrayEquals(expected(columns), Numbering.ofRows(() -> {}, columns));
      }
    }
  }

  @Test
  void everyNumberIsAKey() {
    Numbering numbering = new Numbering(() -> {});
    long[] keys = {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, -1L << 32};
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < keys.length; i++) {
        assertEquals(i, numbering.of(keys[i]));
      }
    }
    assertEquals(keys.length, numbering.count());
  }

  @Test
  void whatIsThrownEndsIt() {
    int[] polls = new int[1];
    assertThrows(
        CancellationException.class,
        () ->
            Numbering.of(
                () -> {
                  if (polls[0]++ == 3) {
                    throw new CancellationException();
                  }
                },
                new int[100_000]));
    assertEquals(4, polls[0]);
  }
}
