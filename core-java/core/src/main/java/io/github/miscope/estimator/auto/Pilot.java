package io.github.miscope.estimator.auto;

import io.github.miscope.internal.linear.HeldOut;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whether pairs of variates can be more than what other views show, as far as two tenths of the
 * rows tell, through combinations that the others have chosen: a tenth of the work of a view whose
 * every fold is held out. That it is not is nearly certain where it falls short there by three
 * standard errors of the difference on those rows.
 */
final class Pilot {

  /** How many folds of ten are held out. */
  static final int FOLDS = 2;

  private static final double CLEARLY = 3;

  /** More of log m than this is not seen among m rows, since their neighbours are too far. */
  private static final double VISIBLE = 0.4;

  private Pilot() {}

  /**
   * Whether some number of leading pairs may show more.
   *
   * @param pairs of rows of the view
   * @param largest what they have to exceed
   */
  static boolean mayExceed(HeldOut pairs, View largest, int k) throws InterruptedException {
    View rest = largest.at(pairs.rows());
    if (rest.nats() > VISIBLE * Math.log(pairs.rows().length)) {
      return true;
    }
    double[][] u = NormalScores.of(pairs.x());
    double[][] v = NormalScores.of(pairs.y());
    for (int count = 1; count <= u.length; count++) {
      double[][] x = Arrays.copyOf(u, count);
      double[][] y = Arrays.copyOf(v, count);
      if (k >= rest.pointwise().length
          || isNear(NeighbourView.of("neighbours", x, y, k), rest)
          || isNear(GaussianView.of(x, y), rest)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNear(Optional<View> view, View rest) {
    return view.isPresent() && isNear(view.get(), rest);
  }

  private static boolean isNear(View view, View rest) {
    return rest.nats() - view.nats() < CLEARLY * view.errorOfDifference(rest);
  }
}
