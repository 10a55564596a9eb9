package io.github.miscope.estimator;

import java.util.Locale;

/** A {@link Warning} about the estimate: that it is probably off, which way, and why. */
public sealed interface EstimateWarning extends Warning {

  /**
   * There are too few observations for so many dimensions: nearest neighbours are not near, and the
   * estimate is probably low.
   *
   * @param n the number of observations
   * @param dimensions dX + dY
   * @param k the number of neighbours
   * @param needed the number of observations from which this warning is not given, k 2^(dX + dY)
   */
  record FewPoints(int n, int dimensions, int k, double needed) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "n = %d is small for %d dimensions: nearest neighbours are far away and the estimate"
              + " is probably low (rule of thumb: n >= k 2^d = %.3g).",
          n,
          dimensions,
          needed);
    }
  }

  /**
   * There are too few observations for so many dimensions: nearest neighbours are not near, and the
   * density bends within their balls, which lowers the estimate, or ends there, which raises it.
   *
   * @param n the number of observations
   * @param dimensions d
   * @param k the number of neighbours
   * @param needed the number of observations from which this warning is not given, k 2^d
   */
  record FarNeighbours(int n, int dimensions, int k, double needed) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "n = %d is small for %d dimensions: nearest neighbours are far away and the entropy"
              + " may be far off, either way (rule of thumb: n >= k 2^d = %.3g).",
          n,
          dimensions,
          needed);
    }
  }

  /**
   * The weights of a weighted nearest-neighbour entropy are so large that noise of the distances,
   * multiplied by them, gives the estimate a large standard error, whatever the data.
   *
   * @param norm the Euclidean norm of the weights
   * @param dimensions d
   * @param n the number of observations
   * @param error the standard error that comes from the weights alone, in nats
   */
  record LargeWeights(double norm, int dimensions, int n, double error) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "In %d dimensions the weights are large (norm %.2g): they alone give a standard error of"
              + " %.2g nats at n = %d. An entropy without weights is biased, but less noisy.",
          dimensions,
          norm,
          error,
          n);
    }
  }

  /**
   * The estimate is close to the largest value that the estimator can give for this n and k: the
   * truth may be larger, even infinite.
   *
   * @param nats the estimate
   * @param ceiling the largest possible value, in nats
   */
  record NearCeiling(double nats, double ceiling) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%.3g nats is close to %.3g nats, the most that this estimator can give for these n and"
              + " k: the truth may be larger.",
          nats,
          ceiling);
    }
  }

  /**
   * The estimate is close to log n. No method that supposes nothing of the distribution can certify
   * more than about log n nats from n observations (McAllester and Stratos, "Formal limitations on
   * the measurement of mutual information", AISTATS 2020).
   *
   * @param nats the estimate
   * @param n the number of observations
   */
  record NearLogN(double nats, int n) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%.3g nats is close to log n = %.3g nats: so many observations cannot certify it without"
              + " assumptions on the distribution.",
          nats,
          Math.log(n));
    }
  }

  /**
   * Smaller samples give a smaller estimate, with no sign of levelling: the truth is probably
   * larger than the estimate, perhaps infinite.
   *
   * @param perDoubling what a doubling of n adds, in nats
   * @param n the number of observations
   */
  record GrowsWithN(double perDoubling, int n) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The estimate grows by %.2g nats per doubling of n up to n = %d, without levelling: the"
              + " truth is probably larger.",
          perDoubling,
          n);
    }
  }

  /**
   * Estimates from halves of the data differ from the estimate from all of it by more than its
   * standard error: the bias is not small beside the error.
   *
   * @param drift estimate from all less the mean estimate from halves, in nats
   * @param standardError the standard error, in nats
   * @param k the number of neighbours
   */
  record Drifts(double drift, double standardError, int k) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "From half of the data to all of it the estimate (k = %d) moves by %+.2g nats, more than"
              + " its standard error of %.2g: it is biased, and more data would move it further.",
          k,
          drift,
          standardError);
    }
  }

  /**
   * The estimate is below zero by more than chance allows, which the truth cannot be: the estimator
   * is biased on these data.
   *
   * @param nats the estimate
   * @param error its standard error, or a rough one where it is not known, in nats
   */
  record BelowZero(double nats, double error) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%.3g nats is below zero by more than its error of %.2g: the estimator is biased on these"
              + " data.",
          nats,
          error);
    }
  }

  /**
   * The estimate depends on the marginal distributions, which the mutual information does not:
   * columns scaled to unit variance and columns replaced by normal ranks give different values,
   * beyond their errors. Long tails do that; trust the ranks.
   *
   * @param raw the estimate with columns of unit variance, in nats
   * @param ranks the estimate with normal ranks, in nats
   * @param standardError the standard error of the difference, in nats
   */
  record RanksDisagree(double raw, double ranks, double standardError) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "Scaled columns give %.3g nats but normal ranks %.3g (difference %.2g, standard error"
              + " %.2g): long tails or skewness mislead the estimate; use auto, which ranks first,"
              + " or Scaling.normalRank().",
          raw,
          ranks,
          ranks - raw,
          standardError);
    }
  }

  /**
   * The estimate is close to the logarithm of the batch, which a contrastive bound cannot exceed:
   * the truth may be larger, and a larger batch shows more of it.
   *
   * @param nats the estimate
   * @param ceiling the largest possible value, in nats
   * @param batch how many candidates each observation was compared with, its own included
   */
  record NearBatchCeiling(double nats, double ceiling, int batch) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%.3g nats is close to %.3g nats, the logarithm of the batch of %d, which this bound"
              + " cannot exceed: take larger batches.",
          nats,
          ceiling,
          batch);
    }
  }

  /**
   * A trained estimator tells more on the data it was trained on than on others: it has learnt
   * these observations rather than their distribution.
   *
   * @param inSample the value on training data, in nats
   * @param heldOut the value on data not used for training, which is the estimate, in nats
   */
  record Overfits(double inSample, double heldOut) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%.3g nats on training data, but %.3g on others: the critic has learnt the sample by"
              + " heart, and the truth may be larger than the estimate.",
          inSample,
          heldOut);
    }
  }

  /**
   * The maximising relative scale lies on the edge of its grid: a wider grid may give more.
   *
   * @param c the maximising scale
   * @param smallest the smallest scale of the grid
   * @param largest the largest scale of the grid
   */
  record GridEdge(double c, double smallest, double largest) implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The maximising relative scale c = %.3g lies on the edge of its grid [%.3g, %.3g]: a"
              + " wider grid may give more.",
          c,
          smallest,
          largest);
    }
  }

  /**
   * There are fewer draws of a layer than the entropy of some distribution in [-1, 1]^d needs: the
   * entropy, and the information with it, may be low (Goldfeld et al. 2019, Theorem 5).
   *
   * @param draws the number of draws
   * @param dimensions d
   * @param beta the standard deviation of the noise
   * @param needed the number of draws up to which the worst bias is above {@code bias}
   * @param bias that bias, in nats
   */
  record TooFewDraws(int draws, int dimensions, double beta, double needed, double bias)
      implements EstimateWarning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%d draws of %d dimensions with noise %.3g cannot suffice for every distribution: up to"
              + " %.3g the worst bias is above %.2g nats. Look whether twice as many change the"
              + " estimate.",
          draws,
          dimensions,
          beta,
          needed,
          bias);
    }
  }

  /**
   * A standard error and an interval were asked for and could not be had.
   *
   * @param reason why
   */
  record NoInterval(String reason) implements EstimateWarning {
    @Override
    public String message() {
      return "No standard error and interval: " + reason + ".";
    }
  }
}
