package io.github.miscope.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Source;
import io.github.miscope.task.Task;
import io.github.miscope.task.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plan calls its task and its estimators. */
class SweepPlanTest {

  private static Sweep sweepOf(Task task) {
    return Sweep.of(task, Presets.ksg()).withSamples(50).withTrials(1);
  }

  @Test
  void theLabelLeavesOutWhatIsSwept() {
    Task gaussians = Tasks.correlatedGaussians(2, 0.6);
    assertEquals("correlatedGaussians(d = 2, rho = 0.6)", sweepOf(gaussians).taskLabel());
    assertEquals(
        "correlatedGaussians(d = 2, rho = 0.6)",
        sweepOf(gaussians).over(Axis.scaleX(), 1, 2).taskLabel());
    assertEquals(
        "correlatedGaussians(d = 2)",
        sweepOf(gaussians).over(Axis.correlation(), 0, 0.5).taskLabel());
    assertEquals(
        "correlatedGaussians(d = 2)", sweepOf(gaussians).over(Axis.snr(), 0.5, 1).taskLabel());
    assertEquals(
        "correlatedGaussians(rho = 0.6)",
        sweepOf(gaussians).over(Axis.dimension(), 1, 9).taskLabel());
    assertEquals(
        "additiveGaussianNoise(d = 3), x: cube",
        sweepOf(Tasks.additiveGaussianNoise(3, 0.5).mapX(Bijection.cube()))
            .over(Axis.snrDecibels(), 0, 10)
            .taskLabel());
    assertEquals(
        "additiveUniformNoise(a = 0.5)",
        sweepOf(Tasks.additiveUniformNoise(1, 0.5)).over(Axis.dimension(), 1, 2).taskLabel());
    assertEquals(
        "correlatedGaussians(rho = 0.1 to 0.9), x: cube",
        sweepOf(Tasks.correlatedGaussians(2, 0.1, 0.9).mapX(Bijection.cube()))
            .over(Axis.dimension(), 1, 2)
            .taskLabel());
    assertEquals(
        "correlatedGaussians(MI = 1 nats)",
        sweepOf(Tasks.correlatedGaussiansWithInformation(2, 1))
            .over(Axis.dimension(), 1, 2)
            .taskLabel());
    assertEquals(
        "randomGaussian(seed = 7)",
        sweepOf(Tasks.randomGaussian(2, 3, Seed.of(7))).over(Axis.dimension(), 1, 2).taskLabel());
    assertEquals(
        "randomGaussian()",
        sweepOf(Tasks.randomGaussian(2, 3)).over(Axis.dimension(), 1, 2).taskLabel());
  }

  @Test
  void whatHasNoNameGetsAReadableOne() {
    MutualInformationEstimator first = samples -> Presets.ksg().estimate(samples);
    MutualInformationEstimator second = samples -> Presets.ksg().estimate(samples);
    class Mine implements MutualInformationEstimator {
      @Override
      public io.github.miscope.estimator.Estimate estimate(Samples samples) {
        return Presets.ksg().estimate(samples);
      }
    }
    Task task = seed -> (Source) Tasks.correlatedGaussians(1, 0.5);
    Sweep sweep = Sweep.of(task, first, Presets.ksg(), second, new Mine()).withTrials(1);
    assertEquals(
        List.of("unnamed estimator", "KSG", "unnamed estimator 2", "Mine"),
        sweep.estimators().stream().map(Object::toString).toList());
    assertEquals("unnamed task", sweep.taskLabel());
    SweepRow row = sweep.withSamples(50).run().rows().get(0);
    assertEquals("unnamed estimator", row.estimator());
    assertEquals("unnamed task", row.task());
    assertMessage(
        "unnamed estimator has no number of neighbours k to set to 2",
        () -> sweep.over(Axis.neighbours(), 2).run());
  }

  @Test
  void functionsBecomeEstimatorsAndTasksUnderALabel() {
    MutualInformationEstimator half = MutualInformationEstimator.of("half", samples -> 0.5);
    Task line =
        Tasks.of(
            "line",
            0.25,
            (n, seed) -> {
              double[] x = seed.generator().doubles(n).toArray();
              return Samples.of(x, x);
            });
    SweepRow row = Sweep.of(line, half).withSamples(20).withTrials(1).run().rows().get(0);
    assertEquals(0.5, row.nats());
    assertEquals("half", row.estimator());
    assertEquals("line", row.task());
    assertEquals(0.25, row.trueNats());
    assertEquals(20, row.n());
    Sweep nan = Sweep.of(line, MutualInformationEstimator.of("nan", samples -> Double.NaN));
    assertEquals(
        "nan gave NaN: an estimate must be finite, in nats",
        nan.withTrials(1).run().rows().get(0).failure());
    assertMessage(
        "the label of an estimator must not be blank",
        () -> MutualInformationEstimator.of(" ", samples -> 0));
    assertMessage(
        "the mutual information of line must be >= 0: nats=-1.0",
        () -> Tasks.of("line", -1, (n, seed) -> Samples.of(new double[n], new double[n])));
    Task two = Tasks.of("two", (n, seed) -> Samples.of(new double[2], new double[2]));
    assertEquals(
        "two drew 2 observations where n=20 were asked for",
        Sweep.of(two, half).withSamples(20).withTrials(1).run().rows().get(0).failure());
  }

  private static void assertMessage(String message, Runnable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, e.getMessage());
  }
}
