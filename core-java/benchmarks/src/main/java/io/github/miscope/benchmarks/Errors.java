package io.github.miscope.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Estimates less truths, in nats. */
final class Errors {

  private final List<Double> errors = new ArrayList<>();

  void add(double error) {
    errors.add(error);
  }

  int size() {
    return errors.size();
  }

  double mean() {
    return errors.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  double meanSize() {
    return errors.stream().mapToDouble(Math::abs).average().orElse(Double.NaN);
  }

  double deviation() {
    double mean = mean();
    double squares = errors.stream().mapToDouble(e -> (e - mean) * (e - mean)).sum();
    return Math.sqrt(squares / (errors.size() - 1));
  }

  double largest() {
    return errors.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }

  double medianSize() {
    double[] sizes = errors.stream().mapToDouble(Math::abs).sorted().toArray();
    int n = sizes.length;
    return n == 0 ? Double.NaN : (sizes[(n - 1) / 2] + sizes[n / 2]) / 2;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "median absolute error %.3f, largest overestimate %+.3f",
        medianSize(),
        largest());
  }
}
