package io.github.miscope.encoder;

import io.github.miscope.internal.check.Check;
import java.util.Locale;

/** How many codes a variable is compressed to. */
public sealed interface LatentDimension {

  /**
   * A fixed number of codes.
   *
   * @param count the number; columns and observations - 1 limit it
   */
  record Fixed(int count) implements LatentDimension {

    /**
     * A fixed number of codes.
     *
     * @param count the number
     * @throws IllegalArgumentException if it is below 1
     */
    public Fixed {
      Check.between("latent dimension", count, 1, Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
      return Integer.toString(count);
    }
  }

  /**
   * As few codes as explain a given part of the variance.
   *
   * @param share the part, above 0 and at most 1
   */
  record VarianceShare(double share) implements LatentDimension {

    /**
     * As few codes as explain a given part of the variance.
     *
     * @param share the part
     * @throws IllegalArgumentException if it is not above 0 and at most 1
     */
    public VarianceShare {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "share of variance must be above 0 and at most 1: share=" + share);
      }
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.4g %% of the variance", 100 * share);
    }
  }

  /**
   * As many codes as have more variance than noise of equal variance in every column would give
   * them: the optimal hard threshold of singular values for unknown noise. Source: Gavish and
   * Donoho 2014, "The Optimal Hard Threshold for Singular Values is 4/sqrt(3)", IEEE Transactions
   * on Information Theory 60(8), eq. 11 and Section V, doi:10.1109/TIT.2014.2323359. At least one.
   */
  record AboveNoise() implements LatentDimension {
    @Override
    public String toString() {
      return "above noise";
    }
  }
}
