package io.github.miscope.task;

import static io.github.miscope.task.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Maps after maps, and tasks under maps. */
class CompositionTest {

  private static final Seed SEED = Seed.of(5);
  private static final Sampler PAIRS = Tasks.correlatedGaussians(2, 0.6);
  private static final Variable X = PAIRS.sample(50, SEED).x();

  private static List<InformationPreservingMap> maps() {
    return List.of(
        Bijection.asinh(),
        Bijection.sigmoid(),
        Bijection.randmat(),
        Bijection.scale(-2),
        Embedding.duplicateSelf(2),
        Embedding.duplicateNoise(3, 0.2));
  }

  @Test
  void anyMapFollowsAnyOther() {
    for (InformationPreservingMap f : maps()) {
      for (InformationPreservingMap g : maps()) {
        InformationPreservingMap both = f.then(g);
        Variable mapped = both.apply(X, SEED);
        assertEquals(g.apply(f.apply(X, SEED), SEED.derive("step", 1)), mapped);
        assertEquals(mapped.d(), both.dimension(2));
        assertEquals(f + " then " + g, both.toString());
        assertEquals(f instanceof Bijection && g instanceof Bijection, both instanceof Bijection);
        assertEquals(1.0, PAIRS.mapX(both).mutualInformation() / PAIRS.mutualInformation());
      }
    }
  }

  @Test
  void bracketsDoNotMatter() {
    for (InformationPreservingMap f : maps()) {
      for (InformationPreservingMap g : maps()) {
        for (InformationPreservingMap h : maps()) {
          InformationPreservingMap left = f.then(g).then(h);
          InformationPreservingMap right = f.then(g.then(h));
          assertEquals(left, right);
          assertEquals(left.apply(X, SEED), right.apply(X, SEED));
        }
      }
    }
  }

  @Test
  void theIdentityVanishes() {
    Bijection cube = Bijection.cube();
    assertSame(cube, cube.then(Bijection.identity()));
    assertSame(cube, Bijection.identity().then(cube));
    assertSame(Bijection.identity(), Bijection.identity().then(Bijection.identity()));
  }

  @Test
  void typesSayWhatComesOut() {
    Bijection bijection = Bijection.cube().then(Bijection.sigmoid());
    Embedding embedding = Embedding.duplicateSelf(2).then(bijection);
    assertInstanceOf(Embedding.class, bijection.then(embedding));
  }

  @Test
  void theSameNoiseIsNotAppendedTwice() {
    Embedding noise = Embedding.duplicateNoise(1, 1);
    Variable y = PAIRS.mapX(noise).mapX(noise).sample(50, SEED).x();
    assertNotEquals(y.get(0, 2), y.get(0, 3));
  }

  @Test
  void mappedSamplesAreTheSameObservations() {
    Samples plain = PAIRS.sample(50, SEED);
    Samples mapped = PAIRS.mapX(Bijection.scale(2)).sample(50, SEED);
    assertEquals(Bijection.scale(2).apply(plain.x(), SEED), mapped.x());
    assertEquals(plain.y(), mapped.y());
  }

  @Test
  void mapsOfXAndOfYDoNotInterfere() {
    Sampler both = PAIRS.map(Bijection.randmat(), Bijection.randmat());
    assertEquals(both, PAIRS.mapX(Bijection.randmat()).mapY(Bijection.randmat()));
    assertEquals(both, PAIRS.mapY(Bijection.randmat()).mapX(Bijection.randmat()));
    assertEquals(PAIRS.mapX(Bijection.randmat()).sample(50, SEED).x(), both.sample(50, SEED).x());
    // Applied to the same values, the two matrices give different ones.
    Samples same =
        Tasks.additiveGaussianNoise(2, 1e-10)
            .map(Bijection.randmat(), Bijection.randmat())
            .sample(50, SEED);
    assertNotEquals(same.x().get(0, 0), same.y().get(0, 0), 1e-3);
  }

  @Test
  void aLaterMapDoesNotChangeAnEarlierOne() {
    Variable mixed = PAIRS.mapX(Bijection.randmat()).sample(50, SEED).x();
    Variable cubed = PAIRS.mapX(Bijection.randmat().then(Bijection.cube())).sample(50, SEED).x();
    assertEquals(Bijection.cube().apply(mixed, SEED), cubed);
  }

  @Test
  void withMethodsActOnTheBase() {
    Sampler mapped = PAIRS.mapX(Embedding.duplicateSelf(20));
    Sampler wider = mapped.withDimension(3).withCorrelation(0.9);
    assertEquals(60, wider.dX());
    assertEquals(3, wider.dY());
    assertEquals(Tasks.correlatedGaussians(3, 0.9).mutualInformation(), wider.mutualInformation());
    assertEquals(Math.log1p(4), mapped.withSignalToNoise(4).mutualInformation(), 1e-14);
    assertEquals("correlatedGaussians(d = 3, rho = 0.9), x: duplicateSelf(20)", wider.toString());
  }

  @Test
  void mapsTasksOfRandomParameters() {
    Task task = Tasks.correlatedGaussians(2, 0.2, 0.9);
    Task mapped = task.mapX(Bijection.cube()).mapY(Bijection.asinh()).withDimension(4);
    Sampler expected =
        ((Sampler) task.withDimension(4).source(SEED)).map(Bijection.cube(), Bijection.asinh());
    assertEquals(expected, mapped.source(SEED));
    assertEquals(
        "correlatedGaussians(d = 4, rho = 0.2 to 0.9), x: cube, y: asinh", mapped.toString());
    assertInstanceOf(Sampler.class, mapped.withCorrelation(0.5));
    assertInstanceOf(Sampler.class, mapped.withSignalToNoise(0.5));
  }

  @Test
  void mapsData() {
    Samples data = PAIRS.sample(50, SEED);
    Source source = Tasks.data(data).mapX(Bijection.cube()).source(SEED);
    assertEquals(OptionalDouble.empty(), source.knownMutualInformation());
    assertEquals(Bijection.cube().apply(data.x(), SEED), source.sample(50, SEED).x());
    assertEquals("data(n = 50, dX = 2, dY = 2), x: cube", source.toString());
  }

  @Test
  void refusesMapsOfOtherDimensionsAtOnce() {
    Bijection map = Bijection.affine(new double[][] {{1, 2}, {3, 4}}, 0, 0);
    Sampler mapped = PAIRS.mapX(map);
    refuses(
        "affine(d = 2) applies to variables of 2 dimensions only: d=3",
        () -> mapped.withDimension(3));
    refuses(
        "affine(d = 2) applies to variables of 2 dimensions only: d=4",
        () -> PAIRS.mapY(Embedding.duplicateSelf(2).then(map)));
  }

  @Test
  void refusesToVaryWhatTheBaseHasNot() {
    double[][] s = {{1, 0}, {0, 1}};
    refuses(
        "the task gaussian(dX = 1, dY = 1) has no dimension to vary",
        () -> Tasks.gaussian(s, 1).mapX(Bijection.cube()).withDimension(2));
  }

  @Test
  void anyOtherTransformForgetsTheInformation() {
    Source source = PAIRS.transform(Samples::swapped);
    assertEquals(OptionalDouble.empty(), source.knownMutualInformation());
    assertEquals(PAIRS.sample(10, SEED).swapped(), source.sample(10, SEED));
  }
}
