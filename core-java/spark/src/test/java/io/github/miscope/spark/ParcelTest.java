package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.benchmark.Benchmark;
import io.github.miscope.benchmark.Suite;
import io.github.miscope.benchmark.SuiteTask;
import io.github.miscope.benchmark.Suites;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.inference.Inference;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.spark.internal.Parcel;
import io.github.miscope.sweep.Axis;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepRow;
import io.github.miscope.task.BeyondNormal;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.DataSource;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Task;
import io.github.miscope.task.Tasks;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever plans are made of arrives as it was. */
class ParcelTest {

  private static final Samples SAMPLES = Tasks.correlatedGaussians(1, 0.6).sample(60, Seed.of(3));

  @SuppressWarnings("unchecked") // the same type arrives
  private static <T> T sent(T object) {
    return (T) Parcel.unpack(Parcel.pack(object), "");
  }

  @Test
  void presetsGiveTheSameEstimates() throws Exception {
    List<MutualInformationEstimator> presets = new ArrayList<>();
    for (Method method : Presets.class.getMethods()) {
      if (Modifier.isStatic(method.getModifiers())
          && method.getParameterCount() == 0
          && MutualInformationEstimator.class.isAssignableFrom(method.getReturnType())) {
        presets.add((MutualInformationEstimator) method.invoke(null));
      }
    }
    assertTrue(presets.size() > 12, presets.toString());
    presets.add(Presets.binnedMi(4));
    presets.add(Inference.of(Presets.ksg()).withInterval(0.9).withPValue(9));
    for (MutualInformationEstimator preset : presets) {
      MutualInformationEstimator there = sent(preset);
      assertEquals(preset.toString(), there.toString());
      assertEquals(outcome(preset), outcome(there), preset.toString());
    }
  }

  /** The bits of the estimate, or why there is none. */
  private static String outcome(MutualInformationEstimator estimator) {
    try {
      Estimate estimate = estimator.estimate(SAMPLES);
      assertEquals(estimate.toString(), sent(estimate).toString());
      return Double.doubleToRawLongBits(estimate.nats()) + " " + estimate;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  @Test
  void tasksDrawTheSameSamples() {
    List<Task> tasks =
        new ArrayList<>(
            List.of(
                Tasks.correlatedGaussians(3, 0.5),
                Tasks.correlatedGaussians(3, 0.1, 0.5),
                Tasks.correlatedGaussiansWithInformation(2, 0.7),
                Tasks.product(Tasks.correlatedGaussians(1, 0.5), BeyondNormal.normal(0.2)),
                Tasks.gaussianImages(4, 0.5),
                Tasks.rectangleImages(4, 0.5),
                Tasks.informationInMinorComponent(0.5, 0.1),
                Tasks.additiveGaussianNoise(2, 0.5),
                Tasks.additiveGaussianNoise(2, 0.5, 0.9),
                Tasks.additiveUniformNoise(2, 0.5),
                Tasks.randomGaussian(2, 1, Seed.of(1)),
                Tasks.randomGaussian(2, 2),
                new DataSource(SAMPLES)));
    tasks.addAll(BeyondNormal.published());
    List<Bijection> maps =
        List.of(
            Bijection.identity(),
            Bijection.scale(3),
            Bijection.affine(new double[][] {{1, 2}, {0, 1}}, 1, 2),
            Bijection.randmat(),
            Bijection.randomRotation(),
            Bijection.cube(),
            Bijection.sigmoid(),
            Bijection.asinh(),
            Bijection.normalCdf(),
            Bijection.halfCube(),
            Bijection.spiral(0, 1, 0.5));
    maps.forEach(map -> tasks.add(Tasks.correlatedGaussians(2, 0.4).mapX(map)));
    List<Embedding> embeddings =
        List.of(
            Embedding.duplicateSelf(2),
            Embedding.duplicateNoise(2, 0.2),
            Embedding.randomNetwork(4));
    tasks.add(Tasks.correlatedGaussians(1, 0.4).mapX(Embedding.bentSurface()));
    embeddings.forEach(map -> tasks.add(Tasks.correlatedGaussians(2, 0.4).mapX(map)));
    for (Task task : tasks) {
      Task there = sent(task);
      assertEquals(task.toString(), there.toString());
      assertEquals(drawn(task), drawn(there), task.toString());
    }
  }

  /** Without their information, which takes long to compute. */
  @Test
  void tasksOfComputedInformationDrawTheSameSamples() {
    List<Task> mixtures = new ArrayList<>(BeyondNormal.tasks());
    mixtures.add(BeyondNormal.ai());
    mixtures.add(BeyondNormal.waves(12, 5, 3));
    for (Task task : mixtures) {
      Task there = sent(task);
      assertEquals(task.toString(), there.toString());
      assertEquals(values(task), values(there), task.toString());
    }
    for (SuiteTask task : Suites.ourHeldOut().tasks()) {
      assertEquals(values(task.task()), values(sent(task.task())), task.name());
    }
  }

  private static String drawn(Task task) {
    return values(task) + task.source(Seed.of(1)).knownMutualInformation();
  }

  private static String values(Task task) {
    Samples samples = task.source(Seed.of(1)).sample(20, Seed.of(2));
    return Arrays.deepToString(samples.x().columns()) + Arrays.deepToString(samples.y().columns());
  }

  @Test
  void axesHaveTheSameEffect() {
    Sweep plan = Sweep.of(Tasks.correlatedGaussians(2, 0.5), Presets.ksg()).withTrials(1);
    for (Sweep sweep :
        List.of(
            plan,
            plan.over(Axis.scaleX(), 2),
            plan.over(Axis.scaleY(), 2),
            plan.over(Axis.dimension(), 2),
            plan.over(Axis.samples(), 50),
            plan.over(Axis.noiseDimensions(0.2), 0, 2),
            plan.over(Axis.duplicates(), 2),
            plan.over(Axis.correlation(), 0.3),
            plan.over(Axis.information(), 0.3),
            plan.over(Axis.neighbours(), 5),
            Sweep.of(Tasks.additiveGaussianNoise(1, 1), Presets.ksg()).over(Axis.snr(), 2),
            Sweep.of(Tasks.additiveGaussianNoise(1, 1), Presets.ksg())
                .over(Axis.snrDecibels(), 2))) {
      Sweep small = sweep.withSamples(40).withTrials(1);
      assertEquals(Plans.timeless(small.run()), Plans.timeless(sent(small).run()));
      assertEquals(small.identity(), sent(small).identity());
    }
  }

  /** A benchmark travels as what its tasks and estimators are. */
  @Test
  void benchmarksGiveTheSameRows() {
    Suite suite = Suites.beyondNormal().withSamples(30).withTrials(1);
    Benchmark plan = Benchmark.of(suite, Presets.ksg()).withSeed(Seed.of(3));
    Benchmark there = sent(plan);
    assertEquals(plan.identity(), there.identity());
    assertEquals(
        plan.run().rows().stream().map(SweepRow::nats).toList(),
        there.run().rows().stream().map(SweepRow::nats).toList());
  }

  private record Parts(
      Optional<String> some,
      Optional<String> none,
      OptionalDouble value,
      OptionalInt no,
      OptionalLong whole,
      @Nullable Object nothing,
      List<Object> list,
      double odd) {}

  @Test
  void partsArriveWithTheirBits() {
    Parts parts =
        new Parts(
            Optional.of("a"),
            Optional.empty(),
            OptionalDouble.of(-0.0),
            OptionalInt.empty(),
            OptionalLong.of(1L << 40),
            null,
            List.of(Set.of(1), Seed.of(3)),
            -Double.MIN_VALUE);
    Parts there = sent(parts);
    assertEquals(parts, there);
    assertEquals(1L << 63 | 1, Double.doubleToRawLongBits(there.odd()));
    SweepRow row =
        new SweepRow("t", "e", "p", 1, 2, 1, 1, 0, 5, Double.NaN, 0.1, 0.2, List.of("w"), null);
    assertEquals(row, sent(row));
  }
}
