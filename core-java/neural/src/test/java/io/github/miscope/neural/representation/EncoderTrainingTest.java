package io.github.miscope.neural.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.data.FashionMnist;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.network.NetworkPlan;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.neural.training.Loss;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.score.NeighbourOverlap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Encoders that learn without classes, and those that are made from them. */
class EncoderTrainingTest {

  private static final SplitData DATA = FashionMnist.part();
  private static final LabelledData IMAGES =
      DATA.training().rows(IntStream.range(0, 300).map(i -> i * 6).toArray());
  private static final LabelledData QUERIES =
      DATA.test().rows(IntStream.range(0, 200).map(i -> i * 5).toArray());
  private static final EncoderNetwork SHAPE =
      EncoderNetwork.residual(new ImageShape(1, 28, 28), 4, 1, 1, 1);
  private static final NetworkTraining TRAINING =
      NetworkTraining.adam(0.01, 4).withBatch(50).withCosineSchedule().withSeed(Seed.of(3));

  @Test
  void residualEncodersHaveTheShapesOfThePapers() {
    assertEquals(16, SHAPE.dimension());
    assertFalse(SHAPE.hasHead());
    assertEquals(5, SHAPE.layer());
    assertEquals(7, SHAPE.network().outputShape(4).height());
    EncoderNetwork paper = EncoderNetwork.resNet34(new ImageShape(3, 32, 32));
    assertEquals(512, paper.dimension());
    assertEquals(128, paper.network().outputs());
    assertEquals(4, paper.network().outputShape(paper.layer() - 1).height());
    // He et al. (2016): 33 convolutions and the last layer, here in 1 + 16 blocks of two.
    assertEquals(1 + 16 + 1 + 2, paper.network().depth());
    // One step: some 21 million weights.
    int weights =
        java.util.Arrays.stream(TrainedEncoder.random(paper, Seed.of(1)).weights().values())
            .mapToInt(values -> values.length)
            .sum();
    assertEquals(21.6e6, weights, 0.1e6);
  }

  @Test
  void stolenAndDistilledEncodersAreLikeTheVictim() {
    EncoderNetwork shape = SHAPE.withHead(16, 8);
    NetworkPlan plan =
        EncoderTraining.contrastive(
            shape, IMAGES, 0.2, TRAINING.withAugmentation(Augmentation.zoomed(0.2).withShift(2)));
    TrainedEncoder victim = TrainedEncoder.of(shape, plan.train());
    NetworkTraining attack = TRAINING.withEpochs(12).withSeed(Seed.of(4));
    TrainedEncoder stolen =
        TrainedEncoder.of(
            SHAPE, EncoderTraining.stealing(victim, false, SHAPE, IMAGES, 0.1, attack).train());
    EncoderNetwork headed = SHAPE.withHead(8);
    TrainedEncoder throughHeads =
        TrainedEncoder.of(
            headed, EncoderTraining.stealing(victim, true, headed, IMAGES, 0.1, attack).train());
    TrainedEncoder distilled =
        TrainedEncoder.of(
            SHAPE, EncoderTraining.distillation(victim, false, SHAPE, IMAGES, attack).train());
    TrainedEncoder random = TrainedEncoder.random(SHAPE, Seed.of(5));
    Variable of = victim.represent("victim", QUERIES);
    double byChance = overlap(of, random);
    for (TrainedEncoder made : new TrainedEncoder[] {stolen, distilled}) {
      assertTrue(overlap(of, made) > byChance + 0.05, overlap(of, made) + ", " + byChance);
    }
    assertEquals(8, throughHeads.project("head", QUERIES).d());
    assertEquals(16, throughHeads.represent("body", QUERIES).d());
    assertEquals(1, NeighbourOverlap.of(of, of, 10));
  }

  private static double overlap(Variable victim, TrainedEncoder encoder) {
    return NeighbourOverlap.of(victim, encoder.represent("other", QUERIES), 10);
  }

  /** Pixels tell the classes of clothes: far more than a tenth, of 1000 images. */
  @Test
  void classesAreReadFromRepresentations() {
    TrainedEncoder random = TrainedEncoder.random(SHAPE, Seed.of(6));
    double accuracy = LinearEvaluation.of(random, DATA).accuracy();
    assertTrue(accuracy > 0.3 && accuracy < 0.9, "accuracy " + accuracy);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    TrainedEncoder victim = TrainedEncoder.random(SHAPE, Seed.of(7));
    assertRefused(
        "contrastive training needs an augmentation",
        () -> EncoderTraining.contrastive(SHAPE, IMAGES, 0.2, TRAINING));
    assertRefused(
        "targets must have a column for each output: columns=16, outputs=8",
        () -> EncoderTraining.stealing(victim, false, SHAPE.withHead(8), IMAGES, 0.1, TRAINING));
    assertRefused(
        "there must be a target for each training observation: targets=200, observations=300",
        () ->
            NetworkPlan.of(
                SHAPE.network(),
                TRAINING.withLoss(Loss.squaredErrorTo(victim.represent("t", QUERIES))),
                SplitData.same(IMAGES)));
    assertRefused("layer must be <= 5", () -> new EncoderNetwork(SHAPE.network(), 6));
    assertRefused(
        "a representation must be a vector", () -> new EncoderNetwork(SHAPE.network(), 1));
    assertRefused(
        "inputs must have the network's columns",
        () -> victim.represent("x", QUERIES.withShape(ImageShape.vector(784))));
    assertRefused("stages must be >= 1", () -> EncoderNetwork.residual(IMAGES.shape(), 4));
  }

  private static void assertRefused(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }
}
