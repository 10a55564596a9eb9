package io.github.miscope.inference;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Estimates of many pairs of variables by one estimator: matrices and rankings. A variable that
 * occurs in several pairs, as the same object, is prepared once ({@link PreparingEstimator}), and
 * short estimates run side by side rather than each on all processors. Every estimate has the bits
 * of a call of its own.
 *
 * <pre>{@code
 * List<Estimate> matrix = PairwiseEstimates.of(Presets.ksg(), PairwiseEstimates.pairs(columns));
 * }</pre>
 */
public final class PairwiseEstimates {

  /** About what a value of a prepared variable takes; ties have jitter for either place. */
  private static final long BYTES_PER_VALUE = 256;

  /** The part of the heap that prepared variables may take. */
  private static final long PART_OF_HEAP = 8;

  private final PreparingEstimator estimator;
  private final List<Samples> pairs;
  private final IntConsumer progress;
  private final Estimate[] estimates;
  private final AtomicInteger done = new AtomicInteger();
  private final Thread caller = Thread.currentThread();

  private PairwiseEstimates(
      MutualInformationEstimator estimator, List<Samples> pairs, IntConsumer progress) {
    this.estimator = PreparingEstimator.of(estimator);
    this.pairs = List.copyOf(pairs);
    this.progress = progress;
    estimates = new Estimate[pairs.size()];
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
    List<Samples> pairs = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      for (int j = i + 1; j < variables.size(); j++) {
        pairs.add(new Samples(variables.get(i), variables.get(j)));
      }
    }
    return pairs;
  }

  /**
   * Estimates the information of each pair.
   *
   * @param estimator the estimator
   * @param pairs the pairs; share variables as objects, not as copies
   * @return one estimate for each pair, in their order
   * @throws IllegalArgumentException if a pair does not suit the estimator
   * @throws io.github.miscope.estimator.EstimationInterruptedException if interrupted
   */
  public static List<Estimate> of(MutualInformationEstimator estimator, List<Samples> pairs) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(pairs, "pairs");
    return of(estimator, pairs, finished -> {});
  }

  /**
   * Estimates the information of each pair.
   *
   * @param estimator the estimator
   * @param pairs the pairs; share variables as objects, not as copies
   * @param progress hears on the calling thread, now and then and at the end, how many are done
   * @return one estimate for each pair, in their order
   * @throws IllegalArgumentException if a pair does not suit the estimator
   * @throws io.github.miscope.estimator.EstimationInterruptedException if interrupted
   */
  public static List<Estimate> of(
      MutualInformationEstimator estimator, List<Samples> pairs, IntConsumer progress) {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(pairs, "pairs");
    Objects.requireNonNull(progress, "progress");
    return new PairwiseEstimates(estimator, pairs, progress).run();
  }

  private List<Estimate> run() {
    int[] idsX = ids(Samples::x);
    int[] idsY = ids(Samples::y);
    int tile = tile();
    // Tile by tile of the matrix, so that only the variables of two of its sides are held.
    SortedMap<Integer, SortedMap<Integer, List<Integer>>> tiles = new TreeMap<>();
    for (int p = 0; p < estimates.length; p++) {
      tiles
          .computeIfAbsent(idsX[p] / tile, key -> new TreeMap<>())
          .computeIfAbsent(idsY[p] / tile, key -> new ArrayList<>())
          .add(p);
    }
    for (SortedMap<Integer, List<Integer>> row : tiles.values()) {
      Map<Integer, PreparedVariable> preparedX = new ConcurrentHashMap<>();
      for (List<Integer> numbers : row.values()) {
        Map<Integer, PreparedVariable> preparedY = new ConcurrentHashMap<>();
        Repeats.run(
            numbers.size(),
            estimator.toString(),
            t -> {
              int p = numbers.get(t);
              Samples pair = pairs.get(p);
              estimates[p] =
                  estimator.estimate(
                      preparedX.computeIfAbsent(idsX[p], id -> estimator.prepareX(pair.x())),
                      preparedY.computeIfAbsent(idsY[p], id -> estimator.prepareY(pair.y())));
              tell(done.incrementAndGet());
            });
      }
    }
    progress.accept(estimates.length);
    return Arrays.asList(estimates);
  }

  private void tell(int finished) {
    if (Thread.currentThread() == caller && finished < estimates.length) {
      progress.accept(finished);
    }
  }

  /** Numbers equal for the same object, from 0 by first occurrence. */
  private int[] ids(Function<Samples, Variable> side) {
    IdentityHashMap<Variable, Integer> known = new IdentityHashMap<>();
    return pairs.stream()
        .mapToInt(pair -> known.computeIfAbsent(side.apply(pair), variable -> known.size()))
        .toArray();
  }

  /** How many variables of a side may be held prepared. */
  private int tile() {
    long values =
        pairs.stream().mapToLong(s -> (long) s.n() * Math.max(s.dX(), s.dY())).max().orElse(1);
    long most = Runtime.getRuntime().maxMemory() / PART_OF_HEAP / (BYTES_PER_VALUE * values);
    return (int) Math.max(2, Math.min(Integer.MAX_VALUE, most));
  }
}
