package io.github.miscope.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tasks in many columns are images of. */
class LatentTaskTest {

  private static final Seed SEED = Seed.of(1);

  /** The brightest place of a spot is its centre: within half a pixel of the latent one. */
  @Test
  void spotsAreImagesOfTheirCentres() {
    Sampler images = Tasks.gaussianImages(16, 2);
    Samples drawn = images.sample(50, SEED);
    Samples latent = images.latent().sample(50, SEED);
    assertEquals(2, images.latent().mutualInformation());
    for (int i = 0; i < 50; i++) {
      assertCentre(drawn.x(), latent.x(), i);
      assertCentre(drawn.y(), latent.y(), i);
    }
  }

  private static void assertCentre(Variable image, Variable centre, int row) {
    int brightest = 0;
    for (int j = 0; j < 256; j++) {
      brightest = image.get(row, j) > image.get(row, brightest) ? j : brightest;
    }
    int across = brightest % 16;
    int down = brightest / 16;
    assertEquals(centre.get(row, 0), across / 15.0, 0.5001 / 15);
    assertEquals(centre.get(row, 1), down / 15.0, 0.5001 / 15);
  }

  @Test
  void rectanglesAreImagesOfFourUniformValues() {
    Sampler latent = Tasks.rectangleImages(16, 1).latent();
    Variable x = latent.sample(1000, SEED).x();
    assertEquals(4, x.d());
    for (int j = 0; j < 4; j++) {
      double[] column = x.column(j);
      assertTrue(Arrays.stream(column).allMatch(v -> v > 0 && v < 1));
      // Four standard errors, each of sqrt(1/12/1000).
      assertEquals(0.5, Arrays.stream(column).average().orElseThrow(), 0.037);
    }
  }

  @Test
  void bijectionsStayAndEmbeddingsGo() {
    Sampler base = Tasks.correlatedGaussians(2, 0.5);
    assertSame(base, base.latent());
    Bijection cube = Bijection.cube();
    Embedding copies = Embedding.duplicateSelf(3);
    Sampler mapped = base.mapX(cube.then(copies).then(Bijection.asinh()).then(copies));
    Sampler latent = mapped.latent();
    assertEquals(base.mapX(cube).sample(20, SEED), latent.sample(20, SEED));
    // What comes after an embedding acts on its columns.
    assertEquals(base.mapX(cube), base.mapX(cube).latent());
    assertEquals(Bijection.identity(), Embedding.bentSurface().latent());
  }

  @Test
  void whatDecoratesATaskDecoratesItsLatentVariables() {
    Sampler images = Tasks.gaussianImages(8, 1);
    Samples expected = images.latent().sample(10, SEED);
    List<Task> decorated =
        List.of(Tasks.named(images, "spots"), images.identifiedBy("spots"), Tasks.labelled(images));
    for (Task task : decorated) {
      Task latent = task.latent();
      assertEquals(expected, latent.source(SEED).sample(10, SEED), task.toString());
      assertTrue(latent.withInformation(3).source(SEED).knownMutualInformation().orElse(0) == 3);
    }
    assertEquals("spots", decorated.get(0).latent().toString());
    assertEquals("spots, latent variables", decorated.get(1).latent().toString());
    Task perTrial = seed -> images;
    Task mapped = perTrial.mapX(Embedding.duplicateSelf(2));
    assertEquals(64, perTrial.latent().source(SEED).sample(3, SEED).dX());
    assertEquals(64, mapped.latent().source(SEED).sample(3, SEED).dX());
    assertEquals(128, mapped.source(SEED).sample(3, SEED).dX());
  }

  @Test
  void independentTasksSideBySideHaveTheirLatentVariablesSideBySide() {
    Sampler both = Tasks.product(Tasks.gaussianImages(8, 1), Tasks.correlatedGaussians(3, 0.5));
    assertEquals(67, both.dX());
    assertEquals(5, both.latent().dX());
    assertEquals(both.mutualInformation(), both.latent().mutualInformation(), 1e-15);
    Samples drawn = both.sample(5, SEED);
    Samples latent = both.latent().sample(5, SEED);
    assertEquals(drawn.x().get(4, 66), latent.x().get(4, 4));
  }
}
