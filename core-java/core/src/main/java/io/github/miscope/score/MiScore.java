package io.github.miscope.score;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.inference.PairwiseEstimates;
import io.github.miscope.inference.VariablePairs;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * How much a suspect's representation of some observations tells of a victim's: the score by which
 * dataset inference asks whether one encoder was made from another (Sisak 2024, Definition 5.1).
 *
 * <p>S = (I(victim; suspect) - I_min) / (I_max - I_min), where I_max = I(victim; victim) and I_min
 * is the mean of I(victim; baseline) over encoders that know nothing of the victim: of random
 * weights, or better, trained on other data, which are a stabler baseline. A score is near 0 for
 * one more such encoder and 1 for a copy.
 *
 * <p>Errors and p-values come from groups of observations that have none in common, in each of
 * which everything is estimated once more. The standard error is that of the ratio (delta method)
 * over other observations, the encoders being the same. The p-value tests that the suspect tells no
 * more of the victim than each of the baselines does. For one baseline, advantages in groups are
 * independent and of either sign with equal chance under the null, so that all changes of signs are
 * as likely; the largest p-value over the baselines counts, which keeps the level (Berger 1982,
 * doi:10.1080/00401706.1982.10487790). It cannot be below 2^-groups.
 *
 * @param estimator the estimator, perhaps one that compresses first
 * @param groups the number of groups of observations
 * @param level the nominal coverage of intervals
 * @param seed what groups are drawn from
 */
public record MiScore(MutualInformationEstimator estimator, int groups, double level, Seed seed) {

  /** All changes of signs are tried, of which there are 2^groups. */
  private static final int MAX_GROUPS = 16;

  private static final int MIN_IN_GROUP = 20;

  /**
   * A score.
   *
   * @param estimator the estimator
   * @param groups the number of groups of observations
   * @param level the nominal coverage of intervals
   * @param seed what groups are drawn from
   * @throws IllegalArgumentException if groups &lt; 2 or &gt; 16, or the level is not in (0, 1)
   */
  public MiScore {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(seed, "seed");
    Check.between("groups", groups, 2, MAX_GROUPS);
    Interval.requireLevel(level);
  }

  /**
   * A score with 10 groups and 95 % intervals.
   *
   * @param estimator the estimator
   * @return the score
   */
  public static MiScore of(MutualInformationEstimator estimator) {
    return new MiScore(estimator, 10, 0.95, Seed.of(0));
  }

  /**
   * With another number of groups.
   *
   * @param newGroups 2 to 16
   * @return a changed copy
   * @throws IllegalArgumentException if out of range
   */
  public MiScore withGroups(int newGroups) {
    return new MiScore(estimator, newGroups, level, seed);
  }

  /**
   * With other intervals.
   *
   * @param newLevel the nominal coverage
   * @return a changed copy
   * @throws IllegalArgumentException if the level is not in (0, 1)
   */
  public MiScore withLevel(double newLevel) {
    return new MiScore(estimator, groups, newLevel, seed);
  }

  /**
   * With another seed.
   *
   * @param seed what groups are drawn from
   * @return a changed copy
   */
  public MiScore withSeed(Seed seed) {
    return new MiScore(estimator, groups, level, seed);
  }

  /**
   * Scores suspects.
   *
   * @param victim the victim's representation of n observations
   * @param suspects others' representations of the same observations in the same order, by their
   *     names
   * @param baselines representations by encoders that know nothing of the victim
   * @return the scores
   * @throws IllegalArgumentException if there is no suspect or no baseline, two representations
   *     have one name, one has another number of observations or is constant, there are fewer than
   *     20 observations for each group, or the estimator refuses a pair, naming the representation
   * @throws io.github.miscope.inference.PairsInterruptedException if interrupted
   */
  public ScoreTable of(Variable victim, List<Variable> suspects, List<Variable> baselines) {
    return of(victim, suspects, baselines, done -> {});
  }

  /**
   * Scores suspects.
   *
   * @param victim the victim's representation of n observations
   * @param suspects others' representations of the same observations in the same order, by their
   *     names
   * @param baselines representations by encoders that know nothing of the victim
   * @param progress called on the calling thread with the number of estimates that are done, of
   *     {@link #estimates}
   * @return the scores
   * @throws IllegalArgumentException if there is no suspect or no baseline, two representations
   *     have one name, one has another number of observations or is constant, there are fewer than
   *     20 observations for each group, or the estimator refuses a pair, naming the representation
   * @throws io.github.miscope.inference.PairsInterruptedException if interrupted
   */
  public ScoreTable of(
      Variable victim, List<Variable> suspects, List<Variable> baselines, IntConsumer progress) {
    Objects.requireNonNull(victim, "victim");
    Objects.requireNonNull(suspects, "suspects");
    Objects.requireNonNull(baselines, "baselines");
    Objects.requireNonNull(progress, "progress");
    List<Variable> all = new ArrayList<>(List.of(victim));
    all.addAll(suspects);
    all.addAll(baselines);
    check(all, suspects, baselines);
    Estimate[][] estimates = estimate(victim, all, progress);
    return new Scores(this, all, suspects.size(), estimates).table();
  }

  /**
   * Scores suspects.
   *
   * @param representations the victim's, the suspects' and the baselines'
   * @return the scores
   * @throws IllegalArgumentException if they cannot be compared, as for lists of them
   * @throws io.github.miscope.inference.PairsInterruptedException if interrupted
   */
  public ScoreTable of(Representations representations) {
    Objects.requireNonNull(representations, "representations");
    return of(representations.victim(), representations.suspects(), representations.baselines());
  }

  /**
   * How many estimates a score takes.
   *
   * @param representations the number of suspects and baselines
   * @return the number for them and the victim, whole and in groups
   */
  public int estimates(int representations) {
    return (representations + 1) * (groups + 1);
  }

  private void check(List<Variable> all, List<Variable> suspects, List<Variable> baselines) {
    if (suspects.isEmpty()) {
      throw new IllegalArgumentException("a score needs at least 1 suspect: there is none");
    }
    if (baselines.isEmpty()) {
      throw new IllegalArgumentException(
          "a score needs at least 1 baseline, an encoder that knows nothing of the victim: there is"
              + " none");
    }
    int n = all.get(0).n();
    Set<String> names = new HashSet<>();
    for (Variable representation : all) {
      if (!names.add(representation.name())) {
        throw new IllegalArgumentException(
            "two representations have the name '" + representation.name() + "'");
      }
      if (representation.n() != n) {
        throw new IllegalArgumentException(
            "all representations must be of the same observations: '"
                + all.get(0).name()
                + "' has "
                + n
                + ", '"
                + representation.name()
                + "' "
                + representation.n());
      }
      if (representation.isConstant()) {
        throw new IllegalArgumentException(
            "'" + representation.name() + "' is constant: it tells nothing");
      }
    }
    if (n < (long) MIN_IN_GROUP * groups) {
      throw new IllegalArgumentException(
          "a score with "
              + groups
              + " groups needs at least "
              + MIN_IN_GROUP * groups
              + " observations: n="
              + n
              + "; take fewer groups");
    }
  }

  /** Of each representation, the whole and then each group. */
  private Estimate[][] estimate(Variable victim, List<Variable> all, IntConsumer progress) {
    int[][] rows = groups(victim.n());
    List<Samples> pairs = new ArrayList<>();
    Variable[] victims = new Variable[groups + 1];
    victims[0] = victim;
    for (int g = 0; g < groups; g++) {
      victims[g + 1] = victim.rows(rows[g]);
    }
    for (Variable other : all) {
      pairs.add(new Samples(victim, other));
      for (int g = 0; g < groups; g++) {
        pairs.add(new Samples(victims[g + 1], other.rows(rows[g])));
      }
    }
    PairwiseEstimates found = PairwiseEstimates.of(estimator, VariablePairs.of(pairs), progress);
    Estimate[][] estimates = new Estimate[all.size()][groups + 1];
    for (int i = 0; i < all.size(); i++) {
      for (int g = 0; g <= groups; g++) {
        int pair = i * (groups + 1) + g;
        String name = all.get(i).name();
        Estimate estimate =
            found
                .estimate(pair)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "'"
                                + name
                                + "': "
                                + found
                                    .missing(pair)
                                    .map(missing -> missing.reason())
                                    .orElse("no estimate")));
        if (!Double.isFinite(estimate.nats())) {
          throw new IllegalArgumentException(
              "'" + name + "': " + estimator + " gives " + estimate.nats() + " nats, and no scale");
        }
        estimates[i][g] = estimate;
      }
    }
    return estimates;
  }

  private int[][] groups(int n) {
    int[] order = PermutationSampler.natural(n);
    PermutationSampler.shuffle(seed.derive("groups", groups).generator(), order);
    int[][] rows = new int[groups][];
    Arrays.setAll(
        rows,
        g -> {
          int from = (int) ((long) n * g / groups);
          int[] group = Arrays.copyOfRange(order, from, (int) ((long) n * (g + 1) / groups));
          Arrays.sort(group);
          return group;
        });
    return rows;
  }
}
