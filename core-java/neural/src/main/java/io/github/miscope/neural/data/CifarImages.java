package io.github.miscope.neural.data;

import io.github.miscope.neural.critic.ImageShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private CifarImages() {}

  /**
   * Training and test data in a folder, under their usual names: {@code data_batch_1.bin} to {@code
   * data_batch_5.bin} and {@code test_batch.bin}.
   *
   * @param folder of the six files
   * @return 50000 and 10000 images, if they are CIFAR-10
   * @throws IOException if a file is missing, or is no such file
   */
  public static SplitData folder(Path folder) throws IOException {
    Objects.requireNonNull(folder, "folder");
    Path[] parts =
        IntStream.rangeClosed(1, PARTS)
            .mapToObj(part -> folder.resolve("data_batch_" + part + ".bin"))
            .toArray(Path[]::new);
    return new SplitData(read(parts), read(folder.resolve("test_batch.bin")));
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
    int length = 1 + SHAPE.columns();
    List<byte[]> contents = new ArrayList<>();
    int n = 0;
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new IOException("there is no file " + file);
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0 || bytes.length % length != 0) {
        throw new IOException(
            file + " must have " + length + " bytes for each image: it has " + bytes.length);
      }
      contents.add(bytes);
      n += bytes.length / length;
    }
    float[] values = new float[Math.multiplyExact(n, SHAPE.columns())];
    int[] labels = new int[n];
    int image = 0;
    for (int f = 0; f < files.length; f++) {
      byte[] bytes = contents.get(f);
      for (int at = 0; at < bytes.length; at += length) {
        if (bytes[at] < 0 || bytes[at] >= CLASSES) {
          throw new IOException(
              files[f]
                  + " must have classes from 0 to "
                  + (CLASSES - 1)
                  + ": image "
                  + at / length
                  + " has "
                  + (bytes[at] & 0xff));
        }
        labels[image] = bytes[at];
        for (int j = 0; j < SHAPE.columns(); j++) {
          values[image * SHAPE.columns() + j] = (bytes[at + 1 + j] & 0xff) / 255f;
        }
        image++;
      }
    }
    return LabelledData.of(SHAPE, values, labels, CLASSES);
  }
}
