package io.github.miscope.estimator.scale;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.EstimatorWrapper;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PointwiseEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.RelativeScaleEstimator;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The largest estimate of I(X'; c Y') over a grid of relative scales c, X' and Y' being X and Y
 * under a global scaling: KSG-Global and KSG-Global-Linf of "Towards Robust Scale-Invariant Mutual
 * Information Estimators", Table 1.
 *
 * <p>The estimate reports the maximising scale as the diagnostic {@code c}, and warns where it lies
 * on the edge of the grid. I(X;Y) and I(Y;X) are the same only over a grid that is symmetric about
 * 1, {@link ScaleGrid#symmetric()}; the paper's, from 0.1 to 2, is not. The maximum of several
 * noisy estimates errs upwards where a single one is unbiased (near independence, low dimension),
 * and offsets the downward bias of nearest-neighbour estimates in high dimension.
 *
 * @param base the estimator that is maximised
 * @param scaling the scaling of X and of Y, each fitted on its own
 * @param grid the relative scales of Y
 */
public record RelativeScaleMaximum(RelativeScaleEstimator base, Scaling scaling, ScaleGrid grid)
    implements EstimatorWrapper, PreparingEstimator {

  /**
   * Refuses null.
   *
   * @param base the estimator that is maximised
   * @param scaling the scaling of X and of Y, each fitted on its own
   * @param grid the relative scales of Y
   */
  public RelativeScaleMaximum {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(scaling, "scaling");
    Objects.requireNonNull(grid, "grid");
  }

  /**
   * The maximum over the paper's grid, {@link ScaleGrid#paper()}.
   *
   * @param base the estimator that is maximised
   * @param scaling the scaling of X and of Y
   * @return the composed estimator
   */
  public static RelativeScaleMaximum of(RelativeScaleEstimator base, Scaling scaling) {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(scaling, "scaling");
    return new RelativeScaleMaximum(base, scaling, ScaleGrid.paper());
  }

  /**
   * The same estimator over another grid.
   *
   * @param grid the relative scales of Y
   * @return a copy with that grid
   */
  public RelativeScaleMaximum withGrid(ScaleGrid grid) {
    return new RelativeScaleMaximum(base, scaling, grid);
  }

  /**
   * The same maximum with the grid on X: of I(c X'; Y'), which is that of I(X'; Y'/c). The
   * diagnostic {@code c} is still the factor of Y'.
   *
   * @return a copy with {@link ScaleGrid#reciprocals()}
   */
  public RelativeScaleMaximum withScaledX() {
    return withGrid(grid.reciprocals());
  }

  @Override
  public RelativeScaleMaximum withBase(MutualInformationEstimator base) {
    Objects.requireNonNull(base, "base");
    return new RelativeScaleMaximum(
        base.capability(RelativeScaleEstimator.class)
            .orElseThrow(
                () -> new IllegalArgumentException(base + " cannot be maximised over scale")),
        scaling,
        grid);
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    Objects.requireNonNull(type, "type");
    // A maximum over scales is no mean over the observations, and its base sees one scale each.
    return type == PointwiseEstimator.class
        ? Optional.empty()
        : EstimatorWrapper.super.capability(type);
  }

  @Override
  public Estimate own(Samples samples, Estimate estimate) {
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(estimate, "estimate");
    return estimate(samples);
  }

  /**
   * The same with another number of neighbours of what is inside.
   *
   * @param k the number of nearest neighbours
   * @return a copy with that k
   * @throws IllegalArgumentException if k &lt; 1, or if what is inside has no k
   */
  public RelativeScaleMaximum withK(int k) {
    return withBase(NearestNeighbours.withK(base, k));
  }

  @Override
  public PreparedVariable prepareX(Variable x) {
    Objects.requireNonNull(x, "x");
    return ScaledVariable.of(x, scaling, base::prepareX);
  }

  @Override
  public PreparedVariable prepareY(Variable y) {
    Objects.requireNonNull(y, "y");
    return ScaledVariable.of(y, scaling, base::prepareY);
  }

  @Override
  public Estimate estimate(PreparedVariable x, PreparedVariable y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    double[] scales = grid.scales();
    List<Estimate> estimates =
        base.estimateAt(
            PreparingEstimator.own(this, ScaledVariable.class, x).prepared(),
            PreparingEstimator.own(this, ScaledVariable.class, y).prepared(),
            scales);
    int best = 0;
    boolean flat = true;
    for (int c = 1; c < scales.length; c++) {
      flat &= estimates.get(c).nats() == estimates.get(0).nats();
      if (estimates.get(c).nats() > estimates.get(best).nats()) {
        best = c;
      }
    }
    Estimate maximum = estimates.get(best).labelled(toString()).withDiagnostic("c", scales[best]);
    boolean onEdge = !flat && scales.length > 1 && (best == 0 || best == scales.length - 1);
    return onEdge
        ? maximum.withWarning(
            new EstimateWarning.GridEdge(scales[best], grid.smallest(), grid.largest()))
        : maximum;
  }

  @Override
  public String toString() {
    String label = ScalingLabels.withSuffix(base.toString(), scaling.suffix());
    return grid.equals(ScaleGrid.paper()) ? label : ScalingLabels.withOption(label, "c in " + grid);
  }
}
