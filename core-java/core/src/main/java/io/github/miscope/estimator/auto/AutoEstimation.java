package io.github.miscope.estimator.auto;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One estimation: constant columns, ties, views, choice, warnings. */
final class AutoEstimation {

  private static final int REPLICATES = 3;

  /** An estimate above this part of log n is warned about. */
  private static final double NEAR_CEILING = 0.8;

  private final Auto auto;
  private final Samples samples;
  private final List<Warning> warnings = new ArrayList<>();

  AutoEstimation(Auto auto, Samples samples) {
    this.auto = auto;
    this.samples = samples;
  }

  Estimate run() throws InterruptedException {
    Optional<Variable> x = informative(samples.x());
    Optional<Variable> y = informative(samples.y());
    if (x.isEmpty() || y.isEmpty()) {
      // A constant is independent of everything: exactly zero.
      return estimate(0, List.of(), Map.of());
    }
    return estimate(x.get(), y.get());
  }

  /** The columns that are not constant. */
  private Optional<Variable> informative(Variable variable) {
    for (int j = 0; j < variable.d(); j++) {
      if (variable.isConstant(j)) {
        warnings.add(new DataWarning.ConstantColumn(variable.columnNames().get(j)));
      }
    }
    int[] kept = IntStream.range(0, variable.d()).filter(j -> !variable.isConstant(j)).toArray();
    if (kept.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        Variable.ofColumns(
            variable.name(),
            IntStream.of(kept).mapToObj(variable.columnNames()::get).toList(),
            IntStream.of(kept).mapToObj(variable::column).toArray(double[][]::new)));
  }

  private Estimate estimate(Variable x, Variable y) throws InterruptedException {
    List<DataWarning.TiedColumn> tied = new ArrayList<>(Ties.in(x));
    tied.addAll(Ties.in(y));
    List<List<View>> replicates = new ArrayList<>();
    for (int r = 0; r < (tied.isEmpty() ? 1 : REPLICATES); r++) {
      Seed seed = auto.seed().derive("replicate", r);
      replicates.add(
          Views.of(
              NormalScores.of(x, seed.derive("x")),
              NormalScores.of(y, seed.derive("y")),
              auto.k()));
    }
    List<View> views = averaged(replicates);
    View chosen = View.choose(views);
    if (!tied.isEmpty()) {
      double spread = spread(replicates, chosen);
      warnings.add(new DataWarning.Ties(tied, REPLICATES, auto.seed(), spread));
    }
    double ceiling = Math.log(samples.n());
    if (chosen.nats() > NEAR_CEILING * ceiling) {
      warnings.add(new EstimateWarning.NearCeiling(chosen.nats(), ceiling));
    }
    return estimate(chosen.nats(), views, Map.of("view", chosen.name()));
  }

  /** The mean over replicates of each view that all of them have. */
  private static List<View> averaged(List<List<View>> replicates) {
    if (replicates.size() == 1) {
      return replicates.get(0);
    }
    List<View> averages = new ArrayList<>();
    for (View first : replicates.get(0)) {
      List<View> same = named(replicates, first.name());
      if (same.size() == replicates.size()) {
        double nats = 0;
        double[] pointwise = new double[first.pointwise().length];
        for (View view : same) {
          nats += view.nats() / same.size();
          for (int i = 0; i < pointwise.length; i++) {
            pointwise[i] += view.pointwise()[i] / same.size();
          }
        }
        averages.add(new View(first.name(), nats, pointwise));
      }
    }
    return averages;
  }

  private static List<View> named(List<List<View>> replicates, String name) {
    return replicates.stream()
        .flatMap(List::stream)
        .filter(view -> view.name().equals(name))
        .toList();
  }

  private static double spread(List<List<View>> replicates, View chosen) {
    double squares = 0;
    for (View view : named(replicates, chosen.name())) {
      squares += (view.nats() - chosen.nats()) * (view.nats() - chosen.nats());
    }
    return Math.sqrt(squares / (replicates.size() - 1));
  }

  private Estimate estimate(double nats, List<View> views, Map<String, String> details) {
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("k", (double) auto.k());
    for (View view : views) {
      diagnostics.put(view.name(), view.nats());
    }
    return new Estimate(
        nats,
        auto.toString(),
        samples.n(),
        samples.dX(),
        samples.dY(),
        diagnostics,
        details,
        warnings,
        Uncertainty.unknown());
  }
}
