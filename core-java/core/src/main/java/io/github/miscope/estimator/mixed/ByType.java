package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.AdaptiveEstimator;
import io.github.miscope.estimator.ChoosesByKind;
import io.github.miscope.estimator.DefaultEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.ModelChecked;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.TrainedEstimator;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.discrete.DiscreteMutualInformation;
import io.github.miscope.estimator.internal.strata.Strata;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.ContentOrder;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Mutual information of variables of any kinds, by the estimator that suits their columns.
 *
 * <p>With X = (Xc, Xd) and Y = (Yc, Yd), c for the continuous columns and d for the discrete ones,
 * the chain rule gives I(X;Y) = I(Xd;Yd) + I(Xc;Yd|Xd) + I(Xd;Yc|Yd) + I(Xc;Yc|Xd,Yd). The first
 * term is estimated as discrete, the next two by the estimator for mixed pairs, the last by the one
 * for continuous variables; what is given is a discrete variable, so that conditional terms are
 * means over its levels, weighted by their rows. Terms whose parts are missing are zero, so that
 * two continuous variables are left to the continuous estimator alone, and so on. The diagnostics
 * of the estimate are the terms, and the findings name the estimator of each.
 *
 * <p>Levels with fewer rows than {@code smallestLevel} are left out of a conditional term, with a
 * warning; if they have more than half of the rows, the sample is refused.
 *
 * <p>Atoms in a column that is called continuous (zeros of a zero-inflated one, limits of a
 * censored one) are ties like others, and left to the continuous estimator. KSG on normal ranks,
 * whose ties are broken, is right on all of them (core-java/benchmarks/mixed-data.md, which also
 * shows why mixed pairs are estimated on normal ranks: of several columns the unit matters, and
 * scaling by the standard deviation fails where tails are long).
 *
 * @param continuous the estimator for continuous variables
 * @param mixed the estimator for a discrete and a continuous variable; by default {@link
 *     DiscriminantRoss}: Ross's after {@link io.github.miscope.scaling.Scaling#normalRank()}, on
 *     the columns or on their discriminants
 * @param discrete the estimator for discrete variables
 * @param smallestLevel how many rows a level needs, at least 2; 10 by default
 */
public record ByType(
    MutualInformationEstimator continuous,
    MutualInformationEstimator mixed,
    DiscreteMutualInformation discrete,
    int smallestLevel)
    implements PreparingEstimator, ChoosesByKind {

  private static final int SMALLEST_LEVEL = 10;

  /**
   * An estimator by type.
   *
   * @param continuous the estimator for continuous variables
   * @param mixed the estimator for a discrete and a continuous variable
   * @param discrete the estimator for discrete variables
   * @param smallestLevel how many rows a level needs
   * @throws IllegalArgumentException if smallestLevel &lt; 2
   */
  public ByType {
    Objects.requireNonNull(continuous, "continuous");
    Objects.requireNonNull(mixed, "mixed");
    Objects.requireNonNull(discrete, "discrete");
    if (smallestLevel < 2) {
      throw new IllegalArgumentException("smallestLevel must be >= 2: " + smallestLevel);
    }
  }

  /**
   * Ross's estimator on normal ranks or discriminants for mixed pairs, adjustment for chance for
   * discrete ones.
   *
   * @param continuous the estimator for continuous variables
   * @return the estimator
   */
  public static ByType of(MutualInformationEstimator continuous) {
    Objects.requireNonNull(continuous, "continuous");
    return new ByType(
        continuous, defaultMixed(), DiscreteMutualInformation.withDefaults(), SMALLEST_LEVEL);
  }

  private static MutualInformationEstimator defaultMixed() {
    return DiscriminantRoss.withDefaults();
  }

  /**
   * The same with another estimator for mixed pairs.
   *
   * @param mixed the estimator for a discrete and a continuous variable
   * @return a changed copy
   */
  public ByType withMixed(MutualInformationEstimator mixed) {
    return new ByType(continuous, mixed, discrete, smallestLevel);
  }

  /**
   * The same with another estimator for discrete variables.
   *
   * @param discrete the estimator
   * @return a changed copy
   */
  public ByType withDiscrete(DiscreteMutualInformation discrete) {
    return new ByType(continuous, mixed, discrete, smallestLevel);
  }

  /**
   * The same with another smallest level.
   *
   * @param rows how many rows a level needs
   * @return a changed copy
   * @throws IllegalArgumentException if rows &lt; 2
   */
  public ByType withSmallestLevel(int rows) {
    return new ByType(continuous, mixed, discrete, rows);
  }

  /**
   * The same with another number of neighbours of what is inside.
   *
   * @param k the number of nearest neighbours
   * @return a copy with that k
   * @throws IllegalArgumentException if k &lt; 1, or if what is inside has no k
   */
  public ByType withK(int k) {
    return new ByType(
        NearestNeighbours.withK(continuous, k),
        NearestNeighbours.withK(mixed, k),
        discrete,
        smallestLevel);
  }

  @Override
  public <T> Optional<T> capability(Class<T> type) {
    if (type == NearestNeighbours.class) {
      return continuous
          .capability(NearestNeighbours.class)
          .flatMap(c -> mixed.capability(NearestNeighbours.class))
          .map(m -> type.cast((NearestNeighbours) this::withK));
    }
    if (type == DefaultEstimator.class) {
      return continuous.capability(type);
    }
    if (type == TrainedEstimator.class) {
      return continuous
          .capability(TrainedEstimator.class)
          .map(c -> type.cast(new Trained(this, c)));
    }
    if (type == ModelChecked.class) {
      return continuous
          .capability(ModelChecked.class)
          .map(c -> type.cast(new CheckedIfContinuous(this, c)));
    }
    if (type == AdaptiveEstimator.class) {
      return continuous
          .capability(AdaptiveEstimator.class)
          .or(() -> mixed.capability(AdaptiveEstimator.class))
          .map(any -> type.cast(new Adaptive(this)));
    }
    return PreparingEstimator.super.capability(type);
  }

  /** The estimator of continuous variables may rest on a model. */
  private record CheckedIfContinuous(ByType byType, ModelChecked continuous)
      implements ModelChecked {
    @Override
    public Estimate estimate(Samples samples) {
      return byType.estimate(samples);
    }

    @Override
    public Optional<String> misfit(Samples samples, Estimate estimate) {
      return samples.x().isContinuous() && samples.y().isContinuous()
          ? continuous.misfit(samples, estimate)
          : Optional.empty();
    }

    @Override
    public String toString() {
      return byType.toString();
    }
  }

  /** The estimator of the kind of the columns chooses. */
  private record Adaptive(ByType byType) implements AdaptiveEstimator {
    @Override
    public Estimate estimate(Samples samples) {
      return byType.estimate(samples);
    }

    @Override
    public MutualInformationEstimator adaptedTo(Samples samples) {
      Variable x = samples.x();
      Variable y = samples.y();
      if (x.isContinuous() && y.isContinuous()) {
        return new ByType(
            AdaptiveEstimator.adapted(byType.continuous, samples),
            byType.mixed,
            byType.discrete,
            byType.smallestLevel);
      }
      boolean isMixed =
          (x.isContinuous() && y.isDiscrete()) || (x.isDiscrete() && y.isContinuous());
      // Where columns of one variable differ in kind, each stratum chooses for itself.
      return isMixed ? byType.withMixed(AdaptiveEstimator.adapted(byType.mixed, samples)) : byType;
    }

    @Override
    public String toString() {
      return byType.toString();
    }
  }

  /** The estimator of continuous variables trains; its options are those to set. */
  private record Trained(ByType byType, TrainedEstimator continuous) implements TrainedEstimator {
    @Override
    public Estimate estimate(Samples samples) {
      return all().estimate(samples);
    }

    private ByType all() {
      return new ByType(continuous, byType.mixed, byType.discrete, byType.smallestLevel);
    }

    @Override
    public TrainedEstimator withSteps(int steps) {
      return new Trained(byType, continuous.withSteps(steps));
    }

    @Override
    public TrainedEstimator withBatch(int observations) {
      return new Trained(byType, continuous.withBatch(observations));
    }

    @Override
    public TrainedEstimator withMembers(int models) {
      return new Trained(byType, continuous.withMembers(models));
    }

    @Override
    public TrainedEstimator withSeed(Seed seed) {
      return new Trained(byType, continuous.withSeed(seed));
    }

    @Override
    public String toString() {
      return all().toString();
    }
  }

  /** A variable and, if all its columns are of one kind, what that kind's estimator makes of it. */
  private record Typed(Variable variable, Optional<PreparedVariable> prepared)
      implements PreparedVariable {
    @Override
    public Typed permuted(int... rows) {
      return new Typed(variable.rows(rows), prepared.map(p -> p.permuted(rows)));
    }
  }

  @Override
  public PreparedVariable prepareX(Variable x) {
    Objects.requireNonNull(x, "x");
    return new Typed(x, ofOneKind(x).map(estimator -> estimator.prepareX(x)));
  }

  @Override
  public PreparedVariable prepareY(Variable y) {
    Objects.requireNonNull(y, "y");
    return new Typed(y, ofOneKind(y).map(estimator -> estimator.prepareY(y)));
  }

  private Optional<PreparingEstimator> ofOneKind(Variable variable) {
    if (variable.isContinuous()) {
      return Optional.of(PreparingEstimator.of(continuous));
    }
    return variable.isDiscrete() ? Optional.of(discrete) : Optional.empty();
  }

  @Override
  public Estimate estimate(PreparedVariable x, PreparedVariable y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Typed typedX = PreparingEstimator.own(this, Typed.class, x);
    Typed typedY = PreparingEstimator.own(this, Typed.class, y);
    Variable variableX = typedX.variable();
    Variable variableY = typedY.variable();
    if (typedX.prepared().isEmpty()
        || typedY.prepared().isEmpty()
        || variableX.isContinuous() != variableY.isContinuous()) {
      return estimate(new Samples(variableX, variableY));
    }
    Estimate estimate =
        ofOneKind(variableX)
            .orElseThrow()
            .estimate(typedX.prepared().get(), typedY.prepared().get());
    return asUsed(withSmallSample(estimate), variableX.isContinuous() ? continuous : discrete);
  }

  @Override
  public OptionalDouble natsFrom(PreparedVariable x, PreparedVariable y, double least) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    Typed typedX = PreparingEstimator.own(this, Typed.class, x);
    Typed typedY = PreparingEstimator.own(this, Typed.class, y);
    if (typedX.variable().isContinuous()
        && typedY.variable().isContinuous()
        && typedX.prepared().isPresent()
        && typedY.prepared().isPresent()) {
      return PreparingEstimator.of(continuous)
          .natsFrom(typedX.prepared().get(), typedY.prepared().get(), least);
    }
    return OptionalDouble.of(estimate(x, y).nats());
  }

  private Estimate asUsed(Estimate estimate, MutualInformationEstimator used) {
    Estimate labelled = estimate.labelled(toString());
    // An estimator that chose a view of the data has named what served.
    return labelled.findings(Finding.ChosenView.class).isEmpty()
        ? labelled.withFinding(new Finding.UsedEstimator(used.toString()))
        : labelled;
  }

  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    Variable x = samples.x();
    Variable y = samples.y();
    List<Term> terms = new ArrayList<>();
    addTerm(terms, discrete, x, ColumnKind.DISCRETE, y, ColumnKind.DISCRETE);
    addTerm(terms, mixed, x, ColumnKind.CONTINUOUS, y, ColumnKind.DISCRETE, x);
    addTerm(terms, mixed, x, ColumnKind.DISCRETE, y, ColumnKind.CONTINUOUS, y);
    addTerm(terms, continuous, x, ColumnKind.CONTINUOUS, y, ColumnKind.CONTINUOUS, x, y);
    if (terms.size() == 1) {
      Term only = terms.get(0);
      Estimate estimate = only.estimator().estimate(samples);
      return asUsed(withSmallSample(estimate), only.estimator());
    }
    List<Warning> warnings = new ArrayList<>(Warning.ofConstantColumns(x, y));
    Map<String, Double> amounts = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    double crossed = 0;
    double others = 0;
    for (Term term : terms) {
      Strata.Mean mean = term.mean(toString(), smallestLevel);
      // The terms that X and Y exchanged give each other's place are added first: the bits of the
      // sum then do not depend on which of the two comes first.
      if (term.isCrossed()) {
        crossed += mean.nats();
      } else {
        others += mean.nats();
      }
      mean.warnings().stream().filter(w -> !warnings.contains(w)).forEach(warnings::add);
      amounts.put(term.name(), mean.nats());
      findings.add(new Finding.TermEstimator(term.name(), term.estimator().toString()));
    }
    return withSmallSample(
        new Estimate(
            others + crossed,
            toString(),
            samples.n(),
            samples.dX(),
            samples.dY(),
            amounts,
            amounts.keySet(),
            findings,
            warnings,
            Uncertainty.unknown()));
  }

  /** Estimators of levels say nothing of n themselves; a continuous one says what it knows. */
  private Estimate withSmallSample(Estimate estimate) {
    return EstimateWarning.SmallSample.of(estimate.n(), estimate.warnings())
        .map(estimate::withWarning)
        .orElse(estimate);
  }

  /** Adds the term of the chain rule for a part of X and a part of Y, if both are there. */
  private static void addTerm(
      List<Term> terms,
      MutualInformationEstimator estimator,
      Variable x,
      ColumnKind kindX,
      Variable y,
      ColumnKind kindY,
      Variable... given) {
    Optional<Variable> partX = x.part(kindX);
    Optional<Variable> partY = y.part(kindY);
    if (partX.isPresent() && partY.isPresent()) {
      List<Variable> levels =
          Arrays.stream(given).flatMap(v -> v.part(ColumnKind.DISCRETE).stream()).toList();
      terms.add(new Term(estimator, partX.get(), partY.get(), levels));
    }
  }

  /** I(X;Y|given) for parts of the variables, each of one kind. */
  private record Term(
      MutualInformationEstimator estimator, Variable x, Variable y, List<Variable> given) {

    Strata.Mean mean(String label, int smallestLevel) {
      Samples pairs = new Samples(x, y);
      if (given.isEmpty()) {
        Estimate estimate = estimator.estimate(pairs);
        return new Strata.Mean(estimate.nats(), 1, estimate.warnings());
      }
      String name = given.stream().map(Variable::name).collect(Collectors.joining(", "));
      List<Variable> ordered =
          given.size() < 2 || ContentOrder.isFirst(given.get(0), given.get(1))
              ? given
              : List.of(given.get(1), given.get(0));
      return Strata.of(Strata.jointly(name, ordered.toArray(new Variable[0])))
          .mean(label, smallestLevel, rows -> estimator.estimate(pairs.rows(rows)));
    }

    /** Whether one variable is discrete and the other continuous. */
    boolean isCrossed() {
      return x.isDiscrete() != y.isDiscrete();
    }

    /** "I(x continuous; y discrete | x discrete)". */
    String name() {
      String condition =
          given.stream().map(v -> v.name() + " discrete").collect(Collectors.joining(", "));
      return "I(" + kind(x) + "; " + kind(y) + (condition.isEmpty() ? "" : " | " + condition) + ")";
    }

    private static String kind(Variable variable) {
      return variable.name() + " " + variable.kinds().get(0);
    }
  }

  @Override
  public boolean suitsRanks() {
    return continuous.suitsRanks();
  }

  @Override
  public String toString() {
    List<String> options = new ArrayList<>();
    if (!mixed.equals(defaultMixed())) {
      options.add(mixed.toString());
    }
    if (!discrete.equals(DiscreteMutualInformation.withDefaults())) {
      options.add(discrete.toString());
    }
    if (smallestLevel != SMALLEST_LEVEL) {
      options.add("levels of " + smallestLevel + " rows");
    }
    boolean isDefault = continuous.capability(DefaultEstimator.class).isPresent();
    String label = isDefault ? continuous.toString() : continuous + " by type";
    return options.isEmpty() ? label : label + " (" + String.join(", ", options) + ")";
  }
}
