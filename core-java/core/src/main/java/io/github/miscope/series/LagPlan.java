package io.github.miscope.series;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.conditional.ConditionalByType;
import io.github.miscope.estimator.mixed.ByType;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.inference.PermutationScheme;
import io.github.miscope.inference.Permutations;
import io.github.miscope.internal.check.Check;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.plan.Runner;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a scan of lags: the mutual information of X and a later Y, I(X(t); Y(t + lag)), of
 * two series in order of time, with equal steps. Immutable; {@link #run()} runs it, and gives the
 * same numbers whatever the number of threads.
 *
 * <p>Rows of a series depend on each other, and information between independent series is larger
 * than between independent rows. What it is for independent series is seen from surrogates: X is
 * shifted against Y, its end wrapping round to the start, {@link PermutationScheme#cyclicShifts}.
 * Shifts are spread evenly over the series and as far apart as the lags reach, so that a series of
 * n rows has n / (reach + 1) - 1 of them at most, and no p-value can be below the inverse of one
 * more. That keeps the distribution of X and all that its rows have to do with each other, linear
 * or not, but for the seam, and assumes no model of the series: only that both are stationary
 * (Quian Quiroga, Kraskov, Kreuz and Grassberger, Physical Review E 65, 041903, 2002, appendix;
 * Andrzejak, Kraskov, Stögbauer, Mormann and Kreuz, Physical Review E 68, 066202, 2003). Surrogates
 * from Fourier transforms keep the spectrum alone.
 *
 * <p>With {@link #withHistory} it is Schreiber's transfer entropy (Physical Review Letters 85, 461,
 * 2000, equation 4), I(X(t - lag); Y(t) | Y(t - 1), ..., Y(t - k)): what X tells of Y beside Y's
 * own past.
 */
public final class LagPlan {

  private static final int SURROGATES = 200;

  private final Variable x;
  private final Variable y;
  private final @Nullable Variable given;
  private final List<Integer> lags;
  private final int history;
  private final MutualInformationEstimator estimator;
  private final ConditionalMutualInformationEstimator conditional;
  private final int surrogates;
  private final Optional<PermutationScheme> scheme;
  private final Seed seed;

  private LagPlan(
      Variable x,
      Variable y,
      @Nullable Variable given,
      List<Integer> lags,
      int history,
      MutualInformationEstimator estimator,
      ConditionalMutualInformationEstimator conditional,
      int surrogates,
      Optional<PermutationScheme> scheme,
      Seed seed) {
    this.x = x;
    this.y = y;
    this.given = given;
    this.lags = lags;
    this.history = history;
    this.estimator = estimator;
    this.conditional = conditional;
    this.surrogates = surrogates;
    this.scheme = scheme;
    this.seed = seed;
  }

  /**
   * A scan by KSG on ranks, with 200 surrogates.
   *
   * @param x a series
   * @param y another one, of equally many rows
   * @param lags how many rows Y is later than X; negative for X being later
   * @return the plan
   * @throws IllegalArgumentException if the series differ in length, or there is no lag, one twice,
   *     or one as long as the series
   */
  public static LagPlan of(Variable x, Variable y, int... lags) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Objects.requireNonNull(lags, "lags");
    int n = new Samples(x, y).n();
    Check.atLeast("lags", lags.length, 1);
    HashSet<Integer> known = new HashSet<>();
    for (int lag : lags) {
      if (Math.abs((long) lag) > n - 2) {
        throw new IllegalArgumentException(
            "lags must leave 2 rows or more: lag=" + lag + ", n=" + n);
      }
      if (!known.add(lag)) {
        throw new IllegalArgumentException("lags must be distinct: lag=" + lag);
      }
    }
    ByType pairs = ByType.of(Presets.ksgRanks());
    return new LagPlan(
        x,
        y,
        null,
        Arrays.stream(lags).boxed().toList(),
        0,
        pairs,
        ConditionalByType.of(pairs).withContinuous(Presets.conditionalKsg()),
        SURROGATES,
        Optional.empty(),
        Seed.of(0));
  }

  /**
   * This plan with another estimator of I(X;Y).
   *
   * @param newEstimator the estimator
   * @return a changed copy
   */
  public LagPlan withEstimator(MutualInformationEstimator newEstimator) {
    Objects.requireNonNull(newEstimator, "newEstimator");
    return new LagPlan(
        x, y, given, lags, history, newEstimator, conditional, surrogates, scheme, seed);
  }

  /**
   * This plan with another estimator of I(X;Y|Z), for transfer entropy and what is given.
   *
   * @param newConditional the estimator
   * @return a changed copy
   */
  public LagPlan withConditional(ConditionalMutualInformationEstimator newConditional) {
    Objects.requireNonNull(newConditional, "newConditional");
    return new LagPlan(
        x, y, given, lags, history, estimator, newConditional, surrogates, scheme, seed);
  }

  /**
   * Transfer entropy from X to Y: the last rows of Y are given.
   *
   * @param rows how many rows of Y's past, at least 1; 0 for mutual information
   * @return a changed copy
   * @throws IllegalArgumentException if rows is negative or leaves fewer than 2 rows
   */
  public LagPlan withHistory(int rows) {
    Check.between("history", rows, 0, x.n() - 2);
    return new LagPlan(x, y, given, lags, rows, estimator, conditional, surrogates, scheme, seed);
  }

  /**
   * Conditional information: another series is given, at Y's time. There are no surrogates then: a
   * shift of X against Y would shift it against what is given, too, and that X depends on it is no
   * part of the question.
   *
   * @param series what is given, of equally many rows
   * @return a changed copy, without surrogates
   * @throws IllegalArgumentException if it differs in length
   */
  public LagPlan withGiven(Variable series) {
    Objects.requireNonNull(series, "series");
    new ConditionalSamples(x, y, series);
    return new LagPlan(x, y, series, lags, history, estimator, conditional, 0, scheme, seed);
  }

  /**
   * This plan with another number of surrogates.
   *
   * @param count how many at most; 0 for none
   * @return a changed copy
   * @throws IllegalArgumentException if count is negative, or positive where a series is given
   */
  public LagPlan withSurrogates(int count) {
    Check.between("surrogates", count, 0, 1_000_000);
    if (count > 0 && given != null) {
      throw new IllegalArgumentException(
          "surrogates must be 0 where a series is given: surrogates=" + count);
    }
    return new LagPlan(x, y, given, lags, history, estimator, conditional, count, scheme, seed);
  }

  /**
   * This plan with other surrogates: by default cyclic shifts, as far apart as the lags reach.
   *
   * @param newScheme how the rows of X are put in another order
   * @return a changed copy
   */
  public LagPlan withScheme(PermutationScheme newScheme) {
    Objects.requireNonNull(newScheme, "newScheme");
    return new LagPlan(
        x,
        y,
        given,
        lags,
        history,
        estimator,
        conditional,
        surrogates,
        Optional.of(newScheme),
        seed);
  }

  /**
   * This plan with another seed.
   *
   * @param newSeed what surrogates are drawn from
   * @return a changed copy
   */
  public LagPlan withSeed(Seed newSeed) {
    Objects.requireNonNull(newSeed, "newSeed");
    return new LagPlan(
        x, y, given, lags, history, estimator, conditional, surrogates, scheme, newSeed);
  }

  /**
   * The lags.
   *
   * @return as given
   */
  public List<Integer> lags() {
    return lags;
  }

  /**
   * The number of surrogates that are wanted.
   *
   * @return 0 for none
   */
  public int surrogates() {
    return surrogates;
  }

  LaggedRows rows(int lag) {
    return LaggedRows.of(x.n(), lag, history);
  }

  /** The estimate from some rows, X in another order if there is one. */
  double estimate(LaggedRows rows, int @Nullable [] order) {
    if (rows.count() < 2) {
      throw new IllegalArgumentException(
          "lag " + rows.lag() + " leaves " + Math.max(0, rows.count()) + " of " + x.n() + " rows");
    }
    Variable earlier = x.rows(rows.ofX(order));
    Variable later = y.rows(rows.ofY(0));
    if (!isConditional()) {
      return estimator.estimate(new Samples(earlier, later)).nats();
    }
    List<Variable> conditions = new ArrayList<>();
    for (int before = 1; before <= history; before++) {
      conditions.add(past(before, rows));
    }
    if (given != null) {
      conditions.add(given.rows(rows.ofY(0)));
    }
    Variable z = Variable.join("z", conditions.toArray(Variable[]::new));
    return conditional.estimate(new ConditionalSamples(earlier, later, z)).nats();
  }

  private Variable past(int before, LaggedRows rows) {
    List<String> names = new ArrayList<>();
    for (String name : y.columnNames()) {
      names.add(name + " " + before + " before");
    }
    return y.rows(rows.ofY(before)).withColumnNames(names);
  }

  private boolean isConditional() {
    return history > 0 || given != null;
  }

  private String quantity() {
    String z =
        (history > 0 ? history + " of " + y.name() + "'s past" : "")
            + (history > 0 && given != null ? ", " : "")
            + (given != null ? given.name() : "");
    return "I("
        + x.name()
        + "(t - lag); "
        + y.name()
        + "(t)"
        + (z.isEmpty() ? ")" : " | " + z + ")");
  }

  private @Nullable Permutations orders() {
    if (surrogates == 0) {
      return null;
    }
    int n = x.n();
    int reach = Collections.max(lags) - Collections.min(lags) + history;
    PermutationScheme used = scheme.orElseGet(() -> PermutationScheme.cyclicShifts(reach + 1));
    return used.permutations(n, surrogates, seed.derive("surrogates"));
  }

  /**
   * Runs the plan on all processors.
   *
   * @return a row for each lag; one without an estimate has a reason
   * @throws LagInterruptedException if the calling thread is interrupted; it carries what was
   *     finished
   * @throws IllegalArgumentException if the series are too short for surrogates
   */
  public LagTable run() {
    return run(RunOptions.withDefaults());
  }

  /**
   * Runs the plan.
   *
   * @param options threads or another runner, progress, and the checkpoint, which keeps estimates
   * @return as {@link #run()}, with the same numbers
   * @throws LagInterruptedException as {@link #run()}
   * @throws IllegalArgumentException as {@link #run()}, and if the checkpoint is that of another
   *     plan, or something in this one has no identity
   */
  public LagTable run(RunOptions options) {
    Objects.requireNonNull(options, "options");
    Permutations orders = orders();
    LagCells cells = new LagCells(this, orders);
    LagCells.@Nullable Row[] found = new LagCells.Row[cells.count()];
    try {
      Runner.run(cells, options, (cell, row) -> found[cell] = row);
    } catch (InterruptedException e) {
      throw new LagInterruptedException(finished(found, orders), e);
    }
    return Objects.requireNonNull(finished(found, orders));
  }

  PlanIdentity identity(int count) {
    return PlanIdentity.of("scan of lags")
        .option("x", x.name(), x)
        .option("y", y.name(), y)
        .option("given", given == null ? "nothing" : given.name(), given)
        .option("lags", lags)
        .option("history", history)
        .option(
            "estimator",
            (isConditional() ? conditional : estimator).toString(),
            isConditional() ? conditional : estimator)
        .option("surrogates", count)
        .option("scheme", scheme.map(Object::toString).orElse("cyclic shifts"), scheme)
        .option("seed", seed)
        .build();
  }

  /** Null while a lag is to be estimated yet. */
  private @Nullable LagTable finished(
      LagCells.@Nullable Row[] found, @Nullable Permutations orders) {
    int count = lags.size();
    List<LagCells.Row> observed = new ArrayList<>();
    List<double[]> drawn = new ArrayList<>();
    for (int b = 0; b < found.length / count; b++) {
      double[] nats = new double[count];
      boolean complete = true;
      for (int j = 0; j < count; j++) {
        LagCells.Row row = found[b * count + j];
        complete &= row != null;
        nats[j] = row == null ? Double.NaN : row.nats();
        if (b == 0 && row != null) {
          observed.add(row);
        }
      }
      if (b == 0 && !complete) {
        return null;
      }
      if (b > 0 && complete) {
        drawn.add(nats);
      }
    }
    return new LagSummary(lags, observed, drawn)
        .table(
            quantity(),
            (isConditional() ? conditional : estimator).toString(),
            orders == null ? "" : orders.scheme());
  }

  @Override
  public String toString() {
    return quantity() + " at " + lags.size() + " lags";
  }
}
