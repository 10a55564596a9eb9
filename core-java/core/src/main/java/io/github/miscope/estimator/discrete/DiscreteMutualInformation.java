package io.github.miscope.estimator.discrete;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.PointwiseEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.WeightedEstimator;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import io.github.miscope.sample.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * I(X;Y) of discrete variables; several columns of a variable are taken jointly. Invariant under
 * relabelling.
 *
 * <p>With {@link Correction#CHANCE_ADJUSTED}, the default, what chance gives is subtracted. With
 * any other correction it is H(X) + H(Y) - H(X,Y), each entropy with the same correction. Without
 * correction the mean under independence is about (K_X - 1)(K_Y - 1) / (2n).
 *
 * @param correction what is done about the bias
 */
public record DiscreteMutualInformation(Correction correction)
    implements PointwiseEstimator, PreparingEstimator, WeightedEstimator {

  /** The diagnostic that holds the information that chance gives, in nats. */
  private static final String CHANCE = "chance";

  /**
   * Refuses null.
   *
   * @param correction what is done about the bias
   */
  public DiscreteMutualInformation {
    Objects.requireNonNull(correction, "correction");
  }

  /**
   * Adjusted for chance.
   *
   * @return the estimator
   */
  public static DiscreteMutualInformation withDefaults() {
    return new DiscreteMutualInformation(Correction.CHANCE_ADJUSTED);
  }

  /**
   * The same estimator with another correction.
   *
   * @param correction what is done about the bias
   * @return a changed copy
   */
  public DiscreteMutualInformation withCorrection(Correction correction) {
    return new DiscreteMutualInformation(correction);
  }

  @Override
  public PreparedVariable prepareX(Variable x) {
    Objects.requireNonNull(x, "x");
    return counted(x);
  }

  @Override
  public PreparedVariable prepareY(Variable y) {
    Objects.requireNonNull(y, "y");
    return counted(y);
  }

  private CountedVariable counted(Variable variable) {
    variable.requireDiscrete(toString());
    EstimationInterruptedException.throwIfInterrupted(toString());
    return CountedVariable.of(variable);
  }

  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return pointwise(samples).estimate();
  }

  @Override
  public Estimate estimate(PreparedVariable x, PreparedVariable y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    return pointwise(
            PreparingEstimator.own(this, CountedVariable.class, x),
            PreparingEstimator.own(this, CountedVariable.class, y))
        .estimate();
  }

  /**
   * Estimates I(X;Y).
   *
   * @param samples n pairs, all columns discrete
   * @return the estimate, with the numbers of levels seen, {@code levelsX}, {@code levelsY} and
   *     {@code levelsXY}, and, where it is subtracted, the information that {@code chance} gives
   *     without any correction of ours, in nats; each pointwise value is -log p(x) - log p(y) + log
   *     p(x,y), estimated
   * @throws IllegalArgumentException if a column is continuous
   */
  @Override
  public PointwiseEstimate pointwise(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    CountedVariable x = counted(samples.x());
    return pointwise(x, counted(samples.y()));
  }

  private PointwiseEstimate pointwise(CountedVariable countedX, CountedVariable countedY) {
    Variable variableX = countedX.variable();
    Variable variableY = countedY.variable();
    LevelCounts x = countedX.levels();
    LevelCounts y = countedY.levels();
    LevelCounts xy = x.with(y);
    double[] shares = x.shares(correction);
    double[] sharesY = y.shares(correction);
    double[] sharesXY = xy.shares(correction);
    for (int i = 0; i < shares.length; i++) {
      // A constant variable has shares of zero, and then the others cancel exactly.
      shares[i] = shares[i] + sharesY[i] - sharesXY[i];
    }
    double nats = Means.mean(shares);
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("levelsX", (double) x.levels());
    diagnostics.put("levelsY", (double) y.levels());
    diagnostics.put("levelsXY", (double) xy.levels());
    if (correction == Correction.CHANCE_ADJUSTED) {
      ChanceAdjustment adjusted =
          ChanceAdjustment.of(List.of(new ChanceAdjustment.Table(x, y, xy)));
      double shift = adjusted.nats() - nats;
      for (int i = 0; i < shares.length; i++) {
        shares[i] += shift;
      }
      nats = adjusted.nats();
      diagnostics.put(CHANCE, adjusted.expected());
    }
    Estimate estimate =
        new Estimate(
            nats,
            toString(),
            variableX.n(),
            variableX.d(),
            variableY.d(),
            diagnostics,
            diagnostics.containsKey(CHANCE) ? Set.of(CHANCE) : Set.of(),
            List.of(),
            warnings(countedX, countedY, xy),
            Uncertainty.unknown());
    return new PointwiseEstimate(estimate, shares);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The plug-in estimate is that of the weighted frequencies. Its bias, to the first order and
   * for weights that do not depend on the levels, is that of {@code effectiveN} observations, which
   * {@link Correction#MILLER_MADOW} subtracts; other corrections count observations, and have no
   * form with weights.
   */
  @Override
  public Estimate estimate(Samples samples, Weights weights) {
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(weights, "weights");
    if (correction != Correction.PLUG_IN && correction != Correction.MILLER_MADOW) {
      throw new IllegalArgumentException(
          "correction must be plug-in or Miller-Madow with weights: " + correction);
    }
    Weights positive = weights.positiveFor(samples.n());
    Samples rows = samples.rows(weights.positive());
    CountedVariable countedX = counted(rows.x());
    CountedVariable countedY = counted(rows.y());
    LevelCounts x = countedX.levels();
    LevelCounts y = countedY.levels();
    LevelCounts xy = x.with(y);
    double nats =
        WeightedTable.entropy(x, positive)
            + WeightedTable.entropy(y, positive)
            - WeightedTable.entropy(xy, positive);
    if (correction == Correction.MILLER_MADOW && x.levels() > 1 && y.levels() > 1) {
      nats -= (xy.levels() - x.levels() - y.levels() + 1) / (2 * positive.effectiveN());
    }
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("levelsX", (double) x.levels());
    diagnostics.put("levelsY", (double) y.levels());
    diagnostics.put("levelsXY", (double) xy.levels());
    diagnostics.put(EFFECTIVE_N, positive.effectiveN());
    return new Estimate(
        nats,
        toString(),
        rows.n(),
        rows.dX(),
        rows.dY(),
        diagnostics,
        warnings(countedX, countedY, xy));
  }

  private static List<Warning> warnings(CountedVariable x, CountedVariable y, LevelCounts xy) {
    List<Warning> warnings = new ArrayList<>(x.warnings());
    warnings.addAll(y.warnings());
    return Shares.with(warnings, "(" + x.variable().name() + ", " + y.variable().name() + ")", xy);
  }

  @Override
  public String toString() {
    return correction == Correction.CHANCE_ADJUSTED ? "Discrete" : "Discrete(" + correction + ")";
  }
}
