package io.github.miscope.sweep;

import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.internal.check.Check;
import io.github.miscope.plan.CellRunner;
import io.github.miscope.plan.Plan;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Task;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The plan of an experiment: estimators by swept values by trials. Immutable; {@link #run()} runs
 * it, and gives the same rows whatever the number of threads.
 */
public final class Sweep {

  private static final int DEFAULT_SAMPLES = 1000;
  private static final int DEFAULT_TRIALS = 10;

  private final Task task;
  private final List<MutualInformationEstimator> estimators;
  private final Axis axis;
  private final double[] values;
  private final int samples;
  private final int trials;
  private final Seed seed;

  /** Rows of so many cells take about 200 MB. */
  private static final int MAX_CELLS = 1_000_000;

  /** Values in a text. */
  private static final int MAX_SHOWN = 50;

  private Sweep(
      Task task,
      List<MutualInformationEstimator> estimators,
      Axis axis,
      double[] values,
      int samples,
      int trials,
      Seed seed) {
    this.task = task;
    this.estimators = estimators;
    this.axis = axis;
    this.values = values;
    this.samples = samples;
    this.trials = trials;
    this.seed = seed;
    check();
  }

  /**
   * A plan without a swept parameter, of 10 trials with 1000 samples each, or as many as the task
   * has, and seed 0.
   *
   * @param task where samples come from
   * @param estimators what estimates; their labels must differ. Lambdas are called "unnamed
   *     estimator", and are better made by {@link MutualInformationEstimator#of}
   * @return the plan
   * @throws IllegalArgumentException if there is no estimator, or two share a label
   */
  public static Sweep of(Task task, MutualInformationEstimator... estimators) {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(estimators, "estimators");
    return of(task, List.of(estimators));
  }

  /**
   * A plan without a swept parameter, of 10 trials with 1000 samples each, or as many as the task
   * has, and seed 0.
   *
   * @param task where samples come from
   * @param estimators what estimates; their labels must differ. Lambdas are called "unnamed
   *     estimator", and are better made by {@link MutualInformationEstimator#of}
   * @return the plan
   * @throws IllegalArgumentException if there is no estimator, or two share a label
   */
  public static Sweep of(Task task, List<? extends MutualInformationEstimator> estimators) {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(estimators, "estimators");
    return new Sweep(
        Tasks.labelled(task),
        Labelled.all(estimators),
        Axis.none(),
        new double[] {Double.NaN},
        Math.min(DEFAULT_SAMPLES, task.mostSamples().orElse(DEFAULT_SAMPLES)),
        DEFAULT_TRIALS,
        Seed.of(0));
  }

  /**
   * This plan over an axis.
   *
   * @param newAxis what is swept
   * @param newValues the values, each once
   * @return a changed copy
   * @throws IllegalArgumentException if there is no value, one occurs twice or is not finite, the
   *     axis applies at none of them, or there are more than 1000000 cells
   */
  public Sweep over(Axis newAxis, double... newValues) {
    Objects.requireNonNull(newAxis, "newAxis");
    Objects.requireNonNull(newValues, "newValues");
    for (int i = 0; i < newValues.length; i++) {
      if (!Double.isFinite(newValues[i])) {
        throw new IllegalArgumentException(
            "values[" + i + "] of " + newAxis + " must be finite: " + newValues[i]);
      }
    }
    return new Sweep(task, estimators, newAxis, newValues.clone(), samples, trials, seed);
  }

  /**
   * This plan with another number of samples.
   *
   * @param n samples per trial, at least 2
   * @return a changed copy
   * @throws IllegalArgumentException if n &lt; 2, or the task has fewer, as data may
   */
  public Sweep withSamples(int n) {
    return new Sweep(task, estimators, axis, values, n, trials, seed);
  }

  /**
   * This plan with another number of trials.
   *
   * @param newTrials repetitions with fresh samples, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if trials &lt; 1, or there are more than 1000000 cells
   */
  public Sweep withTrials(int newTrials) {
    return new Sweep(task, estimators, axis, values, samples, newTrials, seed);
  }

  /**
   * This plan with another seed.
   *
   * @param newSeed what all samples are drawn from
   * @return a changed copy
   */
  public Sweep withSeed(Seed newSeed) {
    Objects.requireNonNull(newSeed, "newSeed");
    return new Sweep(task, estimators, axis, values, samples, trials, newSeed);
  }

  private void check() {
    if (estimators.isEmpty()) {
      throw new IllegalArgumentException("a sweep needs at least 1 estimator: none is given");
    }
    Set<String> labels = new HashSet<>();
    for (MutualInformationEstimator estimator : estimators) {
      if (!labels.add(estimator.toString())) {
        throw new IllegalArgumentException(
            "two estimators have the label \"" + estimator + "\": give one of them another label");
      }
    }
    Check.between("samples", samples, 2, Integer.MAX_VALUE);
    Check.between("trials", trials, 1, Integer.MAX_VALUE);
    if (values.length == 0) {
      throw new IllegalArgumentException("a sweep of " + axis + " needs at least 1 value");
    }
    checkCells();
    Set<Double> seen = new HashSet<>();
    for (double value : values) {
      if (!seen.add(value)) {
        throw new IllegalArgumentException(
            "a sweep of " + axis + " has the value " + value + " twice");
      }
    }
    estimators.forEach(this::checkAxis);
  }

  private void checkCells() {
    long cells = (long) estimators.size() * values.length;
    if (cells > MAX_CELLS || cells * trials > MAX_CELLS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "estimators x values x trials must be <= %d: %d x %d x %d",
              MAX_CELLS,
              estimators.size(),
              values.length,
              trials));
    }
  }

  /** What applies at no value is a mistake in the plan, not a failed cell. */
  private void checkAxis(MutualInformationEstimator estimator) {
    IllegalArgumentException first = null;
    for (double value : values) {
      try {
        axis.apply(Setting.of(this, estimator), value).requireSamples();
        return;
      } catch (IllegalArgumentException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /**
   * Where samples come from.
   *
   * @return the task
   */
  public Task task() {
    return task;
  }

  /**
   * The label of the task for titles: without the parameter that the axis varies.
   *
   * @return the label
   */
  public String taskLabel() {
    return axis.parameter().map(task::labelWithout).orElseGet(task::toString);
  }

  /**
   * What estimates.
   *
   * @return the estimators, in the order of tables and legends
   */
  public List<MutualInformationEstimator> estimators() {
    return estimators;
  }

  /**
   * What is swept.
   *
   * @return the axis
   */
  public Axis axis() {
    return axis;
  }

  /**
   * The swept values.
   *
   * @return a copy, in the order of the plan
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * The number of samples per trial.
   *
   * @return n, unless the axis sets it
   */
  public int samples() {
    return samples;
  }

  /**
   * The number of trials.
   *
   * @return repetitions with fresh samples
   */
  public int trials() {
    return trials;
  }

  /**
   * The seed.
   *
   * @return what all samples are drawn from
   */
  public Seed seed() {
    return seed;
  }

  /**
   * The number of cells.
   *
   * @return estimators by values by trials
   */
  public int cells() {
    return estimators.size() * values.length * trials;
  }

  /**
   * Runs the plan on all processors.
   *
   * @return one row per cell; a cell whose input does not suit its estimator is a row with the
   *     reason
   * @throws SweepInterruptedException if the calling thread is interrupted; it carries the finished
   *     rows
   */
  public SweepTable run() {
    return run(RunOptions.withDefaults());
  }

  /**
   * Runs the plan on all processors.
   *
   * @param progress receives the progress of the sweep
   * @return as {@link #run()}
   * @throws SweepInterruptedException as {@link #run()}
   */
  public SweepTable run(Progress progress) {
    Objects.requireNonNull(progress, "progress");
    return run(RunOptions.withDefaults().withProgress(progress));
  }

  /**
   * Runs the plan elsewhere, such as on a cluster.
   *
   * @param runner where cells are worked on
   * @return as {@link #run()}, but for the seconds with the same rows
   * @throws SweepInterruptedException as {@link #run()}
   * @throws IllegalArgumentException if the runner cannot do these cells; the message says why
   */
  public SweepTable run(CellRunner runner) {
    Objects.requireNonNull(runner, "runner");
    return run(RunOptions.withDefaults().withRunner(runner));
  }

  /**
   * Runs the plan.
   *
   * @param options threads or another runner, progress and checkpoint
   * @return as {@link #run()}
   * @throws SweepInterruptedException as {@link #run()}
   * @throws IllegalArgumentException if the checkpoint belongs to another plan (the message names
   *     the options that differ), is in use by another run, is no checkpoint or has a damaged
   *     header, or if the plan has no {@link #identity()} to keep rows under
   * @throws java.io.UncheckedIOException if the checkpoint cannot be read or written
   */
  public SweepTable run(RunOptions options) {
    Objects.requireNonNull(options, "options");
    return SweepRun.of(this, options);
  }

  /**
   * The cells of this sweep, for plans that consist of several.
   *
   * @return a plan whose rows are those of the table, in the order of work trial by trial
   */
  public Plan<SweepRow> plan() {
    return new SweepCells(this);
  }

  /**
   * What a row of this plan depends on beside its value, estimator and trial: task, estimators,
   * axis, values, samples and seed, by their data and parameters. The number of trials does not
   * belong to it: a plan with more trials has the same rows and others.
   *
   * @return the identity, by which a checkpoint is known to be this plan's
   * @throws IllegalArgumentException if the task or an estimator is a lambda or holds one, and has
   *     no name that {@linkplain Task#identifiedBy identifies} it
   */
  public PlanIdentity identity() {
    return SweepIdentity.of(this);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, estimators %s, %d samples, %d trials, seed %s, task %s",
        Double.isNaN(values[0]) ? "trials alone" : "sweep of " + axis + " over " + shownValues(),
        estimators,
        samples,
        trials,
        seed,
        task);
  }

  private String shownValues() {
    return values.length <= MAX_SHOWN
        ? Arrays.toString(values)
        : values.length + " values from " + values[0] + " to " + values[values.length - 1];
  }
}
