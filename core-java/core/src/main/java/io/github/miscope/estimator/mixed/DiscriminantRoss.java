package io.github.miscope.estimator.mixed;

import io.github.miscope.estimator.AcceptsLevels;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.PointwiseEstimate;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.internal.linear.Discriminants;
import io.github.miscope.internal.linear.RowOrder;
import io.github.miscope.internal.mean.Means;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Mutual information of a discrete variable and continuous columns, of which few directions may
 * matter: {@link Ross} on normal ranks of all columns, or on cross-fitted linear discriminants
 * where those clearly show more.
 *
 * <p>Neighbours in many columns are far away, and the estimate is low. By the data-processing
 * inequality no function of the columns tells more of the levels than they do, if the rows that it
 * is evaluated on did not help to choose it. The directions are those of Fisher (1936) and Rao
 * (1948) under the covariance of Ledoit and Wolf (2004), of the columns and of the columns with
 * their squares and products, learnt on nine tenths of the rows and applied to the tenth, for each
 * tenth in turn. A direction counts if it correlates with the levels by more than 3/sqrt(n) on rows
 * held out; one to five of them are a view if they exceed the largest view before by three standard
 * errors of the difference. Independent variables therefore hardly ever have another view than that
 * of all columns, and p-values and intervals repeat the choice.
 *
 * <p>Its label is that of the estimator on all columns; the findings name other views.
 *
 * @param ross the estimator
 */
public record DiscriminantRoss(Ross ross) implements NearestNeighbours, AcceptsLevels {

  private static final int FOLDS = 10;
  private static final int MAX_DIRECTIONS = 5;

  /** Learning needs some observations. */
  private static final int MIN_ROWS = 50;

  /** A covariance of more columns costs seconds. */
  private static final int MAX_COLUMNS = 1000;

  /** More products of columns than this part of the observations are not learnt. */
  private static final int ROWS_PER_PRODUCT = 10;

  /** A held-out correlation counts from this many standard errors, as views of two columns do. */
  private static final double CLEARLY = 3;

  /** Directions of more columns than this part of the observations are noisy. */
  private static final int ROWS_PER_COLUMN = 10;

  /**
   * An estimator.
   *
   * @param ross the estimator for all columns, and for discriminants
   */
  public DiscriminantRoss {
    Objects.requireNonNull(ross, "ross");
  }

  /**
   * With the default options of {@link Ross}.
   *
   * @return the estimator
   */
  public static DiscriminantRoss withDefaults() {
    return new DiscriminantRoss(Ross.withDefaults());
  }

  @Override
  public DiscriminantRoss withK(int k) {
    return new DiscriminantRoss(ross.withK(k));
  }

  /**
   * Estimates I(X;Y).
   *
   * @param samples n pairs, one variable discrete and the other continuous
   * @return the estimate
   * @throws IllegalArgumentException as {@link Ross#pointwise}
   */
  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    Samples ranks = Scaled.of(ross, Scaling.normalRank()).forBase(samples);
    PointwiseEstimate whole = ross.pointwise(ranks);
    Estimate estimate = whole.estimate().labelled(toString());
    Variable discrete = ranks.x().isDiscrete() ? ranks.x() : ranks.y();
    Variable continuous = ranks.x().isDiscrete() ? ranks.y() : ranks.x();
    double[][] columns = varying(continuous);
    if (columns.length < 2
        || columns.length > MAX_COLUMNS
        || discrete.isConstant()
        || samples.n() < MIN_ROWS) {
      return estimate;
    }
    try {
      return best(new Views(estimate, whole.nats(), discrete), columns);
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
  }

  private static double[][] varying(Variable variable) {
    return IntStream.range(0, variable.d())
        .filter(j -> !variable.isConstant(j))
        .mapToObj(variable::column)
        .toArray(double[][]::new);
  }

  private Estimate best(Views views, double[][] columns) throws InterruptedException {
    addDiscriminants(views, columns, "linear");
    double[][] products = withProducts(columns);
    if (products.length > 0) {
      addDiscriminants(views, products, "quadratic");
    }
    return views.estimate(columns.length);
  }

  /** The columns with their squares and, where they are few enough, their products. */
  private static double[][] withProducts(double[][] columns) {
    int d = columns.length;
    int most = columns[0].length / ROWS_PER_PRODUCT;
    if (2 * d > most) {
      return new double[0][];
    }
    boolean all = 2 * d + d * (d - 1) / 2 <= most;
    List<double[]> features = new ArrayList<>(List.of(columns));
    for (int a = 0; a < d; a++) {
      for (int b = all ? 0 : a; b <= a; b++) {
        double[] product = new double[columns[a].length];
        for (int i = 0; i < product.length; i++) {
          product[i] = columns[a][i] * columns[b][i];
        }
        if (Arrays.stream(product).anyMatch(v -> v != product[0])) {
          features.add(product);
        }
      }
    }
    return features.toArray(new double[0][]);
  }

  private void addDiscriminants(Views views, double[][] features, String kind)
      throws InterruptedException {
    int n = features[0].length;
    int[] levels = views.discrete.levels();
    double[] level = Arrays.stream(levels).asDoubleStream().toArray();
    int[] order = RowOrder.of(features, new double[][] {level});
    int[] ordered = IntStream.of(order).map(i -> levels[i]).toArray();
    Discriminants found =
        Discriminants.of(RowOrder.apply(order, features), ordered, MAX_DIRECTIONS, FOLDS);
    int count = found.above(CLEARLY / Math.sqrt(n));
    double[][] directions = new double[count][n];
    for (int l = 0; l < count; l++) {
      for (int i = 0; i < n; i++) {
        directions[l][order[i]] = found.columns()[l][i];
      }
      Variable view = Variable.ofColumns("discriminants", Arrays.copyOf(directions, l + 1));
      PointwiseEstimate estimate = ross.pointwise(new Samples(views.discrete, view));
      String name =
          "Ross on " + (l + 1) + " " + kind + (l == 0 ? " discriminant" : " discriminants");
      views.addIfClearlyLarger(name, estimate, view);
    }
  }

  /** The views that were looked at; the largest of those that are clearly so counts. */
  private final class Views {
    private final Estimate whole;
    private final Variable discrete;
    private double[] pointwise;
    private double nats;
    private String name = "";
    private List<Warning> warnings;

    Views(Estimate whole, double[] pointwise, Variable discrete) {
      this.whole = whole;
      this.pointwise = pointwise;
      this.nats = whole.nats();
      this.discrete = discrete;
      this.warnings = whole.warnings();
    }

    void addIfClearlyLarger(String candidate, PointwiseEstimate view, Variable directions) {
      double[] values = view.nats();
      double more = view.estimate().nats() - nats;
      if (more > CLEARLY * errorOfDifference(values)) {
        name = candidate;
        nats = view.estimate().nats();
        pointwise = values;
        warnings = new ArrayList<>(whole.warnings());
        warnings.removeIf(EstimateWarning.FewPointsInLevels.class::isInstance);
        EstimateWarning.FewPointsInLevels.of(ross.k(), discrete, directions)
            .ifPresent(warnings::add);
      }
    }

    private double errorOfDifference(double[] values) {
      double[] difference = new double[values.length];
      Arrays.setAll(difference, i -> values[i] - pointwise[i]);
      double squares = Means.squaredDeviations(difference, 0, difference.length);
      return Math.sqrt(squares / (values.length - 1.0) / values.length);
    }

    Estimate estimate(int columns) {
      if (name.isEmpty()) {
        return whole;
      }
      int needed = ROWS_PER_COLUMN * columns;
      if (whole.n() < needed) {
        warnings.add(new EstimateWarning.FewRowsForDirections(whole.n(), columns, needed));
      }
      Estimate chosen =
          new Estimate(
              nats,
              whole.estimator(),
              whole.n(),
              whole.dX(),
              whole.dY(),
              whole.diagnostics(),
              whole.amounts(),
              whole.findings(),
              warnings,
              whole.uncertainty());
      return chosen
          .withAmount("Ross on all columns", whole.nats())
          .withFinding(new Finding.ChosenView(name));
    }
  }

  @Override
  public String toString() {
    return Scaled.of(ross, Scaling.normalRank()).toString();
  }
}
