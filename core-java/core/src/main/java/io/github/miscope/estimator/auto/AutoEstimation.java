package io.github.miscope.estimator.auto;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.neighbour.KernelChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One estimation: constant columns, ties, views, choice, warnings. */
final class AutoEstimation {

  /** An estimate above this part of log n is warned about. */
  private static final double NEAR_CEILING = 0.8;

  private final Auto auto;
  private final AutoVariable x;
  private final AutoVariable y;
  private final int n;
  private final List<Warning> warnings = new ArrayList<>();

  AutoEstimation(Auto auto, AutoVariable x, AutoVariable y) {
    this.auto = auto;
    this.x = x;
    this.y = y;
    n = x.variable().n();
  }

  Estimate run() throws InterruptedException {
    warnings.addAll(Warning.ofConstantColumns(x.variable(), y.variable()));
    if (x.informative().isEmpty() || y.informative().isEmpty()) {
      // A constant is independent of everything: exactly zero.
      return estimate(0, List.of(), Map.of());
    }
    List<DataWarning.TiedColumn> tied = new ArrayList<>(x.tied());
    tied.addAll(y.tied());
    List<List<View>> replicates = new ArrayList<>();
    for (int r = 0; r < (tied.isEmpty() ? 1 : AutoVariable.REPLICATES); r++) {
      replicates.add(Views.of(x.scores(r), y.scores(r), auto.k()));
    }
    List<View> views = averaged(replicates);
    View chosen = View.choose(views);
    if (!tied.isEmpty()) {
      double spread = spread(replicates, chosen);
      warnings.add(new DataWarning.Ties(tied, AutoVariable.REPLICATES, auto.seed(), spread));
    }
    double ceiling = Math.log(n);
    if (chosen.nats() > NEAR_CEILING * ceiling) {
      warnings.add(new EstimateWarning.NearCeiling(chosen.nats(), ceiling));
    }
    return estimate(chosen.nats(), views, details(chosen));
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

  private static Map<String, String> details(View chosen) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("view", chosen.name());
    details.put(Estimate.SEARCH, KernelChoice.describe());
    return details;
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
        n,
        x.variable().d(),
        y.variable().d(),
        diagnostics,
        details,
        warnings,
        Uncertainty.unknown());
  }
}
