package io.github.miscope.inference;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.plan.CellFailure;
import io.github.miscope.plan.CellRecipe;
import io.github.miscope.plan.Cells;
import io.github.miscope.sample.Samples;
import org.jspecify.annotations.Nullable;

/** The estimates of many pairs as cells, which share prepared variables. */
final class PairCells implements Cells<PairCells.Row> {

  private final PreparingEstimator estimator;
  private final VariablePairs pairs;
  private final PreparedTiles prepared;
  private final @Nullable Given given;

  /** What a pair gave: an estimate, or the reason why there is none. */
  record Row(@Nullable Estimate estimate, @Nullable String failure) {}

  private final long mostValues;

  PairCells(MutualInformationEstimator estimator, VariablePairs pairs) {
    this(estimator, pairs, mostValues(pairs));
  }

  private PairCells(MutualInformationEstimator estimator, VariablePairs pairs, long mostValues) {
    this.estimator = PreparingEstimator.of(estimator);
    given = estimator instanceof Given own ? own : null;
    this.pairs = pairs;
    this.mostValues = mostValues;
    prepared = new PreparedTiles(this.estimator, pairs, mostValues);
  }

  /** Estimates of pairs with what is given. */
  static PairCells of(ConditionalMutualInformationEstimator estimator, VariableTriples triples) {
    return new PairCells(new Given(estimator, triples), triples, 1);
  }

  /** Estimates of triples, in the place of an estimator of pairs. */
  private record Given(ConditionalMutualInformationEstimator estimator, VariableTriples triples)
      implements MutualInformationEstimator {

    Estimate estimate(int pair) {
      return estimator.estimate(triples.triple(pair));
    }

    @Override
    public Estimate estimate(Samples samples) {
      throw new UnsupportedOperationException("a pair alone does not tell what is given");
    }

    @Override
    public String toString() {
      return estimator.toString();
    }
  }

  /** How many values the largest variable has, as far as a few pairs tell. */
  private static long mostValues(VariablePairs pairs) {
    int looked = Math.min(pairs.size(), 10_000);
    long most = 1;
    for (int i = 0; i < looked; i++) {
      try {
        Samples samples = pairs.samples((int) ((long) i * pairs.size() / looked));
        most = Math.max(most, (long) samples.n() * Math.max(samples.dX(), samples.dY()));
      } catch (IllegalArgumentException e) {
        // Its cell tells of it.
      }
    }
    return most;
  }

  @Override
  public int count() {
    return pairs.size();
  }

  @Override
  public int cellAt(int position) {
    return prepared.pairAt(position);
  }

  @Override
  public Row row(int pair) {
    // Estimates of pairs are many: what one reports of itself would say little.
    return TrainingProgress.listen((done, total) -> {}, () -> estimated(pair));
  }

  private Row estimated(int pair) {
    try {
      if (given != null) {
        return new Row(given.estimate(pair), null);
      }
      Samples samples = pairs.samples(pair);
      return new Row(
          estimator.estimate(prepared.x(pair, samples), prepared.y(pair, samples)), null);
    } catch (IllegalArgumentException e) {
      return new Row(null, CellFailure.reason(e));
    }
  }

  /** The same again, by itself. */
  Row again(int pair) {
    try {
      return new Row(
          given == null ? estimator.estimate(pairs.samples(pair)) : given.estimate(pair), null);
    } catch (IllegalArgumentException e) {
      return new Row(null, CellFailure.reason(e));
    }
  }

  @Override
  public boolean isFailed(Row row) {
    return row.failure() != null;
  }

  @Override
  public CellRecipe<Row> recipe() {
    return new Recipe(given == null ? estimator : given, pairs, mostValues);
  }

  private record Recipe(MutualInformationEstimator estimator, VariablePairs pairs, long mostValues)
      implements CellRecipe<Row> {

    @Override
    public PairCells cells() {
      return new PairCells(estimator, pairs, mostValues);
    }
  }

  /** A pair is done, and needs its variables no more. */
  void done(int pair) {
    prepared.done(pair);
  }

  @Override
  public String label(int pair) {
    Samples samples = pairs.samples(pair);
    return samples.x().name() + " and " + samples.y().name();
  }
}
