package io.github.miscope.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/** Selects pairs that come in any order. */
final class Selector {

  /** The weakest first; of equal ones the later pair. */
  private static final Comparator<Place> WEAKEST =
      Comparator.comparingDouble(Place::nats)
          .thenComparing(Comparator.comparingInt(Place::x).thenComparingInt(Place::y).reversed());

  private final PairSelection selection;
  private final List<PriorityQueue<Place>> strongest = new ArrayList<>();

  /** A pair and its estimate. */
  record Place(int x, int y, double nats, int n) {}

  Selector(PairSelection selection, int d) {
    this.selection = selection;
    for (int j = 0; selection instanceof PairSelection.Strongest && j < d; j++) {
      strongest.add(new PriorityQueue<>(WEAKEST));
    }
  }

  /** Whether a pair is selected; the strongest are known at the {@link #end} only. */
  boolean takes(int x, int y, double nats, int n) {
    if (selection instanceof PairSelection.Above above) {
      return nats > above.nats();
    }
    if (selection instanceof PairSelection.Strongest most) {
      if (!Double.isNaN(nats)) {
        keep(x, x, y, nats, n, most.perColumn());
        keep(y, x, y, nats, n, most.perColumn());
      }
      return false;
    }
    return true;
  }

  private void keep(int column, int x, int y, double nats, int n, int most) {
    PriorityQueue<Place> queue = strongest.get(column);
    Place weakest = queue.peek();
    if (queue.size() == most && weakest != null && nats < weakest.nats()) {
      return;
    }
    queue.add(new Place(x, y, nats, n));
    if (queue.size() > most) {
      queue.poll();
    }
  }

  /** Gives out the strongest pairs, each once, column by column and the strongest first. */
  void end(Consumer<Place> out) {
    Set<Place> seen = new LinkedHashSet<>();
    for (PriorityQueue<Place> queue : strongest) {
      List<Place> own = new ArrayList<>(queue);
      own.sort(WEAKEST.reversed());
      seen.addAll(own);
    }
    seen.forEach(out);
  }
}
