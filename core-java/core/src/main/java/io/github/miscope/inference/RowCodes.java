package io.github.miscope.inference;

import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.sample.Variable;
import java.util.Arrays;

/** Rows as whole numbers: equal rows have equal codes, from 0 without gaps. */
final class RowCodes {

  private RowCodes() {}

  /** By the values of all columns. */
  static int[] of(Variable variable) {
    int[] codes = new int[variable.n()];
    for (int j = 0; j < variable.d(); j++) {
      codes = jointly(codes, ofColumn(variable.column(j)));
    }
    return codes;
  }

  /** The number of each value among the different values, ascending; 0 and -0 are one value. */
  static int[] ofColumn(double[] column) {
    return ofColumn(column, RadixSort.order(column));
  }

  /** The same of a column whose rows in ascending order of value are known. */
  static int[] ofColumn(double[] column, int[] order) {
    int[] codes = new int[order.length];
    for (int r = 1; r < order.length; r++) {
      boolean same = column[order[r]] == column[order[r - 1]];
      codes[order[r]] = codes[order[r - 1]] + (same ? 0 : 1);
    }
    return codes;
  }

  /** Two codes as one, in lexicographic order. */
  static int[] jointly(int[] first, int[] second) {
    long base = Arrays.stream(second).max().orElse(0) + 1L;
    long[] keys = new long[first.length];
    Arrays.setAll(keys, i -> first[i] * base + second[i]);
    long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
    int[] codes = new int[first.length];
    Arrays.setAll(codes, i -> Arrays.binarySearch(distinct, keys[i]));
    return codes;
  }

  /** How often each code occurs. */
  static int[] counts(int[] codes) {
    int[] counts = new int[Arrays.stream(codes).max().orElse(-1) + 1];
    for (int code : codes) {
      counts[code]++;
    }
    return counts;
  }
}
