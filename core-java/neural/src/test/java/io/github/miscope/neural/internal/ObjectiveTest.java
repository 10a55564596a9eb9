package io.github.miscope.neural.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.neural.bound.Bound;
import io.github.miscope.neural.bound.Scores;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.sample.Seed;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** Gradients of training, by finite differences of the bounds' own objectives. */
@SuppressWarnings("try") // Scopes act by being there.
class ObjectiveTest {

  private static final int B = 5;
  private static final int M = 4;
  private static final double H = 1e-5;

  @Test
  void lossesHaveTheGradientsOfTheObjectives() {
    for (Bound bound :
        List.of(
            Bound.donskerVaradhan(),
            Bound.nwj(),
            Bound.infoNce(),
            Bound.smile(),
            Bound.jensenShannon(),
            Bound.club(),
            Bound.leaveOneOut())) {
      double[] scores = scores(1);
      double[] gradient = gradient(new Objective(bound), scores);
      for (int i = 0; i < scores.length; i++) {
        double[] up = scores.clone();
        double[] down = scores.clone();
        up[i] += H;
        down[i] -= H;
        double slope = (bound.objective(asScores(up)) - bound.objective(asScores(down))) / (2 * H);
        // Central differences err by H^2 f''' / 6 and by rounding of 1e-16 / H: below 1e-9.
        assertEquals(-slope, gradient[i], 1e-9, bound + ", score " + i);
      }
    }
  }

  /** Belghazi et al. 2018, eq. 12: the batch's own mean of exp F gives way to a moving average. */
  @Test
  void minesDenominatorIsAMovingAverage() {
    double rate = 0.25;
    Objective objective = new Objective(new io.github.miscope.neural.bound.DonskerVaradhan(rate));
    double[] first = scores(2);
    double[] second = scores(3);
    gradient(objective, first);
    double[] gradient = gradient(objective, second);
    double average = (1 - rate) * meanExp(first) + rate * meanExp(second);
    for (int i = 0; i < B; i++) {
      assertEquals(-1.0 / B, gradient[i], 1e-12);
    }
    for (int i = B; i < second.length; i++) {
      assertEquals(Math.exp(second[i]) / (B * M) / average, gradient[i], 1e-12);
    }
  }

  /** Without a moving average, nothing is left of earlier batches, however large they were. */
  @Test
  void plainGradientIsThatOfTheBatchAlone() {
    Bound plain = Bound.plainDonskerVaradhan();
    Objective objective = new Objective(plain);
    double[] first = scores(2);
    for (int i = B; i < first.length; i++) {
      first[i] += 1000;
    }
    gradient(objective, first);
    double[] second = scores(3);
    double[] gradient = gradient(objective, second);
    for (int i = 0; i < second.length; i++) {
      double[] up = second.clone();
      double[] down = second.clone();
      up[i] += H;
      down[i] -= H;
      double slope = (plain.objective(asScores(up)) - plain.objective(asScores(down))) / (2 * H);
      // As above.
      assertEquals(-slope, gradient[i], 1e-9, "score " + i);
    }
  }

  private static double meanExp(double[] scores) {
    double sum = 0;
    for (int i = B; i < scores.length; i++) {
      sum += Math.exp(scores[i]);
    }
    return sum / (B * M);
  }

  private static double[] scores(long seed) {
    UniformRandomProvider random = Seed.of(seed).generator();
    return random.doubles(B + B * M, -2, 2).toArray();
  }

  private static Scores asScores(double[] values) {
    double[] joint = new double[B];
    double[][] product = new double[B][M];
    System.arraycopy(values, 0, joint, 0, B);
    for (int i = 0; i < B; i++) {
      System.arraycopy(values, B + i * M, product[i], 0, M);
    }
    return new Scores(joint, product);
  }

  private static double[] gradient(Objective objective, double[] values) {
    Libtorch.require();
    try (PointerScope scope = new PointerScope()) {
      Tensor all = Tensor.create(values, new long[] {values.length});
      all.set_requires_grad(true);
      Tensor joint = all.narrow(0, 0, B);
      Tensor product = all.narrow(0, B, B * M).view(B, M);
      objective.loss(new ScoreTensors(joint, product)).backward();
      double[] gradient = new double[values.length];
      DoublePointer data = all.grad().contiguous().data_ptr_double();
      data.get(gradient);
      return gradient;
    }
  }
}
