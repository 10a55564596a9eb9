package io.github.miscope.estimator.neighbour;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The formulas of the KSG family, as plainly as they can be written: the oracle of the fast code.
 */
final class SlowKsg {

  private SlowKsg() {}

  static double estimate(Ksg ksg, Samples samples, double c) {
    int n = samples.n();
    int k = ksg.k();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int self = i;
      double[] dx = distances(samples.x(), ksg.normX(), i);
      double[] dy = Arrays.stream(distances(samples.y(), ksg.normY(), i)).map(d -> c * d).toArray();
      boolean euclidean = ksg.variant() == KsgVariant.BI_KSG;
      double[] joint =
          IntStream.range(0, n)
              .mapToDouble(
                  j ->
                      euclidean ? Math.sqrt(dx[j] * dx[j] + dy[j] * dy[j]) : Math.max(dx[j], dy[j]))
              .toArray();
      int[] nearest =
          IntStream.range(0, n)
              .filter(j -> j != self)
              .boxed()
              .sorted(Comparator.comparingDouble(j -> joint[j]))
              .limit(k)
              .mapToInt(Integer::intValue)
              .toArray();
      double eps = joint[nearest[k - 1]];
      sum +=
          switch (ksg.variant()) {
            case KSG1 ->
                Digamma.value(below(dx, eps, i) + 1) + Digamma.value(below(dy, eps, i) + 1);
            case CLOSED_BALL -> Digamma.value(upTo(dx, eps, i)) + Digamma.value(upTo(dy, eps, i));
            case BI_KSG -> Math.log(upTo(dx, eps, i)) + Math.log(upTo(dy, eps, i));
            case KSG2 -> {
              double epsX = Arrays.stream(nearest).mapToDouble(j -> dx[j]).max().orElseThrow();
              double epsY = Arrays.stream(nearest).mapToDouble(j -> dy[j]).max().orElseThrow();
              yield Digamma.value(upTo(dx, epsX, i)) + Digamma.value(upTo(dy, epsY, i));
            }
          };
    }
    double constant =
        switch (ksg.variant()) {
          case KSG1 -> Digamma.value(k) + Digamma.value(n);
          case KSG2, CLOSED_BALL -> Digamma.value(k) + Digamma.value(n) - 1.0 / k;
          case BI_KSG ->
              Digamma.value(k)
                  + Math.log(n)
                  + logBall(samples.dX())
                  + logBall(samples.dY())
                  - logBall(samples.dX() + samples.dY());
        };
    return constant - sum / n;
  }

  private static double logBall(int d) {
    return 0.5 * d * Math.log(Math.PI) - LogGamma.value(1 + 0.5 * d);
  }

  private static double[] distances(Variable v, Norm norm, int i) {
    return IntStream.range(0, v.n())
        .mapToDouble(
            j -> {
              double[] differences =
                  IntStream.range(0, v.d())
                      .mapToDouble(m -> Math.abs(v.get(i, m) - v.get(j, m)))
                      .toArray();
              return switch (norm) {
                case L1 -> Arrays.stream(differences).sum();
                case L2 -> Math.sqrt(Arrays.stream(differences).map(d -> d * d).sum());
                case LINF -> Arrays.stream(differences).max().orElseThrow();
              };
            })
        .toArray();
  }

  private static int below(double[] distances, double eps, int self) {
    return (int)
        IntStream.range(0, distances.length).filter(j -> j != self && distances[j] < eps).count();
  }

  private static int upTo(double[] distances, double eps, int self) {
    return (int)
        IntStream.range(0, distances.length).filter(j -> j != self && distances[j] <= eps).count();
  }
}
