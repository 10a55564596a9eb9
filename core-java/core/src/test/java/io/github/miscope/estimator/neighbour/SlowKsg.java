package io.github.miscope.estimator.neighbour;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The formulas of the KSG family, as plainly as they can be written: the oracle of the fast code.
 */
final class SlowKsg {

  private SlowKsg() {}

  /** The distances of X and of Y, one row per point, for estimates at several scales of Y. */
  static DoubleUnaryOperator of(Ksg ksg, Samples samples) {
    int n = samples.n();
    double[][] x = new double[n][];
    double[][] y = new double[n][];
    for (int i = 0; i < n; i++) {
      x[i] = distances(samples.x(), ksg.normX(), i);
      y[i] = distances(samples.y(), ksg.normY(), i);
    }
    return c -> estimate(ksg, samples, x, y, c);
  }

  private static double estimate(Ksg ksg, Samples samples, double[][] x, double[][] y, double c) {
    int n = samples.n();
    int k = ksg.k();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int self = i;
      double[] dx = x[i];
      double[] dy = Arrays.stream(y[i]).map(d -> c * d).toArray();
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
            case KSG1_LOG, KSG1_LOG_K ->
                Math.log(below(dx, eps, i) + 1) + Math.log(below(dy, eps, i) + 1);
            case CLOSED_BALL -> Digamma.value(upTo(dx, eps, i)) + Digamma.value(upTo(dy, eps, i));
            case BI_KSG, BI_KSG_LINF -> Math.log(upTo(dx, eps, i)) + Math.log(upTo(dy, eps, i));
            case KSG2, KSG2_LOG, KSG2_LOG_K -> {
              double epsX = Arrays.stream(nearest).mapToDouble(j -> dx[j]).max().orElseThrow();
              double epsY = Arrays.stream(nearest).mapToDouble(j -> dy[j]).max().orElseThrow();
              int mx = upTo(dx, epsX, i);
              int my = upTo(dy, epsY, i);
              yield ksg.variant() == KsgVariant.KSG2
                  ? Digamma.value(mx) + Digamma.value(my)
                  : Math.log(mx) + Math.log(my);
            }
          };
    }
    double constant =
        switch (ksg.variant()) {
          case KSG1 -> Digamma.value(k) + Digamma.value(n);
          case KSG2, CLOSED_BALL -> Digamma.value(k) + Digamma.value(n) - 1.0 / k;
          case KSG1_LOG, BI_KSG_LINF -> Digamma.value(k) + Math.log(n);
          case KSG1_LOG_K, KSG2_LOG_K -> Math.log(k) + Math.log(n);
          case KSG2_LOG -> Digamma.value(k) + Math.log(n) - 1.0 / k;
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
    double[] distances = new double[v.n()];
    for (int j = 0; j < v.n(); j++) {
      double sum = 0;
      for (int m = 0; m < v.d(); m++) {
        double difference = Math.abs(v.get(i, m) - v.get(j, m));
        sum =
            switch (norm) {
              case L1 -> sum + difference;
              case L2 -> sum + difference * difference;
              case LINF -> Math.max(sum, difference);
            };
      }
      distances[j] = norm == Norm.L2 ? Math.sqrt(sum) : sum;
    }
    return distances;
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
