package io.github.miscope.neural.encoder;

import io.github.miscope.encoder.CanonicalProjection;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What images tell of two groups to a discriminant that was taught the groups of four fifths of
 * them: a yardstick for estimates, which are shown pairs only.
 */
final class TaughtGroups {

  private TaughtGroups() {}

  /** The information between groups as told by the images of each side. */
  static double nats(Samples pairs, int[] ofX, int[] ofY) {
    Variable x = Variable.discrete("x", told(pairs.x(), ofX));
    Variable y = Variable.discrete("y", told(pairs.y(), ofY));
    return Presets.discreteMi().estimate(new Samples(x, y)).nats();
  }

  /** On which side of the midpoint of both groups' means the held-out discriminant is. */
  private static int[] told(Variable images, int[] groups) {
    Random random = new Random(1);
    // Canonical variates are of continuous variables.
    double[] label =
        IntStream.of(groups).mapToDouble(g -> g + 1e-3 * random.nextGaussian()).toArray();
    Variable labels = Variable.ofColumns("group", new double[][] {label});
    double[] code =
        CanonicalProjection.withDefaults()
            .fit(new Samples(images, labels))
            .heldOut(1)
            .x()
            .column(0);
    double first = mean(code, groups, 0);
    double second = mean(code, groups, 1);
    double middle = (first + second) / 2;
    return DoubleStream.of(code).mapToInt(c -> c > middle == second > first ? 1 : 0).toArray();
  }

  private static double mean(double[] code, int[] groups, int group) {
    return IntStream.range(0, code.length)
        .filter(i -> groups[i] == group)
        .mapToDouble(i -> code[i])
        .average()
        .orElseThrow();
  }
}
