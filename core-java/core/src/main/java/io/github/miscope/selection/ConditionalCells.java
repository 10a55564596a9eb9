package io.github.miscope.selection;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.plan.CellFailure;
import io.github.miscope.plan.Cells;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Variable;
import java.util.List;

/** I(X;Y|S) of candidates X and chosen columns S; NaN where there is no estimate. */
final class ConditionalCells implements Cells<Double> {

  /** Both are numbers among the columns. */
  record Triple(int column, int given) {}

  private final ConditionalMutualInformationEstimator estimator;
  private final Variable target;
  private final List<Variable> columns;
  private final List<Triple> triples;

  ConditionalCells(
      ConditionalMutualInformationEstimator estimator,
      Variable target,
      List<Variable> columns,
      List<Triple> triples) {
    this.estimator = estimator;
    this.target = target;
    this.columns = columns;
    this.triples = triples;
  }

  @Override
  public int count() {
    return triples.size();
  }

  @Override
  public Double row(int cell) {
    // Estimates are many: what one reports of itself would say little.
    return TrainingProgress.listen((done, total) -> {}, () -> estimated(triples.get(cell)));
  }

  private double estimated(Triple triple) {
    Variable x = columns.get(triple.column());
    Variable given = columns.get(triple.given());
    try {
      return estimator.estimate(new ConditionalSamples(x, target, given)).nats();
    } catch (IllegalArgumentException e) {
      CellFailure.reason(e);
      return Double.NaN;
    }
  }

  @Override
  public boolean isFailed(Double row) {
    return row.isNaN();
  }

  @Override
  public String label(int cell) {
    Triple triple = triples.get(cell);
    return columns.get(triple.column()).name() + " given " + columns.get(triple.given()).name();
  }
}
