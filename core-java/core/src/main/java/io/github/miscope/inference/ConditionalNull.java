package io.github.miscope.inference;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PValue;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.linear.SmoothRegression;
import io.github.miscope.internal.neighbour.NeighbourGraph;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.ContentOrder;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The test of conditional independence where no scheme is given.
 *
 * <p>Within the levels of a discrete Z rows are permuted, which is exact. Where Z has continuous
 * columns, X and Y are regressed on Z ({@link SmoothRegression}), and the statistic is the estimate
 * from their residuals: I(X;Y|Z) = I(X - f(Z); Y - g(Z)|Z), whatever f and g. Under the null
 * hypothesis the residuals of one side are put in other orders, added to its fitted values and
 * fitted anew. If errors do not depend on Z, that is exact but for the errors of the two fits,
 * which enter as a product only (Shah and Peters, Annals of Statistics 48, 1514, 2020).
 */
final class ConditionalNull {

  /** From so many standard deviations of agreement on, one side alone is taken to be fitted. */
  private static final double DISAGREEMENT = 2;

  /**
   * Residuals of both sides lack in fit by so many standard deviations: by chance of one in 400,
   * and of one in 20 at most, where X and Y depend on each other.
   */
  private static final double LACK_OF_FIT = 1.64;

  /** Orders of residuals by which agreement by chance is known to about a tenth. */
  private static final int ORDERS = 40;

  private static final Seed SEED_OF_ORDERS = Seed.of(0).derive("lack of fit");

  /** Z may have a free term for so many rows, and no more. */
  private static final int ROWS_PER_TERM = 3;

  /** With fewer rows for each column of Z, the regression sees little but straight lines. */
  private static final int ROWS_PER_COLUMN = 20;

  /** How to draw under the null hypothesis, and the statistic; or a p-value that needs no draws. */
  private sealed interface Draws {}

  private record Rows(EstimationProblem problem, double observed, PermutationScheme scheme)
      implements Draws {}

  private record Determined(String variable, String given, double nats) implements Draws {

    String scheme() {
      return variable + ", which " + given + " determines";
    }
  }

  private final Draws draws;
  private final List<Warning> warnings;

  private ConditionalNull(Draws draws, List<Warning> warnings) {
    this.draws = draws;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * The null hypothesis for samples.
   *
   * @param base the estimator
   * @param samples the observations
   * @param problem the estimator and the samples
   * @param estimate the estimate from them, in nats
   * @throws IllegalArgumentException if there is no test that holds; the message says why
   */
  static ConditionalNull of(
      ConditionalMutualInformationEstimator base,
      ConditionalSamples samples,
      EstimationProblem problem,
      double estimate) {
    Variable z = samples.z();
    if (z.part(ColumnKind.CONTINUOUS).isEmpty()) {
      return new ConditionalNull(
          new Rows(problem, estimate, PermutationScheme.withinLevels(z)), List.of());
    }
    for (Variable variable : List.of(samples.x(), samples.y())) {
      Optional<DataWarning.DeterminedByGiven> found = determined(variable, z);
      if (found.isPresent() || variable.isConstant()) {
        return new ConditionalNull(
            new Determined(variable.name(), z.name(), estimate),
            found.map(List::<Warning>of).orElse(List.of()));
      }
    }
    return ofResiduals(base, samples, problem, estimate);
  }

  private static Optional<DataWarning.DeterminedByGiven> determined(Variable variable, Variable z) {
    return GivenCheck.of(new CheckedVariable(variable), new CheckedVariable(z))
        .filter(DataWarning.DeterminedByGiven.class::isInstance)
        .map(DataWarning.DeterminedByGiven.class::cast)
        .filter(DataWarning.DeterminedByGiven::whole);
  }

  private static ConditionalNull ofResiduals(
      ConditionalMutualInformationEstimator base,
      ConditionalSamples samples,
      EstimationProblem problem,
      double estimate) {
    Variable z = samples.z();
    if (!samples.x().isContinuous() && !samples.y().isContinuous()) {
      throw new IllegalArgumentException(
          "x and y both have discrete columns and "
              + z.name()
              + " has continuous ones, for which no test is known to hold here: make "
              + z.name()
              + " discrete, by bins for instance, or name a scheme");
    }
    SmoothRegression regression = regression(z);
    int n = samples.n();
    if (regression.freeTerms() * ROWS_PER_TERM > n) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d rows are too few to tell what x and y have to do with %s, which has %d columns"
                  + " and levels: at least %d are needed",
              n,
              z.name(),
              regression.freeTerms() - 1,
              ROWS_PER_TERM * regression.freeTerms()));
    }
    ResidualVariable x = ResidualVariable.of(samples.x(), regression);
    ResidualVariable y = ResidualVariable.of(samples.y(), regression);
    List<Warning> warnings = new ArrayList<>();
    for (boolean first : new boolean[] {true, false}) {
      Variable variable = first ? samples.x() : samples.y();
      if ((first ? x : y).isDetermined()) {
        warnings.add(
            new DataWarning.DeterminedByGiven(
                List.of(variable.name() + " is a function of " + z.name() + ", or nearly so"),
                variable.name(),
                z.name(),
                true));
        return new ConditionalNull(new Determined(variable.name(), z.name(), estimate), warnings);
      }
    }
    int columns = z.part(ColumnKind.CONTINUOUS).orElseThrow().d();
    if (n < ROWS_PER_COLUMN * columns) {
      warnings.add(new EstimateWarning.FewRowsToFit(n, columns, ROWS_PER_COLUMN * columns));
    }
    PermutationScheme rows =
        z.part(ColumnKind.DISCRETE)
            .map(PermutationScheme::withinLevels)
            .orElseGet(PermutationScheme::allRows);
    NeighbourGraph graph = neighbours(z);
    Permutations draws = rows.permutations(n, ORDERS, SEED_OF_ORDERS);
    List<int[]> orders = IntStream.rangeClosed(1, ORDERS).mapToObj(draws.order()).toList();
    double lack = Math.min(x.lackOfFit(graph, orders), y.lackOfFit(graph, orders));
    if (lack > LACK_OF_FIT) {
      warnings.add(
          new EstimateWarning.LackOfFit(samples.x().name(), samples.y().name(), z.name(), lack));
    }
    boolean moveX = movesX(samples, x, y, x.agreement(graph), y.agreement(graph));
    Variable moved = moveX ? samples.x() : samples.y();
    Variable restX = x.residuals();
    Variable restY = y.residuals();
    EstimationProblem ofResiduals =
        EstimationProblem.of(
            problem.label(),
            n,
            problem.ofRows(),
            order ->
                base.estimate(
                        moveX
                            ? new ConditionalSamples(x.redrawn(order), restY, z)
                            : new ConditionalSamples(restX, y.redrawn(order), z))
                    .nats(),
            problem.data());
    double observed = base.estimate(new ConditionalSamples(restX, restY, z)).nats();
    return new ConditionalNull(
        new Rows(ofResiduals, observed, new ResidualScheme(rows, moved.name(), z.name())),
        warnings);
  }

  /** In normal scores, among rows of equal levels. */
  private static NeighbourGraph neighbours(Variable z) {
    double[][] columns =
        z.part(ColumnKind.CONTINUOUS)
            .map(part -> Scaling.normalRank().apply(part).columns())
            .orElse(new double[0][]);
    return NeighbourGraph.of(columns, z.part(ColumnKind.DISCRETE).map(RowCodes::of), z.n());
  }

  private static SmoothRegression regression(Variable z) {
    double[][] columns =
        z.part(ColumnKind.CONTINUOUS)
            .flatMap(Variable::varying)
            .map(Variable::columns)
            .orElse(new double[0][]);
    int[] levels = z.part(ColumnKind.DISCRETE).map(RowCodes::of).orElse(new int[z.n()]);
    try {
      return SmoothRegression.on(columns, levels);
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("the regression on " + z.name() + " stopped", e);
    }
  }

  /**
   * Whether X is the side to draw: the one that is fitted, else the one that Z explains less. Where
   * they are alike, the order of {@link ContentOrder}, so that I(X;Y|Z) and I(Y;X|Z) have the same
   * p-value.
   */
  private static boolean movesX(
      ConditionalSamples samples,
      ResidualVariable x,
      ResidualVariable y,
      double agreementX,
      double agreementY) {
    if (!samples.x().isContinuous() || !samples.y().isContinuous()) {
      return samples.x().isContinuous();
    }
    if (agreementX > DISAGREEMENT != agreementY > DISAGREEMENT) {
      return agreementY > DISAGREEMENT;
    }
    int order = Double.compare(x.unexplained(), y.unexplained());
    return order == 0 ? !ContentOrder.isFirst(samples.x(), samples.y()) : order > 0;
  }

  /** What to say besides the p-value. */
  List<Warning> warnings() {
    return warnings;
  }

  /** The p-value, with as many permutations as a test has. */
  PValue pValue(PermutationTest test) {
    if (draws instanceof Rows rows) {
      return test.test(rows.problem, rows.observed, Optional.of(rows.scheme));
    }
    Determined determined = (Determined) draws;
    // Every draw of the variable given Z is what was observed.
    return new PValue(1, test.permutations(), determined.nats, 0, determined.scheme());
  }

  /** The statistic, and that of each draw. */
  NullDraws draws(int permutations, Seed seed) {
    if (draws instanceof Rows rows) {
      return PermutationTest.of(permutations)
          .withSeed(seed)
          .draws(rows.problem, rows.observed, Optional.of(rows.scheme));
    }
    Determined determined = (Determined) draws;
    double[] nats = new double[permutations];
    Arrays.fill(nats, determined.nats);
    return new NullDraws(determined.nats, nats, determined.scheme());
  }
}
