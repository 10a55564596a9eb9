package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Cuts rows into parts whose sizes differ by at most one, and shuffles them. */
final class Partition {

  private Partition() {}

  static int[][] random(int n, int parts, Seed seed, int repeat) {
    Seed own = seed.derive("parts", parts).derive("partition", repeat);
    int[] order = identity(n);
    shuffle(order, own.generator());
    int[][] rows = cut(order, parts);
    for (int[] part : rows) {
      Arrays.sort(part);
    }
    return rows;
  }

  /** Parts that keep rows together with their copies; their sizes differ by a unit or so. */
  static int[][] random(RepeatedRows repeated, int parts, Seed seed, int repeat) {
    int[][] units = random(repeated.units().length, parts, seed, repeat);
    Arrays.setAll(units, part -> repeated.rows(units[part]));
    return units;
  }

  static int[][] contiguous(int n, int parts) {
    return cut(identity(n), parts);
  }

  static int[][] cut(int[] order, int parts) {
    int[][] rows = new int[parts][];
    for (int j = 0; j < parts; j++) {
      int from = (int) ((long) order.length * j / parts);
      int to = (int) ((long) order.length * (j + 1) / parts);
      rows[j] = Arrays.copyOfRange(order, from, to);
    }
    return rows;
  }

  static int[] identity(int n) {
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** Fisher and Yates's shuffle: every order is equally likely. */
  static void shuffle(int[] order, UniformRandomProvider random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
