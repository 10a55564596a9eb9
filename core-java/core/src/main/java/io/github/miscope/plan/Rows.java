package io.github.miscope.plan;

/**
 * Takes the rows of a run as they are finished, in any order.
 *
 * @param <R> what a cell gives
 */
@FunctionalInterface
public interface Rows<R> {

  /**
   * Takes a row. Never called by two threads at the same time.
   *
   * @param cell the cell
   * @param row its row
   */
  void keep(int cell, R row);
}
