package io.github.miscope.task;

import static io.github.miscope.task.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

  private static final Seed SEED = Seed.of(3);
  private static final Variable X = Variable.ofRows("x", new double[][] {{1, 2}, {3, 4}});

  @Test
  void duplicateSelfRepeatsTheVariable() {
    Embedding map = Embedding.duplicateSelf(3);
    assertEquals(
        Variable.ofRows("x", new double[][] {{1, 2, 1, 2, 1, 2}, {3, 4, 3, 4, 3, 4}}),
        map.apply(X, SEED));
    assertEquals(6, map.dimension(2));
    assertEquals("duplicateSelf(3)", map.toString());
    refuses("copies must be >= 1: copies=0", () -> Embedding.duplicateSelf(0));
  }

  @Test
  void duplicateNoiseAppendsColumns() {
    Embedding map = Embedding.duplicateNoise(2, 0.2);
    Variable y = map.apply(X, SEED);
    assertEquals(4, y.d());
    assertEquals(4, map.dimension(2));
    assertArrayEquals(X.column(0), y.column(0));
    assertArrayEquals(X.column(1), y.column(1));
    assertNotEquals(y.get(0, 2), y.get(0, 3));
    assertEquals(y, map.apply(X, SEED));
    assertNotEquals(y, map.apply(X, Seed.of(4)));
    assertEquals("duplicateNoise(2, 0.2)", map.toString());
    refuses("k must be >= 1: k=0", () -> Embedding.duplicateNoise(0, 0.2));
    refuses(
        "sigma must be positive and finite: sigma=-0.2", () -> Embedding.duplicateNoise(1, -0.2));
  }

  @Test
  void noiseColumnsDoNotDependOnHowManyFollowNorOnTheirScale() {
    Variable few = Embedding.duplicateNoise(2, 1).apply(X, SEED);
    Variable many = Embedding.duplicateNoise(5, 4).apply(X, SEED);
    for (int i = 0; i < 2; i++) {
      for (int j = 2; j < 4; j++) {
        assertEquals(4 * few.get(i, j), many.get(i, j));
      }
    }
  }
}
