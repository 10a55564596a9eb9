package io.github.miscope.estimator.auto;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One variable of an {@link Auto} estimate: its columns that vary, their ties and scores. */
final class AutoVariable implements PreparedVariable {

  /** How many rankings of equal values there are. */
  static final int REPLICATES = 3;

  private final Variable variable;
  private final Seed seed;
  private final boolean isX;
  private final Lazy<Optional<Variable>> informative;
  private final Lazy<List<DataWarning.TiedColumn>> tied;

  /** Replicates of the scores of the variable that comes first, then those of the other. */
  private final List<Lazy<Scores>> scores;

  /**
   * A variable.
   *
   * @param seed ranks equal values
   * @param isX whether the variable is prepared for the place of X
   */
  AutoVariable(Variable variable, Seed seed, boolean isX) {
    this.variable = variable;
    this.seed = seed;
    this.isX = isX;
    informative = new Lazy<>(() -> informative(variable));
    tied = new Lazy<>(() -> informative().map(Ties::in).orElse(List.of()));
    scores =
        IntStream.range(0, 2 * REPLICATES).mapToObj(r -> new Lazy<>(() -> makeScores(r))).toList();
  }

  private static Optional<Variable> informative(Variable variable) {
    int[] kept = IntStream.range(0, variable.d()).filter(j -> !variable.isConstant(j)).toArray();
    if (kept.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        Variable.ofColumns(
            variable.name(),
            IntStream.of(kept).mapToObj(variable.columnNames()::get).toList(),
            IntStream.of(kept).mapToObj(variable::column).toArray(double[][]::new)));
  }

  /** The same rows of a variable without ties in another order. */
  private AutoVariable(AutoVariable origin, int[] rows) {
    variable = origin.variable.rows(rows);
    seed = origin.seed;
    isX = origin.isX;
    informative = new Lazy<>(() -> origin.informative().map(kept -> kept.rows(rows)));
    tied = new Lazy<>(List::of);
    scores = List.of(new Lazy<>(() -> origin.scores(true, 0).permuted(rows)));
  }

  private Scores makeScores(int r) {
    Seed own = seed.derive("replicate", r % REPLICATES).derive(r < REPLICATES ? "x" : "y");
    return new Scores(NormalScores.of(informative().orElseThrow(), own));
  }

  Variable variable() {
    return variable;
  }

  /** Whether an estimator would have prepared the variable in the same way. */
  boolean isFor(Seed other, boolean asX) {
    return seed.equals(other) && isX == asX;
  }

  /** The columns that are not constant. */
  Optional<Variable> informative() {
    return informative.get();
  }

  /** The columns with ties. */
  List<DataWarning.TiedColumn> tied() {
    return tied.get();
  }

  /**
   * Normal scores of the columns that are not constant.
   *
   * @param isFirst whether the variable comes first among two, whose equal values are ranked apart
   */
  Scores scores(boolean isFirst, int replicate) {
    // Without ties all rankings are one.
    return scores.get(tied().isEmpty() ? 0 : isFirst ? replicate : REPLICATES + replicate).get();
  }

  @Override
  public AutoVariable permuted(int... rows) {
    // Random ranks of equal values go by row, and so do those of rows that occur twice.
    return tied().isEmpty() && RowOrder.isPermutation(rows, variable.n())
        ? new AutoVariable(this, rows.clone())
        : new AutoVariable(variable.rows(rows), seed, isX);
  }
}
