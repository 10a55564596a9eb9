package io.github.miscope.estimator.auto;

import io.github.miscope.internal.mean.Means;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One way to look at the data, and the information that it shows.
 *
 * @param name what users read
 * @param nats the estimate
 * @param values what each observation contributes, up to a constant, in the order of the search
 * @param dimensions in how many dimensions neighbours are searched for; 0 where there is no search
 * @param search finds other numbers of neighbours; none where there is no search, or none is needed
 * @param order value i is that of row order[i]; empty where it is that of row i
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record View(
    String name,
    double nats,
    double[] values,
    int dimensions,
    Optional<NeighbourSearch> search,
    int... order) {

  View(String name, double nats, double[] pointwise, int dimensions) {
    this(name, nats, pointwise, dimensions, Optional.empty());
  }

  static View ofNeighbours(String name, double[] pointwise, int dimensions) {
    return new View(name, Means.mean(pointwise), pointwise, dimensions);
  }

  /** The same view with its search at hand. */
  View with(NeighbourSearch own) {
    return new View(name, nats, values, dimensions, Optional.of(own), order);
  }

  /** The same view by another name. */
  View named(String other) {
    return new View(other, nats, values, dimensions, search, order);
  }

  /** The same view of rows of which i was number order[i]. */
  View reordered(int[] order) {
    return new View(name, nats, pointwise(), dimensions, Optional.empty(), order);
  }

  /** What each observation contributes, up to a constant; for reading. */
  double[] pointwise() {
    if (order.length == 0) {
      return values;
    }
    // Most views are never asked.
    double[] original = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      original[order[i]] = values[i];
    }
    return original;
  }

  /** What some of the rows, in whose order it is, contribute to the view. */
  View at(int... rows) {
    double[] pointwise = pointwise();
    double[] some = Arrays.stream(rows).mapToDouble(i -> pointwise[i]).toArray();
    double excess = Means.mean(some) - Means.mean(pointwise);
    return new View(name, nats + excess, some, dimensions);
  }

  /** The standard error of the difference between two views of the same observations. */
  double errorOfDifference(View other) {
    return errorOfDifference(other.pointwise());
  }

  /** The same for the pointwise values of another. */
  double errorOfDifference(double[] other) {
    double[] pointwise = pointwise();
    int n = pointwise.length;
    double[] difference = new double[n];
    for (int i = 0; i < n; i++) {
      difference[i] = pointwise[i] - other[i];
    }
    double mean = Means.mean(difference);
    double squares = 0;
    for (double d : difference) {
      squares += (d - mean) * (d - mean);
    }
    return Math.sqrt(squares / (n - 1.0) / n);
  }

  /**
   * The first view that the largest does not exceed by more than the standard error of their
   * difference: where views agree but for noise, the simplest is the least noisy, and taking it
   * keeps the maximum from collecting the noise of all.
   */
  static View choose(List<View> simplestFirst) {
    int last = 0;
    for (int v = 1; v < simplestFirst.size(); v++) {
      last = simplestFirst.get(v).nats > simplestFirst.get(last).nats ? v : last;
    }
    View largest = simplestFirst.get(last);
    for (View view : simplestFirst.subList(0, last)) {
      if (largest.nats - view.nats <= largest.errorOfDifference(view)) {
        return view;
      }
    }
    return largest;
  }
}
