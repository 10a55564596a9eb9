package io.github.miscope.estimator.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.conditional.ConditionalKsg;
import io.github.miscope.estimator.mixed.Ross;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.LocalNonUniformity;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Formulas that count equal distances give rounded data the same in every unit: which multiples of
 * 0.1 are equally far apart is not left to the last bits of doubles.
 */
@Tag("slow")
class UnitsOfRoundedDataTest {

  private static final List<MutualInformationEstimator> COUNT_TIES =
      List.of(
          Ksg.ksg1().withTies(Ties.strict()),
          Ksg.closedBall().withTies(Ties.strict()),
          Ksg.biKsg().withTies(Ties.strict()),
          Ksg.ksg1().withNorm(Norm.L1).withTies(Ties.strict()),
          Presets.mixtureKsg(),
          Presets.mesnerShalizi());

  private static double[] times(double unit, double shift, double[] whole) {
    return Arrays.stream(whole).map(v -> v / 10 * unit + shift).toArray();
  }

  private static double[] tenths(Variable variable, int j) {
    return Arrays.stream(variable.column(j)).map(v -> Math.rint(10 * v)).toArray();
  }

  private static final double[][] UNITS = {{1, 0}, {3.7, 0}, {1 / 3.0, 0}, {1, 0.3}, {1e-7, 0.01}};

  @Test
  void countsOfEqualDistancesDoNotDependOnTheUnit() {
    Samples plain = Tasks.correlatedGaussians(2, 0.6).sample(500, Seed.of(6));
    for (int d = 1; d <= 2; d++) {
      double[][] x = new double[d][];
      double[][] y = new double[d][];
      for (int j = 0; j < d; j++) {
        x[j] = tenths(plain.x(), j);
        y[j] = tenths(plain.y(), j);
      }
      for (MutualInformationEstimator estimator : COUNT_TIES) {
        if (d > 1 && estimator.equals(Ksg.biKsg().withTies(Ties.strict()))) {
          continue; // Euclidean distances in a plane are roots, which round, of whole numbers too.
        }
        double whole = estimator.estimate(Samples.ofColumns(x, y)).nats();
        for (double[] unit : UNITS) {
          double[][] otherX =
              Arrays.stream(x).map(c -> times(unit[0], unit[1], c)).toArray(double[][]::new);
          double[][] otherY =
              Arrays.stream(y).map(c -> times(unit[0], unit[1], c)).toArray(double[][]::new);
          assertEquals(
              whole,
              estimator.estimate(Samples.ofColumns(otherX, otherY)).nats(),
              1e-12,
              estimator + " in units of " + unit[0] + " from " + unit[1]);
        }
      }
    }
  }

  @Test
  void strictEstimatorsOfOneContinuousVariable() {
    Samples plain = Tasks.correlatedGaussians(1, 0.6).sample(500, Seed.of(6));
    double[] x = tenths(plain.x(), 0);
    int[] y = Arrays.stream(plain.y().column(0)).mapToInt(v -> (int) Math.rint(v)).toArray();
    Ross ross = Ross.withDefaults().withTies(Ties.strict());
    ConditionalKsg given = new ConditionalKsg(3, Ties.strict());
    double whole = ross.estimate(pair(x, y)).nats();
    double wholeGiven = given.estimate(triple(x)).nats();
    for (double[] unit : UNITS) {
      double[] other = times(unit[0], unit[1], x);
      assertEquals(whole, ross.estimate(pair(other, y)).nats(), 1e-12);
      assertEquals(wholeGiven, given.estimate(triple(other)).nats(), 1e-12);
    }
  }

  private static Samples pair(double[] x, int[] y) {
    return new Samples(Variable.of("x", x), Variable.discrete("y", y));
  }

  private static ConditionalSamples triple(double[] x) {
    double[] y = x.clone();
    double[] z = x.clone();
    for (int i = 0; i < x.length; i++) {
      y[i] = x[(7 * i + 3) % x.length];
      z[i] = x[(11 * i + 5) % x.length];
    }
    return new ConditionalSamples(Variable.of("x", x), Variable.of("y", y), Variable.of("z", z));
  }

  /** With jitter the unit never mattered beyond rounding. */
  @Test
  void brokenTiesDoNotDependOnTheUnitEither() {
    Samples plain = Tasks.correlatedGaussians(1, 0.6).sample(500, Seed.of(6));
    double[] x = tenths(plain.x(), 0);
    double[] y = tenths(plain.y(), 0);
    for (MutualInformationEstimator estimator :
        List.of(
            Presets.auto(),
            Presets.ksg(),
            Presets.ksg2(),
            Presets.biKsg(),
            LocalNonUniformity.withDefaults())) {
      double whole = estimator.estimate(Samples.of(x, y)).nats();
      for (double[] unit : UNITS) {
        assertEquals(
            whole,
            estimator
                .estimate(Samples.of(times(unit[0], unit[1], x), times(unit[0], unit[1], y)))
                .nats(),
            1e-6,
            estimator + " in units of " + unit[0] + " from " + unit[1]);
      }
    }
  }
}
