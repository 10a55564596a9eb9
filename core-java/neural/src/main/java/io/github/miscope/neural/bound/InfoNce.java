package io.github.miscope.neural.bound;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * InfoNCE: the mean over y of F(x_i, y_i) - log((1/b) sum_j exp F(x_j, y_i)), where j runs over the
 * right x and m = b - 1 others (van den Oord, Li and Vinyals 2018; Poole et al. 2019, eq. 10).
 * Cannot exceed log b, and falls short of the truth well below it.
 */
public record InfoNce() implements Bound {

  @Override
  public double value(Scores scores) {
    Objects.requireNonNull(scores, "scores");
    return scores.mean((right, others) -> right - Scores.logSumExp(right, others))
        + Math.log(scores.negatives() + 1.0);
  }

  @Override
  public OptionalDouble ceiling(int negatives) {
    return OptionalDouble.of(Math.log(negatives + 1.0));
  }

  @Override
  public boolean comparesWithMany() {
    return true;
  }

  @Override
  public String toString() {
    return "InfoNCE";
  }
}
