package io.github.miscope.task;

import static io.github.miscope.task.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.ScalePaper.Choices;
import io.github.miscope.task.ScalePaper.Range;
import io.github.miscope.task.ScalePaper.Row;
import io.github.miscope.task.ScalePaper.Spread;
import io.github.miscope.task.ScalePaper.Transform;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        OURS.withOrder(
            List.of(Transform.SG, Transform.CB, Transform.RM, Transform.DS, Transform.DN));
    double[] noise = row.task(other).source(Seed.of(1)).sample(100, Seed.of(2)).x().column(10);
    assertTrue(Arrays.stream(noise).anyMatch(v -> v < 0));
  }

  @Test
  void coordinatesShareTheirNoiseOrNot() {
    Row row = new Row(2, 4, 1000, 3, List.of());
    Sampler together = (Sampler) row.task(OURS).source(Seed.of(3));
    assertEquals(3, ((AdditiveGaussianNoise) together).d());
    // Three draws of sigma: the information is not three times that of one of them.
    Sampler own = (Sampler) row.task(OURS.withPerCoordinate(true)).source(Seed.of(3));
    List<Sampler> coordinates = ((ProductSampler) own).factors();
    assertEquals(3, coordinates.stream().map(Sampler::mutualInformation).distinct().count());
  }

  @Test
  void rangesGoByDimensions() {
    Choices choices = OURS.withSigma(Map.of(1, new Range(0.5, 0.5), 4, new Range(2, 2)));
    for (int d : new int[] {1, 3, 4, 9}) {
      double sigma = d < 4 ? 0.5 : 2;
      Sampler source = (Sampler) new Row(2, 1, 100, d, List.of()).task(choices).source(Seed.of(1));
      assertEquals(d / 2.0 * Math.log1p(1 / (sigma * sigma)), source.mutualInformation(), 1e-12);
    }
    choices = OURS.withRho(Map.of(1, new Range(0.6, 0.6)));
    Sampler source = (Sampler) new Row(3, 1, 100, 5, List.of()).task(choices).source(Seed.of(1));
    assertEquals(-2.5 * Math.log(1 - 0.36), source.mutualInformation(), 1e-12);
  }

  /** The middle of each spread, from its definition. */
  @Test
  void spreadsAreUniformInWhatTheySay() {
    Range range = new Range(0.5, 2);
    assertEquals(1.25, Spread.SIGMA.between(range, 0.5), 1e-15);
    assertEquals(1, Spread.LOG_SIGMA.between(range, 0.5), 1e-15);
    assertEquals(Math.sqrt(2.125), Spread.VARIANCE.between(range, 0.5), 1e-15);
    for (Spread spread : Spread.values()) {
      assertEquals(0.5, spread.between(range, 0), 1e-15);
      assertEquals(2, spread.between(range, 1), 1e-15);
      Row row = new Row(2, 4, 1000, 3, List.of());
      Sampler source = (Sampler) row.task(OURS.withSpread(spread)).source(Seed.of(3));
      assertTrue(source.mutualInformation() > 0);
    }
  }

  @Test
  void otherTransforms() {
    Row row = ScalePaper.rows().get(0).withTransforms(List.of(Transform.RM));
    assertEquals("table 2, row 1: rm", row.toString());
    assertEquals(2, row.task(OURS).source(Seed.of(1)).sample(50, Seed.of(2)).dX());
  }

  @Test
  void refusesChoices() {
    refuses(
        "order must have each transform once: order=[RM]",
        () -> OURS.withOrder(List.of(Transform.RM)));
    refuses(
        "sigma must have a range from 1 dimension on: sigma={2=Range[low=0.5, high=2.0]}",
        () -> OURS.withSigma(Map.of(2, new Range(0.5, 2))));
    refuses("low must be <= high: low=2.0, high=1.0", () -> new Range(2, 1));
    refuses("rho must be in (-1, 1): rho=1.0", () -> OURS.withRho(Map.of(1, new Range(0, 1))));
  }

  @Test
  void copiesNeedADistribution() {
    Task data = Tasks.of("noise", (n, seed) -> Tasks.correlatedGaussians(1, 0.5).sample(n, seed));
    refuses(
        "copies need a task of known distribution: task=noise",
        () -> Tasks.independentCopies(data, 2).source(Seed.of(1)));
  }
}
