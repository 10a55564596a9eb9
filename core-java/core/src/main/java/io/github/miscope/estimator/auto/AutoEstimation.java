package io.github.miscope.estimator.auto;

import io.github.miscope.encoder.CanonicalProjection;
import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.internal.neighbour.kernel.KernelChoice;
import io.github.miscope.sample.ContentOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One estimation: constant columns, ties, views, choice, warnings. */
final class AutoEstimation {

  /** An estimate above this part of log n is warned about. */
  private static final double NEAR_LOG_N = 0.8;

  /** A variable of no more columns than compression makes codes stays as it is. */
  private static final int CODES = CanonicalProjection.withDefaults().maxPairs();

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
      return estimate(0, List.of(), List.of());
    }
    List<DataWarning.TiedColumn> tied = new ArrayList<>(x.tied());
    tied.addAll(y.tied());
    // Ties are ranked by who comes first. Else the views find an order of their own.
    boolean xFirst = tied.isEmpty() || ContentOrder.isFirst(x.variable(), y.variable());
    AutoVariable first = xFirst ? x : y;
    AutoVariable second = xFirst ? y : x;
    List<List<View>> replicates = new ArrayList<>();
    for (int r = 0; r < (tied.isEmpty() ? 1 : AutoVariable.REPLICATES); r++) {
      replicates.add(Views.of(first.scores(true, r), second.scores(false, r), auto.k()));
    }
    List<View> views = averaged(replicates);
    View chosen = View.choose(views);
    if (!tied.isEmpty()) {
      double spread = spread(replicates, chosen);
      warnings.add(new DataWarning.Ties(tied, AutoVariable.REPLICATES, auto.seed(), spread));
    }
    addFewPoints(chosen);
    addManyColumns(x.informative().orElseThrow().d(), y.informative().orElseThrow().d());
    // Not a ceiling: the Gaussian view goes beyond log n, on an assumption.
    if (chosen.nats() > NEAR_LOG_N * Math.log(n)) {
      warnings.add(new EstimateWarning.NearLogN(chosen.nats(), n));
    }
    return estimate(chosen.nats(), views, findings(chosen));
  }

  /** Whether the estimate is below a number, where that is found in less time; else false. */
  boolean isBelow(double least) throws InterruptedException {
    if (x.informative().isEmpty()
        || y.informative().isEmpty()
        || !x.tied().isEmpty()
        || !y.tied().isEmpty()) {
      return false;
    }
    boolean xFirst = ContentOrder.isFirst(x.variable(), y.variable());
    return Views.areBelow(
        least, (xFirst ? x : y).scores(true, 0), (xFirst ? y : x).scores(false, 0), auto.k());
  }

  private void addFewPoints(View chosen) {
    double needed = Math.scalb((double) auto.k(), chosen.dimensions());
    if (chosen.dimensions() > 0 && n < needed) {
      warnings.add(new EstimateWarning.FewPoints(n, chosen.dimensions(), auto.k(), needed));
    }
    EstimateWarning.SmallSample.of(n, warnings).ifPresent(warnings::add);
  }

  /**
   * Compression has something to do where no view takes all columns, and one has more than codes.
   */
  private void addManyColumns(int dX, int dY) {
    if (!GaussianView.suits(dX + dY, n) && Math.max(dX, dY) > CODES) {
      warnings.add(new EstimateWarning.ManyColumns(dX, dY, n));
    }
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
          double[] own = view.pointwise();
          for (int i = 0; i < pointwise.length; i++) {
            pointwise[i] += own[i] / same.size();
          }
        }
        averages.add(new View(first.name(), nats, pointwise, first.dimensions()));
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

  private static List<Finding> findings(View chosen) {
    return List.of(
        new Finding.ChosenView(chosen.name()), new Finding.Search(KernelChoice.describe()));
  }

  private Estimate estimate(double nats, List<View> views, List<Finding> findings) {
    Map<String, Double> diagnostics = new LinkedHashMap<>();
    diagnostics.put("k", (double) auto.k());
    Set<String> amounts = new HashSet<>();
    for (View view : views) {
      diagnostics.put(view.name(), view.nats());
      amounts.add(view.name());
    }
    return new Estimate(
        nats,
        auto.toString(),
        n,
        x.variable().d(),
        y.variable().d(),
        diagnostics,
        amounts,
        findings,
        warnings,
        Uncertainty.unknown());
  }
}
