package io.github.miscope.sweep;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.plan.CellFailure;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Source;
import java.util.List;

/**
 * One cell of a sweep: one estimator at one value in one trial.
 *
 * @param sweep the plan
 * @param estimator index of the estimator
 * @param value index of the swept value
 * @param trial the trial
 */
record Cell(Sweep sweep, int estimator, int value, int trial) {

  /** The position of the cell's row in the table. */
  int index() {
    return (estimator * sweep.values().length + value) * sweep.trials() + trial;
  }

  static Seed seed(Sweep sweep, int trial) {
    return sweep.seed().derive("trial", trial);
  }

  static Source source(Setting setting, Seed trial) {
    return setting.task().source(trial.derive("task"));
  }

  static Seed sampleSeed(Seed trial) {
    return trial.derive("samples");
  }

  /**
   * Computes the row. Input that does not suit is a row with the reason; anything else that goes
   * wrong is a bug, and is thrown.
   */
  SweepRow compute() {
    MutualInformationEstimator planned = sweep.estimators().get(estimator);
    double swept = sweep.values()[value];
    Seed seed = seed(sweep, trial);
    int n = sweep.samples();
    Samples samples = null;
    double truth = Double.NaN;
    double nats = Double.NaN;
    List<String> warnings = List.of();
    String failure = null;
    long start = System.nanoTime();
    try {
      Setting setting = sweep.axis().apply(Setting.of(sweep, planned), swept);
      n = setting.samples();
      Source source = source(setting, seed);
      truth = source.knownMutualInformation().orElse(Double.NaN);
      samples = source.sample(n, sampleSeed(seed));
      start = System.nanoTime();
      Estimate estimate = setting.estimator().estimate(samples);
      nats = estimate.nats();
      warnings = kinds(estimate.warnings());
    } catch (IllegalArgumentException e) {
      failure = CellFailure.reason(e);
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    return new SweepRow(
        sweep.task().toString(),
        planned.toString(),
        sweep.axis().toString(),
        swept,
        n,
        samples == null ? 0 : samples.dX(),
        samples == null ? 0 : samples.dY(),
        trial,
        seed.value(),
        truth,
        nats,
        seconds,
        warnings,
        failure);
  }

  private static List<String> kinds(List<Warning> warnings) {
    return warnings.stream().map(w -> w.kind().tableName()).distinct().toList();
  }
}
