package io.github.miscope.benchmark;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.internal.check.Check;
import io.github.miscope.plan.Progress;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Seed;
import io.github.miscope.sweep.Sweep;
import java.util.List;
import java.util.Objects;

/**
 * The plan of a benchmark: the tasks of a suite by estimators by trials. It consists of a {@link
 * Sweep} of trials for each task, and is run as one plan: with progress, a checkpoint, threads or a
 * cluster. Immutable.
 *
 * <p>Each task has a seed of its own, derived from the benchmark's by the task's name: its rows do
 * not depend on what else is in the suite.
 */
public final class Benchmark {

  private static final int MAX_CELLS = 1_000_000;

  private final Suite suite;
  private final List<MutualInformationEstimator> estimators;
  private final Seed seed;

  private Benchmark(Suite suite, List<MutualInformationEstimator> estimators, Seed seed) {
    this.suite = suite;
    this.seed = seed;
    List<Sweep> sweeps = suite.tasks().stream().map(task -> sweep(task, estimators, seed)).toList();
    // Lambdas have got labels by now.
    this.estimators = sweeps.get(0).estimators();
    Check.between(
        "tasks x estimators x trials", sweeps.stream().mapToLong(Sweep::cells).sum(), 1, MAX_CELLS);
  }

  private static Sweep sweep(
      SuiteTask task, List<? extends MutualInformationEstimator> estimators, Seed seed) {
    return Sweep.of(task.task(), estimators)
        .withSamples(task.samples())
        .withTrials(task.trials())
        .withSeed(seed.derive(task.name()));
  }

  /**
   * A benchmark with seed 0.
   *
   * @param suite the tasks
   * @param estimators what is compared; their labels must differ
   * @return the plan
   * @throws IllegalArgumentException if there is no estimator, two share a label, a task has fewer
   *     samples than are wanted, or there are more than 1000000 cells
   */
  public static Benchmark of(Suite suite, MutualInformationEstimator... estimators) {
    Objects.requireNonNull(suite, "suite");
    Check.elements("estimators", estimators);
    return of(suite, List.of(estimators));
  }

  /**
   * A benchmark with seed 0.
   *
   * @param suite the tasks
   * @param estimators what is compared; their labels must differ
   * @return the plan
   * @throws IllegalArgumentException if there is no estimator, two share a label, a task has fewer
   *     samples than are wanted, or there are more than 1000000 cells
   */
  public static Benchmark of(Suite suite, List<? extends MutualInformationEstimator> estimators) {
    Objects.requireNonNull(suite, "suite");
    return new Benchmark(suite, Check.copy("estimators", estimators), Seed.of(0));
  }

  /**
   * This plan with another seed.
   *
   * @param newSeed what all samples are drawn from
   * @return a changed copy
   */
  public Benchmark withSeed(Seed newSeed) {
    Objects.requireNonNull(newSeed, "newSeed");
    return new Benchmark(suite, estimators, newSeed);
  }

  /**
   * The tasks.
   *
   * @return the suite
   */
  public Suite suite() {
    return suite;
  }

  /**
   * What is compared.
   *
   * @return the estimators, in the order of the plan
   */
  public List<MutualInformationEstimator> estimators() {
    return estimators;
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
   * The trials of each task, as a plan of their own.
   *
   * @return a sweep per task, in the order of the suite; what it gives are the rows of the
   *     benchmark
   */
  public List<Sweep> sweeps() {
    return suite.tasks().stream().map(task -> sweep(task, estimators, seed)).toList();
  }

  /**
   * The number of cells.
   *
   * @return estimators by trials of all tasks
   */
  public int cells() {
    return estimators.size() * suite.tasks().stream().mapToInt(SuiteTask::trials).sum();
  }

  /**
   * Runs the plan on all processors.
   *
   * @return one row per cell; a cell whose samples do not suit its estimator is a row with the
   *     reason
   * @throws BenchmarkInterruptedException if the calling thread is interrupted; it carries the
   *     finished rows
   */
  public BenchmarkTable run() {
    return run(RunOptions.withDefaults());
  }

  /**
   * Runs the plan on all processors.
   *
   * @param progress receives the progress
   * @return as {@link #run()}
   * @throws BenchmarkInterruptedException as {@link #run()}
   */
  public BenchmarkTable run(Progress progress) {
    Objects.requireNonNull(progress, "progress");
    return run(RunOptions.withDefaults().withProgress(progress));
  }

  /**
   * Runs the plan.
   *
   * @param options threads or another runner, progress and checkpoint
   * @return as {@link #run()}
   * @throws BenchmarkInterruptedException as {@link #run()}
   * @throws IllegalArgumentException if the checkpoint belongs to another plan, is in use or
   *     damaged, or if the plan has no {@link #identity()} to keep rows under
   * @throws java.io.UncheckedIOException if the checkpoint cannot be read or written
   */
  public BenchmarkTable run(RunOptions options) {
    Objects.requireNonNull(options, "options");
    return BenchmarkRun.of(this, options);
  }

  /**
   * What a row of this plan depends on beside its task, estimator and trial: tasks with their
   * numbers of samples, estimators and seed. The number of trials does not belong to it.
   *
   * @return the identity, by which a checkpoint is known to be this plan's
   * @throws IllegalArgumentException if a task or an estimator is a lambda or holds one, and has no
   *     name that {@linkplain MutualInformationEstimator#identifiedBy identifies} it
   */
  public PlanIdentity identity() {
    return new BenchmarkCells(this).identity();
  }

  @Override
  public String toString() {
    return "benchmark " + suite + ", estimators " + estimators + ", seed " + seed;
  }
}
