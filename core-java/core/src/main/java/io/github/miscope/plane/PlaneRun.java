package io.github.miscope.plane;

import io.github.miscope.plan.RunOptions;
import io.github.miscope.plan.Runner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a plane. */
final class PlaneRun {

  private PlaneRun() {}

  static PlaneTable of(PlanePlan plan, RunOptions options) {
    @Nullable PlaneCell[] found = new PlaneCell[plan.cells()];
    PlaneCells cells = new PlaneCells(plan);
    try {
      Runner.run(
          cells,
          options,
          (cell, row) -> {
            if (found[cell] == null) {
              cells.done(cell);
            }
            found[cell] = row;
          });
    } catch (InterruptedException e) {
      throw new PlaneInterruptedException(table(plan, found), e);
    }
    return table(plan, found);
  }

  private static PlaneTable table(PlanePlan plan, @Nullable PlaneCell[] found) {
    int cells = 0;
    List<PlaneRow> rows = new ArrayList<>();
    List<BinnedRow> binned = new ArrayList<>();
    for (PlaneCell cell : found) {
      if (cell != null) {
        cells++;
        cell.row().ifPresent(rows::add);
        binned.addAll(cell.binned());
      }
    }
    return new PlaneTable(plan, cells, rows, binned);
  }
}
