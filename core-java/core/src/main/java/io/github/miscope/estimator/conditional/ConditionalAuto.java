package io.github.miscope.estimator.conditional;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.auto.Auto;
import io.github.miscope.estimator.internal.subspace.Neighbourhoods;
import io.github.miscope.estimator.scale.ScaledConditional;
import io.github.miscope.internal.neighbour.order.RadixSort;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * I(X;Y|Z) of continuous variables of which nothing is known: the larger of two views of what is
 * left of X and Y when their mean and scale given Z are taken away.
 *
 * <p>Nearest neighbours in (X, Y, Z) are far away if Z has several columns, and their estimate is
 * low where X and Y depend on each other, and high where both follow Z. I(X;Y|Z) is that of (X -
 * f(Z)) / s(Z) and (Y - g(Z)) / t(Z), whatever f, g, s and t &gt; 0. With those of a regression
 * little of Z is left in either, and
 *
 * <ol>
 *   <li>{@link ConditionalKsg} on normal ranks of the two and Z has less to be wrong about;
 *   <li>{@link Auto} on the two needs no neighbours in Z. Since I(U;V|Z) &ge; I(U;V) - min(I(U;Z),
 *       I(V;Z)), what it tells of each and Z is subtracted.
 * </ol>
 *
 * <p>The second view counts if it exceeds the first by more than 1/sqrt(n). Neither does if, on
 * both sides, neighbours in Z still agree by more than chance, in values or in their size: then a
 * mean or a scale is left that the regression does not follow, and X and Y seem to share what is
 * due to Z. The estimate is then {@link ConditionalKsg} on normal ranks, and so it is where there
 * are fewer than 20 rows for each column of Z, where Z determines X or Y, and where half the values
 * of a column of X or Y are ties.
 *
 * <p>The regression is linear to smooth, by generalised cross-validation ({@link
 * io.github.miscope.inference.PermutationTest} describes it), of a column without long tails or of
 * its normal scores, whichever Z explains better, on normal scores of Z. What is neither additive,
 * nor a product of two columns, nor smooth at the scale of the sample is not fitted; where
 * neighbours are too far away to show that, the estimate may be as high as I(X;Y).
 *
 * @param k number of neighbours of {@link ConditionalKsg}, at least 1; 3 by default
 */
public record ConditionalAuto(int k) implements ConditionalMutualInformationEstimator {

  private static final int DEFAULT_K = 3;

  /** The part of a column's values that must differ from all others. */
  private static final double DISTINCT = 0.5;

  private static final String RESIDUALS = " of residuals";

  /**
   * The estimator.
   *
   * @param k number of neighbours
   * @throws IllegalArgumentException if k &lt; 1
   */
  public ConditionalAuto {
    Neighbourhoods.requirePositive(k);
  }

  /**
   * With 3 neighbours.
   *
   * @return the estimator
   */
  public static ConditionalAuto withDefaults() {
    return new ConditionalAuto(DEFAULT_K);
  }

  /**
   * Estimates I(X;Y|Z).
   *
   * @param samples n observations, all columns continuous
   * @return the estimate; its findings name the view, its diagnostics have the value of each
   * @throws IllegalArgumentException if a column is discrete or k &ge; n
   */
  @Override
  public Estimate estimate(ConditionalSamples samples) {
    Objects.requireNonNull(samples, "samples");
    Conditionals.requireContinuous(samples, toString());
    EstimationInterruptedException.throwIfInterrupted(toString());
    try {
      Optional<Estimate> estimate = ofResiduals(samples);
      return estimate.orElseGet(() -> plain(samples));
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
  }

  private ConditionalMutualInformationEstimator neighbours() {
    return ScaledConditional.of(ConditionalKsg.withDefaults().withK(k), Scaling.normalRank());
  }

  private Estimate plain(ConditionalSamples samples) {
    Estimate estimate = neighbours().estimate(samples);
    return estimate
        .labelled(toString())
        .withFinding(new Finding.ChosenView(neighbours().toString()));
  }

  private Optional<Estimate> ofResiduals(ConditionalSamples samples) throws InterruptedException {
    Optional<Variable> x = samples.x().varying().filter(ConditionalAuto::isMostlyDistinct);
    Optional<Variable> y = samples.y().varying().filter(ConditionalAuto::isMostlyDistinct);
    Optional<Variable> z = samples.z().varying();
    if (x.isEmpty() || y.isEmpty() || z.isEmpty() || k >= samples.n()) {
      return Optional.empty();
    }
    Optional<GivenRegression> given = GivenRegression.on(z.get());
    Optional<Variable> restX = given.flatMap(regression -> regression.rest(x.get()));
    Optional<Variable> restY = given.flatMap(regression -> regression.rest(y.get()));
    if (restX.isEmpty()
        || restY.isEmpty()
        || (given.get().isLacking(restX.get()) && given.get().isLacking(restY.get()))) {
      return Optional.empty();
    }
    return Optional.of(largest(samples, restX.get(), restY.get(), z.get()));
  }

  private static boolean isMostlyDistinct(Variable variable) {
    for (int j = 0; j < variable.d(); j++) {
      double[] sorted = RadixSort.sorted(variable.column(j));
      int repeated = 0;
      for (int i = 1; i < sorted.length; i++) {
        repeated += sorted[i] == sorted[i - 1] ? 1 : 0;
      }
      if (repeated > DISTINCT * sorted.length) {
        return false;
      }
    }
    return true;
  }

  private Estimate largest(ConditionalSamples samples, Variable x, Variable y, Variable z) {
    Estimate near = neighbours().estimate(new ConditionalSamples(x, y, z));
    Estimate pairs = auto(x, y);
    double nats = near.nats();
    String view = neighbours() + RESIDUALS;
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("k", (double) k);
    diagnostics.put(view, nats);
    List<Warning> warnings = new ArrayList<>(Conditionals.constantColumns(samples));
    double least = nats + 1 / Math.sqrt(samples.n());
    if (pairs.nats() > least) {
      double shared = Math.max(0, Math.min(auto(x, z).nats(), auto(y, z).nats()));
      String name =
          pairs.findings(Finding.ChosenView.class).stream()
              .map(Finding.ChosenView::view)
              .findFirst()
              .orElse(pairs.estimator());
      diagnostics.put(name + RESIDUALS, pairs.nats() - shared);
      if (pairs.nats() - shared > least) {
        nats = pairs.nats() - shared;
        view = name + RESIDUALS;
        warnings.addAll(pairs.warnings());
      }
    }
    if (nats == near.nats()) {
      warnings.addAll(near.warnings());
    }
    return Conditionals.estimate(
        nats,
        toString(),
        samples,
        diagnostics,
        List.of(new Finding.ChosenView(view)),
        warnings.stream().distinct().toList());
  }

  private static Estimate auto(Variable x, Variable y) {
    return Auto.withDefaults().estimate(new Samples(x, y));
  }

  @Override
  public String toString() {
    return k == DEFAULT_K ? "Conditional-auto" : "Conditional-auto(k=" + k + ")";
  }
}
