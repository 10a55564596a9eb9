package io.github.miscope.neural.internal;

import io.github.miscope.estimator.LearningCurve;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.neural.bound.Bound;
import io.github.miscope.neural.bound.Scores;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.training.Evaluation;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Seed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * The training of one critic, in portions of the caller's choice, which change nothing of the
 * result. Used by one thread at a time.
 */
final class CriticTraining implements AutoCloseable {

  /**
   * The largest score of a critic that can be told from others: in single precision, the next one
   * is 1/8 away, so that a value in nats is noise above it.
   */
  private static final double LARGEST_SCORE = 1 << 20;

  /** Most rows of an evaluation during training. */
  private static final int EVALUATED = 10_000;

  private final Bound bound;
  private final Training training;
  private final Data data;
  private final Split split;
  private final int member;
  private final int steps;
  private final Weights weights;
  private final Network network;
  private final Dropout dropout;
  private final Objective objective;
  private final Valuation valuation;
  private final Adam adam;
  private final Batches batches;
  private final UniformRandomProvider order;
  private final List<LearningCurve.Point> curve = new ArrayList<>();

  /** Those of the last batches, where they make the estimate. */
  private final Deque<Double> values = new ArrayDeque<>();

  private int step;
  private int bestStep;
  private double best = Double.NEGATIVE_INFINITY;
  private int sinceBest;
  private boolean finished;
  private int diverged;
  private double largestScore;

  @SuppressWarnings("try") // The scope acts by being there.
  CriticTraining(
      Bound bound,
      Critic critic,
      Training training,
      Data data,
      Split split,
      int member,
      Seed seed) {
    this.bound = bound;
    this.training = training;
    this.data = data;
    this.split = split;
    this.member = member;
    int rows = split.training().length;
    int batch = Math.min(training.batch(), rows);
    boolean allPairs = critic.scoresAllPairs() || bound.comparesWithMany();
    int negatives = bound.needsDensity() ? 0 : allPairs ? batch : 1;
    steps = training.budget().steps(Batches.count(rows, batch));
    Seed own = seed.derive("critic", member);
    weights = new Weights(own.derive("weights").generator());
    network = Network.of(critic, data.dX(), data.dY(), weights);
    dropout = new Dropout(critic.layers().dropout(), own.derive("dropout").generator());
    objective = new Objective(bound);
    valuation = new Valuation(network, data, bound, critic, training.batch());
    order = own.derive("order").generator();
    try (PointerScope scope = new PointerScope()) {
      TensorVector learnt = new TensorVector(weights.joined());
      adam = new Adam(learnt, new AdamOptions(training.learningRate()));
      adam.retainReference();
    }
    batches = new Batches(network, data, batch, negatives);
  }

  boolean isFinished() {
    return finished;
  }

  /** Steps that are done: all of them once finished, however early. */
  int stepsDone() {
    return finished ? steps : step;
  }

  /** Steps at most. */
  int steps() {
    return steps;
  }

  /** Trains for about the given time, at least one step, unless finished. */
  void advance(long nanos) {
    long start = System.nanoTime();
    while (!finished) {
      Interrupts.throwIfStopped("training");
      step();
      if (System.nanoTime() - start > nanos) {
        return;
      }
    }
  }

  @SuppressWarnings("try") // The scope acts by being there.
  private void step() {
    if (!batches.hasNext()) {
      startEpoch();
    }
    try (PointerScope scope = new PointerScope()) {
      weights.forgetGradients();
      if (batches.areLarge() && network instanceof PairNetwork pairs) {
        Tensor[] rows = batches.nextRows();
        LargeBatch.Outcome outcome = LargeBatch.learn(pairs, rows[0], rows[1], dropout);
        hear(Math.log((double) rows[0].size(0)) - outcome.loss(), outcome.largest());
      } else {
        ScoreTensors scores = batches.next(dropout);
        Tensor loss = objective.loss(scores);
        if (training.evaluation() instanceof Evaluation.LastBatches) {
          Scores seen = scores.plain(bound.comparesWithMany());
          hear(bound.value(seen), seen.largestMagnitude());
        }
        loss.backward();
      }
      takeStep();
    }
    step++;
    if (step % training.interval() == 0 || step == steps) {
      evaluate();
    }
    finished |= step == steps;
  }

  /** Notes the value of a batch, before the step. */
  private void hear(double nats, double largest) {
    if (training.evaluation() instanceof Evaluation.LastBatches last) {
      values.addLast(nats);
      if (values.size() > last.batches()) {
        values.removeFirst();
      }
      largestScore = largest;
    }
  }

  private void takeStep() {
    try {
      adam.step();
    } catch (RuntimeException e) {
      // Its numbers have left the range of single precision.
      throw new DivergedException("diverged at step " + (step + 1) + ": " + e.getMessage());
    }
  }

  private void startEpoch() {
    int[] rows = split.training();
    int[] shuffled = Split.permutation(rows.length, order);
    for (int i = 0; i < shuffled.length; i++) {
      shuffled[i] = rows[shuffled[i]];
    }
    batches.start(shuffled);
  }

  private void evaluate() {
    if (training.evaluation() instanceof Evaluation.HeldOut heldOut) {
      int[] rows = first(split.validation(), EVALUATED);
      Scores seen = valuation.scores(first(split.training(), rows.length));
      Scores unseen = valuation.scores(rows);
      curve.add(new LearningCurve.Point(step, bound.value(seen), bound.value(unseen)));
      double reached = bound.objective(unseen);
      // Minus infinity is a bad critic, which may still become a good one.
      boolean lost = Double.isNaN(reached) || reached == Double.POSITIVE_INFINITY;
      if (lost || !weights.areFinite()) {
        // From here on nothing can be learnt, and nothing of this step counts.
        diverged = step;
        finished = true;
      } else if (reached > best) {
        best = reached;
        bestStep = step;
        sinceBest = 0;
        weights.remember();
      } else {
        sinceBest++;
        finished = sinceBest >= heldOut.patience();
      }
    } else {
      double value;
      if (training.evaluation() instanceof Evaluation.LastBatches) {
        value = values.getLast();
      } else {
        int[] rows = Split.permutation(data.n(), order);
        Scores scores = valuation.scores(rows);
        value = bound.value(scores);
        largestScore = scores.largestMagnitude();
      }
      curve.add(new LearningCurve.Point(step, value, Double.NaN));
      bestStep = step;
      if (!weights.areFinite()) {
        diverged = step;
        bestStep = 0;
        finished = true;
      }
    }
  }

  private static int[] first(int[] rows, int most) {
    return rows.length <= most ? rows : Arrays.copyOf(rows, most);
  }

  /**
   * What has come of it, once finished.
   *
   * @throws DivergedException if the training diverged before it learnt anything, or to scores that
   *     single precision cannot tell apart
   */
  TrainedCritic result() {
    if (bestStep == 0) {
      // Otherwise the value would be that of the initial weights.
      throw new DivergedException(
          diverged > 0
              ? "diverged by step " + diverged + ": weights or scores are no longer finite"
              : "diverged: it never had a finite value on validation data");
    }
    LearningCurve learnt = new LearningCurve(member, curve);
    if (!(training.evaluation() instanceof Evaluation.HeldOut)) {
      double mean = meanOfLast();
      requireResolved(largestScore);
      int negatives = valuation.negatives(split.test().length);
      int rows = split.training().length;
      return new TrainedCritic(mean, mean, 0, 0, rows, rows, bestStep, negatives, learnt, diverged);
    }
    weights.recall();
    Scores unseen = valuation.scores(split.test());
    requireResolved(unseen.largestMagnitude());
    Scores seen = valuation.scores(first(split.training(), split.test().length));
    double error = unseen.spreadOfJoint() / Math.sqrt(unseen.size());
    return new TrainedCritic(
        bound.value(unseen),
        bound.value(seen),
        error,
        unseen.errorOfProduct(),
        split.training().length,
        unseen.size(),
        bestStep,
        unseen.negatives(),
        learnt,
        diverged);
  }

  private double meanOfLast() {
    if (training.evaluation() instanceof Evaluation.LastOnAll last) {
      return curve.subList(Math.max(0, curve.size() - last.evaluations()), curve.size()).stream()
          .mapToDouble(LearningCurve.Point::training)
          .average()
          .orElse(Double.NaN);
    }
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  private static void requireResolved(double largest) {
    if (!(largest <= LARGEST_SCORE)) {
      throw new DivergedException(
          String.format(
              Locale.ROOT,
              "diverged: scores of up to %.2g are not resolved in single precision",
              largest));
    }
  }

  @Override
  public void close() {
    adam.releaseReference();
    batches.close();
    weights.close();
  }
}
