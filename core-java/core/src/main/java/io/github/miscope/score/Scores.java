package io.github.miscope.score;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Interval;
import io.github.miscope.inference.DataChecks;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * From estimates of the whole and of groups to scores. The first representation is the victim's,
 * then come suspects and baselines.
 */
final class Scores {

  private final MiScore score;
  private final List<Variable> all;
  private final int firstBaseline;
  private final Estimate[][] estimates;
  private final double minimum;
  private final double maximum;

  /**
   * Scores.
   *
   * @param estimates of each representation, the whole and then each group
   */
  Scores(MiScore score, List<Variable> all, int suspects, Estimate[][] estimates) {
    this.score = score;
    this.all = all;
    this.firstBaseline = 1 + suspects;
    this.estimates = estimates;
    this.minimum = minimum(0);
    this.maximum = nats(0, 0);
  }

  ScoreTable table() {
    List<ScoreRow> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      rows.add(row(i));
    }
    return new ScoreTable(
        score.estimator().toString(),
        all.get(0).n(),
        score.level(),
        score.groups(),
        minimum,
        spread(),
        maximum,
        rows);
  }

  private double nats(int i, int group) {
    return estimates[i][group].nats();
  }

  private double minimum(int group) {
    double sum = 0;
    for (int b = firstBaseline; b < all.size(); b++) {
      sum += nats(b, group);
    }
    return sum / (all.size() - firstBaseline);
  }

  private double spread() {
    int baselines = all.size() - firstBaseline;
    double[] values = new double[baselines];
    Arrays.setAll(values, b -> nats(firstBaseline + b, 0));
    return baselines == 1 ? Double.NaN : deviation(values);
  }

  private ScoreRow row(int i) {
    int groups = score.groups();
    double scale = maximum - minimum;
    double value = scale > 0 ? (nats(i, 0) - minimum) / scale : Double.NaN;
    double[] plain = new double[groups];
    double[] ratio = new double[groups];
    for (int g = 0; g < groups; g++) {
      double least = minimum(g + 1);
      plain[g] = nats(i, g + 1);
      // What a group adds to the ratio, to first order.
      ratio[g] = (plain[g] - least - value * (nats(0, g + 1) - least)) / scale;
    }
    double error = deviation(ratio) / Math.sqrt(groups);
    double half = quantile() * error;
    Role role = i == 0 ? Role.VICTIM : i < firstBaseline ? Role.SUSPECT : Role.BASELINE;
    return new ScoreRow(
        all.get(i).name(),
        role,
        withError(estimates[i][0], deviation(plain) / Math.sqrt(groups)),
        value,
        error,
        value - half,
        value + half,
        role == Role.SUSPECT ? OptionalDouble.of(pValue(i)) : OptionalDouble.empty());
  }

  /** The variance of an estimate falls as 1/n: that of the whole is that of a mean of groups. */
  private Estimate withError(Estimate estimate, double error) {
    double half = quantile() * error;
    Interval interval =
        new Interval(
            score.level(),
            estimate.nats() - half,
            estimate.nats() + half,
            score.groups() + " groups");
    Estimate known =
        estimate.withUncertainty(
            estimate.uncertainty().withStandardError(error).withInterval(interval));
    return known.withWarnings(DataChecks.of(known));
  }

  private double quantile() {
    return TDistribution.of(score.groups() - 1.0)
        .inverseCumulativeProbability(0.5 + score.level() / 2);
  }

  private double pValue(int suspect) {
    double largest = 0;
    for (int b = firstBaseline; b < all.size(); b++) {
      double[] advantage = new double[score.groups()];
      for (int g = 0; g < advantage.length; g++) {
        advantage[g] = nats(suspect, g + 1) - nats(b, g + 1);
      }
      largest = Math.max(largest, SignChanges.pValue(advantage));
    }
    return largest;
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
