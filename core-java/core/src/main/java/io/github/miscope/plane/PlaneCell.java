package io.github.miscope.plane;

import java.util.List;
import java.util.Optional;

/** What a cell gives: an estimate, and with the first of a layer its binned entropies. */
record PlaneCell(Optional<PlaneRow> row, List<BinnedRow> binned) {

  boolean failed() {
    return row.map(PlaneRow::failed).orElse(false)
        || binned.stream().anyMatch(bin -> bin.failure() != null);
  }
}
