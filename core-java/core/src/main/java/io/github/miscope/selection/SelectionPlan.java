package io.github.miscope.selection;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.conditional.ConditionalByType;
import io.github.miscope.estimator.conditional.ConditionalKsg;
import io.github.miscope.estimator.mixed.ByType;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.estimator.scale.ScaledConditional;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.internal.check.Check;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.List;
import java.util.Objects;

/**
 * The plan of a selection: columns are chosen one by one, each by what it tells of the target
 * beside those chosen before. Immutable; {@link #run()} runs it, and gives the same numbers
 * whatever the number of threads.
 *
 * <pre>{@code
 * MiSelection selection = SelectionPlan.of(target, columns).withMost(5).run();
 * }</pre>
 *
 * <p>Each pair is estimated once, and I(X;Y|S) for those candidates that can still be chosen. By
 * default pairs of continuous columns are estimated by KSG on normal ranks with k = 10: an order of
 * many columns needs little variance more than little bias.
 */
public final class SelectionPlan {

  private static final int K = 10;
  private static final int MOST = 10;
  private static final int PERMUTATIONS = 200;
  private static final double LEVEL = 0.05;

  private final Variable target;
  private final List<Variable> candidates;
  private final SelectionCriterion criterion;
  private final MutualInformationEstimator estimator;
  private final ConditionalMutualInformationEstimator conditional;
  private final int most;
  private final int permutations;
  private final double level;
  private final Seed seed;

  private SelectionPlan(
      Variable target,
      List<Variable> candidates,
      SelectionCriterion criterion,
      MutualInformationEstimator estimator,
      ConditionalMutualInformationEstimator conditional,
      int most,
      int permutations,
      double level,
      Seed seed) {
    this.target = target;
    this.candidates = candidates;
    this.criterion = criterion;
    this.estimator = estimator;
    this.conditional = conditional;
    this.most = most;
    this.permutations = permutations;
    this.level = level;
    this.seed = seed;
  }

  /**
   * Up to ten columns by CMIM, with a test of each.
   *
   * @param target what to tell of
   * @param candidates the columns to choose from, of any kinds
   * @return the plan
   * @throws IllegalArgumentException if there is no candidate, or one differs from the target in
   *     the number of observations
   */
  public static SelectionPlan of(Variable target, List<Variable> candidates) {
    Objects.requireNonNull(target, "target");
    List<Variable> all = Check.copy("candidates", candidates);
    Check.atLeast("candidates", all.size(), 1);
    for (Variable candidate : all) {
      new Samples(candidate, target);
    }
    ByType pairs = ByType.of(Scaled.of(Ksg.ksg1().withK(K), Scaling.normalRank()));
    return new SelectionPlan(
        target,
        all,
        SelectionCriterion.CMIM,
        pairs,
        ConditionalByType.of(pairs)
            .withContinuous(
                ScaledConditional.of(ConditionalKsg.withDefaults().withK(K), Scaling.normalRank())),
        MOST,
        PERMUTATIONS,
        LEVEL,
        Seed.of(0));
  }

  /**
   * This plan by another criterion.
   *
   * @param newCriterion what columns are chosen by
   * @return a changed copy
   */
  public SelectionPlan withCriterion(SelectionCriterion newCriterion) {
    return new SelectionPlan(
        target,
        candidates,
        Objects.requireNonNull(newCriterion, "newCriterion"),
        estimator,
        conditional,
        most,
        permutations,
        level,
        seed);
  }

  /**
   * This plan with another estimator of pairs.
   *
   * @param newEstimator the estimator of I(X;Y) and I(X;S)
   * @return a changed copy
   */
  public SelectionPlan withEstimator(MutualInformationEstimator newEstimator) {
    return new SelectionPlan(
        target,
        candidates,
        criterion,
        Objects.requireNonNull(newEstimator, "newEstimator"),
        conditional,
        most,
        permutations,
        level,
        seed);
  }

  /**
   * This plan with another estimator of conditional information, by which the tests are made, too.
   *
   * @param newConditional the estimator of I(X;Y|S)
   * @return a changed copy
   */
  public SelectionPlan withConditional(ConditionalMutualInformationEstimator newConditional) {
    return new SelectionPlan(
        target,
        candidates,
        criterion,
        estimator,
        Objects.requireNonNull(newConditional, "newConditional"),
        most,
        permutations,
        level,
        seed);
  }

  /**
   * This plan with another number of columns.
   *
   * @param columns how many columns are chosen at most, at least 1; by default 10
   * @return a changed copy
   * @throws IllegalArgumentException if columns &lt; 1
   */
  public SelectionPlan withMost(int columns) {
    Check.atLeast("most", columns, 1);
    return new SelectionPlan(
        target, candidates, criterion, estimator, conditional, columns, permutations, level, seed);
  }

  /**
   * This plan with another number of draws for each test.
   *
   * @param draws how many permutations, by default 200; 0 for no tests, else at least 20
   * @return a changed copy
   * @throws IllegalArgumentException if draws is negative or from 1 to 19: the tail of fewer says
   *     nothing
   */
  public SelectionPlan withPermutations(int draws) {
    if (draws != 0) {
      Check.atLeast("permutations", draws, 20);
    }
    return new SelectionPlan(
        target, candidates, criterion, estimator, conditional, most, draws, level, seed);
  }

  /**
   * This plan with another level of significance.
   *
   * @param newLevel adjusted p-values up to it count as significant, in (0, 1)
   * @return a changed copy
   * @throws IllegalArgumentException if the level is not in (0, 1)
   */
  public SelectionPlan withLevel(double newLevel) {
    if (!(newLevel > 0 && newLevel < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1): level=" + newLevel);
    }
    return new SelectionPlan(
        target, candidates, criterion, estimator, conditional, most, permutations, newLevel, seed);
  }

  /**
   * This plan with another seed.
   *
   * @param newSeed what the tests' permutations are drawn from
   * @return a changed copy
   */
  public SelectionPlan withSeed(Seed newSeed) {
    return new SelectionPlan(
        target,
        candidates,
        criterion,
        estimator,
        conditional,
        most,
        permutations,
        level,
        Objects.requireNonNull(newSeed, "newSeed"));
  }

  /**
   * The target.
   *
   * @return what columns tell of
   */
  public Variable target() {
    return target;
  }

  /**
   * The columns to choose from.
   *
   * @return as given
   */
  public List<Variable> candidates() {
    return candidates;
  }

  /**
   * The criterion.
   *
   * @return what columns are chosen by
   */
  public SelectionCriterion criterion() {
    return criterion;
  }

  /**
   * The estimator of pairs.
   *
   * @return the estimator of I(X;Y) and I(X;S)
   */
  public MutualInformationEstimator estimator() {
    return estimator;
  }

  /**
   * The estimator of conditional information.
   *
   * @return the estimator of I(X;Y|S)
   */
  public ConditionalMutualInformationEstimator conditional() {
    return conditional;
  }

  /**
   * The number of columns that are chosen.
   *
   * @return at most so many
   */
  public int most() {
    return most;
  }

  /**
   * The number of draws of each test.
   *
   * @return 0 for no tests
   */
  public int permutations() {
    return permutations;
  }

  /**
   * The level of significance.
   *
   * @return in (0, 1)
   */
  public double level() {
    return level;
  }

  /**
   * The seed.
   *
   * @return what the tests' permutations are drawn from
   */
  public Seed seed() {
    return seed;
  }

  /**
   * Runs the plan on all processors.
   *
   * @return the columns that are chosen
   * @throws SelectionInterruptedException if the calling thread is interrupted; it carries the
   *     columns that were chosen
   * @throws IllegalArgumentException if no candidate has an estimate
   */
  public MiSelection run() {
    return run(RunOptions.withDefaults());
  }

  /**
   * Runs the plan.
   *
   * @param options threads or another runner, progress, and the checkpoint, which keeps estimates
   *     and tests; a plan with more columns, or by another criterion, goes on from the same file
   * @return as {@link #run()}, with the same numbers
   * @throws SelectionInterruptedException as {@link #run()}
   * @throws IllegalArgumentException as {@link #run()}, and if the checkpoint is that of another
   *     plan, or something in this one has no identity
   */
  public MiSelection run(RunOptions options) {
    Objects.requireNonNull(options, "options");
    return new SelectionRun(this, options).run();
  }

  /** What estimates and tests depend on. */
  PlanIdentity identity() {
    return PlanIdentity.of("selection")
        .option("target", target.name(), target)
        .option("candidates", candidates.size() + " columns", candidates)
        .option("estimator", estimator.toString(), estimator)
        .option("conditional", conditional.toString(), conditional)
        .option("permutations", permutations)
        .option("seed", seed)
        .build();
  }

  @Override
  public String toString() {
    return criterion + " of " + candidates.size() + " columns for " + target.name();
  }
}
