package io.github.miscope.series;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known at one lag. All values are in nats.
 *
 * @param lag how many rows Y is later than X; negative where X is later
 * @param nats the estimate; NaN if there is none
 * @param n the number of pairs that it was made from
 * @param lower the 2.5 % quantile of the surrogates' estimates; empty without surrogates
 * @param upper their 97.5 % quantile
 * @param pValue (1 + the number of surrogates with at least this estimate) / (1 + surrogates)
 * @param adjustedPValue the same for the largest estimate of all lags, which accounts for there
 *     being several (Westfall and Young, Resampling-Based Multiple Testing, Wiley 1993)
 * @param failure why there is no estimate
 */
public record LagRow(
    int lag,
    double nats,
    int n,
    OptionalDouble lower,
    OptionalDouble upper,
    OptionalDouble pValue,
    OptionalDouble adjustedPValue,
    Optional<String> failure) {

  /**
   * Refuses null.
   *
   * @param lag how many rows Y is later than X
   * @param nats the estimate
   * @param n the number of pairs
   * @param lower the 2.5 % quantile of the surrogates' estimates
   * @param upper their 97.5 % quantile
   * @param pValue of this lag alone
   * @param adjustedPValue that accounts for there being several lags
   * @param failure why there is no estimate
   */
  public LagRow {
    Objects.requireNonNull(lower, "lower");
    Objects.requireNonNull(upper, "upper");
    Objects.requireNonNull(pValue, "pValue");
    Objects.requireNonNull(adjustedPValue, "adjustedPValue");
    Objects.requireNonNull(failure, "failure");
  }
}
