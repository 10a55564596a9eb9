package io.github.miscope.estimator.neighbour;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.ties.TieBreaker;
import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.internal.neighbour.order.Exponents;
import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.internal.neighbour.space.Coordinates;
import io.github.miscope.internal.neighbour.space.CountRule;
import io.github.miscope.internal.neighbour.space.DistanceKernel;
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
  private record Setting(
      DistanceKernel norm, Ties ties, double jitterWidth, boolean squares, boolean isX) {}

  /** The columns with a power of two taken out of them, which no search changes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Columns(double[][] values, int exponent) {}

  private final Variable variable;
  private final Setting setting;
  private final List<Warning> constantColumns;

  private final Lazy<Variable> own;
  private final Lazy<Integer> columnsExponent;
  private final Lazy<TieBreaker> breaker;
  private final Lazy<Points> plain;

  /** Replicates of the jitter of the variable that comes first, then those of the other. */
  private final List<Lazy<Points>> jittered;

  static KsgVariable x(Ksg ksg, Variable variable) {
    return new KsgVariable(setting(ksg, true, variable.d()), variable);
  }

  static KsgVariable y(Ksg ksg, Variable variable) {
    return new KsgVariable(setting(ksg, false, variable.d()), variable);
  }

  private static Setting setting(Ksg ksg, boolean isX, int d) {
    Norm norm = isX ? ksg.normX() : ksg.normY();
    boolean squares = ksg.variant().rule() == CountRule.EUCLIDEAN || (norm == Norm.L2 && d > 1);
    return new Setting(norm.kernel(), ksg.ties(), ksg.variant().jitterWidth(), squares, isX);
  }

  private KsgVariable(Setting setting, Variable variable) {
    this.setting = setting;
    this.variable = variable;
    constantColumns = Warning.ofConstantColumns(variable);
    own = new Lazy<>(() -> variable);
    Lazy<Columns> columns = new Lazy<>(this::columns);
    columnsExponent = new Lazy<>(() -> columns.get().exponent);
    // One column is sorted once, for its ties and for the search.
    Lazy<RadixSort> order = new Lazy<>(() -> RadixSort.of(columns.get().values[0]));
    boolean single = variable.d() == 1;
    breaker =
        new Lazy<>(
            () ->
                new TieBreaker(
                    variable.columnNames(),
                    columns.get().values,
                    TieBreaker.common(columns.get().exponent, variable.d()),
                    single ? order.get() : null));
    plain = new Lazy<>(() -> points(columns.get(), single ? order.get() : null));
    jittered = replicates();
  }

  private KsgVariable(KsgVariable origin, int[] rows) {
    setting = origin.setting;
    variable = origin.variable;
    constantColumns = origin.constantColumns;
    own = new Lazy<>(() -> origin.variable().rows(rows));
    columnsExponent = origin.columnsExponent;
    breaker = new Lazy<>(() -> origin.breaker.get().permuted(rows));
    plain = new Lazy<>(() -> origin.plain().permuted(rows));
    jittered = replicates();
  }

  private Columns columns() {
    double[][] values = variable.columns();
    int exponent = Exponents.normalise(values);
    if (setting.squares) {
      Exponents.flush(values);
    }
    return new Columns(
        setting.ties().isStrict() ? TieBreaker.exact(values, setting.squares) : values, exponent);
  }

  private List<Lazy<Points>> replicates() {
    return IntStream.range(0, 2 * setting.ties().replicates())
        .mapToObj(r -> new Lazy<>(() -> replicate(r)))
        .toList();
  }

  /** Whether an estimator would have prepared the variable in the same way, as X or as Y. */
  boolean isFor(Ksg ksg, boolean isX) {
    return setting.equals(setting(ksg, isX, variable.d()));
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

  /** Finds ties now and, if there are none to break, what else is done once. */
  void prepare() {
    if (tied().isEmpty() || setting.ties().isStrict()) {
      plain();
    }
  }

  /**
   * Breaks ties now, as is done once for all estimates in which the variable comes first or not.
   */
  void prepareReplicates(boolean isFirst) {
    for (int r = 0; r < setting.ties().replicates(); r++) {
      jittered(isFirst, r);
    }
  }

  /** The points as they are. */
  Points plain() {
    return plain.get();
  }

  /**
   * The points with ties broken by one of the jitters.
   *
   * @param isFirst whether the variable comes first among two, which have different jitter
   */
  Points jittered(boolean isFirst, int replicate) {
    int r = isFirst ? replicate : setting.ties().replicates() + replicate;
    return tied().isEmpty() ? plain() : jittered.get(r).get();
  }

  private Points replicate(int r) {
    int replicates = setting.ties().replicates();
    double[][] columns =
        breaker
            .get()
            .columns(
                setting.jitterWidth(),
                setting.ties().seed(),
                r < replicates ? "x" : "y",
                r % replicates);
    // The most frequent value has been moved to zero.
    int exponent = Exponents.normalise(columns);
    return points(new Columns(columns, columnsExponent.get() + exponent), null);
  }

  private Points points(Columns columns, @Nullable RadixSort order) {
    return new Points(
        order == null
            ? new Coordinates(columns.values, setting.norm())
            : new Coordinates(columns.values[0], setting.norm(), order, 0),
        columns.exponent);
  }

  @Override
  public KsgVariable permuted(int... order) {
    if (!RowOrder.isPermutation(order, n())) {
      return new KsgVariable(setting, variable().rows(order));
    }
    return new KsgVariable(this, order.clone());
  }

  /** The observations in this order. */
  Variable variable() {
    return own.get();
  }
}
