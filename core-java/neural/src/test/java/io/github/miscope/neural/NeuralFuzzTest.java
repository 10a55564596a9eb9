package io.github.miscope.neural;

import io.github.miscope.neural.critic.ConditionalGaussian;
import io.github.miscope.neural.critic.ConvolutionalCritic;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.critic.Layers;
import io.github.miscope.neural.critic.SeparableCritic;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.data.Spirals;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.network.NetworkWeights;
import io.github.miscope.neural.training.Augmentation;
import io.github.miscope.neural.training.Budget;
import io.github.miscope.neural.training.Evaluation;
import io.github.miscope.neural.training.Loss;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.neural.training.SnapshotEpochs;
import io.github.miscope.neural.training.Training;
import io.github.miscope.refusal.BadCall;
import io.github.miscope.refusal.BadValues;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bad options of critics, networks and trainings are refused by name, at once; none trains. */
class NeuralFuzzTest {

  private static final int CALLS = 500;
  private static final int MAX = Integer.MAX_VALUE;

  private final BadValues bad = new BadValues(20);

  @Test
  void badOptionsAreRefusedByName() {
    List<BadCall> calls = new ArrayList<>();
    while (calls.size() < CALLS) {
      Collections.addAll(calls, critic(), training(), evaluation(), network(), epochs(), data());
    }
    BadCall.assertRefused(calls.subList(0, CALLS));
  }

  private BadCall critic() {
    int k = bad.below(1);
    double share = bad.any(List.of(-0.1, 1.0, 2.0, bad.notFinite()));
    ImageShape image = new ImageShape(1, 4, 4);
    return bad.any(
        List.of(
            BadCall.of("Layers.of(" + k + ")", "width", () -> Layers.of(10, k)),
            BadCall.of("Layers.of()", "widths=[]", Layers::of),
            BadCall.of("Layers.of(MAX)", "width", () -> Layers.of(MAX)),
            BadCall.of("Layers.of(MAX, MAX)", "width", () -> Layers.of(MAX, MAX)),
            BadCall.of("many layers", "width", () -> Layers.of(20_000, 20_000, 20_000)),
            BadCall.of(
                "dropout " + share,
                "dropout",
                () -> new Layers(List.of(9), Layers.of(9).activation(), share)),
            BadCall.of("dimension " + k, "dimension", () -> Critic.separable().withDimension(k)),
            BadCall.of("dimension MAX", "dimension", () -> new SeparableCritic(Layers.of(9), MAX)),
            BadCall.of("image " + k, "height", () -> new ImageShape(1, k, 2)),
            BadCall.of("image MAX", "channels", () -> new ImageShape(MAX, MAX, MAX)),
            BadCall.of(
                "channels " + k,
                "channels",
                () -> ConvolutionalCritic.of(image, image).withChannels(List.of(4, k))),
            BadCall.of(
                "poolings",
                "pixels",
                () -> ConvolutionalCritic.of(image, image).withChannels(List.of(4, 4, 4, 4))),
            BadCall.of("size " + k, "size", () -> Critic.butakov(8 * k + 1)),
            new BadCall(
                "columns of images",
                List.of("columns"),
                () ->
                    NeuralPresets.mine()
                        .withCritic(ConvolutionalCritic.of(image, image))
                        .estimate(samples(40))),
            BadCall.of(
                "NWJ by a density",
                "dens",
                () ->
                    NeuralPresets.nwj()
                        .withCritic(new ConditionalGaussian(Layers.of(9)))
                        .estimate(samples(40)))));
  }

  private BadCall training() {
    int k = bad.below(1);
    double number = bad.notPositive();
    Training training = Training.withDefaults();
    return bad.any(
        List.of(
            BadCall.of("rate " + number, "rate", () -> training.withLearningRate(number)),
            BadCall.of("batch " + k, "batch", () -> training.withBatch(k)),
            BadCall.of("batch 1", "batch", () -> training.withBatch(1)),
            BadCall.of("steps " + k, "steps", () -> training.withSteps(k)),
            BadCall.of("epochs " + k, "epochs", () -> training.withEpochs(k)),
            BadCall.of(
                "epochs MAX",
                "epochs",
                () -> new Budget(MAX, Budget.Unit.EPOCHS).steps(bad.between(2, 99))),
            BadCall.of("interval " + k, "interval", () -> training.withInterval(k)),
            BadCall.of("members " + k, "members", () -> training.withMembers(k)),
            BadCall.of("members MAX", "members", () -> training.withMembers(MAX)),
            BadCall.of(
                "rate of a preset " + number,
                "rate",
                () -> NeuralPresets.mine().withTraining(training.withLearningRate(number))),
            BadCall.of("members " + k, "members", () -> NeuralPresets.smile().withMembers(k)),
            BadCall.of("few rows", "n=", () -> NeuralPresets.mine().estimate(samples(5))),
            BadCall.of(
                "levels",
                "is discrete",
                () ->
                    NeuralPresets.mine()
                        .estimate(
                            new Samples(samples(40).x(), Variable.discrete("y", new int[40]))))));
  }

  private BadCall evaluation() {
    int k = bad.below(1);
    double share = bad.any(List.of(0.0, -0.5, 1.0, Double.NaN, Double.POSITIVE_INFINITY));
    double alpha = bad.any(List.of(-1.0, bad.notFinite()));
    double number = bad.notPositive();
    NetworkTraining plan = NetworkTraining.sgd(0.1, 5);
    return bad.any(
        List.of(
            BadCall.of("test " + share, "test", () -> new Evaluation.HeldOut(0.2, share, 9)),
            BadCall.of(
                "validation " + share, "validation", () -> new Evaluation.HeldOut(share, 0.2, 9)),
            BadCall.of("none left", "validation", () -> new Evaluation.HeldOut(0.5, 0.5, 9)),
            BadCall.of("patience " + k, "patience", () -> new Evaluation.HeldOut(0.2, 0.2, k)),
            BadCall.of("evaluations " + k, "evaluations", () -> new Evaluation.LastOnAll(k)),
            BadCall.of("rate " + number, "rate", () -> plan.withLearningRate(number)),
            BadCall.of("final rate", "rate", () -> plan.withFinalLearningRate(number)),
            BadCall.of("epochs " + k, "epochs", () -> plan.withEpochs(k)),
            BadCall.of("batch " + k, "batch", () -> plan.withBatch(k)),
            BadCall.of(
                "orthonormality " + alpha, "orthonormality", () -> plan.withOrthonormality(alpha)),
            BadCall.of("no targets", "targets", Loss::squaredError),
            BadCall.of("equal targets", "targets", () -> Loss.squaredError(0.0, -0.0)),
            BadCall.of("target", "targets", () -> Loss.squaredError(0.0, bad.notFinite())),
            BadCall.of("shift " + k, "shift", () -> new Augmentation(Math.min(-1, k), 0, 0)),
            BadCall.of("rotation", "rotation", () -> new Augmentation(0, alpha, 0)),
            BadCall.of("shear", "shear", () -> new Augmentation(0, 0, 90))));
  }

  private BadCall network() {
    int k = bad.below(1);
    double number = bad.notPositive();
    Nonlinearity tanh = Nonlinearity.TANH;
    NoisyNetwork small = NoisyNetwork.dense(tanh, 2, 3, 1);
    return bad.any(
        List.of(
            BadCall.of("one width", "width", () -> NoisyNetwork.dense(tanh, 5)),
            BadCall.of("no width", "width", () -> NoisyNetwork.dense(tanh)),
            new BadCall(
                "width " + k,
                List.of("units", "width", "columns"),
                () -> NoisyNetwork.dense(tanh, 4, k, 2)),
            BadCall.of("widths", "weights", () -> NoisyNetwork.dense(tanh, 9, 99_999, 99_999)),
            BadCall.of("units " + k, "units", () -> DenseLayer.of(k, tanh)),
            BadCall.of("channels " + k, "channels", () -> ConvolutionLayer.of(k, 3, tanh)),
            BadCall.of(
                "kernel " + k,
                "kernel",
                () -> ConvolutionLayer.of(2, bad.any(List.of(k, 2)), tanh)),
            BadCall.of(
                "pooling " + k, "pooling", () -> ConvolutionLayer.of(2, 3, tanh).withPooling(k)),
            BadCall.of("beta " + number, "beta", () -> Perturbation.noise(number)),
            BadCall.of("noise " + number, "beta", () -> small.withBeta(number)),
            BadCall.of("dropout", "dropout", () -> Perturbation.dropout(bad.notInside())),
            BadCall.of("slope", "slope", () -> new Nonlinearity.Rectifier(bad.notFinite())),
            BadCall.of("no layers", "layers=[]", () -> new NoisyNetwork(small.input(), List.of())),
            BadCall.of("layer " + k, "layer", () -> small.layer(k)),
            BadCall.of("layer 3", "layer", () -> small.layer(3)),
            BadCall.of(
                "weights",
                "weights[0][1]",
                () ->
                    NetworkWeights.of(
                        NoisyNetwork.dense(tanh, 2, 1),
                        new float[] {0, (float) bad.notFinite()},
                        new float[] {0})),
            BadCall.of("few weights", "weights", () -> NetworkWeights.of(small, new float[1]))));
  }

  private BadCall epochs() {
    int k = bad.below(1);
    return bad.any(
        List.of(
            BadCall.of("every " + k, "step", () -> SnapshotEpochs.every(k, 100)),
            BadCall.of("until " + k, "last", () -> SnapshotEpochs.every(1, k)),
            BadCall.of("every 1 until MAX", "last", () -> SnapshotEpochs.every(1, MAX)),
            BadCall.of("at " + k, "epoch", () -> SnapshotEpochs.at(3, Math.min(-1, k))),
            BadCall.of("log to " + k, "last", () -> SnapshotEpochs.logSpaced(k, 5)),
            BadCall.of("count " + k, "count", () -> SnapshotEpochs.logSpaced(100, k)),
            BadCall.of("count MAX", "count", () -> SnapshotEpochs.logSpaced(MAX, MAX))));
  }

  private BadCall data() {
    int k = bad.below(1);
    double number = bad.notPositive();
    Variable x = samples(20).x();
    int[] labels = new int[20];
    float[] values = new float[20];
    values[bad.between(0, 19)] = (float) bad.notFinite();
    LabelledData spirals = Spirals.of(20, 2, 1, 0, Seed.of(1));
    return bad.any(
        List.of(
            BadCall.of("classes " + k, "classes", () -> LabelledData.of(x, labels, k)),
            BadCall.of("labels", "labels", () -> LabelledData.of(x, new int[19], 2)),
            BadCall.of("label 2", "label", () -> LabelledData.of(x, new int[] {2}, 2)),
            new BadCall(
                "values",
                List.of("finite", "values"),
                () -> LabelledData.of(ImageShape.vector(1), values, labels, 2)),
            new BadCall(
                "few values",
                List.of("values"),
                () -> LabelledData.of(ImageShape.vector(3), values, labels, 2)),
            BadCall.of("spirals " + k, "n", () -> Spirals.of(k, 2, 1, 0, Seed.of(1))),
            BadCall.of("spirals MAX", "n=", () -> Spirals.of(MAX, 3, 1, 0, Seed.of(1))),
            BadCall.of("d " + k, "d", () -> Spirals.of(20, k, 1, 0, Seed.of(1))),
            BadCall.of("turns " + number, "turns", () -> Spirals.of(20, 2, number, 0, Seed.of(1))),
            BadCall.of("noise", "noise", () -> Spirals.of(20, 2, 1, bad.notFinite(), Seed.of(1))),
            BadCall.of(
                "share",
                "share",
                () ->
                    SplitData.of(
                        spirals, bad.any(List.of(0.0, 1.0, -1.0, Double.NaN, 2.0)), Seed.of(1))),
            new BadCall(
                "row " + k, List.of("row"), () -> spirals.rows(bad.any(List.of(-1, 20, MAX))))));
  }

  private static Samples samples(int n) {
    return Tasks.correlatedGaussians(1, 0.5).sample(n, Seed.of(1));
  }
}
