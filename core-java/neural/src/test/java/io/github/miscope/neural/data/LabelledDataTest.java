package io.github.miscope.neural.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data with classes, spirals and IDX files. */
class LabelledDataTest {

  @TempDir Path folder;

  @Test
  void variablesGoInAndOut() {
    Variable x = Variable.ofRows("x", new double[][] {{1, 2}, {3, 4}, {5, 6}});
    LabelledData data = LabelledData.of(x, new int[] {0, 1, 1}, 2);
    assertArrayEquals(new float[] {3, 4, 5, 6}, data.values(1, 3));
    assertArrayEquals(x.column(1), data.inputs().column(1));
    assertArrayEquals(new double[] {0, 1, 1}, data.classVariable().column(0));
    LabelledData some = data.rows(2, 0);
    assertArrayEquals(new float[] {5, 6, 1, 2}, some.values(0, 2));
    assertArrayEquals(new int[] {1, 0}, some.labels());
    assertNotEquals(data.fingerprint(), some.fingerprint());
    assertEquals("3 x 2, 2 classes", data.toString());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    ImageShape one = ImageShape.vector(1);
    assertRefused("labels[1] must be in [0, 2): 2", one, new float[2], new int[] {0, 2}, 2);
    assertRefused("2 labels need 1 values each: 3 values", one, new float[3], new int[2], 2);
    assertRefused("classes must be >= 2", one, new float[2], new int[2], 1);
    assertRefused("must have an observation", one, new float[0], new int[0], 2);
    assertRefused("inputs[1][0] is NaN", one, new float[] {0, Float.NaN}, new int[2], 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> SplitData.of(LabelledData.of(one, new float[2], new int[2], 2), 0.1, Seed.of(1)));
  }

  private static void assertRefused(
      String message, ImageShape shape, float[] values, int[] labels, int classes) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> LabelledData.of(shape, values, labels, classes));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void spiralsWithoutNoiseLieOnTheirArms() {
    LabelledData data = Spirals.of(100, 3, 1.5, 0, Seed.of(1));
    for (int i = 0; i < 100; i++) {
      float[] p = data.values(i, i + 1);
      assertEquals(p[2], Math.hypot(p[0], p[1]), 1e-6);
      assertTrue(p[2] >= 0.25 && p[2] <= 1);
      double angle = 3 * Math.PI * p[2] + Math.PI * data.label(i);
      assertEquals(p[2] * Math.cos(angle), p[0], 1e-5);
    }
    assertEquals(data, Spirals.of(100, 3, 1.5, 0, Seed.of(1)));
    assertThrows(IllegalArgumentException.class, () -> Spirals.of(10, 4, 1, 0, Seed.of(1)));
    assertThrows(IllegalArgumentException.class, () -> Spirals.of(10, 2, 0, 0, Seed.of(1)));
    assertThrows(IllegalArgumentException.class, () -> Spirals.of(10, 2, 1, -1, Seed.of(1)));
    assertThrows(IllegalArgumentException.class, () -> Spirals.of(1, 2, 1, 0, Seed.of(1)));
  }

  @Test
  void thePartOfFashionMnistIsStratified() {
    SplitData part = FashionMnist.part();
    assertEquals("2000 x 784, 10 classes", part.training().toString());
    assertEquals("1000 x 784, 10 classes", part.test().toString());
    assertEquals(new ImageShape(1, 28, 28), part.training().shape());
    for (int c = 0; c < 10; c++) {
      int label = c;
      assertEquals(200, Arrays.stream(part.training().labels()).filter(l -> l == label).count());
      assertEquals(100, Arrays.stream(part.test().labels()).filter(l -> l == label).count());
    }
    // The first image of the training file is an ankle boot; mean pixel of the full data 0.2860.
    assertEquals(9, part.training().label(0));
    double sum = 0;
    for (float v : part.training().values(0, 2000)) {
      assertTrue(v >= 0 && v <= 1);
      sum += v;
    }
    assertEquals(0.286, sum / 2000 / 784, 0.01);
  }

  @Test
  void foldersOfIdxFilesAreRead() throws IOException {
    byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, (byte) 255, 51, 102};
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 7, 3};
    for (String part : new String[] {"train", "t10k"}) {
      Files.write(folder.resolve(part + "-images-idx3-ubyte"), images);
      Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels);
    }
    LabelledData data = IdxImages.folder(folder).test();
    assertArrayEquals(new float[] {0, 1, 0.2f, 0.4f}, data.values(0, 2), 1e-7f);
    assertArrayEquals(new int[] {7, 3}, data.labels());
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
    IOException missing = assertThrows(IOException.class, () -> IdxImages.folder(folder));
    assertTrue(missing.getMessage().contains("t10k-labels-idx1-ubyte.gz"), missing.getMessage());
    IOException swapped =
        assertThrows(
            IOException.class,
            () ->
                IdxImages.read(new ByteArrayInputStream(labels), new ByteArrayInputStream(images)));
    assertTrue(swapped.getMessage().contains("0x00000803"), swapped.getMessage());
    assertThrows(
        IOException.class,
        () ->
            IdxImages.read(
                new ByteArrayInputStream(Arrays.copyOf(images, 18)),
                new ByteArrayInputStream(labels)));
  }

  /** 16 bytes that promise 2 GB. */
  @Test
  void headersOfIdxFilesAreCheckedBeforeAnythingIsAllocated() {
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 7, 3};
    int max = Integer.MAX_VALUE;
    int[][] sizes = {
      {1, 46_340, 46_340}, {max, 1, 1}, {max, max, max}, {-1, 28, 28}, {0, 28, 28}, {2, -1, -2}
    };
    for (int[] size : sizes) {
      byte[] images =
          ByteBuffer.allocate(18)
              .putInt(0x803)
              .putInt(size[0])
              .putInt(size[1])
              .putInt(size[2])
              .array();
      IOException e =
          assertThrows(
              IOException.class,
              () ->
                  IdxImages.read(
                      new ByteArrayInputStream(images), new ByteArrayInputStream(labels)));
      assertTrue(e.getMessage().startsWith("IDX images must"), e.getMessage());
    }
    byte[] more = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 1, 2, 3};
    assertThrows(
        IOException.class,
        () -> IdxImages.read(new ByteArrayInputStream(more), new ByteArrayInputStream(labels)));
  }
}
