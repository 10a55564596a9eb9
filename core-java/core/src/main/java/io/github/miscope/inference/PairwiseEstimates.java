package io.github.miscope.inference;

import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.WarningKind;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.plan.Runner;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Estimates of many pairs of variables by one estimator: matrices and rankings. A variable that
 * occurs in several pairs is prepared once ({@link PreparingEstimator}), and short estimates run
 * side by side rather than each on all processors. Every estimate has the bits of a call of its
 * own. A pair that does not suit the estimator has a reason in place of an estimate.
 *
 * <pre>{@code
 * PairwiseEstimates matrix = PairwiseEstimates.of(Presets.ksg(), VariablePairs.all(columns));
 * }</pre>
 *
 * <p>Of many pairs only the numbers are kept, so that a matrix of 3000 columns takes 100 MB; {@link
 * #estimate} then makes an estimate again, with the same bits.
 */
public final class PairwiseEstimates {

  /** So many estimates are kept whole, in about 10 MB. */
  static final int KEPT = 10_000;

  private final PairCells cells;
  private final PairStore store;
  private final PairCells.@Nullable Row @Nullable [] whole;
  private int finished;

  private PairwiseEstimates(MutualInformationEstimator estimator, VariablePairs pairs) {
    this(new PairCells(estimator, pairs), pairs);
  }

  private PairwiseEstimates(PairCells cells, VariablePairs pairs) {
    this.cells = cells;
    store = new PairStore(pairs.size());
    whole = pairs.size() <= KEPT ? new PairCells.Row[pairs.size()] : null;
  }

  /**
   * All pairs of variables.
   *
   * @param variables d variables of equally many observations
   * @return d (d - 1) / 2 pairs: the first with the second, the first with the third, ...
   * @throws IllegalArgumentException if they differ in the number of observations
   */
  public static List<Samples> pairs(List<Variable> variables) {
    Objects.requireNonNull(variables, "variables");
    VariablePairs all = VariablePairs.all(variables);
    List<Samples> pairs = new ArrayList<>();
    for (int p = 0; p < all.size(); p++) {
      pairs.add(all.samples(p));
    }
    return pairs;
  }

  /**
   * Estimates the information of each pair.
   *
   * @param estimator the estimator
   * @param pairs the pairs; share variables as objects, not as copies
   * @return an estimate or the reason why there is none, for each pair
   * @throws PairsInterruptedException if interrupted; it carries what was finished
   */
  public static PairwiseEstimates of(MutualInformationEstimator estimator, List<Samples> pairs) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(pairs, "pairs");
    return of(estimator, VariablePairs.of(pairs), finished -> {});
  }

  /**
   * Estimates the information of each pair.
   *
   * @param estimator the estimator
   * @param pairs the pairs
   * @return an estimate or the reason why there is none, for each pair
   * @throws PairsInterruptedException if interrupted; it carries what was finished
   */
  public static PairwiseEstimates of(MutualInformationEstimator estimator, VariablePairs pairs) {
    return of(estimator, pairs, finished -> {});
  }

  /**
   * Estimates the information of each pair.
   *
   * @param estimator the estimator
   * @param pairs the pairs
   * @param progress called on the calling thread, now and then and at the end, with the number done
   * @return an estimate or the reason why there is none, for each pair
   * @throws PairsInterruptedException if interrupted; it carries what was finished
   */
  public static PairwiseEstimates of(
      MutualInformationEstimator estimator, VariablePairs pairs, IntConsumer progress) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(pairs, "pairs");
    Objects.requireNonNull(progress, "progress");
    PairwiseEstimates estimates = new PairwiseEstimates(estimator, pairs);
    try {
      Runner.within(
          estimates.cells,
          estimates::keep,
          done -> {
            if (done < pairs.size()) {
              progress.accept(done);
            }
          });
    } catch (InterruptedException e) {
      throw new PairsInterruptedException(estimates, e);
    }
    progress.accept(pairs.size());
    return estimates;
  }

  /**
   * Estimates the information of each pair on threads of their own, or on the runner of the
   * options, such as a cluster.
   *
   * @param estimator the estimator
   * @param pairs the pairs
   * @param options threads, progress and runner; a checkpoint cannot be used
   * @return an estimate or the reason why there is none, for each pair
   * @throws PairsInterruptedException if interrupted; it carries what was finished
   * @throws IllegalArgumentException if the options have a checkpoint
   */
  public static PairwiseEstimates of(
      MutualInformationEstimator estimator, VariablePairs pairs, RunOptions options) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(pairs, "pairs");
    Objects.requireNonNull(options, "options");
    return new PairwiseEstimates(estimator, pairs).run(options);
  }

  /**
   * Estimates the conditional information of each pair, on the calling thread and idle ones.
   *
   * @param estimator the estimator of I(X;Y|Z)
   * @param triples the pairs, with what is given
   * @param progress called on the calling thread, now and then and at the end, with the number done
   * @return an estimate or the reason why there is none, for each pair
   * @throws PairsInterruptedException if interrupted; it carries what was finished
   */
  public static PairwiseEstimates given(
      ConditionalMutualInformationEstimator estimator,
      VariableTriples triples,
      IntConsumer progress) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(triples, "triples");
    Objects.requireNonNull(progress, "progress");
    return new PairwiseEstimates(PairCells.of(estimator, triples), triples).within(progress);
  }

  /**
   * Estimates the conditional information of each pair on threads of their own, or on the runner of
   * the options.
   *
   * @param estimator the estimator of I(X;Y|Z)
   * @param triples the pairs, with what is given
   * @param options threads, progress and runner; a checkpoint cannot be used
   * @return an estimate or the reason why there is none, for each pair
   * @throws PairsInterruptedException if interrupted; it carries what was finished
   * @throws IllegalArgumentException if the options have a checkpoint
   */
  public static PairwiseEstimates given(
      ConditionalMutualInformationEstimator estimator,
      VariableTriples triples,
      RunOptions options) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(triples, "triples");
    Objects.requireNonNull(options, "options");
    return new PairwiseEstimates(PairCells.of(estimator, triples), triples).run(options);
  }

  private PairwiseEstimates run(RunOptions options) {
    try {
      Runner.run(cells, options, this::keep);
    } catch (InterruptedException e) {
      throw new PairsInterruptedException(this, e);
    }
    return this;
  }

  private PairwiseEstimates within(IntConsumer progress) {
    try {
      Runner.within(cells, this::keep, progress);
    } catch (InterruptedException e) {
      throw new PairsInterruptedException(this, e);
    }
    return this;
  }

  private void keep(int pair, PairCells.Row row) {
    Estimate estimate = row.estimate();
    if (estimate == null) {
      store.refuse(pair);
    } else {
      store.keep(pair, estimate);
    }
    if (whole != null) {
      whole[pair] = row;
    }
    finished++;
    cells.done(pair);
  }

  /**
   * The number of pairs.
   *
   * @return estimated or not
   */
  public int size() {
    return store.size();
  }

  /**
   * The number of pairs whose work was done.
   *
   * @return {@link #size()} unless the work was interrupted
   */
  public int finished() {
    return finished;
  }

  /**
   * The estimate of a pair in nats.
   *
   * @param pair its number
   * @return the estimate; NaN if there is none
   */
  public double nats(int pair) {
    return store.nats(pair);
  }

  /**
   * The number of observations that a pair was estimated from.
   *
   * @param pair its number
   * @return n; 0 if there is no estimate
   */
  public int n(int pair) {
    return store.n(pair);
  }

  /**
   * What is known of the uncertainty of a pair's estimate.
   *
   * @param pair its number
   * @return standard error, interval and p-value, as far as asked for
   */
  public Uncertainty uncertainty(int pair) {
    return store.uncertainty(pair);
  }

  /**
   * The kinds of warnings of a pair's estimate.
   *
   * @param pair its number
   * @return each kind once; empty if there is none
   */
  public List<WarningKind> warningKinds(int pair) {
    return store.kinds(pair);
  }

  /**
   * Whether a pair's estimate comes with a kind of warning.
   *
   * @param pair its number
   * @param kind the kind
   * @return false also where there is no estimate
   */
  public boolean warns(int pair, WarningKind kind) {
    Objects.requireNonNull(kind, "kind");
    return store.warns(pair, kind);
  }

  /**
   * Whether a pair has an estimate.
   *
   * @param pair its number
   * @return false if it was refused or not computed
   */
  public boolean isEstimated(int pair) {
    return store.state(pair) == PairStore.ESTIMATED;
  }

  /**
   * Whether the whole estimates are kept.
   *
   * @return false for more than 10000 pairs: {@link #estimate} then makes one again
   */
  public boolean keepsEstimates() {
    return whole != null;
  }

  /**
   * The whole estimate of a pair. Of more than 10000 pairs it is made again, with what was asked
   * for of its uncertainty.
   *
   * @param pair its number
   * @return the estimate; empty if there is none
   * @throws io.github.miscope.estimator.EstimationInterruptedException if interrupted
   */
  public Optional<Estimate> estimate(int pair) {
    return isEstimated(pair) ? Optional.ofNullable(row(pair).estimate()) : Optional.empty();
  }

  /**
   * The whole estimates of all pairs.
   *
   * @return one for each pair, in their order
   * @throws IllegalArgumentException if a pair has none
   */
  public List<Estimate> estimates() {
    List<Estimate> all = new ArrayList<>();
    for (int pair = 0; pair < size(); pair++) {
      int number = pair;
      all.add(
          estimate(pair)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "pair "
                              + number
                              + " ("
                              + cells.label(number)
                              + ") has no estimate: "
                              + missing(number).map(MissingEstimate::reason).orElse(""))));
    }
    return all;
  }

  /**
   * Why a pair has no estimate.
   *
   * @param pair its number
   * @return the reason; empty if there is an estimate
   */
  public Optional<MissingEstimate> missing(int pair) {
    return switch (store.state(pair)) {
      case PairStore.ESTIMATED -> Optional.empty();
      case PairStore.REFUSED ->
          Optional.of(new MissingEstimate.Refused(String.valueOf(row(pair).failure())));
      default -> Optional.of(new MissingEstimate.NotComputed());
    };
  }

  private PairCells.Row row(int pair) {
    return whole == null ? cells.again(pair) : Objects.requireNonNull(whole[pair]);
  }

  @Override
  public String toString() {
    int estimated = 0;
    for (int pair = 0; pair < size(); pair++) {
      estimated += isEstimated(pair) ? 1 : 0;
    }
    return "estimates of " + estimated + " of " + size() + " pairs";
  }
}
