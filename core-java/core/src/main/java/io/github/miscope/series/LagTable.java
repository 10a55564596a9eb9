package io.github.miscope.series;

import io.github.miscope.internal.check.Check;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Information against the lag. Immutable.
 *
 * @param quantity what was estimated, such as "I(x(t); y(t + lag))"
 * @param estimator the label of the estimator
 * @param surrogates how many surrogates there are; 0 for none
 * @param scheme how they were made; empty for none
 * @param rows one for each lag
 * @param exceeded what the largest estimate of all lags exceeds in 5 % of the surrogates, in nats;
 *     empty without surrogates
 */
public record LagTable(
    String quantity,
    String estimator,
    int surrogates,
    String scheme,
    List<LagRow> rows,
    OptionalDouble exceeded) {

  /**
   * Copies its list.
   *
   * @param quantity what was estimated
   * @param estimator the label of the estimator
   * @param surrogates how many surrogates there are
   * @param scheme how they were made
   * @param rows one for each lag
   * @param exceeded what the largest estimate of all lags exceeds in 5 % of the surrogates
   */
  public LagTable {
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(exceeded, "exceeded");
    rows = Check.copy("rows", rows);
  }

  /**
   * The row of the largest estimate.
   *
   * @return the first of them
   */
  public LagRow largest() {
    LagRow largest = rows.get(0);
    for (LagRow row : rows) {
      if (row.nats() > largest.nats() || Double.isNaN(largest.nats())) {
        largest = row;
      }
    }
    return largest;
  }
}
