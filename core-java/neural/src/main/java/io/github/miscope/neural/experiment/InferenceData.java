package io.github.miscope.neural.experiment;

import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.data.SplitData;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Who learns from what in an experiment on dataset inference.
 *
 * @param own the victim's private data, on which encoders are compared as well; their classes are
 *     not used
 * @param others what independent encoders learn from
 * @param queries what the thief asks the victim about
 * @param evaluation data with classes for the linear evaluation of all encoders
 */
public record InferenceData(
    LabelledData own, LabelledData others, LabelledData queries, SplitData evaluation) {

  /**
   * Data.
   *
   * @param own the victim's private data
   * @param others what independent encoders learn from
   * @param queries what the thief asks the victim about
   * @param evaluation data with classes for the linear evaluation
   * @throws IllegalArgumentException if images differ in shape
   */
  public InferenceData {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(others, "others");
    Objects.requireNonNull(queries, "queries");
    Objects.requireNonNull(evaluation, "evaluation");
    requireShape("others", others, own);
    requireShape("queries", queries, own);
    requireShape("evaluation", evaluation.training(), own);
  }

  private static void requireShape(String name, LabelledData data, LabelledData own) {
    if (!data.shape().equals(own.shape())) {
      throw new IllegalArgumentException(
          "all images must have the shape of own "
              + own.shape()
              + ": "
              + name
              + "="
              + data.shape());
    }
  }

  /**
   * One set of images in two halves: the victim's are the rows 0, 2, 4, ... of the training images;
   * independent encoders learn from the rows 1, 3, 5, ..., and the thief asks about the same ones,
   * so that an independent encoder and a stolen one differ by nothing but the victim's outputs.
   * Classes are learnt from all training images and told on the test images.
   *
   * @param images training and test images
   * @return the data
   * @throws IllegalArgumentException if there are fewer than two training images
   */
  public static InferenceData halves(SplitData images) {
    Objects.requireNonNull(images, "images");
    LabelledData odd = everySecond(images.training(), 1);
    return new InferenceData(everySecond(images.training(), 0), odd, odd, images);
  }

  private static LabelledData everySecond(LabelledData data, int first) {
    return data.rows(IntStream.range(0, data.n()).filter(row -> row % 2 == first).toArray());
  }

  /** "1000 own images, 1000 others, 1000 queries". */
  @Override
  public String toString() {
    return own.n() + " own images, " + others.n() + " others, " + queries.n() + " queries";
  }
}
