package io.github.miscope.selection;

import io.github.miscope.inference.InferenceInterruptedException;
import io.github.miscope.inference.NullDraws;
import io.github.miscope.inference.PairwiseEstimates;
import io.github.miscope.inference.PermutationTest;
import io.github.miscope.inference.VariablePairs;
import io.github.miscope.plan.CellFailure;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.plan.Runner;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** One run of a selection. */
final class SelectionRun {

  /** Candidates that are looked at together where most need no look. */
  private static final int ROUND = 64;

  private final SelectionPlan plan;
  private final RunOptions options;
  private final StepProgress progress;
  private final List<Variable> columns;
  private final List<Integer> chosen = new ArrayList<>();
  private final List<SelectionStep> steps = new ArrayList<>();
  private final Map<String, String> failures = new LinkedHashMap<>();
  private final boolean[] open;
  private final double[] relevance;

  /** I(X;S) or I(X;Y|S) of each candidate with the chosen columns, the first ones known. */
  private final Known[] known;

  /** What is known of a candidate beside chosen columns. */
  private static final class Known {
    private int columns;
    private int estimated;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;

    void add(double nats) {
      columns++;
      // What is not known of two columns is not held against them.
      if (!Double.isNaN(nats)) {
        estimated++;
        sum += nats;
        least = Math.min(least, nats);
      }
    }

    double mean() {
      return estimated == 0 ? 0 : sum / estimated;
    }
  }

  SelectionRun(SelectionPlan plan, RunOptions options) {
    this.plan = plan;
    this.options = options;
    columns = plan.candidates();
    progress =
        new StepProgress(options.progress(), Math.min(plan.most(), columns.size()), columns.size());
    open = new boolean[columns.size()];
    relevance = new double[columns.size()];
    known = new Known[columns.size()];
    Arrays.setAll(known, j -> new Known());
  }

  MiSelection run() {
    try {
      estimateRelevance();
      while (steps.size() < plan.most() && IntStream.range(0, open.length).anyMatch(j -> open[j])) {
        step();
      }
    } catch (InterruptedException e) {
      throw new SelectionInterruptedException(selection(), e);
    } catch (CancellationException e) {
      InterruptedException cause =
          e.getCause() instanceof InterruptedException interruption
              ? interruption
              : new InterruptedException(String.valueOf(e.getMessage()));
      throw new SelectionInterruptedException(selection(), cause);
    }
    return selection();
  }

  private MiSelection selection() {
    return new MiSelection(
        plan.target().name(),
        plan.criterion(),
        plan.estimator().toString(),
        plan.conditional().toString(),
        plan.target().n(),
        columns.size(),
        plan.level(),
        plan.permutations(),
        steps,
        failures);
  }

  private void estimateRelevance() {
    int[] all = IntStream.range(0, columns.size()).toArray();
    PairwiseEstimates estimates = pairs(all, plan.target());
    for (int j : all) {
      relevance[j] = estimates.nats(j);
      open[j] = estimates.isEstimated(j) && !Double.isNaN(relevance[j]);
      if (!open[j]) {
        failures.put(
            columns.get(j).name(),
            estimates.missing(j).map(reason -> reason.reason()).orElse("the estimate is NaN"));
      }
    }
    if (failures.size() == columns.size()) {
      throw new IllegalArgumentException(
          "none of "
              + columns.size()
              + " columns has an estimate with "
              + plan.target().name()
              + "; "
              + columns.get(0).name()
              + ": "
              + failures.get(columns.get(0).name()));
    }
  }

  /** Estimates of columns with one other. */
  private PairwiseEstimates pairs(int[] which, Variable other) {
    List<Samples> pairs = new ArrayList<>();
    for (int j : which) {
      pairs.add(new Samples(columns.get(j), other));
    }
    return PairwiseEstimates.of(
        plan.estimator(), VariablePairs.of(pairs), options.withProgress(progress));
  }

  private void step() throws InterruptedException {
    int[] left = IntStream.range(0, open.length).filter(j -> open[j]).toArray();
    if (!chosen.isEmpty()) {
      if (plan.criterion() == SelectionCriterion.CMIM) {
        lookAtPromising(left);
      } else {
        catchUp(left);
      }
    }
    int best = best(left);
    steps.add(described(best, left.length));
    open[best] = false;
    chosen.add(best);
    progress.next();
  }

  /** The first of the largest score. */
  private int best(int[] left) {
    int best = left[0];
    for (int j : left) {
      if (score(j) > score(best)) {
        best = j;
      }
    }
    return best;
  }

  /** Of CMIM an upper bound where not all chosen columns were looked at. */
  private double score(int j) {
    if (chosen.isEmpty()) {
      return relevance[j];
    }
    return switch (plan.criterion()) {
      case MRMR -> relevance[j] - known[j].mean();
      case JMI -> known[j].mean();
      case CMIM -> known[j].estimated == 0 && isCaughtUp(j) ? 0 : known[j].least;
    };
  }

  private boolean isCaughtUp(int j) {
    return known[j].columns == chosen.size();
  }

  /**
   * Looks at the candidates of the largest bounds only, until one that is known beats all bounds:
   * the smallest of several values only falls with more of them (Fleuret 2004, section 3.2).
   */
  private void lookAtPromising(int[] left) throws InterruptedException {
    while (!isCaughtUp(best(left))) {
      double beaten = Double.NEGATIVE_INFINITY;
      for (int j : left) {
        beaten = isCaughtUp(j) ? Math.max(beaten, score(j)) : beaten;
      }
      double least = beaten;
      int[] promising =
          IntStream.of(left)
              .filter(j -> !isCaughtUp(j) && score(j) >= least)
              .boxed()
              .sorted((a, b) -> Double.compare(score(b), score(a)))
              .mapToInt(j -> j)
              .toArray();
      boolean nothingKnown = promising.length == left.length && chosen.size() == 1;
      catchUp(
          nothingKnown ? promising : Arrays.copyOf(promising, Math.min(ROUND, promising.length)));
    }
  }

  /** Estimates what is missing between candidates and chosen columns. */
  private void catchUp(int[] which) throws InterruptedException {
    List<ConditionalCells.Triple> triples = new ArrayList<>();
    if (!plan.criterion().isConditional()) {
      int last = chosen.get(chosen.size() - 1);
      PairwiseEstimates estimates = pairs(which, columns.get(last));
      for (int i = 0; i < which.length; i++) {
        known[which[i]].add(estimates.nats(i));
      }
      return;
    }
    for (int j : which) {
      for (int s = known[j].columns; s < chosen.size(); s++) {
        triples.add(new ConditionalCells.Triple(j, chosen.get(s)));
      }
    }
    double[] nats = new double[triples.size()];
    Runner.run(
        new ConditionalCells(plan.conditional(), plan.target(), columns, triples),
        options.withProgress(progress),
        (cell, value) -> nats[cell] = value);
    for (int i = 0; i < nats.length; i++) {
      known[triples.get(i).column()].add(nats[i]);
    }
  }

  private SelectionStep described(int column, int candidates) {
    Variable own = columns.get(column);
    OptionalDouble redundancy = OptionalDouble.empty();
    OptionalDouble conditional = OptionalDouble.empty();
    if (!chosen.isEmpty()) {
      redundancy =
          OptionalDouble.of(
              plan.criterion().isConditional() ? redundancy(column) : known[column].mean());
      if (plan.criterion().isConditional()) {
        conditional = OptionalDouble.of(score(column));
      }
    }
    OptionalDouble pValue = OptionalDouble.empty();
    OptionalDouble adjusted = OptionalDouble.empty();
    Optional<String> none = Optional.empty();
    if (plan.permutations() > 0) {
      try {
        NullDraws draws = draws(own);
        pValue = OptionalDouble.of(draws.pValue().value());
        adjusted = OptionalDouble.of(Math.min(1, draws.tailPValue() * candidates));
      } catch (InferenceInterruptedException e) {
        throw e;
      } catch (IllegalArgumentException e) {
        none = Optional.of(CellFailure.reason(e));
      }
    }
    return new SelectionStep(
        column,
        own.name(),
        score(column),
        relevance[column],
        redundancy,
        conditional,
        candidates,
        pValue,
        adjusted,
        none);
  }

  private double redundancy(int column) {
    Known found = new Known();
    List<Samples> pairs = new ArrayList<>();
    for (int s : chosen) {
      pairs.add(new Samples(columns.get(column), columns.get(s)));
    }
    PairwiseEstimates estimates = PairwiseEstimates.of(plan.estimator(), pairs);
    for (int i = 0; i < pairs.size(); i++) {
      found.add(estimates.nats(i));
    }
    return found.mean();
  }

  /** What independence given all chosen columns would give. */
  private NullDraws draws(Variable own) {
    PermutationTest test =
        PermutationTest.of(plan.permutations())
            .withSeed(plan.seed().derive("step", chosen.size()).derive("permutations"));
    if (chosen.isEmpty()) {
      return test.draws(plan.estimator(), new Samples(own, plan.target()));
    }
    Variable given =
        Variable.join("the selection", chosen.stream().map(columns::get).toArray(Variable[]::new));
    return test.draws(plan.conditional(), new ConditionalSamples(own, plan.target(), given));
  }
}
