package io.github.miscope.estimator.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Tasks;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The fast code against {@link SlowKsg}, on kind and unkind data, bare of tie breaking. */
class KsgOracleTest {

  private static final double[] SCALES = {0.1, 0.25, 0.5, 1, 1.7, 2};

  private static final List<Ksg> ESTIMATORS =
      List.of(
          Ksg.ksg1(),
          Ksg.ksg1().withK(1),
          Ksg.ksg1().withNorms(Norm.L1, Norm.L2),
          Ksg.ksg2().withK(4),
          Ksg.ksg2().withNorm(Norm.L2),
          Ksg.closedBall(),
          Ksg.biKsg(),
          Ksg.biKsg().withK(7).withNorm(Norm.LINF),
          Ksg.biKsgLinf(),
          Ksg.ksg1Log().withK(1).withNorm(Norm.L2),
          Ksg.ksg2Log().withK(1).withNorm(Norm.L1),
          Ksg.ksg1LogK().withK(2),
          Ksg.ksg2LogK().withNorm(Norm.L2));

  private static final Set<KsgVariant> KSG2 =
      EnumSet.of(KsgVariant.KSG2, KsgVariant.KSG2_LOG, KsgVariant.KSG2_LOG_K);

  private static void check(String name, Samples samples, boolean tied) {
    for (Ksg ksg : ESTIMATORS) {
      if (ksg.k() >= samples.n() || (tied && KSG2.contains(ksg.variant()))) {
        continue; // KSG2 depends on which of several tied neighbours is taken.
      }
      Ksg strict = ksg.withTies(Ties.strict());
      DoubleUnaryOperator oracle = SlowKsg.of(ksg, samples);
      List<Estimate> together = strict.estimateAt(samples, SCALES);
      for (int s = 0; s < SCALES.length; s++) {
        String what = name + ", " + ksg + ", c = " + SCALES[s];
        double slow = oracle.applyAsDouble(SCALES[s]);
        assertEquals(slow, together.get(s).nats(), 1e-12, what);
        assertEquals(slow, strict.estimateAt(samples, SCALES[s]).get(0).nats(), 1e-12, what);
      }
    }
  }

  @Test
  void gaussians() {
    for (int d : new int[] {1, 2, 7}) {
      for (int n : new int[] {2, 3, 10, 150}) {
        Samples samples = Tasks.correlatedGaussians(d, 0.6).sample(n, Seed.of(d + n));
        check("gaussians d = " + d + ", n = " + n, samples, false);
      }
    }
  }

  @Test
  void differentDimensions() {
    check("3 and 1", Tasks.randomGaussian(3, 1, Seed.of(1)).sample(100, Seed.of(2)), false);
    check("1 and 4", Tasks.randomGaussian(1, 4, Seed.of(3)).sample(100, Seed.of(4)), false);
  }

  @Test
  void heavyTailsAndClusters() {
    Samples cubes =
        Tasks.correlatedGaussians(2, 0.9)
            .mapX(Bijection.cube().then(Bijection.cube()))
            .sample(120, Seed.of(5));
    check("cubes of cubes", cubes, false);
    double[][] x = Tasks.correlatedGaussians(1, 0.5).sample(120, Seed.of(6)).x().columns();
    double[][] y = Tasks.correlatedGaussians(1, 0.5).sample(120, Seed.of(7)).y().columns();
    for (int i = 0; i < 120; i++) {
      x[0][i] = 1e-6 * x[0][i] + i % 4;
      y[0][i] = 1e-6 * y[0][i] + i % 3;
    }
    check("clusters", Samples.ofColumns(x, y), false);
  }

  @Test
  void latticesAndExtremeScales() {
    Samples samples = Tasks.correlatedGaussians(2, 0.6).sample(120, Seed.of(8));
    Samples lattice = new Samples(rounded(samples, true), rounded(samples, false));
    check("lattice", lattice, true);
    check("ranks", new Samples(Scaling.rank().apply(samples.x()), samples.y()), true);
    for (double scale : new double[] {0x1p-500, 0x1p500}) {
      Samples both =
          Tasks.correlatedGaussians(2, 0.6)
              .map(Bijection.scale(scale), Bijection.scale(scale))
              .sample(80, Seed.of(9));
      Samples plain = Tasks.correlatedGaussians(2, 0.6).sample(80, Seed.of(9));
      for (Ksg ksg : ESTIMATORS) {
        assertEquals(ksg.estimate(plain).nats(), ksg.estimate(both).nats(), 0.0, ksg.toString());
      }
    }
  }

  private static Variable rounded(Samples samples, boolean x) {
    Variable variable = x ? samples.x() : samples.y();
    double[][] columns = variable.columns();
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] = Math.rint(2 * column[i]);
      }
    }
    return variable.withColumns(columns);
  }
}
