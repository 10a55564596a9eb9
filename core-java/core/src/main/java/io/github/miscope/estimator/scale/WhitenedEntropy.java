package io.github.miscope.estimator.scale;

import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PointwiseEntropyEstimate;
import io.github.miscope.estimator.PointwiseEntropyEstimator;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.entropy.Contributions;
import io.github.miscope.estimator.internal.entropy.DifferentialEntropy;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.scaling.WhiteVariable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * The entropy of a variable under {@link Scaling#whitening()}, plus the log of what whitening does
 * to volumes: h(X) = h(A^-1 X) + log |det A|. The estimate then follows every linear map of the
 * variable exactly, as the entropy does, and a ball around a point is as wide as the data in every
 * direction. Butakov et al. 2024 (arXiv:2305.08013) estimate so all entropies of codes.
 *
 * <p>In a sum of entropies the joint variable is whitened anew, so that strongly dependent X and Y
 * become round too; an estimator of mutual information under the scaling itself whitens X and Y
 * only.
 *
 * <p>Whitening mixes columns, in which ties are then no longer seen: tied columns are filled up to
 * their resolution before, as other entropies do, with a {@link
 * io.github.miscope.estimator.DataWarning.Dequantised}.
 *
 * @param base the entropy of the white variable
 */
public record WhitenedEntropy(PointwiseEntropyEstimator base) implements PointwiseEntropyEstimator {

  /**
   * Refuses null.
   *
   * @param base the entropy of the white variable
   */
  public WhitenedEntropy {
    Objects.requireNonNull(base, "base");
  }

  /**
   * An entropy of whitened variables.
   *
   * @param base the entropy of the white variable
   * @return the composed estimator
   */
  public static WhitenedEntropy of(PointwiseEntropyEstimator base) {
    return new WhitenedEntropy(base);
  }

  /**
   * Estimates the entropy.
   *
   * @param variable n observations
   * @return the estimate with its contributions
   * @throws IllegalArgumentException as {@link WhiteVariable#of} and the entropy inside
   */
  @Override
  public PointwiseEntropyEstimate estimatePointwise(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    List<EntropyEstimate> inner = new ArrayList<>();
    PointwiseEntropyEstimate estimate =
        DifferentialEntropy.estimateByColumn(
            variable,
            toString(),
            Ties.broken(),
            List.of(),
            columns -> contributions(variable.withColumns(columns), inner));
    return judged(estimate, inner);
  }

  private Contributions contributions(Variable variable, List<EntropyEstimate> inner) {
    WhiteVariable white;
    try {
      white = WhiteVariable.of(variable);
    } catch (CancellationException e) {
      throw EstimationInterruptedException.of(e);
    }
    PointwiseEntropyEstimate part = base.estimatePointwise(white.variable());
    inner.add(part.estimate());
    double[] nats = part.nats();
    for (int i = 0; i < nats.length; i++) {
      nats[i] += white.logVolume();
    }
    return new Contributions(nats, part.estimate().diagnostics(), part.estimate().amounts());
  }

  /** With the warnings of what is inside, and without an interval where that has none. */
  private static PointwiseEntropyEstimate judged(
      PointwiseEntropyEstimate whole, List<EntropyEstimate> inner) {
    Set<Warning> warnings = new LinkedHashSet<>();
    boolean certain = true;
    for (EntropyEstimate part : inner) {
      warnings.addAll(part.warnings());
      certain &= part.uncertainty().standardError().isPresent();
    }
    EntropyEstimate estimate = whole.estimate();
    for (Warning warning : warnings) {
      estimate = estimate.withWarning(warning);
    }
    if (!certain) {
      estimate = estimate.withUncertainty(Uncertainty.unknown());
    }
    return new PointwiseEntropyEstimate(estimate, whole.nats());
  }

  @Override
  public boolean suitsRanks() {
    return base.suitsRanks();
  }

  @Override
  public String toString() {
    return ScalingLabels.withSuffix(base.toString(), Scaling.whitening().suffix());
  }
}
