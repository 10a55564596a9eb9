package io.github.miscope.plan;

import io.github.miscope.identity.PlanIdentity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cells whose rows can be kept in a file, and found again by the same plan.
 *
 * @param <R> what a cell gives
 */
public interface Plan<R> extends Cells<R> {

  /**
   * A row and its cell.
   *
   * @param <R> what a cell gives
   * @param cell the number of the cell
   * @param row what it gave
   */
  record Entry<R>(int cell, R row) {

    /**
     * An entry.
     *
     * @param cell the number of the cell
     * @param row what it gave
     */
    public Entry {
      Objects.requireNonNull(row, "row");
    }
  }

  /**
   * What rows depend on: data, parameters and estimators, not their labels. The number of trials
   * does not belong to it, so that a plan with more trials extends the file.
   *
   * @return the identity, by which a file is known to be this plan's
   * @throws IllegalArgumentException if something in the plan has no identity, such as a lambda
   */
  PlanIdentity identity();

  /**
   * A row as text, which says to which cell it belongs.
   *
   * @param cell the cell
   * @param row its row
   * @return the fields; null for none
   */
  List<@Nullable String> fields(int cell, R row);

  /**
   * A row from its text.
   *
   * @param fields what {@link #fields} gave, perhaps of a plan with more trials
   * @return the row; empty if it is no row of a cell of this plan
   */
  Optional<Entry<R>> entry(List<@Nullable String> fields);
}
