package io.github.miscope.plan;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The cells of one run: which are taken, and which are done.
 *
 * @param <R> what a cell gives
 */
final class CellRun<R> {

  private final Cells<R> cells;
  private final Rows<R> rows;
  private final int count;
  private final BitSet before = new BitSet();
  private final BitSet failed = new BitSet();
  private final AtomicInteger next = new AtomicInteger();
  private int done;

  CellRun(Cells<R> cells, Rows<R> rows) {
    this.cells = cells;
    this.rows = rows;
    this.count = cells.count();
  }

  Cells<R> cells() {
    return cells;
  }

  /** Takes a row of an earlier run; where a cell has several, the last counts. */
  void keepEarlier(int cell, R row) {
    if (!before.get(cell)) {
      before.set(cell);
      done++;
    }
    failed.set(cell, cells.isFailed(row));
    rows.keep(cell, row);
  }

  /** The cells that earlier runs have done. */
  BitSet before() {
    return before;
  }

  synchronized void keep(int cell, R row) {
    done++;
    if (cells.isFailed(row)) {
      failed.set(cell);
    }
    rows.keep(cell, row);
  }

  synchronized int done() {
    return done;
  }

  synchronized int failed() {
    return failed.cardinality();
  }

  int count() {
    return count;
  }

  boolean isComplete() {
    return done() == count;
  }

  /** Takes the next cell; -1 after the last. */
  int take() {
    while (true) {
      int position = next.get();
      if (position >= count) {
        return -1;
      }
      if (next.compareAndSet(position, position + 1)) {
        int cell = cells.cellAt(position);
        if (!before.get(cell)) {
          return cell;
        }
      }
    }
  }

  R row(int cell) {
    return row(cells, cell);
  }

  /** Does the work of a cell; a bug tells in which. */
  static <R> R row(Cells<R> cells, int cell) {
    try {
      return cells.row(cell);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      e.addSuppressed(new BugInCell(cells.label(cell)));
      throw e;
    }
  }

  /** An interruption that a cell threw as a runtime exception. */
  static InterruptedException interruption(CancellationException stop) {
    if (stop.getCause() instanceof InterruptedException cause) {
      return cause;
    }
    InterruptedException interruption = new InterruptedException(stop.getMessage());
    interruption.initCause(stop);
    return interruption;
  }

  static void check() throws InterruptedException {
    Interrupts.check();
  }

  /** Says in the trace of a bug to which cell it belongs. */
  private static final class BugInCell extends RuntimeException {

    private static final long serialVersionUID = 1;

    BugInCell(String label) {
      super("in " + label, null, false, false);
    }
  }
}
