package io.github.miscope.neural.internal;

import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.training.Loss;
import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What a network learns from: inputs, and what its outputs should be. */
interface Lesson {

  Inputs inputs();

  /** How many randomly changed views of each input a step takes, one after the other. */
  default int views() {
    return 1;
  }

  /**
   * How far outputs are from what they should be.
   *
   * @param outputs of the network
   * @param inputs that they belong to, without noise
   * @param rows which inputs these are
   */
  Tensor loss(Tensor outputs, Tensor inputs, int[] rows);

  /** What a loss asks for. */
  static Lesson of(LabelledData data, Loss loss) {
    Inputs inputs = Inputs.of(data);
    if (loss instanceof Loss.Contrastive contrastive) {
      return new ContrastiveLesson(inputs, contrastive.temperature());
    }
    if (loss instanceof Loss.ContrastiveTo to) {
      return new TargetLesson(inputs, to.targets(), to.temperature());
    }
    if (loss instanceof Loss.SquaredErrorTo to) {
      return new TargetLesson(inputs, to.targets(), Double.NaN);
    }
    return classes(data, inputs, loss);
  }

  /** Classes, or a target for each class. */
  private static Lesson classes(LabelledData data, Inputs inputs, Loss loss) {
    return new Lesson() {
      @Override
      public Inputs inputs() {
        return inputs;
      }

      @Override
      public Tensor loss(Tensor outputs, Tensor given, int[] rows) {
        if (loss instanceof Loss.SquaredError squared) {
          float[] targets = new float[rows.length];
          for (int i = 0; i < rows.length; i++) {
            targets[i] = squared.targets().get(data.label(rows[i])).floatValue();
          }
          return torch.mse_loss(outputs, Tensors.of(targets, rows.length, 1));
        }
        int[] labels = Arrays.stream(rows).map(data::label).toArray();
        return torch.cross_entropy_loss(outputs, Tensors.indices(labels));
      }
    };
  }

  /**
   * The inputs themselves, and values of another variable beside them.
   *
   * @param others one row for each input
   * @param weight of the error of the inputs; that of the others has 1
   */
  static Lesson prediction(Inputs inputs, Inputs others, double weight) {
    long own = inputs.shape().columns();
    long other = others.shape().columns();
    return new Lesson() {
      @Override
      public Inputs inputs() {
        return inputs;
      }

      @Override
      public Tensor loss(Tensor outputs, Tensor given, int[] rows) {
        Tensor wanted = Tensors.of(others.values(rows), rows.length, other);
        Tensor predicted = torch.mse_loss(outputs.narrow(1, own, other), wanted);
        return weight == 0
            ? predicted
            : predicted.add(torch.mse_loss(outputs.narrow(1, 0, own), given), new Scalar(weight));
      }
    };
  }

  /**
   * The inputs themselves.
   *
   * @param absolute whether the mean absolute error counts, and not the mean squared one
   */
  static Lesson reconstruction(Inputs inputs, boolean absolute) {
    return new Lesson() {
      @Override
      public Inputs inputs() {
        return inputs;
      }

      @Override
      public Tensor loss(Tensor outputs, Tensor given, int[] rows) {
        return absolute ? torch.l1_loss(outputs, given) : torch.mse_loss(outputs, given);
      }
    };
  }
}
