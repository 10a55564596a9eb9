package io.github.miscope.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Bands and p-values from the estimates of surrogates. */
final class LagSummary {

  private static final double ROUNDING = 1e-12;

  private final List<Integer> lags;
  private final List<LagCells.Row> observed;

  /** For each surrogate, the estimates by lag. */
  private final List<double[]> drawn;

  LagSummary(List<Integer> lags, List<LagCells.Row> observed, List<double[]> drawn) {
    this.lags = lags;
    this.observed = observed;
    this.drawn = drawn;
  }

  LagTable table(String quantity, String estimator, String scheme) {
    double[] largest = new double[drawn.size()];
    for (int b = 0; b < largest.length; b++) {
      largest[b] =
          Arrays.stream(drawn.get(b))
              .filter(v -> !Double.isNaN(v))
              .max()
              .orElse(Double.NEGATIVE_INFINITY);
    }
    List<LagRow> rows = new ArrayList<>();
    for (int j = 0; j < lags.size(); j++) {
      rows.add(row(j, largest));
    }
    return new LagTable(
        quantity,
        estimator,
        drawn.size(),
        scheme,
        rows,
        drawn.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(quantile(largest, 0.95)));
  }

  private LagRow row(int lag, double[] largest) {
    LagCells.Row own = observed.get(lag);
    double[] nats =
        drawn.stream().mapToDouble(all -> all[lag]).filter(v -> !Double.isNaN(v)).toArray();
    boolean tested = nats.length > 0 && !Double.isNaN(own.nats());
    return new LagRow(
        lags.get(lag),
        own.nats(),
        own.n(),
        nats.length > 0 ? OptionalDouble.of(quantile(nats, 0.025)) : OptionalDouble.empty(),
        nats.length > 0 ? OptionalDouble.of(quantile(nats, 0.975)) : OptionalDouble.empty(),
        tested ? OptionalDouble.of(pValue(own.nats(), nats)) : OptionalDouble.empty(),
        tested ? OptionalDouble.of(pValue(own.nats(), largest)) : OptionalDouble.empty(),
        Optional.ofNullable(own.failure()));
  }

  private static double pValue(double observed, double[] drawn) {
    double least = observed - ROUNDING * (1 + Math.abs(observed));
    long reached = Arrays.stream(drawn).filter(v -> v >= least).count();
    return (1.0 + reached) / (1.0 + drawn.length);
  }

  /** Linear between the order statistics at (i + 1) / (m + 1). */
  private static double quantile(double[] values, double probability) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = probability * (sorted.length + 1) - 1;
    int below = (int) Math.floor(place);
    if (below < 0) {
      return sorted[0];
    }
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }
}
