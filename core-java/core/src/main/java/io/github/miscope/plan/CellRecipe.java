package io.github.miscope.plan;

import java.util.Objects;

/**
 * Makes the cells of a plan anew, here or on another machine. It holds what the cells depend on and
 * nothing that is made from it, such as prepared columns, so that it is small enough to be sent.
 *
 * @param <R> what a cell gives
 */
@FunctionalInterface
public interface CellRecipe<R> {

  /**
   * The cells, with nothing of what they share made yet.
   *
   * @return cells whose rows equal those of all others from this recipe
   */
  Cells<R> cells();

  /**
   * A recipe for cells that share nothing.
   *
   * @param cells the cells
   * @param <R> what a cell gives
   * @return gives the same cells each time
   */
  static <R> CellRecipe<R> of(Cells<R> cells) {
    return new Same<>(cells);
  }

  /**
   * The same cells each time.
   *
   * @param cells the cells
   * @param <R> what a cell gives
   */
  record Same<R>(Cells<R> cells) implements CellRecipe<R> {

    /**
     * Refuses null.
     *
     * @param cells the cells
     */
    public Same {
      Objects.requireNonNull(cells, "cells");
    }
  }
}
