package io.github.miscope.estimator.encoded;

import io.github.miscope.encoder.CanonicalProjection;
import io.github.miscope.encoder.PairEncoder;
import io.github.miscope.encoder.PairEncoding;
import io.github.miscope.estimator.AdaptiveEstimator;
import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * An estimator of codes that X and Y were compressed to together, such as cross-fitted canonical
 * variates: I(E(X);F(Y)), which is at most I(X;Y).
 *
 * <p>The encoder is fitted anew at each estimate. Permutations are therefore treated as the sample
 * itself, and p-values are exact. For standard errors it is fitted to each subsample, with the kind
 * of codes that all observations have chosen ({@link AdaptiveEstimator}).
 *
 * <p>Codes by functions that differ between parts of the sample may show of which part an
 * observation is, in X's codes as in Y's. Codes by one function for all cannot, but all
 * observations have helped to choose it. Both err upwards, and the smaller estimate counts. Codes
 * are added while the estimate rises by more than 1 / sqrt(n). The best of several codes of
 * independent variables is a little above zero; a p-value knows, since it fits all of them as well.
 *
 * @param base the estimator of the codes
 * @param encoder the encoder of X and Y
 */
public record Projected(MutualInformationEstimator base, PairEncoder encoder)
    implements AdaptiveEstimator {

  /** How many codes are tried after the first. */
  private static final int[] COUNTS = {2, 3, 5, 7, 10, 15, 20, 30, 50};

  /**
   * An estimator of codes.
   *
   * @param base the estimator of the codes
   * @param encoder the encoder of X and Y
   */
  public Projected {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(encoder, "encoder");
  }

  /**
   * An estimator of cross-fitted canonical variates.
   *
   * @param base the estimator of the codes
   * @return the composed estimator
   */
  public static Projected of(MutualInformationEstimator base) {
    return new Projected(base, CanonicalProjection.withDefaults());
  }

  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    PairEncoding encoding = fit(samples);
    int codes = Math.min(1, encoding.codes());
    Estimate estimate = smaller(encoding, codes, Double.NEGATIVE_INFINITY);
    // As many codes as add to the estimate by more than its noise, which is of this order.
    double noise = 1 / Math.sqrt(samples.n());
    for (int count : counts(encoding.codes())) {
      double least = estimate.nats() + noise;
      Estimate more = smaller(encoding, count, least);
      if (more.nats() > least) {
        estimate = more;
        codes = count;
      }
    }
    // Constant columns are those of the variables, not of their codes.
    List<Warning> warnings = new ArrayList<>(Warning.ofConstantColumns(samples.x(), samples.y()));
    for (Warning warning : estimate.warnings()) {
      if (!(warning instanceof DataWarning.ConstantColumn)) {
        warnings.add(warning);
      }
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding.Codes(codes, encoding.method()));
    findings.addAll(estimate.findings());
    return new Estimate(
        estimate.nats(),
        toString(),
        samples.n(),
        samples.x().d(),
        samples.y().d(),
        estimate.diagnostics(),
        estimate.amounts(),
        findings,
        warnings,
        estimate.uncertainty());
  }

  /** How many codes are tried after the first: all of them at last. */
  private static int[] counts(int codes) {
    return IntStream.concat(
            IntStream.of(COUNTS).filter(count -> count < codes), IntStream.of(codes))
        .filter(count -> count > 1)
        .toArray();
  }

  /**
   * The smaller of two estimates, of which the second does not matter if the first is too small.
   */
  private Estimate smaller(PairEncoding encoding, int count, double least) {
    Estimate heldOut = base.estimate(encoding.heldOut(count));
    if (heldOut.nats() <= least) {
      return heldOut;
    }
    Estimate common = base.estimate(encoding.common(count));
    return common.nats() < heldOut.nats() ? common : heldOut;
  }

  @Override
  public Projected adaptedTo(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return new Projected(base, uninterrupted(() -> encoder.adaptedTo(samples)));
  }

  private PairEncoding fit(Samples samples) {
    return uninterrupted(() -> encoder.fit(samples));
  }

  private static <T> T uninterrupted(Supplier<T> work) {
    try {
      return work.get();
    } catch (CancellationException e) {
      throw EstimationInterruptedException.of(e);
    }
  }

  @Override
  public boolean suitsRanks() {
    return base.suitsRanks();
  }

  @Override
  public String toString() {
    return base + " on " + encoder;
  }
}
