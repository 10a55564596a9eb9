package io.github.miscope.neural.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.sample.Seed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** CIFAR-10's binary files and folders of images. */
class ImageFilesTest {

  @TempDir Path folder;

  private static byte[] cifar(int... classes) {
    byte[] bytes = new byte[classes.length * 3073];
    for (int i = 0; i < classes.length; i++) {
      bytes[i * 3073] = (byte) classes[i];
      for (int j = 0; j < 3072; j++) {
        bytes[i * 3073 + 1 + j] = (byte) (i + j);
      }
    }
    return bytes;
  }

  @Test
  void cifarIsRead() throws IOException {
    for (int part = 1; part <= 5; part++) {
      Files.write(folder.resolve("data_batch_" + part + ".bin"), cifar(part, 9));
    }
    Files.write(folder.resolve("test_batch.bin"), cifar(7));
    SplitData data = CifarImages.folder(folder);
    assertEquals(new ImageShape(3, 32, 32), data.training().shape());
    assertArrayEquals(new int[] {1, 9, 2, 9, 3, 9, 4, 9, 5, 9}, data.training().labels());
    assertEquals(1, data.test().n());
    float[] second = data.training().values(1, 2);
    // Red of row 0, then green, whose first byte is number 1024 of the image.
    assertEquals(1 / 255f, second[0]);
    assertEquals((1 + 1024) % 256 / 255f, second[1024]);
    assertEquals(255 / 255f, second[254]);
  }

  @Test
  void whatIsNoCifarIsNamed() throws IOException {
    Path file = folder.resolve("data_batch_1.bin");
    assertFails("there is no file " + file, () -> CifarImages.folder(folder));
    Files.write(file, new byte[3074]);
    assertFails(
        file + " must have 3073 bytes for each image: it has 3074", () -> CifarImages.read(file));
    Files.write(file, new byte[0]);
    assertFails(
        file + " must have 3073 bytes for each image: it has 0", () -> CifarImages.read(file));
    Files.write(file, cifar(3, 200));
    assertFails(
        file + " must have classes from 0 to 9: image 1 has 200", () -> CifarImages.read(file));
  }

  @Test
  void cifarIsWrittenAndReadAgain() throws IOException {
    SplitData data = Gratings.split(7, 3, Seed.of(4));
    CifarImages.write(data, folder.resolve("cifar"));
    assertEquals(data, CifarImages.folder(folder.resolve("cifar")));
    assertEquals(2 * 3073, Files.size(folder.resolve("cifar/data_batch_5.bin")));
    float[] bright = data.test().values(0, 1);
    bright[5] = 1.5f;
    LabelledData image = LabelledData.of(data.test().shape(), bright, new int[1], 10);
    assertRefused(
        "inputs[0][5] is 1.5: pixels must be in [0, 1]",
        () -> CifarImages.write(new SplitData(data.training(), image), folder));
    assertRefused(
        "training data must have an image for each of 5 files: n=3",
        () -> CifarImages.write(SplitData.same(data.test()), folder));
    SplitData grey = FashionMnist.part();
    assertRefused(
        "data must be images of 3 x 32 x 32 with at most 10 classes: data=2000 x 784, 10 classes",
        () -> CifarImages.write(grey, folder));
  }

  @Test
  void theVersionForPythonIsNamed() throws IOException {
    Path file = folder.resolve("data_batch_1.bin");
    Files.write(folder.resolve("data_batch_1"), new byte[9]);
    assertFails(
        "there is no file "
            + file
            + ", only the version for Python: this reads the binary version,"
            + " cifar-10-binary.tar.gz",
        () -> CifarImages.folder(folder));
  }

  private BufferedImage write(String file, int width, int type, int... colours) throws IOException {
    BufferedImage image = new BufferedImage(width, colours.length / width, type);
    for (int i = 0; i < colours.length; i++) {
      if (type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_INT_ARGB) {
        image.setRGB(i % width, i / width, colours[i]);
      } else {
        image.getRaster().setSample(i % width, i / width, 0, colours[i]);
      }
    }
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    assertTrue(ImageIO.write(image, "png", path.toFile()));
    return image;
  }

  @Test
  void foldersAreClasses() throws IOException {
    write("cat/1.png", 2, BufferedImage.TYPE_INT_RGB, 0xff0000, 0x00ff00, 0x0000ff, 0x336699);
    write("cat/0.png", 2, BufferedImage.TYPE_BYTE_GRAY, 0, 51, 102, 255);
    write("ant/x.png", 2, BufferedImage.TYPE_INT_ARGB, 0xff000000, 0x80ffffff, -1, -1);
    Files.writeString(folder.resolve("cat/.hidden"), "");
    LabelledData data = ImageFolder.read(folder);
    assertEquals(new ImageShape(3, 2, 2), data.shape());
    assertArrayEquals(new int[] {0, 1, 1}, data.labels());
    assertEquals(2, data.classes());
    float[] grey = {0, 0.2f, 0.4f, 1, 0, 0.2f, 0.4f, 1, 0, 0.2f, 0.4f, 1};
    assertArrayEquals(grey, data.values(1, 2));
    float[] colour = {1, 0, 0, 0.2f, 0, 1, 0, 0.4f, 0, 0, 1, 0.6f};
    assertArrayEquals(colour, data.values(2, 3));
  }

  @Test
  void greyImagesHaveOneChannelOfAnyDepth() throws IOException {
    write("a/1.png", 1, BufferedImage.TYPE_USHORT_GRAY, 65535, 13107);
    write("b/1.png", 1, BufferedImage.TYPE_BYTE_GRAY, 255, 51);
    LabelledData data = ImageFolder.read(folder);
    assertEquals(new ImageShape(1, 2, 1), data.shape());
    assertArrayEquals(new float[] {1, 0.2f, 1, 0.2f}, data.values(0, 2));
  }

  @Test
  void foldersOfTrainingAndTestImagesAreRead() throws IOException {
    write("train/a/1.png", 2, BufferedImage.TYPE_INT_RGB, 1, 2);
    write("train/b/1.png", 2, BufferedImage.TYPE_INT_RGB, 3, 4);
    write("test/a/1.png", 2, BufferedImage.TYPE_INT_RGB, 5, 6);
    Path other = folder.resolve("test/c");
    write("test/c/1.png", 2, BufferedImage.TYPE_INT_RGB, 5, 6);
    assertFails(
        folder.resolve("train")
            + " and "
            + folder.resolve("test")
            + " must have the same classes: [a, b], [a, c]",
        () -> ImageFolder.split(folder));
    Files.move(other, folder.resolve("test/b"));
    SplitData data = ImageFolder.split(folder);
    assertArrayEquals(new int[] {0, 1}, data.test().labels());
    assertEquals(ImageFolder.read(folder.resolve("train")), data.training());
    write("test/a/1.png", 1, BufferedImage.TYPE_INT_RGB, 5, 6);
    write("test/b/1.png", 1, BufferedImage.TYPE_INT_RGB, 5, 6);
    String message = assertThrows(IOException.class, () -> ImageFolder.split(folder)).getMessage();
    assertTrue(message.startsWith("images must be of one shape: those of "), message);
  }

  @Test
  void whatIsNoFolderOfImagesIsNamed() throws IOException {
    Path none = folder.resolve("none");
    assertFails("there is no folder " + none, () -> ImageFolder.read(none));
    write("a/1.png", 2, BufferedImage.TYPE_BYTE_GRAY, 1, 2);
    assertFails(
        folder + " must have a folder for each of at least 2 classes: it has 1",
        () -> ImageFolder.read(folder));
    Path b = Files.createDirectory(folder.resolve("b"));
    assertFails(b + " has no file", () -> ImageFolder.read(folder));
    Path text = Files.writeString(b.resolve("1.png"), "no image");
    assertFails(text + " is no image that Java can read", () -> ImageFolder.read(folder));
    write("b/1.png", 1, BufferedImage.TYPE_BYTE_GRAY, 1, 2);
    assertFails(
        "all images must be of one size: "
            + folder.resolve("a/1.png")
            + " is 1 x 2, "
            + text
            + " is 2 x 1",
        () -> ImageFolder.read(folder));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static void assertFails(String message, Executable call) {
    assertEquals(message, assertThrows(IOException.class, call).getMessage());
  }
}
