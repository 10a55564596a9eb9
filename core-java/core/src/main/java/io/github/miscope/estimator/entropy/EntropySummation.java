package io.github.miscope.estimator.entropy;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.internal.entropy.Asymptotic;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.sample.ContentOrder;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One sum of entropies. */
final class EntropySummation {

  /** An entropy, with its pointwise values if it has them. */
  static final class TermEntropy {
    private final EntropyEstimate estimate;
    private final double @Nullable [] nats;

    TermEntropy(EntropyEstimate estimate, double @Nullable [] nats) {
      this.estimate = estimate;
      this.nats = nats;
    }
  }

  private final String label;
  private final Function<Variable, TermEntropy> entropy;
  private final List<Warning> constants = new ArrayList<>();
  private final List<EntropyEstimate> parts = new ArrayList<>();
  private final Map<String, Double> terms = new LinkedHashMap<>();
  private double total;
  private double errorBound;

  EntropySummation(String label, Function<Variable, TermEntropy> entropy) {
    this.label = label;
    this.entropy = entropy;
  }

  /** "3H-KL": "3H" is what the literature calls a sum of three entropies. */
  static String label(EntropyEstimator base) {
    return "3H-" + base;
  }

  /**
   * The estimate.
   *
   * @param nats receives the pointwise values, if the parts have them
   */
  Estimate sum(Samples samples, double[] nats) {
    Optional<Variable> x = informative(samples.x());
    Optional<Variable> y = informative(samples.y());
    boolean pointwise = true;
    if (x.isPresent() && y.isPresent()) {
      if (x.get().isDiscrete() == y.get().isDiscrete()) {
        // The joint entropy first: its warnings and diagnostics say most.
        pointwise = add("hXY", joint(x.get(), y.get()), -1, nats);
        add("hX", x.get(), 1, nats);
        add("hY", y.get(), 1, nats);
      } else if (y.get().isDiscrete()) {
        pointwise = addConditional("hX", x.get(), y.get(), nats);
      } else {
        pointwise = addConditional("hY", y.get(), x.get(), nats);
      }
    }
    return estimate(samples, pointwise ? Optional.of(nats) : Optional.empty());
  }

  private Estimate estimate(Samples samples, Optional<double[]> nats) {
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    Set<String> amounts = new HashSet<>(terms.keySet());
    if (!parts.isEmpty()) {
      diagnostics.putAll(parts.get(0).diagnostics());
      amounts.addAll(parts.get(0).amounts());
      diagnostics.computeIfPresent("errorBound", (name, own) -> errorBound);
    }
    diagnostics.putAll(terms);
    // A mean of pointwise values, which are exactly zero where nothing is known.
    double value = nats.map(Means::mean).orElse(total);
    // An entropy without an interval of its own gives the sum none.
    boolean hasNone =
        parts.stream()
            .flatMap(part -> part.warnings().stream())
            .anyMatch(EstimateWarning.OneBandwidth.class::isInstance);
    Uncertainty uncertainty =
        nats.filter(v -> !parts.isEmpty() && !hasNone)
            .map(Asymptotic::ofMean)
            .orElseGet(Uncertainty::unknown);
    Estimate estimate =
        new Estimate(
            value,
            label,
            samples.n(),
            samples.dX(),
            samples.dY(),
            diagnostics,
            amounts,
            List.of(),
            warnings(),
            uncertainty);
    return Double.isFinite(value)
        ? estimate
        : estimate.withWarning(new EstimateWarning.NotFinite(value, terms));
  }

  /** The columns that vary, all of one kind; discrete ones as one column of levels. */
  private Optional<Variable> informative(Variable variable) {
    if (!variable.isContinuous() && !variable.isDiscrete()) {
      throw new IllegalArgumentException(
          variable.name()
              + " has continuous and discrete columns, whose joint entropy is neither differential"
              + " nor discrete: "
              + label
              + " needs columns of one kind; take an estimator for mixed data");
    }
    List<Integer> kept = new ArrayList<>();
    for (int j = 0; j < variable.d(); j++) {
      if (variable.isConstant(j)) {
        constants.add(new DataWarning.ConstantColumn(variable.columnNames().get(j)));
      } else {
        kept.add(j);
      }
    }
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    if (variable.isDiscrete()) {
      return Optional.of(Variable.discrete(variable.name(), variable.levels()));
    }
    return Optional.of(
        Variable.ofColumns(
            variable.name(),
            kept.stream().map(variable.columnNames()::get).toList(),
            kept.stream().map(variable::column).toArray(double[][]::new)));
  }

  /**
   * X and Y side by side. The jitter that breaks ties goes by the place of a column, so that then
   * their values say which of them comes first: I(X;Y) and I(Y;X) are one.
   */
  private static Variable joint(Variable x, Variable y) {
    boolean tied = x.isContinuous() && !(Ties.in(x).isEmpty() && Ties.in(y).isEmpty());
    return tied && !ContentOrder.isFirst(x, y) ? JointVariable.of(y, x) : JointVariable.of(x, y);
  }

  private boolean add(String name, Variable variable, double sign, double[] nats) {
    TermEntropy part = entropy.apply(variable);
    parts.add(part.estimate);
    terms.put(name, part.estimate.nats());
    total += sign * part.estimate.nats();
    errorBound += part.estimate.diagnostics().getOrDefault("errorBound", 0.0);
    double[] own = part.nats;
    if (own == null) {
      return false;
    }
    for (int i = 0; i < nats.length; i++) {
      nats[i] += sign * own[i];
    }
    return true;
  }

  /** h(X) - sum of p(y) h(X | Y = y). */
  private boolean addConditional(String name, Variable x, Variable given, double[] nats) {
    boolean pointwise = add(name, x, 1, nats);
    int[] levels = given.levels();
    int count = IntStream.of(levels).max().orElseThrow() + 1;
    double sum = 0;
    for (int level = 0; level < count; level++) {
      int wanted = level;
      int[] rows = IntStream.range(0, levels.length).filter(i -> levels[i] == wanted).toArray();
      TermEntropy part = within(x, given, level, rows);
      double share = (double) rows.length / levels.length;
      parts.add(part.estimate);
      sum += share * part.estimate.nats();
      errorBound += share * part.estimate.diagnostics().getOrDefault("errorBound", 0.0);
      double[] own = part.nats;
      for (int r = 0; own != null && r < rows.length; r++) {
        nats[rows[r]] -= own[r];
      }
    }
    total -= sum;
    terms.put(name + "|" + (name.equals("hX") ? "Y" : "X"), sum);
    return pointwise;
  }

  private TermEntropy within(Variable x, Variable given, int level, int[] rows) {
    String where =
        "within level "
            + level
            + " of "
            + given.name()
            + " ("
            + rows.length
            + " of "
            + x.n()
            + " rows): ";
    if (rows.length < 2) {
      throw new IllegalArgumentException(where + "the entropy of 1 observation is not known");
    }
    try {
      return entropy.apply(x.rows(rows));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where + e.getMessage(), e);
    }
  }

  private List<Warning> warnings() {
    Map<Object, Warning> all = new LinkedHashMap<>();
    constants.forEach(warning -> all.putIfAbsent(warning, warning));
    for (EntropyEstimate part : parts) {
      for (Warning warning : part.warnings()) {
        if (warning instanceof EstimateWarning.FarNeighbours w) {
          // What it is called for mutual information.
          all.putIfAbsent(
              EstimateWarning.FewPoints.class,
              new EstimateWarning.FewPoints(w.n(), w.dimensions(), w.k(), w.needed()));
        } else if (warning instanceof DataWarning.Dequantised w) {
          // Noise within the resolution keeps the information, though not the entropy.
          all.putIfAbsent(
              DataWarning.Ties.class,
              new DataWarning.Ties(w.columns(), w.replicates(), w.seed(), w.spread()));
        } else {
          all.putIfAbsent(warning, warning);
        }
      }
    }
    return List.copyOf(all.values());
  }
}
