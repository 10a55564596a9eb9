package io.github.miscope.selection;

import io.github.miscope.inference.PairwiseEstimates;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.plan.Runner;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private void estimateRelevance() throws InterruptedException {
    int[] all = IntStream.range(0, columns.size()).toArray();
    SelectionCells.Row[] found = pairs(all, SelectionCells.TARGET);
    for (int j : all) {
      relevance[j] = found[j].nats();
      open[j] = !Double.isNaN(relevance[j]);
      if (!open[j]) {
        failures.put(
            columns.get(j).name(),
            Objects.requireNonNullElse(found[j].failure(), "the estimate is NaN"));
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
  private SelectionCells.Row[] pairs(int[] which, int other) throws InterruptedException {
    List<SelectionCells.Question> questions = new ArrayList<>();
    for (int j : which) {
      questions.add(new SelectionCells.Question(j, other, false));
    }
    return answers(questions);
  }

  private SelectionCells.Row[] answers(List<SelectionCells.Question> questions)
      throws InterruptedException {
    SelectionCells.Row[] rows = new SelectionCells.Row[questions.size()];
    Runner.run(
        new SelectionCells(plan, questions),
        options.withProgress(progress),
        (cell, row) -> rows[cell] = row);
    return rows;
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
    if (!plan.criterion().isConditional()) {
      SelectionCells.Row[] found = pairs(which, chosen.get(chosen.size() - 1));
      for (int i = 0; i < which.length; i++) {
        known[which[i]].add(found[i].nats());
      }
      return;
    }
    List<SelectionCells.Question> questions = new ArrayList<>();
    for (int j : which) {
      for (int s = known[j].columns; s < chosen.size(); s++) {
        questions.add(new SelectionCells.Question(j, chosen.get(s), true));
      }
    }
    SelectionCells.Row[] found = answers(questions);
    for (int i = 0; i < found.length; i++) {
      known[questions.get(i).column()].add(found[i].nats());
    }
  }

  private SelectionStep described(int column, int candidates) throws InterruptedException {
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
      TestCell.Row test = test(column);
      none = Optional.ofNullable(test.failure());
      if (none.isEmpty()) {
        pValue = OptionalDouble.of(test.pValue());
        adjusted = OptionalDouble.of(Math.min(1, test.tailPValue() * candidates));
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

  private TestCell.Row test(int column) throws InterruptedException {
    TestCell test = new TestCell(plan, column, chosen);
    if (options.checkpoint().isEmpty()) {
      return test.row(0);
    }
    TestCell.Row[] rows = new TestCell.Row[1];
    Runner.run(test, options.withProgress(now -> {}), (cell, row) -> rows[cell] = row);
    return rows[0];
  }
}
