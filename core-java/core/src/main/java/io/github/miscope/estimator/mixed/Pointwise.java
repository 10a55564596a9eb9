package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.subspace.Neighbourhoods;
import io.github.miscope.estimator.internal.subspace.SubspacePart;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Estimates that are means over the observations. */
final class Pointwise {

  private Pointwise() {}

  /**
   * What each observation contributes, from closed counts; exactly zero if X or Y is constant.
   *
   * @param z what is given, or null
   */
  static double[] closed(
      String label,
      Variable x,
      Variable y,
      @Nullable Variable z,
      int k,
      Neighbourhoods.Share share) {
    Neighbourhoods.requireFewerThanPoints(k, x.n());
    if (x.isConstant() || y.isConstant()) {
      return new double[x.n()];
    }
    List<SubspacePart> parts = SubspacePart.of(z == null ? List.of(x, y) : List.of(x, y, z));
    SubspacePart given = z == null ? null : parts.get(2);
    return Neighbourhoods.shares(label, parts.get(0), parts.get(1), given, x.n(), k, true, share);
  }

  /** Constant columns, and too few observations for so many dimensions. */
  static List<Warning> warnings(Samples samples, int k) {
    List<Warning> warnings = new ArrayList<>(Warning.ofConstantColumns(samples.x(), samples.y()));
    EstimateWarning.FewPoints.of(k, samples.x(), samples.y()).ifPresent(warnings::add);
    return warnings;
  }

  static PointwiseEstimate of(
      String label, Samples samples, double[] shares, int k, List<Warning> warnings) {
    return of(label, samples, Means.mean(shares), shares, k, warnings);
  }

  /** With the mean as it was computed over the observations that count. */
  static PointwiseEstimate of(
      String label, Samples samples, double nats, double[] shares, int k, List<Warning> warnings) {
    Map<String, Double> diagnostics = Map.of("k", (double) k);
    return new PointwiseEstimate(
        new Estimate(nats, label, samples.n(), samples.dX(), samples.dY(), diagnostics, warnings)
            .withFinding(new Finding.Search(KernelChoice.describe())),
        shares);
  }
}
