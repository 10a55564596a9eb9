package io.github.miscope.neural.data;

import io.github.miscope.file.WholeFile;
import io.github.miscope.neural.critic.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Colour images of 32 x 32 pixels with ten classes in the binary files of CIFAR-10 (Krizhevsky
 * 2009, https://www.cs.toronto.edu/~kriz/cifar.html): for each image a byte with its class, then
 * the red, green and blue pixels, row by row. Pixels are divided by 255.
 */
public final class CifarImages {

  private static final ImageShape SHAPE = new ImageShape(3, 32, 32);
  private static final int CLASSES = 10;
  private static final int PARTS = 5;
  private static final String TEST = "test_batch.bin";
  private static final String ENDING = ".bin";
  private static final int WHITE = 255;

  /** Bytes of an image and its class. */
  private static final int LENGTH = 1 + SHAPE.columns();

  private CifarImages() {}

  /**
   * Training and test data in a folder, under their usual names: {@code data_batch_1.bin} to {@code
   * data_batch_5.bin} and {@code test_batch.bin}.
   *
   * @param folder of the six files
   * @return 50000 and 10000 images, if they are CIFAR-10
   * @throws IOException if a file is missing, or is no such file; files of the version for Python,
   *     which have no {@code .bin}, are named as such
   */
  public static SplitData folder(Path folder) throws IOException {
    Objects.requireNonNull(folder, "folder");
    return new SplitData(read(parts(folder)), read(folder.resolve(TEST)));
  }

  private static Path[] parts(Path folder) {
    return IntStream.rangeClosed(1, PARTS)
        .mapToObj(part -> folder.resolve("data_batch_" + part + ".bin"))
        .toArray(Path[]::new);
  }

  /**
   * Writes training and test data to a folder, as {@link #folder} reads them. Values are rounded to
   * multiples of 1/255.
   *
   * @param data images of 32 x 32 pixels in three colours within [0, 1], of at most ten classes; at
   *     least five to learn from
   * @param folder made if it is not there; files of these names are overwritten
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if the data are no such images
   */
  public static void write(SplitData data, Path folder) throws IOException {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(folder, "folder");
    LabelledData training = data.training();
    if (training.n() < PARTS) {
      throw new IllegalArgumentException(
          "training data must have an image for each of " + PARTS + " files: n=" + training.n());
    }
    Files.createDirectories(folder);
    Path[] files = parts(folder);
    for (int part = 0; part < PARTS; part++) {
      int from = (int) ((long) part * training.n() / PARTS);
      int to = (int) ((part + 1L) * training.n() / PARTS);
      WholeFile.write(files[part], bytes(training, from, to));
    }
    WholeFile.write(folder.resolve(TEST), bytes(data.test(), 0, data.test().n()));
  }

  private static byte[] bytes(LabelledData data, int from, int to) {
    if (!data.shape().equals(SHAPE) || data.classes() > CLASSES) {
      throw new IllegalArgumentException(
          "data must be images of 3 x 32 x 32 with at most " + CLASSES + " classes: data=" + data);
    }
    float[] values = data.values(from, to);
    byte[] bytes = new byte[Math.multiplyExact(to - from, LENGTH)];
    for (int i = 0; i < to - from; i++) {
      bytes[i * LENGTH] = (byte) data.label(from + i);
      for (int j = 0; j < SHAPE.columns(); j++) {
        float value = values[i * SHAPE.columns() + j];
        if (!(value >= 0 && value <= 1)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "inputs[%d][%d] is %s: pixels must be in [0, 1]",
                  from + i,
                  j,
                  value));
        }
        bytes[i * LENGTH + 1 + j] = (byte) Math.round(value * WHITE);
      }
    }
    return bytes;
  }

  /**
   * Images of files, one after the other.
   *
   * @param files at least one
   * @return the images with their classes
   * @throws IOException if a file is missing, or is no such file
   * @throws IllegalArgumentException if there is no file
   */
  public static LabelledData read(Path... files) throws IOException {
    Objects.requireNonNull(files, "files");
    List<byte[]> contents = new ArrayList<>();
    int n = 0;
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new IOException("there is no file " + file + hint(file));
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0 || bytes.length % LENGTH != 0) {
        throw new IOException(
            file + " must have " + LENGTH + " bytes for each image: it has " + bytes.length);
      }
      contents.add(bytes);
      n += bytes.length / LENGTH;
    }
    return decoded(files, contents, n);
  }

  /** The version for Python has the same names without an ending. */
  private static String hint(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ENDING)
            && Files.exists(file.resolveSibling(name.substring(0, name.length() - ENDING.length())))
        ? ", only the version for Python: this reads the binary version, cifar-10-binary.tar.gz"
        : "";
  }

  private static LabelledData decoded(Path[] files, List<byte[]> contents, int n)
      throws IOException {
    float[] values = new float[Math.multiplyExact(n, SHAPE.columns())];
    int[] labels = new int[n];
    int image = 0;
    for (int f = 0; f < files.length; f++) {
      byte[] bytes = contents.get(f);
      for (int at = 0; at < bytes.length; at += LENGTH) {
        if (bytes[at] < 0 || bytes[at] >= CLASSES) {
          throw new IOException(
              files[f]
                  + " must have classes from 0 to "
                  + (CLASSES - 1)
                  + ": image "
                  + at / LENGTH
                  + " has "
                  + (bytes[at] & 0xff));
        }
        labels[image] = bytes[at];
        for (int j = 0; j < SHAPE.columns(); j++) {
          values[image * SHAPE.columns() + j] = (bytes[at + 1 + j] & 0xff) / (float) WHITE;
        }
        image++;
      }
    }
    return LabelledData.of(SHAPE, values, labels, CLASSES);
  }
}
