package io.github.miscope.estimator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.encoded.Projected;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.mixed.ByType;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.preset.TrainedStub;
import io.github.miscope.estimator.scale.RelativeScaleMaximum;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.inference.Inference;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every wrapper answers for what it wraps, for every capability. */
class CapabilityTest {

  private static final Samples SAMPLES = Tasks.correlatedGaussians(2, 0.6).sample(120, Seed.of(1));

  private record Wrapper(String name, UnaryOperator<MutualInformationEstimator> wrap) {}

  private static final List<Wrapper> WRAPPERS =
      List.of(
          new Wrapper("label", base -> new Labelled(base, "label")),
          new Wrapper("scaling", base -> Scaled.of(base, Scaling.local())),
          new Wrapper("inference", base -> Inference.of(base).withInterval(0.9)),
          new Wrapper(
              "label of inference of scaling",
              base ->
                  new Labelled(
                      Inference.of(Scaled.of(base, Scaling.local())).withInterval(0.9), "all")));

  private static final List<MutualInformationEstimator> BASES =
      List.of(
          Presets.ksg(),
          Presets.gaussianMi(),
          Presets.ross(),
          EntropySum.of(Entropies.knnEntropy()),
          EntropySum.of(Entropies.gaussianEntropy()),
          Presets.mesnerShalizi(),
          Presets.auto(),
          Projected.of(Presets.ksg()),
          new TrainedStub(new AtomicInteger()),
          samples -> Presets.ksg().estimate(samples));

  private static final List<Class<?>> FORWARDED =
      List.of(
          NearestNeighbours.class,
          PointwiseEstimator.class,
          TrainedEstimator.class,
          AcceptsLevels.class,
          AdaptiveEstimator.class,
          ChoosesByKind.class);

  @TestFactory
  Stream<DynamicTest> aWrapperCanDoWhatItsBaseCan() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Wrapper wrapper : WRAPPERS) {
      for (MutualInformationEstimator base : BASES) {
        for (Class<?> capability : FORWARDED) {
          tests.add(
              DynamicTest.dynamicTest(
                  wrapper.name() + " of " + base + ": " + capability.getSimpleName(),
                  () ->
                      assertEquals(
                          base.capability(capability).isPresent(),
                          wrapper.wrap().apply(base).capability(capability).isPresent())));
        }
      }
    }
    return tests.stream();
  }

  @Test
  void anotherKIsThatOfTheBaseInTheSameWrapper() {
    for (Wrapper wrapper : WRAPPERS) {
      MutualInformationEstimator wrapped = wrapper.wrap().apply(Presets.ksg());
      NearestNeighbours neighbours = wrapped.capability(NearestNeighbours.class).orElseThrow();
      Estimate expected = wrapper.wrap().apply(Presets.ksg().withK(7)).estimate(SAMPLES);
      assertEquals(expected, neighbours.withK(7).estimate(SAMPLES), wrapper.name());
      assertEquals(
          List.of(expected), neighbours.estimateForKs(SAMPLES, 7), wrapper.name() + ", several k");
    }
  }

  @Test
  void whatHasNoKRefusesOneByName() {
    MutualInformationEstimator scaled = Scaled.of(Presets.gaussianMi(), Scaling.local());
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> NearestNeighbours.withK(scaled, 5));
    assertEquals(scaled + " has no number of neighbours k to set to 5", e.getMessage());
  }

  @Test
  void pointwiseValuesAreThoseOfTheEstimate() {
    for (Wrapper wrapper : WRAPPERS) {
      MutualInformationEstimator wrapped = wrapper.wrap().apply(Presets.ksg());
      PointwiseEstimate values =
          wrapped.capability(PointwiseEstimator.class).orElseThrow().pointwise(SAMPLES);
      assertEquals(wrapped.estimate(SAMPLES), values.estimate(), wrapper.name());
      assertEquals(
          values.estimate().nats(),
          Arrays.stream(values.nats()).average().orElseThrow(),
          1e-12,
          wrapper.name());
    }
  }

  @Test
  void aLabelKeepsPreparationAndRelativeScales() {
    Labelled labelled = new Labelled(Presets.ksg(), "mine");
    assertEquals(
        labelled.estimate(SAMPLES),
        labelled.estimate(labelled.prepareX(SAMPLES.x()), labelled.prepareY(SAMPLES.y())));
    RelativeScaleEstimator scales = labelled.capability(RelativeScaleEstimator.class).orElseThrow();
    RelativeScaleMaximum maximum = RelativeScaleMaximum.of(scales, Scaling.globalLinf());
    assertEquals(
        Presets.ksgGlobalLinf().estimate(SAMPLES).nats(), maximum.estimate(SAMPLES).nats());
    assertArrayEquals(
        Presets.ksg().estimateAt(SAMPLES, 0.5, 2).stream().mapToDouble(Estimate::nats).toArray(),
        scales.estimateAt(SAMPLES, 0.5, 2).stream().mapToDouble(Estimate::nats).toArray());
  }

  @Test
  void aMaximumOverScalesHasAKAndNoPointwiseValues() {
    RelativeScaleMaximum maximum = Presets.ksgGlobalLinf();
    NearestNeighbours neighbours = maximum.capability(NearestNeighbours.class).orElseThrow();
    assertEquals(maximum.withK(5).estimate(SAMPLES), neighbours.withK(5).estimate(SAMPLES));
    assertEquals(List.of(maximum.withK(5).estimate(SAMPLES)), neighbours.estimateForKs(SAMPLES, 5));
    assertEquals(Optional.empty(), maximum.capability(PointwiseEstimator.class));
  }

  @Test
  void whatTrainsStaysTrainableInsideAChoiceByKind() {
    TrainedStub stub = new TrainedStub(new AtomicInteger());
    assertTrue(ByType.of(stub).capability(TrainedEstimator.class).isPresent());
    assertTrue(
        new Labelled(ByType.of(stub), "named").capability(TrainedEstimator.class).isPresent());
    assertFalse(Presets.auto().capability(TrainedEstimator.class).isPresent());
  }
}
