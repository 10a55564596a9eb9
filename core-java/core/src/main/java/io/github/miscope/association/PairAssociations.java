package io.github.miscope.association;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.inference.VariablePairs;
import io.github.miscope.plan.Cells;
import io.github.miscope.plan.Runner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

/** {@link PairAssociation} of many pairs, on all processors. */
public final class PairAssociations {

  private final List<Optional<PairAssociation>> rows;

  private PairAssociations(List<Optional<PairAssociation>> rows) {
    this.rows = rows;
  }

  /**
   * Computes the coefficients and the test of each pair.
   *
   * @param pairs the pairs, one column each
   * @param progress called on the calling thread, now and then, with the number done
   * @return one for each pair that has at least two rows
   * @throws EstimationInterruptedException if interrupted
   */
  public static PairAssociations of(VariablePairs pairs, IntConsumer progress) {
    Objects.requireNonNull(pairs, "pairs");
    Objects.requireNonNull(progress, "progress");
    List<Optional<PairAssociation>> rows =
        new ArrayList<>(Collections.nCopies(pairs.size(), Optional.empty()));
    try {
      Runner.within(new OfPairs(pairs), rows::set, progress);
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("associations of pairs were interrupted", e);
    }
    return new PairAssociations(rows);
  }

  /** A cell for each pair; empty where it has too few rows. */
  private record OfPairs(VariablePairs pairs) implements Cells<Optional<PairAssociation>> {

    @Override
    public int count() {
      return pairs.size();
    }

    @Override
    public Optional<PairAssociation> row(int cell) {
      try {
        return Optional.of(PairAssociation.of(pairs.samples(cell)));
      } catch (IllegalArgumentException e) {
        // The estimate of the pair has the reason.
        return Optional.empty();
      }
    }
  }

  /**
   * What is known of a pair.
   *
   * @param pair its number
   * @return the coefficients and the test; empty if the pair has too few rows
   */
  public Optional<PairAssociation> of(int pair) {
    return rows.get(pair);
  }

  @Override
  public String toString() {
    return "associations of " + rows.size() + " pairs";
  }
}
