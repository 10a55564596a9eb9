package io.github.miscope.estimator.neighbour;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.sample.Samples;
import java.util.List;
import java.util.Objects;

/**
 * KSG1 or KSG2 of two series in order of time, with a Theiler window: points no more than w rows
 * from a point are neither its neighbours nor counted. {@link MultiInformation} has the formula and
 * its sources. Of rows that are no series, and with a window of 0, it is {@link Ksg}, but slower.
 *
 * @param of the estimator of what several variables share, of which X and Y are two
 */
public record TheilerKsg(MultiInformation of)
    implements MutualInformationEstimator, NearestNeighbours {

  /**
   * Refuses null.
   *
   * @param of the estimator of what several variables share
   */
  public TheilerKsg {
    Objects.requireNonNull(of, "of");
  }

  /**
   * KSG1 with k = 3, ties broken.
   *
   * @param window the Theiler window in rows, at least 0: longer than the series' memory
   * @return the estimator
   * @throws IllegalArgumentException if window &lt; 0
   */
  public static TheilerKsg withWindow(int window) {
    return new TheilerKsg(MultiInformation.withDefaults().withWindow(window));
  }

  @Override
  public TheilerKsg withK(int k) {
    return new TheilerKsg(of.withK(k));
  }

  /**
   * Estimates I(X;Y).
   *
   * @param samples n observations in order of time, all columns continuous
   * @return the estimate
   * @throws IllegalArgumentException as {@link MultiInformation#estimate}
   */
  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return of.estimate(List.of(samples.x(), samples.y())).labelled(toString());
  }

  @Override
  public String toString() {
    return of.label(of.variant() + "-Theiler");
  }
}
