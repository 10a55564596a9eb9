package io.github.miscope.neural.training;

import io.github.miscope.internal.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How critics are trained, by Adam (Kingma and Ba 2015, with its usual betas 0.9 and 0.999).
 *
 * @param learningRate step size of Adam
 * @param batch observations in a step; where fewer train, all of them
 * @param budget when training ends at the latest
 * @param interval steps between two evaluations
 * @param evaluation which data the estimate comes from
 * @param members how many critics are trained, each from a seed and a split of its own; the
 *     estimate is their mean, and from two on it has a standard error
 */
public record Training(
    double learningRate,
    int batch,
    Budget budget,
    int interval,
    Evaluation evaluation,
    int members) {

  private static final int MAX_MEMBERS = 1000;

  private static final Training DEFAULT =
      new Training(
          1e-3,
          256,
          new Budget(4000, Budget.Unit.STEPS),
          50,
          new Evaluation.HeldOut(0.2, 0.2, 10),
          1);

  /**
   * Options of training.
   *
   * @param learningRate step size of Adam, above 0
   * @param batch observations in a step, at least 2
   * @param budget when training ends at the latest
   * @param interval steps between two evaluations, at least 1
   * @param evaluation which data the estimate comes from
   * @param members how many critics are trained, at least 1
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Training {
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(evaluation, "evaluation");
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "learning rate must be positive and finite: " + learningRate);
    }
    Check.between("batch", batch, 2, Integer.MAX_VALUE);
    Check.between("interval", interval, 1, Integer.MAX_VALUE);
    Check.between("members", members, 1, MAX_MEMBERS);
  }

  /**
   * Adam of rate 0.001, batches of 256, at most 4000 steps with an evaluation every 50, three
   * fifths of the observations for training, a fifth to stop early and a fifth for the estimate.
   *
   * @return the options
   */
  public static Training withDefaults() {
    return DEFAULT;
  }

  /**
   * The way of the papers: all observations train the critic, and the estimate is the mean of the
   * last values on all of them.
   *
   * @param evaluations how many of the last values are averaged
   * @return a changed copy
   */
  public Training onAllData(int evaluations) {
    return withEvaluation(new Evaluation.LastOnAll(evaluations));
  }

  /**
   * The way of Sisak's program: all observations train the critic, and the estimate is the mean of
   * the values of the last batches, each before the critic learns from it.
   *
   * @param batches how many of the last values are averaged
   * @return a changed copy
   */
  public Training onLastBatches(int batches) {
    return withEvaluation(new Evaluation.LastBatches(batches));
  }

  /**
   * The training of MINE in Sisak 2024, section 4.2.2: rate 0.004, 800 epochs in batches of 3334,
   * the mean of the last 20 values, here on all data. {@link #onLastBatches} has them on batches,
   * as the thesis's program does, and {@link
   * io.github.miscope.neural.bound.Bound#plainDonskerVaradhan()} its gradient.
   *
   * @return the options
   */
  public static Training sisakMine() {
    return sisak(0.004, 800);
  }

  /**
   * The training of InfoNCE in Sisak 2024, section 4.2.2: rate 0.02, 100 epochs in batches of 3334,
   * the mean of the last 20 values, here on all data. {@link #onLastBatches} has them on batches,
   * as the thesis's program does, and {@link io.github.miscope.neural.critic.Critic#sisakInfoNce()}
   * its critic.
   *
   * @return the options
   */
  public static Training sisakInfoNce() {
    return sisak(0.02, 100);
  }

  private static Training sisak(double rate, int epochs) {
    return DEFAULT
        .withLearningRate(rate)
        .withBatch(3334)
        .withEpochs(epochs)
        .withInterval(3)
        .onAllData(20);
  }

  /**
   * The training of MINE in Butakov et al. 2024, appendix F: rate 0.001, 5000 epochs in batches of
   * 512. They do not say how they evaluate; here it is the mean of the last 20 values.
   *
   * @return the options
   */
  public static Training butakov() {
    return DEFAULT.withBatch(512).withEpochs(5000).withInterval(10).onAllData(20);
  }

  /**
   * The same options with another step size.
   *
   * @param rate step size of Adam
   * @return a changed copy
   */
  public Training withLearningRate(double rate) {
    return new Training(rate, batch, budget, interval, evaluation, members);
  }

  /**
   * The same options with other batches.
   *
   * @param observations in a step
   * @return a changed copy
   */
  public Training withBatch(int observations) {
    return new Training(learningRate, observations, budget, interval, evaluation, members);
  }

  /**
   * The same options with another number of steps.
   *
   * @param steps when training ends at the latest
   * @return a changed copy
   */
  public Training withSteps(int steps) {
    return withBudget(new Budget(steps, Budget.Unit.STEPS));
  }

  /**
   * The same options with a number of passes over the training data.
   *
   * @param epochs when training ends at the latest
   * @return a changed copy
   */
  public Training withEpochs(int epochs) {
    return withBudget(new Budget(epochs, Budget.Unit.EPOCHS));
  }

  private Training withBudget(Budget newBudget) {
    return new Training(learningRate, batch, newBudget, interval, evaluation, members);
  }

  /**
   * The same options with evaluations at another interval.
   *
   * @param steps between two evaluations
   * @return a changed copy
   */
  public Training withInterval(int steps) {
    return new Training(learningRate, batch, budget, steps, evaluation, members);
  }

  /**
   * The same options with another way to the estimate.
   *
   * @param evaluation which data the estimate comes from
   * @return a changed copy
   */
  public Training withEvaluation(Evaluation evaluation) {
    return new Training(learningRate, batch, budget, interval, evaluation, members);
  }

  /**
   * The same options with an ensemble.
   *
   * @param critics how many critics are trained
   * @return a changed copy
   */
  public Training withMembers(int critics) {
    return new Training(learningRate, batch, budget, interval, evaluation, critics);
  }

  /**
   * The options that are not the default ones, as texts for labels.
   *
   * @return texts such as "batch=64"
   */
  public List<String> changes() {
    List<String> changes = new ArrayList<>();
    if (learningRate != DEFAULT.learningRate) {
      changes.add("rate=" + learningRate);
    }
    if (batch != DEFAULT.batch) {
      changes.add("batch=" + batch);
    }
    if (!budget.equals(DEFAULT.budget)) {
      changes.add(budget.toString());
    }
    if (interval != DEFAULT.interval) {
      changes.add("interval=" + interval);
    }
    if (!evaluation.equals(DEFAULT.evaluation)) {
      changes.add(evaluation.toString());
    }
    if (members != DEFAULT.members) {
      changes.add("members=" + members);
    }
    return changes;
  }

  @Override
  public String toString() {
    List<String> changes = changes();
    return changes.isEmpty() ? "default training" : String.join(", ", changes);
  }
}
