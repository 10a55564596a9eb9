package io.github.miscope.estimator.conditional;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.DefaultEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.discrete.DiscreteConditionalMutualInformation;
import io.github.miscope.estimator.internal.strata.Strata;
import io.github.miscope.estimator.mixed.ByType;
import io.github.miscope.estimator.mixed.MesnerShalizi;
import io.github.miscope.estimator.scale.ScaledConditional;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * I(X;Y|Z) of variables of any kinds, by the estimator that suits their columns:
 *
 * <ul>
 *   <li>all discrete: from discrete entropies;
 *   <li>Z discrete: the mean over the levels of Z of {@link ByType}'s estimates;
 *   <li>Z continuous, X and Y too: {@link ConditionalAuto}, where the estimator within levels of Z
 *       is the default one, else {@link ConditionalKsg} on normal ranks;
 *   <li>Z continuous, a column of X or Y discrete: {@link MesnerShalizi} on normal ranks;
 *   <li>Z with columns of both kinds: one of the last two within the levels of its discrete part.
 * </ul>
 *
 * <p>Levels with fewer rows than {@code smallestLevel} are left out, with a warning; if they have
 * more than half of the rows, the sample is refused. The findings of the estimate say what was
 * used.
 *
 * @param given for a discrete Z: the estimator of I(X;Y|Z=z)
 * @param discrete the estimator if all columns are discrete
 * @param continuous the estimator if all columns, or all but some of Z, are continuous
 * @param mixed the estimator for a continuous Z and X or Y with discrete columns
 * @param smallestLevel how many rows a level of Z needs, at least 2; 10 by default
 */
public record ConditionalByType(
    MutualInformationEstimator given,
    ConditionalMutualInformationEstimator discrete,
    ConditionalMutualInformationEstimator continuous,
    ConditionalMutualInformationEstimator mixed,
    int smallestLevel)
    implements ConditionalMutualInformationEstimator {

  private static final int SMALLEST_LEVEL = 10;

  /**
   * An estimator by type.
   *
   * @param given for a discrete Z: the estimator of I(X;Y|Z=z)
   * @param discrete the estimator if all columns are discrete
   * @param continuous the estimator if all columns, or all but some of Z, are continuous
   * @param mixed the estimator for a continuous Z and X or Y with discrete columns
   * @param smallestLevel how many rows a level of Z needs
   * @throws IllegalArgumentException if smallestLevel &lt; 2
   */
  public ConditionalByType {
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(discrete, "discrete");
    Objects.requireNonNull(continuous, "continuous");
    Objects.requireNonNull(mixed, "mixed");
    if (smallestLevel < 2) {
      throw new IllegalArgumentException("smallestLevel must be >= 2: " + smallestLevel);
    }
  }

  /**
   * The defaults, with a given estimator within levels of Z.
   *
   * @param given for a discrete Z: the estimator of I(X;Y|Z=z), for variables of any kinds
   * @return the estimator
   */
  public static ConditionalByType of(ByType given) {
    Objects.requireNonNull(given, "given");
    return new ConditionalByType(
        given,
        DiscreteConditionalMutualInformation.withDefaults(),
        isDefault(given)
            ? ConditionalAuto.withDefaults()
            : ScaledConditional.of(ConditionalKsg.withDefaults(), Scaling.normalRank()),
        ScaledConditional.of(MesnerShalizi.withDefaults(), Scaling.normalRank()),
        SMALLEST_LEVEL);
  }

  private static boolean isDefault(MutualInformationEstimator given) {
    return given.capability(DefaultEstimator.class).isPresent();
  }

  /**
   * The same with another estimator for continuous variables.
   *
   * @param continuous the estimator if all columns, or all but some of Z, are continuous
   * @return a changed copy
   */
  public ConditionalByType withContinuous(ConditionalMutualInformationEstimator continuous) {
    return new ConditionalByType(given, discrete, continuous, mixed, smallestLevel);
  }

  /**
   * The same with another estimator for a continuous Z and X or Y with discrete columns.
   *
   * @param mixed the estimator
   * @return a changed copy
   */
  public ConditionalByType withMixed(ConditionalMutualInformationEstimator mixed) {
    return new ConditionalByType(given, discrete, continuous, mixed, smallestLevel);
  }

  /**
   * The same with another smallest level.
   *
   * @param rows how many rows a level of Z needs
   * @return a changed copy
   * @throws IllegalArgumentException if rows &lt; 2
   */
  public ConditionalByType withSmallestLevel(int rows) {
    return new ConditionalByType(given, discrete, continuous, mixed, rows);
  }

  @Override
  public Estimate estimate(ConditionalSamples samples) {
    Objects.requireNonNull(samples, "samples");
    Estimate estimate = byType(samples);
    return EstimateWarning.SmallSample.of(estimate.n(), estimate.warnings())
        .map(estimate::withWarning)
        .orElse(estimate);
  }

  private Estimate byType(ConditionalSamples samples) {
    Variable x = samples.x();
    Variable y = samples.y();
    Variable z = samples.z();
    if (x.isDiscrete() && y.isDiscrete() && z.isDiscrete()) {
      return whole(discrete, samples);
    }
    Optional<Variable> continuousZ = z.part(ColumnKind.CONTINUOUS);
    Optional<Variable> levels = z.part(ColumnKind.DISCRETE);
    if (continuousZ.isEmpty()) {
      return within(
          new Stratified(given, smallestLevel).estimate(samples), given.toString(), samples);
    }
    ConditionalMutualInformationEstimator inner =
        x.isContinuous() && y.isContinuous() ? continuous : mixed;
    if (levels.isEmpty()) {
      return whole(inner, samples);
    }
    ConditionalSamples rest = new ConditionalSamples(x, y, continuousZ.get());
    Strata.Mean mean =
        Strata.of(levels.get())
            .mean(toString(), smallestLevel, rows -> inner.estimate(rest.rows(rows)));
    List<Warning> warnings = new ArrayList<>(Conditionals.constantColumns(samples));
    warnings.addAll(mean.warnings());
    Map<String, Double> diagnostics = Map.of("strata", (double) mean.strata());
    return within(
        Conditionals.estimate(mean.nats(), toString(), samples, diagnostics, List.of(), warnings),
        inner.toString(),
        samples);
  }

  private Estimate whole(
      ConditionalMutualInformationEstimator estimator, ConditionalSamples samples) {
    Estimate estimate = estimator.estimate(samples).labelled(toString());
    // An estimator that chose a view of the data has named what served.
    return estimate.findings(Finding.ChosenView.class).isEmpty()
        ? estimate.withFinding(new Finding.UsedEstimator(estimator.toString()))
        : estimate;
  }

  private Estimate within(Estimate estimate, String used, ConditionalSamples samples) {
    return estimate
        .labelled(toString())
        .withFinding(new Finding.UsedEstimator(used, Optional.of(samples.z().name())));
  }

  @Override
  public String toString() {
    StringBuilder options = new StringBuilder(given.toString());
    ConditionalByType usual = of(ByType.of(given));
    List<ConditionalMutualInformationEstimator> defaults =
        List.of(usual.discrete, usual.continuous, usual.mixed);
    for (ConditionalMutualInformationEstimator other : List.of(discrete, continuous, mixed)) {
      if (!defaults.contains(other)) {
        options.append(", ").append(other);
      }
    }
    if (smallestLevel != SMALLEST_LEVEL) {
      options.append(", levels of ").append(smallestLevel).append(" rows");
    }
    return "Conditional(" + options + ")";
  }
}
