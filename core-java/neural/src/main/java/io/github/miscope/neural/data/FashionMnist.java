package io.github.miscope.neural.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A part of Fashion-MNIST (Xiao, Rasul and Vollgraf 2017; MIT licence) that comes with miscope: the
 * first 200 training and the first 100 test images of each of the ten classes, in the order of the
 * full files. {@link IdxImages#folder} reads the full data.
 */
public final class FashionMnist {

  private FashionMnist() {}

  /**
   * The part that comes with miscope.
   *
   * @return 2000 and 1000 images of 28 x 28
   */
  public static SplitData part() {
    return new SplitData(part("train"), part("t10k"));
  }

  private static LabelledData part(String name) {
    try (InputStream images = open(name + "-images-idx3-ubyte.gz");
        InputStream labels = open(name + "-labels-idx1-ubyte.gz")) {
      return IdxImages.read(images, labels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream stream = FashionMnist.class.getResourceAsStream("fashion-mnist/" + file);
    if (stream == null) {
      throw new IOException("miscope-neural lacks its resource fashion-mnist/" + file);
    }
    return stream;
  }
}
