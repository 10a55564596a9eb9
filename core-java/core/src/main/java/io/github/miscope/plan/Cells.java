package io.github.miscope.plan;

import java.util.Objects;

/**
 * Work that consists of independent cells. A cell is a pure function of the plan and its number:
 * its row depends neither on the order of work nor on threads or machines. What a cell draws at
 * random has a seed derived by name.
 *
 * @param <R> what a cell gives
 */
public interface Cells<R> {

  /**
   * The number of cells.
   *
   * @return at least 0
   */
  int count();

  /**
   * Does the work of a cell. Called by several threads at the same time.
   *
   * @param cell from 0 to {@link #count()} - 1
   * @return its row; where the input does not suit, one that holds the reason (see {@link
   *     CellFailure})
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  R row(int cell);

  /**
   * Whether a row holds a reason in place of a result.
   *
   * @param row what {@link #row} gave
   * @return false unless a plan has such rows
   */
  default boolean isFailed(R row) {
    Objects.requireNonNull(row, "row");
    return false;
  }

  /**
   * The order of work, in which an interrupted run has its first cells.
   *
   * @param position from 0 to {@link #count()} - 1
   * @return the cell that is taken there; each cell once
   */
  default int cellAt(int position) {
    return position;
  }

  /**
   * The number of kinds of cells. Those of one kind take about equally long, by which the time left
   * is estimated.
   *
   * @return at least 1
   */
  default int kinds() {
    return 1;
  }

  /**
   * The kind of a cell.
   *
   * @param cell the cell
   * @return from 0 to {@link #kinds()} - 1
   */
  default int kind(int cell) {
    return 0;
  }

  /**
   * What makes these cells on another machine. Cells that share what is made once override this, so
   * that it is not sent.
   *
   * @return gives cells of equal rows
   */
  default CellRecipe<R> recipe() {
    return CellRecipe.of(this);
  }

  /**
   * The name of a cell, for messages.
   *
   * @param cell the cell
   * @return a few words
   */
  default String label(int cell) {
    return "cell " + cell;
  }
}
