package io.github.miscope.sweep;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** What the rows of a sweep depend on. */
final class SweepIdentity {

  /** Observations that are drawn, and estimated from, where a name stands for code. */
  private static final int DRAWN = 100;

  private static final String TASK = "task";
  private static final String SETTINGS = "settings";

  private final Sweep sweep;
  private final PlanIdentity.Builder identity = PlanIdentity.of("sweep");

  private SweepIdentity(Sweep sweep) {
    this.sweep = sweep;
  }

  static PlanIdentity of(Sweep sweep) {
    return new SweepIdentity(sweep).build();
  }

  private PlanIdentity build() {
    identity.option(TASK, sweep.task().toString(), sweep.task());
    for (MutualInformationEstimator estimator : sweep.estimators()) {
      identity.option(name(estimator), estimator.toString(), estimator);
    }
    identity
        .option("axis", sweep.axis().toString())
        .option("values", values(sweep.values()), sweep.values())
        .option("samples", sweep.samples())
        .option("seed", sweep.seed().toString(), sweep.seed())
        // An axis holds a function. What it does is known at the values that are swept.
        .option(SETTINGS, "those of the axis", settings());
    addWitnesses();
    return identity.build();
  }

  private static String name(MutualInformationEstimator estimator) {
    return "estimator \"" + estimator + "\"";
  }

  private static String values(double[] values) {
    int last = values.length - 1;
    return last == 0
        ? Double.toString(values[0])
        : values.length + " from " + values[0] + " to " + values[last];
  }

  private List<Object> settings() {
    List<Object> settings = new ArrayList<>();
    for (MutualInformationEstimator estimator : sweep.estimators()) {
      for (double value : sweep.values()) {
        settings.add(outcome(() -> setting(estimator, value)));
      }
    }
    return settings;
  }

  private Setting setting(MutualInformationEstimator estimator, double value) {
    return sweep.axis().apply(Setting.of(sweep, estimator), value);
  }

  /**
   * Where names stand for code, what the code makes of the first trial at each value: a name that
   * now stands for other code is most often found out.
   */
  private void addWitnesses() {
    if (identity.isNamed(TASK) || identity.isNamed(SETTINGS)) {
      List<Object> draws = new ArrayList<>();
      for (double value : sweep.values()) {
        draws.add(outcome(() -> draw(setting(sweep.estimators().get(0), value))));
      }
      identity.option("data", "of the first trial", draws);
    }
    for (MutualInformationEstimator estimator : sweep.estimators()) {
      if (identity.isNamed(name(estimator))) {
        identity.option(
            "estimate by " + estimator,
            "of the first trial",
            outcome(() -> estimate(setting(estimator, sweep.values()[0]))));
      }
    }
  }

  private Samples draw(Setting setting) {
    Seed trial = Cell.seed(sweep, 0);
    int n = Math.min(setting.samples(), DRAWN);
    return Cell.source(setting, trial).sample(n, Cell.sampleSeed(trial));
  }

  private double estimate(Setting setting) {
    return setting.estimator().estimate(draw(setting)).nats();
  }

  /** What is made, or the kind of failure: the cell itself will tell of that. */
  private static Object outcome(Supplier<Object> made) {
    try {
      return made.get();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      return e.getClass();
    }
  }
}
