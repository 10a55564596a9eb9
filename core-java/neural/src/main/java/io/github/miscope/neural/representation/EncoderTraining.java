package io.github.miscope.neural.representation;

import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.network.NetworkPlan;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.neural.training.Loss;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.sample.Variable;
import java.util.Objects;

/**
 * Plans of training encoders. A plan trains in memory or into a folder, from which it goes on after
 * an interrupt or a kill to the same weights; {@link TrainedEncoder#of} has the encoder.
 */
public final class EncoderTraining {

  private EncoderTraining() {}

  /**
   * Contrastive training on two random views of each image (SimCLR; Chen et al. 2020,
   * arXiv:2002.05709).
   *
   * @param shape the encoder with its head
   * @param images to learn from; their classes are not used
   * @param temperature by which cosines are divided, above 0
   * @param training optimiser, batch, epochs, augmentation; its loss is replaced
   * @return the plan
   * @throws IllegalArgumentException if the images have another shape, the temperature is not
   *     positive, or there is no augmentation: both views would be the same
   */
  public static NetworkPlan contrastive(
      EncoderNetwork shape, LabelledData images, double temperature, NetworkTraining training) {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(training, "training");
    if (training.augmentation().equals(Augmentation.NONE)) {
      throw new IllegalArgumentException(
          "contrastive training needs an augmentation: both views of an image would be the same");
    }
    return plan(shape, images, training.withLoss(Loss.contrastive(temperature)));
  }

  /**
   * An encoder that is stolen by queries: its outputs for an image are to find those of the victim
   * among the batch's (Sisak 2024, section 5.3). Victim and thief each take part with or without
   * their heads, which makes four kinds of attack.
   *
   * @param victim whose encoder it is
   * @param victimHead whether what the victim's head makes is taken
   * @param shape the thief's encoder, with a head or without
   * @param images the queries; their classes are not used
   * @param temperature by which cosines are divided, above 0
   * @param training optimiser, batch, epochs; its loss is replaced
   * @return the plan
   * @throws IllegalArgumentException if the images have another shape, the thief's outputs are not
   *     as many as the victim's, or the temperature is not positive
   */
  public static NetworkPlan stealing(
      TrainedEncoder victim,
      boolean victimHead,
      EncoderNetwork shape,
      LabelledData images,
      double temperature,
      NetworkTraining training) {
    Objects.requireNonNull(victim, "victim");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(training, "training");
    Variable targets = targets(victim, victimHead, images);
    return plan(shape, images, training.withLoss(Loss.contrastiveTo(targets, temperature)));
  }

  /**
   * An encoder that imitates the victim's outputs by mean squared error.
   *
   * @param victim whose encoder it is
   * @param victimHead whether what the victim's head makes is taken
   * @param shape the imitator's encoder, with a head or without
   * @param images the queries; their classes are not used
   * @param training optimiser, batch, epochs; its loss is replaced
   * @return the plan
   * @throws IllegalArgumentException if the images have another shape, or the imitator's outputs
   *     are not as many as the victim's
   */
  public static NetworkPlan distillation(
      TrainedEncoder victim,
      boolean victimHead,
      EncoderNetwork shape,
      LabelledData images,
      NetworkTraining training) {
    Objects.requireNonNull(victim, "victim");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(training, "training");
    Variable targets = targets(victim, victimHead, images);
    return plan(shape, images, training.withLoss(Loss.squaredErrorTo(targets)));
  }

  private static Variable targets(TrainedEncoder victim, boolean head, LabelledData images) {
    return head ? victim.project("targets", images) : victim.represent("targets", images);
  }

  private static NetworkPlan plan(
      EncoderNetwork shape, LabelledData images, NetworkTraining training) {
    return NetworkPlan.of(shape.network(), training, SplitData.same(images));
  }
}
