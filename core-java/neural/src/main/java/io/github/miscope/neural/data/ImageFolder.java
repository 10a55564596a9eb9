package io.github.miscope.neural.data;

import io.github.miscope.neural.critic.ImageShape;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Images in files, PNG or whatever else Java reads, with a folder for each class. Classes are
 * numbered in the order of their folders' names, images are in the order of theirs. Pixels are
 * divided by their largest possible value.
 */
public final class ImageFolder {

  private static final int COLOURS = 3;

  private ImageFolder() {}

  /**
   * All images of a folder. An image is grey if all images are, and else has red, green and blue;
   * what is transparent is not seen.
   *
   * @param folder of folders of images, all of one height and width; hidden files are left out
   * @return the images with the numbers of their folders
   * @throws IOException if there is no such folder, it has fewer than two folders, one of them has
   *     no file, a file is no image, or two differ in height or width; the message says which
   */
  public static LabelledData read(Path folder) throws IOException {
    Objects.requireNonNull(folder, "folder");
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    List<Path> classes = inside(folder, Files::isDirectory);
    if (classes.size() < 2) {
      throw new IOException(
          folder + " must have a folder for each of at least 2 classes: it has " + classes.size());
    }
    List<Path> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      List<Path> images = inside(classes.get(c), Files::isRegularFile);
      if (images.isEmpty()) {
        throw new IOException(classes.get(c) + " has no file");
      }
      files.addAll(images);
      for (int i = 0; i < images.size(); i++) {
        labels.add(c);
      }
    }
    List<Picture> pictures = new ArrayList<>();
    for (Path file : files) {
      Picture picture = picture(file);
      if (!pictures.isEmpty() && !picture.isAsLargeAs(pictures.get(0))) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "all images must be of one size: %s is %s, %s is %s",
                files.get(0),
                pictures.get(0),
                file,
                picture));
      }
      pictures.add(picture);
    }
    int[] classOf = labels.stream().mapToInt(Integer::intValue).toArray();
    return data(pictures, classOf, classes.size());
  }

  /**
   * Training and test data in the folders {@code train} and {@code test} of a folder, as packages
   * of CIFAR-10 or MNIST as PNG have them.
   *
   * @param folder of the two folders, each as {@link #read} takes it
   * @return both parts
   * @throws IOException as {@link #read}, or if the parts differ in their classes' names or the
   *     size of their images
   */
  public static SplitData split(Path folder) throws IOException {
    Objects.requireNonNull(folder, "folder");
    Path train = folder.resolve("train");
    Path test = folder.resolve("test");
    LabelledData training = read(train);
    LabelledData tested = read(test);
    List<String> classes = names(train);
    if (!classes.equals(names(test))) {
      throw new IOException(
          train + " and " + test + " must have the same classes: " + classes + ", " + names(test));
    }
    if (!training.shape().equals(tested.shape())) {
      throw new IOException(
          "images must be of one shape: those of "
              + train
              + " are "
              + training.shape()
              + ", those of "
              + test
              + " "
              + tested.shape());
    }
    return new SplitData(training, tested);
  }

  private static List<String> names(Path folder) throws IOException {
    return inside(folder, Files::isDirectory).stream()
        .map(path -> path.getFileName().toString())
        .toList();
  }

  private static List<Path> inside(Path folder, Predicate<Path> kind) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(kind)
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** Pixels by channel and row: one channel if the file is grey, else three. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Picture(int height, int width, int channels, float[] values) {

    boolean isAsLargeAs(Picture other) {
      return height == other.height && width == other.width;
    }

    @Override
    public String toString() {
      return height + " x " + width;
    }
  }

  private static Picture picture(Path file) throws IOException {
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new IOException(file + " is no image that can be read: " + e.getMessage(), e);
    }
    if (image == null) {
      throw new IOException(file + " is no image that Java can read");
    }
    int height = image.getHeight();
    int width = image.getWidth();
    boolean grey =
        image.getRaster().getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
    int channels = grey ? 1 : COLOURS;
    float[] values = new float[Math.multiplyExact(channels, Math.multiplyExact(height, width))];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        if (grey) {
          // As it is in the file: Java takes such values for linear ones when it makes colours.
          values[at] = grey(image.getRaster(), x, y);
        } else {
          int colour = image.getRGB(x, y);
          for (int c = 0; c < COLOURS; c++) {
            values[c * height * width + at] = ((colour >> (8 * (COLOURS - 1 - c))) & 0xff) / 255f;
          }
        }
      }
    }
    return new Picture(height, width, channels, values);
  }

  private static float grey(Raster raster, int x, int y) {
    int largest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    return (float) raster.getSample(x, y, 0) / largest;
  }

  private static LabelledData data(List<Picture> pictures, int[] classOf, int classes) {
    int channels = pictures.stream().mapToInt(Picture::channels).max().orElseThrow();
    Picture first = pictures.get(0);
    ImageShape shape = new ImageShape(channels, first.height(), first.width());
    float[] values = new float[Math.multiplyExact(pictures.size(), shape.columns())];
    int pixels = first.height() * first.width();
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      for (int c = 0; c < channels; c++) {
        System.arraycopy(
            picture.values(),
            picture.channels() == 1 ? 0 : c * pixels,
            values,
            i * shape.columns() + c * pixels,
            pixels);
      }
    }
    return LabelledData.of(shape, values, classOf, classes);
  }
}
