package io.github.miscope.task;

import static io.github.miscope.task.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every task. */
class SamplingContractTest {

  private static final Seed SEED = Seed.of(42);

  static List<Task> tasks() {
    double[][] s = {{4, 1, -1.5}, {1, 0.5, 0.2}, {-1.5, 0.2, 3}};
    Sampler pairs = Tasks.correlatedGaussians(2, 0.6);
    return List.of(
        pairs,
        Tasks.correlatedGaussians(3, 0.2, 0.9),
        Tasks.correlatedGaussiansWithInformation(4, 2),
        Tasks.correlatedGaussiansWithInformation(3, 1, 0.5),
        Tasks.product(pairs, Tasks.informationInMinorComponent(1, 0.1)),
        Tasks.gaussianImages(4, 1),
        Tasks.rectangleImages(4, 1),
        Tasks.correlatedGaussiansWithInformation(1, 1)
            .map(Embedding.bentSurface(), Embedding.randomNetwork(7)),
        Tasks.additiveGaussianNoise(2, 0.5),
        Tasks.additiveGaussianNoise(2, 0.5, 3),
        Tasks.additiveUniformNoise(2, 0.75),
        Tasks.gaussian(s, 2),
        Tasks.randomGaussian(3, 2, Seed.of(1)),
        Tasks.randomGaussian(3, 2),
        Tasks.randomFactorGaussian(3, 2, Seed.of(1)),
        Tasks.randomFactorGaussian(3, 2),
        Tasks.independentCopies(Tasks.correlatedGaussians(1, 0.2, 0.9), 3),
        pairs.mapX(Bijection.cube().then(Bijection.randmat())),
        pairs.map(Embedding.duplicateSelf(3), Embedding.duplicateNoise(2, 0.2)),
        Tasks.correlatedGaussians(2, 0.2, 0.9).mapY(Bijection.randmat()),
        BeyondNormal.student(2, 1, 3),
        BeyondNormal.x(0.9),
        BeyondNormal.bimodal(0.5),
        BeyondNormal.spiral(BeyondNormal.dense(2, 3, 0.5)));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void equalSeedsGiveEqualBits(Task task) {
    Samples once = task.source(SEED).sample(100, SEED);
    assertEquals(once, task.source(SEED).sample(100, SEED));
    assertNotEquals(once, task.source(SEED).sample(100, Seed.of(43)));
    assertEquals(100, once.n());
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theFirstRowsDoNotDependOnHowManyFollow(Task task) {
    Samples some = task.source(SEED).sample(100, SEED);
    Samples more = task.source(SEED).sample(1000, SEED);
    assertEquals(some, more.rows(IntStream.range(0, 100).toArray()));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void needsTwoObservations(Task task) {
    refuses("n must be >= 2: n=1", () -> task.source(SEED).sample(1, SEED));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void knowsItsInformationAndShape(Task task) {
    Sampler sampler = (Sampler) task.source(SEED);
    Samples samples = sampler.sample(10, SEED);
    assertEquals(sampler.mutualInformation(), sampler.knownMutualInformation().orElseThrow());
    assertEquals(sampler.dX(), samples.dX());
    assertEquals(sampler.dY(), samples.dY());
    assertEquals(sampler, sampler.source(Seed.of(9)));
  }

  /** More dimensions leave the columns there were as they are; other noise leaves X as it is. */
  @Test
  void columnsDoNotDependOnOtherParameters() {
    for (Sampler sampler :
        List.of(
            Tasks.correlatedGaussians(2, 0.6),
            Tasks.additiveGaussianNoise(2, 0.5),
            Tasks.additiveUniformNoise(2, 0.5))) {
      Samples samples = sampler.sample(50, SEED);
      Samples wider = sampler.withDimension(5).sample(50, SEED);
      Variable quieter = sampler.withSignalToNoise(100).sample(50, SEED).x();
      assertEquals(samples.x(), quieter);
      for (int j = 0; j < 2; j++) {
        assertArrayEquals(samples.x().column(j), wider.x().column(j));
        assertArrayEquals(samples.y().column(j), wider.y().column(j));
      }
    }
  }

  @Test
  void xOfAGaussianDoesNotDependOnY() {
    double[][] s = {{4, 1, -1.5}, {1, 0.5, 0.2}, {-1.5, 0.2, 3}};
    double[][] other = {{4, 1, 0, 0}, {1, 0.5, 0, 0}, {0, 0, 7, 1}, {0, 0, 1, 2}};
    assertEquals(
        Tasks.gaussian(s, 2).sample(50, SEED).x(), Tasks.gaussian(other, 2).sample(50, SEED).x());
  }

  @Test
  void randomParametersAreThoseOfTheTrial() {
    Task task = Tasks.correlatedGaussians(3, 0.2, 0.9);
    double low = 1;
    double high = 0;
    for (int trial = 0; trial < 1000; trial++) {
      var pairs = (CorrelatedGaussians) task.source(SEED.derive("trial", trial));
      assertEquals(pairs, task.source(SEED.derive("trial", trial)));
      low = Math.min(low, pairs.rho());
      high = Math.max(high, pairs.rho());
    }
    // All 1000 miss the lowest (or highest) 2% with probability 0.98^1000 = 2e-9.
    assertEquals(0.2, low, 0.014);
    assertEquals(0.9, high, 0.014);
    assertEquals(true, low >= 0.2 && high <= 0.9);
  }

  @Test
  void randomParametersDoNotDependOnTheDimension() {
    Seed trial = SEED.derive("trial", 3);
    assertEquals(
        Tasks.correlatedGaussians(7, 0.2, 0.9).source(trial),
        Tasks.correlatedGaussians(3, 0.2, 0.9).withDimension(7).source(trial));
    assertEquals(
        ((AdditiveGaussianNoise) Tasks.additiveGaussianNoise(7, 0.2, 0.9).source(trial)).sigma(),
        ((AdditiveGaussianNoise) Tasks.additiveGaussianNoise(1, 0.2, 0.9).source(trial)).sigma());
    assertEquals(
        new AdditiveGaussianNoise(2, 0.5), Tasks.additiveGaussianNoise(2, 0.5, 0.5).source(trial));
  }

  @Test
  void variedParametersLandWhereTheyBelong() {
    assertEquals(
        new CorrelatedGaussians(3, 0.9),
        Tasks.correlatedGaussians(3, 0.1, 0.2).withCorrelation(0.9));
    assertEquals(
        new AdditiveGaussianNoise(3, 0.5),
        Tasks.additiveGaussianNoise(3, 1, 2).withSignalToNoise(4));
    assertEquals(
        new AdditiveUniformNoise(3, 0.5), Tasks.additiveUniformNoise(3, 1).withSignalToNoise(4));
    assertEquals(
        0.6, 1 / Math.hypot(1, Tasks.additiveUniformNoise(3, 1).withCorrelation(0.6).a()), 1e-15);
    assertEquals(
        -Math.sqrt(0.8), Tasks.correlatedGaussians(3, -0.1).withSignalToNoise(4).rho(), 1e-15);
    assertEquals(
        Tasks.randomGaussian(4, 4, Seed.of(1)),
        Tasks.randomGaussian(3, 2, Seed.of(1)).withDimension(4));
    assertEquals(Tasks.randomGaussian(4, 4), Tasks.randomGaussian(3, 2).withDimension(4));
  }

  @Test
  void labels() {
    assertEquals(
        List.of(
            "correlatedGaussians(d = 2, rho = 0.6)",
            "correlatedGaussians(d = 3, rho = 0.2 to 0.9)",
            "correlatedGaussians(d = 4, MI = 2 nats)",
            "correlatedGaussians(dX = 3, dY = 1, MI = 0.5 nats)",
            "correlatedGaussians(d = 2, rho = 0.6) and informationInMinorComponent(MI = 1 nats,"
                + " variance = 0.1)",
            "correlatedGaussians(d = 2, MI = 1 nats), x and y: randomRotation then gaussianImages(4)",
            "correlatedGaussians(d = 4, MI = 1 nats), x and y: randomRotation then rectangleImages(4)",
            "correlatedGaussians(d = 1, MI = 1 nats), x: bentSurface, y: randomNetwork(7)",
            "additiveGaussianNoise(d = 2, sigma = 0.5)",
            "additiveGaussianNoise(d = 2, sigma = 0.5 to 3)",
            "additiveUniformNoise(d = 2, a = 0.75)",
            "gaussian(dX = 2, dY = 1)",
            "randomGaussian(dX = 3, dY = 2, seed = 1)",
            "randomGaussian(dX = 3, dY = 2)",
            "randomFactorGaussian(dX = 3, dY = 2, seed = 1)",
            "randomFactorGaussian(dX = 3, dY = 2)",
            "3 x correlatedGaussians(d = 1, rho = 0.2 to 0.9)",
            "correlatedGaussians(d = 2, rho = 0.6), x: cube then randmat",
            "correlatedGaussians(d = 2, rho = 0.6), x: duplicateSelf(3), y: duplicateNoise(2, 0.2)",
            "correlatedGaussians(d = 2, rho = 0.2 to 0.9), y: randmat",
            "student(dX = 2, dY = 1, dof = 3)",
            "gaussianMixture(dX = 1, dY = 1, components = 2)",
            "correlatedGaussians(d = 1, rho = 0.5), x: bimodal(0.3 at 0, 0.7 at 5), y: bimodal(0.5"
                + " at -1, 0.5 at 3)",
            "gaussian(dX = 2, dY = 3), x: spiral(0, 1, speed = 0.5), y: spiral(1, 2, speed ="
                + " 0.3333333333333333)"),
        tasks().stream().map(Object::toString).toList());
  }

  @Test
  void refusesParametersOutOfRange() {
    refuses("d must be >= 1: d=0", () -> Tasks.correlatedGaussians(0, 0.5));
    refuses("rho must be in (-1, 1): rho=1.0", () -> Tasks.correlatedGaussians(1, 1));
    refuses("rho must be in (-1, 1): rho=NaN", () -> Tasks.correlatedGaussians(1, Double.NaN));
    refuses(
        "rhoHigh must be in (-1, 1): rhoHigh=1.5", () -> Tasks.correlatedGaussians(1, 0.5, 1.5));
    refuses(
        "rhoLow must be <= rhoHigh: rhoLow=0.5, rhoHigh=0.4",
        () -> Tasks.correlatedGaussians(1, 0.5, 0.4));
    refuses(
        "nats must be finite and not negative: nats=-1.0",
        () -> Tasks.correlatedGaussiansWithInformation(1, -1));
    refuses(
        "nats must be at most about 18 per dimension, or rho rounds to 1: nats=40.0, d=2",
        () -> Tasks.correlatedGaussiansWithInformation(2, 40));
    refuses(
        "sigma must be positive and finite: sigma=0.0", () -> Tasks.additiveGaussianNoise(1, 0));
    refuses(
        "sigma must be at least 1.0E-10, or rounding loses the noise: sigma=1.0E-11",
        () -> Tasks.additiveGaussianNoise(1, 1e-11));
    refuses("a must be positive and finite: a=NaN", () -> Tasks.additiveUniformNoise(1, 0.0 / 0));
    refuses(
        "rho must be in (0, 1) for a sum of signal and noise: rho=-0.5",
        () -> Tasks.additiveGaussianNoise(1, 1).withCorrelation(-0.5));
    refuses(
        "signal-to-noise ratio must be positive and finite: signal-to-noise ratio=0.0",
        () -> Tasks.correlatedGaussians(1, 0.5).withSignalToNoise(0));
    refuses("dY must be >= 1: dY=0", () -> Tasks.randomGaussian(1, 0));
  }

  @Test
  void refusesToVaryWhatItHasNot() {
    double[][] s = {{1, 0}, {0, 1}};
    refuses(
        "the task gaussian(dX = 1, dY = 1) has no dimension to vary",
        () -> Tasks.gaussian(s, 1).withDimension(2));
    refuses(
        "the task randomGaussian(dX = 1, dY = 1) has no correlation to vary",
        () -> Tasks.randomGaussian(1, 1).withCorrelation(0.5));
    refuses(
        "the task correlatedGaussians(d = 2, MI = 1 nats) has no signal-to-noise ratio to vary",
        () -> Tasks.correlatedGaussiansWithInformation(2, 1).withSignalToNoise(2));
  }
}
