package io.github.miscope.estimator.neighbour;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.ties.TieBreaker;
import io.github.miscope.internal.neighbour.Coordinates;
import io.github.miscope.internal.neighbour.DistanceKernel;
import io.github.miscope.internal.neighbour.Exponents;
import io.github.miscope.internal.neighbour.RadixSort;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One variable of a {@link Ksg} estimate: its ties, and its points as searches want them. */
final class KsgVariable implements PreparedVariable {

  /** Points to search in, scaled by 2^-exponent so that no square overflows or underflows. */
  record Points(Coordinates coordinates, int exponent) {
    private Points permuted(int[] rows) {
      return new Points(coordinates.permuted(rows), exponent);
    }
  }

  /** What an estimator must share with the one that prepared the variable. */
  private record Setting(DistanceKernel norm, Ties ties, double jitterWidth, String stream) {}

  private final Variable variable;
  private final Setting setting;
  private final List<Warning> constantColumns;

  /** Of which this is a permutation. */
  private final @Nullable KsgVariable origin;

  private final int[] rows;
  private final Lazy<TieBreaker> breaker;
  private final Lazy<Points> plain;
  private final List<Lazy<Points>> jittered;

  static KsgVariable x(Ksg ksg, Variable variable) {
    return new KsgVariable(setting(ksg, true), variable);
  }

  static KsgVariable y(Ksg ksg, Variable variable) {
    return new KsgVariable(setting(ksg, false), variable);
  }

  private static Setting setting(Ksg ksg, boolean isX) {
    return new Setting(
        (isX ? ksg.normX() : ksg.normY()).kernel(),
        ksg.ties(),
        ksg.variant().jitterWidth(),
        isX ? "x" : "y");
  }

  private KsgVariable(Setting setting, Variable variable) {
    this.setting = setting;
    this.variable = variable;
    origin = null;
    rows = new int[0];
    constantColumns = Warning.ofConstantColumns(variable);
    // One column is sorted once, for its ties and for the search.
    Lazy<RadixSort> order = new Lazy<>(() -> RadixSort.of(variable.column(0)));
    boolean single = variable.d() == 1;
    breaker =
        new Lazy<>(() -> new TieBreaker(variable, setting.stream(), single ? order.get() : null));
    plain = new Lazy<>(() -> points(variable.columns(), single ? order.get() : null));
    jittered = replicates();
  }

  private KsgVariable(KsgVariable origin, int[] rows) {
    this.origin = origin;
    this.rows = rows;
    setting = origin.setting;
    variable = origin.variable;
    constantColumns = origin.constantColumns;
    breaker = new Lazy<>(() -> origin.breaker.get().permuted(rows));
    plain = new Lazy<>(() -> origin.plain().permuted(rows));
    jittered = replicates();
  }

  private List<Lazy<Points>> replicates() {
    return IntStream.range(0, setting.ties().replicates())
        .mapToObj(r -> new Lazy<>(() -> replicate(r)))
        .toList();
  }

  /** Whether an estimator would have prepared the variable in the same way. */
  boolean isFor(Ksg ksg, boolean isX) {
    return setting.equals(setting(ksg, isX));
  }

  int n() {
    return variable.n();
  }

  int d() {
    return variable.d();
  }

  /** A warning for each constant column. */
  List<Warning> constantColumns() {
    return constantColumns;
  }

  /** The number of columns that are not constant. */
  int informative() {
    return variable.d() - constantColumns.size();
  }

  /** The columns with ties. */
  List<DataWarning.TiedColumn> tied() {
    return breaker.get().report();
  }

  /** Does now what is done once for all estimates. */
  void prepare() {
    if (tied().isEmpty() || setting.ties().isStrict()) {
      plain();
    } else {
      jittered.forEach(Lazy::get);
    }
  }

  /** The points as they are. */
  Points plain() {
    return plain.get();
  }

  /** The points with ties broken by one of the jitters. */
  Points jittered(int replicate) {
    return jittered.get(replicate).get();
  }

  private Points replicate(int r) {
    return tied().isEmpty()
        ? plain()
        : points(breaker.get().columns(setting.jitterWidth(), setting.ties().seed(), r), null);
  }

  private Points points(double[][] columns, @Nullable RadixSort order) {
    int exponent = Exponents.normalise(columns);
    return new Points(
        order == null
            ? new Coordinates(columns, setting.norm())
            : new Coordinates(columns[0], setting.norm(), order, exponent),
        exponent);
  }

  @Override
  public KsgVariable permuted(int... order) {
    if (!isPermutation(order)) {
      return new KsgVariable(setting, variable().rows(order));
    }
    return new KsgVariable(this, order.clone());
  }

  private boolean isPermutation(int[] order) {
    boolean[] seen = new boolean[n()];
    for (int row : order) {
      if (row < 0 || row >= seen.length || seen[row]) {
        return false;
      }
      seen[row] = true;
    }
    return order.length == seen.length;
  }

  /** The observations in this order. */
  private Variable variable() {
    return origin == null ? variable : origin.variable().rows(rows);
  }
}
