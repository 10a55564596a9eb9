package io.github.miscope.network;

import java.util.List;
import java.util.Objects;

/**
 * How well edges, the strongest first, find those of a known graph. After m of them the precision
 * is the part of the m that is known, and the recall the part of the known ones that is among the
 * m.
 *
 * @param precision after 1, 2, ... edges
 * @param recall after 1, 2, ... edges
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PrecisionRecall(double[] precision, double[] recall) {

  /**
   * Precision and recall.
   *
   * @param precision after 1, 2, ... edges
   * @param recall after 1, 2, ... edges
   * @throws IllegalArgumentException if there are not as many of both
   */
  public PrecisionRecall {
    precision = Objects.requireNonNull(precision, "precision").clone();
    recall = Objects.requireNonNull(recall, "recall").clone();
    if (precision.length != recall.length) {
      throw new IllegalArgumentException(
          "there must be as many values of both: precision has "
              + precision.length
              + ", recall has "
              + recall.length);
    }
  }

  static PrecisionRecall of(List<GraphEdge> edges, KnownEdges known) {
    double[] precision = new double[edges.size()];
    double[] recall = new double[edges.size()];
    int found = 0;
    for (int m = 0; m < precision.length; m++) {
      found += known.has(edges.get(m)) ? 1 : 0;
      precision[m] = found / (m + 1.0);
      recall[m] = (double) found / known.pairs().size();
    }
    return new PrecisionRecall(precision, recall);
  }

  /**
   * Average precision: the mean over the known edges of the precision where each is found, 0 for
   * those that are not.
   *
   * @return from 0 to 1
   */
  public double average() {
    double sum = 0;
    double before = 0;
    for (int m = 0; m < precision.length; m++) {
      sum += (recall[m] - before) * precision[m];
      before = recall[m];
    }
    return sum;
  }

  /**
   * The number of edges.
   *
   * @return how many there are values for
   */
  public int size() {
    return precision.length;
  }

  /**
   * The precision of the first 1, 2, ... edges.
   *
   * @return a copy, a value for each edge
   */
  @Override
  public double[] precision() {
    return precision.clone();
  }

  /**
   * The recall of the first 1, 2, ... edges.
   *
   * @return a copy, a value for each edge
   */
  @Override
  public double[] recall() {
    return recall.clone();
  }

  @Override
  public String toString() {
    return "precision and recall of " + size() + " edges, average precision " + average();
  }
}
