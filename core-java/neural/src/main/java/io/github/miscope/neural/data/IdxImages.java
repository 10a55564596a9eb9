package io.github.miscope.neural.data;

import io.github.miscope.neural.critic.ImageShape;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Grey images with labels in the IDX files of MNIST and Fashion-MNIST, plain or with gzip. Pixels
 * are divided by 255.
 */
public final class IdxImages {

  private static final int LABELS = 0x0801;
  private static final int IMAGES = 0x0803;
  private static final int GZIP = 0x1f8b;
  private static final int CLASSES = 10;

  private IdxImages() {}

  /**
   * Training and test data in a folder, under their usual names: {@code train-images-idx3-ubyte},
   * {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte}, {@code
   * t10k-labels-idx1-ubyte}, each with {@code .gz} or without.
   *
   * @param folder of the four files
   * @return 60000 and 10000 images, if they are MNIST or Fashion-MNIST
   * @throws IOException if a file is missing, is no IDX file, or is cut short
   */
  public static SplitData folder(Path folder) throws IOException {
    Objects.requireNonNull(folder, "folder");
    return new SplitData(pair(folder, "train"), pair(folder, "t10k"));
  }

  private static LabelledData pair(Path folder, String part) throws IOException {
    try (InputStream images = Files.newInputStream(find(folder, part + "-images-idx3-ubyte"));
        InputStream labels = Files.newInputStream(find(folder, part + "-labels-idx1-ubyte"))) {
      return read(images, labels);
    }
  }

  private static Path find(Path folder, String name) throws IOException {
    for (Path file : List.of(folder.resolve(name), folder.resolve(name + ".gz"))) {
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new IOException("there is neither " + name + " nor " + name + ".gz in " + folder);
  }

  /**
   * Images with their labels.
   *
   * @param images an IDX file of images, plain or with gzip
   * @param labels an IDX file of as many labels from 0 to 9
   * @return the data
   * @throws IOException if a stream is no such file, or is cut short
   */
  public static LabelledData read(InputStream images, InputStream labels) throws IOException {
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(labels, "labels");
    DataInputStream pixels = open(images, IMAGES, "images");
    int n = pixels.readInt();
    int height = pixels.readInt();
    int width = pixels.readInt();
    byte[] bytes = bytes(pixels, "images", n, height, width);
    ImageShape shape = new ImageShape(1, height, width);
    float[] values = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = (bytes[i] & 0xff) / 255f;
    }
    DataInputStream classes = open(labels, LABELS, "labels");
    int count = classes.readInt();
    if (count != n) {
      throw new IOException("there are " + n + " images but " + count + " labels");
    }
    byte[] codes = bytes(classes, "labels", n, 1, 1);
    int[] levels = new int[n];
    for (int i = 0; i < n; i++) {
      levels[i] = codes[i];
    }
    return LabelledData.of(shape, values, levels, CLASSES);
  }

  /** All that is left of a file; memory is taken as bytes arrive, whatever the header says. */
  private static byte[] bytes(DataInputStream in, String what, int n, int height, int width)
      throws IOException {
    // Two factors fit into a long; the third is checked by division.
    long pixels = (long) height * width;
    if (n < 1 || height < 1 || width < 1 || pixels > Integer.MAX_VALUE / n) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "IDX %s must be at least 1 and at most 2^31 - 1 bytes: n=%d, height=%d, width=%d",
              what,
              n,
              height,
              width));
    }
    int length = (int) pixels * n;
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length || in.read() >= 0) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "IDX %s must have %d bytes after their header: there are %s",
              what,
              length,
              bytes.length < length ? bytes.length : "more"));
    }
    return bytes;
  }

  private static DataInputStream open(InputStream stream, int magic, String what)
      throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream);
    buffered.mark(2);
    boolean zipped = (buffered.read() << 8 | buffered.read()) == GZIP;
    buffered.reset();
    InputStream plain = zipped ? new BufferedInputStream(new GZIPInputStream(buffered)) : buffered;
    DataInputStream data = new DataInputStream(plain);
    int found = data.readInt();
    if (found != magic) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "IDX %s must start with 0x%08x: it starts with 0x%08x",
              what,
              magic,
              found));
    }
    return data;
  }
}
