package io.github.miscope.score;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.internal.text.Numbers;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What one representation tells of the victim's.
 *
 * @param name the name of the representation
 * @param role what it is in the comparison
 * @param estimate I(victim; representation) with its standard error and interval, in nats
 * @param score (I - I_min) / (I_max - I_min), without unit; NaN where I_max is not above I_min
 * @param standardError the standard error of the score over other observations, the encoders being
 *     the same; NaN where there is no score
 * @param lower the lower end of the score's confidence interval, or NaN
 * @param upper its upper end, or NaN
 * @param pValue of a suspect: the chance of an advantage as large as this one over each of the
 *     baselines if it knew no more of the victim than one of them
 */
public record ScoreRow(
    String name,
    Role role,
    Estimate estimate,
    double score,
    double standardError,
    double lower,
    double upper,
    OptionalDouble pValue) {

  /**
   * A row.
   *
   * @param name the name of the representation
   * @param role what it is in the comparison
   * @param estimate I(victim; representation)
   * @param score the score, or NaN
   * @param standardError its standard error, or NaN
   * @param lower the lower end of its interval, or NaN
   * @param upper the upper end, or NaN
   * @param pValue the p-value of a suspect
   */
  public ScoreRow {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(estimate, "estimate");
    Objects.requireNonNull(pValue, "pValue");
  }

  /** One line: "stolen (suspect): score 0.312 [0.250, 0.374], 1.2345 nats, p = 0.00098". */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s (%s): %s, %.4f nats%s",
        name,
        role,
        Double.isNaN(score)
            ? "no score"
            : String.format(Locale.ROOT, "score %.3f [%.3f, %.3f]", score, lower, upper),
        estimate.nats(),
        pValue.isPresent() ? ", p = " + Numbers.brief(pValue.getAsDouble()) : "");
  }
}
