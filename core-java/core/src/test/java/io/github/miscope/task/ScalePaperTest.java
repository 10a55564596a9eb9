package io.github.miscope.task;

import static io.github.miscope.task.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.ScalePaper.Choices;
import io.github.miscope.task.ScalePaper.Row;
import io.github.miscope.task.ScalePaper.Transform;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of the paper's tables as tasks. */
class ScalePaperTest {

  private static final Choices OURS = Choices.withDefaults();

  @Test
  void rowsHaveTheirColumnsAndInformation() {
    for (Row row : ScalePaper.rows()) {
      Sampler sampler = (Sampler) row.task(OURS).source(Seed.of(1));
      int d = row.d();
      d *= row.transforms().contains(Transform.DS) ? 20 : 1;
      d += row.transforms().contains(Transform.DN) ? 20 : 0;
      Samples samples = sampler.sample(50, Seed.of(2));
      assertEquals(d, samples.dX(), row.toString());
      assertEquals(row.d(), samples.dY(), row.toString());
      assertTrue(sampler.mutualInformation() > 0, row.toString());
    }
  }

  @Test
  void columnsOfNoiseAreMappedToo() {
    Row row = new Row(2, 9, 1000, 4, List.of(Transform.SG, Transform.DN));
    Samples samples = row.task(OURS).source(Seed.of(1)).sample(100, Seed.of(2));
    for (double v : samples.x().column(10)) {
      assertTrue(v > 0.2 && v < 0.8, "sigmoid of N(0, 0.2²): " + v);
    }
    Choices other =
        new Choices(
            0.5,
            2,
            0,
            0.9,
            true,
            List.of(Transform.SG, Transform.CB, Transform.RM, Transform.DS, Transform.DN));
    double[] noise = row.task(other).source(Seed.of(1)).sample(100, Seed.of(2)).x().column(10);
    assertTrue(Arrays.stream(noise).anyMatch(v -> v < 0));
  }

  @Test
  void eachCoordinateHasItsOwnNoise() {
    Row row = new Row(2, 4, 1000, 3, List.of());
    // Three draws of sigma: the information is not three times that of one of them.
    Sampler own = (Sampler) row.task(OURS).source(Seed.of(3));
    List<Sampler> coordinates = ((ProductSampler) own).factors();
    assertEquals(3, coordinates.stream().map(Sampler::mutualInformation).distinct().count());
    Choices together = new Choices(0.5, 2, 0, 0.9, false, OURS.order());
    assertEquals(3, ((AdditiveGaussianNoise) row.task(together).source(Seed.of(3))).d());
  }

  @Test
  void refusesAnOrderThatLacksATransform() {
    refuses(
        "order must have each transform once: order=[RM]",
        () -> new Choices(0.5, 2, 0, 0.9, true, List.of(Transform.RM)));
  }

  @Test
  void copiesNeedADistribution() {
    Task data = Tasks.of("noise", (n, seed) -> Tasks.correlatedGaussians(1, 0.5).sample(n, seed));
    refuses(
        "copies need a task of known distribution: task=noise",
        () -> Tasks.independentCopies(data, 2).source(Seed.of(1)));
  }
}
