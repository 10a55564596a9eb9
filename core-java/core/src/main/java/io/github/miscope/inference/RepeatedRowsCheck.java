package io.github.miscope.inference;

import io.github.miscope.inference.Columns.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks for rows that are copies of others, which is more than ties in the columns explain. Three
 * signs, of which one is enough:
 *
 * <ul>
 *   <li>Nearly every row occurs twice, or four times, six times, ...: of independent observations
 *       of a discrete distribution, fewer than half of the rows that occur do so an even number of
 *       times (Poisson counts). The same for multiples of 3, 4, .... This is the only sign where
 *       columns are discrete or coarse, and then each two (three, ...) equal rows are a row and its
 *       copy; else all equal rows are copies of one.
 *   <li>There are at least two continuous columns, and rows agree in all columns far more often
 *       than rows do that agree in all but one and are neighbours in that: of rounded data, a row
 *       has as many equals as neighbours at the next value.
 *   <li>There is one continuous column, its ties are more than its resolution explains, nearly all
 *       tied values occur equally often, and rows that share one agree in all else. Prices and
 *       other favourite values occur unequally often.
 * </ul>
 */
final class RepeatedRowsCheck {

  private static final int MIN_GROUPS = 5;
  private static final int MIN_TIED_VALUES = 10;

  /** Eight values occur twice each with a probability of 3 in 10000, more values with less. */
  private static final int MIN_BALANCED = 8;

  /** On a grid with fewer values neighbouring ones differ too much to be compared. */
  private static final int MIN_VALUES = 30;

  /** Standard deviations of a coin, which 20 heads in a row are: 1 in a million. */
  private static final double FAR = 4.4;

  /** How many times as many pairs of equal rows as expected are a sign. */
  private static final double MUCH_MORE = 4;

  /** A value that more than this part of the rows have is an atom, and no sign of copies. */
  private static final double ATOM = 0.05;

  private static final double NEARLY_ALL = 0.95;

  /** Neighbours in a column: so many different values away, or so many times its resolution. */
  private static final int NEAR_VALUES = 2;

  private static final int NEAR_GAPS = 4;

  /** More columns are not looked at one by one. */
  private static final int MAX_COLUMNS = 8;

  /** 1 - xi below this over n is a function; see {@link DeterminismCheck}. */
  private static final double FUNCTION = 8;

  private final List<CheckedVariable> variables;
  private final List<Column> continuous;
  private final int[] codes;
  private final int[] counts;
  private final int n;

  private RepeatedRowsCheck(List<CheckedVariable> variables) {
    this.variables = variables;
    int[] joint = variables.get(0).codes();
    for (CheckedVariable variable : variables.subList(1, variables.size())) {
      joint = RowCodes.jointly(joint, variable.codes());
    }
    codes = joint;
    counts = RowCodes.counts(codes);
    n = codes.length;
    continuous = variables.stream().flatMap(v -> v.continuous().stream()).toList();
  }

  /** The repeated rows of variables whose columns all have ties. */
  static Optional<RepeatedRows> of(List<CheckedVariable> variables) {
    RepeatedRowsCheck check = new RepeatedRowsCheck(variables);
    if (check.counts.length == check.n) {
      return Optional.empty();
    }
    int multiple = check.multiple();
    OptionalDouble expected = check.copies();
    if (expected.isPresent()) {
      // All equal rows are copies.
      return Optional.of(new RepeatedRows(check.codes, check.n, multiple, expected.getAsDouble()));
    }
    return multiple > 1
        ? Optional.of(new RepeatedRows(check.codes, multiple, multiple, 0))
        : Optional.empty();
  }

  /** The first sign: how often nearly all rows occur, or a multiple of it; else 1. */
  private int multiple() {
    int groups = counts.length;
    int most = Arrays.stream(counts).max().orElse(1);
    if (Arrays.stream(counts).allMatch(count -> count == most)) {
      return !isDesign() && groups >= MIN_BALANCED ? most : 1;
    }
    double least = 0.5 + FAR * 0.5 / Math.sqrt(groups);
    for (int m = most; m >= 2; m--) {
      int size = m;
      long multiples = Arrays.stream(counts).filter(count -> count % size == 0).count();
      if (multiples >= least * groups) {
        return m;
      }
    }
    return 1;
  }

  /**
   * Whether equally frequent rows are the combinations of levels of a design, with so many
   * repetitions each: levels of whatever kind that are crossed, or values on a grid of which one
   * variable's are nested in the other's.
   */
  private boolean isDesign() {
    if (continuous.isEmpty()) {
      return true;
    }
    double combinations = 1;
    int most = 1;
    for (CheckedVariable variable : variables) {
      int levels = RowCodes.counts(variable.codes()).length;
      combinations *= levels;
      most = Math.max(most, levels);
    }
    boolean isGrid =
        continuous.stream().allMatch(column -> column.places() <= 3.0 * column.distinct());
    return combinations == counts.length || (isGrid && most == counts.length);
  }

  /** The other signs, which show copies of single rows as well: how many pairs were expected. */
  private OptionalDouble copies() {
    List<Integer> evidence = withoutFunctions();
    if (evidence.isEmpty()) {
      return OptionalDouble.empty();
    }
    boolean[] thin = thin();
    int groups = 0;
    double pairs = 0;
    int[] thinCounts = new int[counts.length];
    for (int i = 0; i < n; i++) {
      thinCounts[codes[i]] += thin[i] ? 1 : 0;
    }
    for (int count : thinCounts) {
      groups += count > 1 ? 1 : 0;
      pairs += pairs(count);
    }
    if (groups < MIN_GROUPS) {
      return OptionalDouble.empty();
    }
    if (evidence.size() == 1) {
      return isCopied(evidence.get(0), thin) ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    double expected = 0;
    for (int c : evidence) {
      expected = Math.max(expected, expectedPairs(c, thin));
    }
    return pairs > MUCH_MORE * expected + MIN_GROUPS
        ? OptionalDouble.of(expected)
        : OptionalDouble.empty();
  }

  /**
   * The first continuous columns, less coarse ones, and those that are functions of one before or
   * the other way round.
   */
  private List<Integer> withoutFunctions() {
    int[] first = firstRows();
    List<Integer> kept = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < continuous.size() && kept.size() < MAX_COLUMNS; c++) {
      Column column = continuous.get(c).rows(first);
      boolean isFine = continuous.get(c).places() > n || continuous.get(c).distinct() >= MIN_VALUES;
      if (isFine && columns.stream().noneMatch(other -> isFunction(other, column))) {
        kept.add(c);
        columns.add(column);
      }
    }
    return kept;
  }

  private static boolean isFunction(Column a, Column b) {
    return Math.min(DeterminismCheck.unexplained(a, b), DeterminismCheck.unexplained(b, a))
        < FUNCTION / a.unit().length;
  }

  private int[] firstRows() {
    int[] first = new int[counts.length];
    for (int i = n - 1; i >= 0; i--) {
      first[codes[i]] = i;
    }
    return first;
  }

  /** Which rows have no atom in any continuous column. */
  private boolean[] thin() {
    boolean[] thin = new boolean[n];
    Arrays.fill(thin, true);
    double most = Math.max(3, ATOM * n);
    for (Column column : continuous) {
      int[] values = column.codes();
      int[] frequency = RowCodes.counts(values);
      for (int i = 0; i < n; i++) {
        thin[i] &= frequency[values[i]] <= most;
      }
    }
    return thin;
  }

  /**
   * How many pairs of equal rows there would be if rows that share a value of a column agreed in
   * the others as often as rows with neighbouring values do.
   */
  private double expectedPairs(int c, boolean[] thin) {
    Column column = continuous.get(c);
    int[] rows = Arrays.stream(column.order()).filter(i -> thin[i]).toArray();
    int[] values = column.codes();
    double near = nearPairs(rows, values);
    if (near == 0) {
      return 0;
    }
    int[] others = others(c);
    double nearAndEqual = 0;
    for (int[] group : grouped(rows, others)) {
      nearAndEqual += nearPairs(group, values);
    }
    double same = 0;
    for (int[] group : grouped(rows, values)) {
      same += pairs(group.length);
    }
    return same * nearAndEqual / near;
  }

  /** Pairs of rows, in ascending order of value, whose values are neighbours. */
  private static double nearPairs(int[] rows, int[] values) {
    double pairs = 0;
    int nearest = 0;
    int equal = 0;
    for (int r = 0; r < rows.length; r++) {
      int value = values[rows[r]];
      while (values[rows[equal]] < value) {
        equal++;
      }
      while (values[rows[nearest]] < value - NEAR_VALUES) {
        nearest++;
      }
      pairs += equal - nearest;
    }
    return pairs;
  }

  /** Rows by code, in their order. */
  private static int[][] grouped(int[] rows, int[] codes) {
    int[] sizes = new int[Arrays.stream(codes).max().orElse(-1) + 1];
    for (int row : rows) {
      sizes[codes[row]]++;
    }
    int[][] groups = new int[sizes.length][];
    Arrays.setAll(groups, g -> new int[sizes[g]]);
    for (int r = rows.length - 1; r >= 0; r--) {
      groups[codes[rows[r]]][--sizes[codes[rows[r]]]] = rows[r];
    }
    return groups;
  }

  /** Codes of the rows without one continuous column. */
  private int[] others(int c) {
    int[] others = new int[n];
    for (CheckedVariable variable : variables) {
      others =
          RowCodes.jointly(
              others,
              variable.continuous().contains(continuous.get(c))
                  ? variable.codesWithout(continuous.get(c))
                  : variable.codes());
    }
    return others;
  }

  /** The third sign. */
  private boolean isCopied(int c, boolean[] thin) {
    Column column = continuous.get(c);
    int[] rows = Arrays.stream(column.order()).filter(i -> thin[i]).toArray();
    List<int[]> tied =
        Arrays.stream(grouped(rows, column.codes())).filter(group -> group.length > 1).toList();
    double pure = 0;
    double pairs = 0;
    int[] sizes = new int[n + 1];
    for (int[] group : tied) {
      pure += Arrays.stream(group).allMatch(row -> codes[row] == codes[group[0]]) ? 1 : 0;
      pairs += pairs(group.length);
      sizes[group.length]++;
    }
    return tied.size() >= MIN_TIED_VALUES
        && pure >= NEARLY_ALL * tied.size()
        && Arrays.stream(sizes).max().orElse(0) >= NEARLY_ALL * tied.size()
        && column.places() > n
        && pairs > MUCH_MORE * column.nearPairs(NEAR_GAPS) / (2.0 * NEAR_GAPS) + MIN_GROUPS;
  }

  private static double pairs(double count) {
    return 0.5 * count * (count - 1);
  }
}
