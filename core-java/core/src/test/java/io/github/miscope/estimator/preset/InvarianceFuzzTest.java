package io.github.miscope.estimator.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What must change no estimate, on data at random: exchanged X and Y, other units, another number
 * of threads, another order of rows.
 */
class InvarianceFuzzTest {

  private static final int CASES = 60;

  /** Symmetric in X and Y to the bit. */
  private static final List<MutualInformationEstimator> SYMMETRIC =
      List.of(
          Presets.auto(),
          Presets.ksg(),
          Presets.ksg2(),
          Presets.ksgClosedBall(),
          Presets.biKsg(),
          Presets.ksgLocal(),
          Presets.ksgGlobalLinfSymmetric(),
          Presets.mixtureKsg(),
          Presets.mesnerShalizi(),
          Presets.binnedMi(5));

  private static final MutualInformationEstimator ENTROPIES = EntropySum.of(Entropies.knnEntropy());

  private static final List<MutualInformationEstimator> OTHERS =
      List.of(Presets.gaussianMi(), Presets.ksgGlobal(), Presets.ksgGlobalLinf(), ENTROPIES);

  private final Random random = new Random(14);

  /** A column of one of several kinds. */
  private double[] column(int n, double[] common) {
    double weight = random.nextInt(3);
    double[] values = new double[n];
    Arrays.setAll(values, i -> weight * common[i] + random.nextGaussian());
    switch (random.nextInt(5)) {
      case 0 -> Arrays.setAll(values, i -> Math.exp(2 * values[i]));
      case 1 -> Arrays.setAll(values, i -> Math.rint(4 * values[i]) / 4);
      case 2 -> Arrays.setAll(values, i -> Math.max(0, values[i]));
      default -> {}
    }
    return values;
  }

  private Samples samples() {
    int n = 30 + random.nextInt(120);
    double[] common = random.doubles(n).toArray();
    double[][] x = new double[1 + random.nextInt(2)][];
    double[][] y = new double[1 + random.nextInt(2)][];
    Arrays.setAll(x, j -> column(n, common));
    Arrays.setAll(y, j -> column(n, common));
    return new Samples(Variable.ofColumns("x", x), Variable.ofColumns("y", y));
  }

  private static Variable scaled(Variable variable, double factor) {
    double[][] columns = variable.columns();
    for (double[] column : columns) {
      Arrays.setAll(column, i -> column[i] * factor);
    }
    return variable.withColumns(columns);
  }

  private static boolean isTied(Variable variable) {
    return Arrays.stream(variable.columns())
        .anyMatch(column -> Arrays.stream(column).distinct().count() < column.length);
  }

  private int[] order(int n) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(i);
    }
    Collections.shuffle(rows, random);
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  @Test
  void estimatesDoNotChange() {
    for (int c = 0; c < CASES; c++) {
      Samples samples = samples();
      boolean symmetric = random.nextBoolean();
      List<MutualInformationEstimator> some = symmetric ? SYMMETRIC : OTHERS;
      MutualInformationEstimator estimator = some.get(random.nextInt(some.size()));
      String what = "case " + c + ", " + estimator + ", " + samples;
      double nats = estimator.estimate(samples).nats();
      if (symmetric) {
        assertEquals(nats, estimator.estimate(samples.swapped()).nats(), "swapped: " + what);
      }
      // A power of two changes no digit of any distance; logarithms of entropies round.
      double factor = Math.scalb(1.0, random.nextInt(200) - 100);
      Samples other = new Samples(scaled(samples.x(), factor), scaled(samples.y(), factor));
      double delta = estimator == ENTROPIES ? 1e-9 : 0;
      assertEquals(nats, estimator.estimate(other).nats(), delta, factor + ": " + what);
      int threads = 2 + random.nextInt(4);
      Threads.within(
          threads,
          () -> assertEquals(nats, estimator.estimate(samples).nats(), threads + ": " + what));
      if (!isTied(samples.x()) && !isTied(samples.y())) {
        Samples shuffled = samples.rows(order(samples.n()));
        assertEquals(nats, estimator.estimate(shuffled).nats(), 1e-9, "shuffled: " + what);
      }
    }
  }
}
