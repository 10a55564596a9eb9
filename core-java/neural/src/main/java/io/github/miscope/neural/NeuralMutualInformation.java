package io.github.miscope.neural;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.TrainedEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.neural.bound.Bound;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.internal.DivergedException;
import io.github.miscope.neural.internal.Ensemble;
import io.github.miscope.neural.internal.RowOrder;
import io.github.miscope.neural.internal.TrainedCritic;
import io.github.miscope.neural.training.Evaluation;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * A variational estimator of mutual information: a neural critic learns to tell pairs that were
 * observed together from pairs that were not, and a bound turns what it says into nats. MINE, NWJ,
 * InfoNCE, SMILE and others are bounds ({@link Bound}) with critics of usual shape; {@link
 * NeuralPresets} has them by name.
 *
 * <p>By default the estimate comes from observations that the critic has not seen, so that it does
 * not rise with overfitting; the value on training data stands beside it, and {@link
 * io.github.miscope.estimator.LearningCurve} findings say how the training went. An estimate of a
 * lower bound may be below zero.
 *
 * <p>Columns without spread are left out, and with any scaling but {@link Scaling#none()} columns
 * are centred after it. Equal samples and seed give equal bits on one machine, whatever the order
 * of rows and the number of threads; another processor may round otherwise, and training makes
 * small differences larger. X and Y are not exchangeable in this sense. Computes in single
 * precision.
 *
 * <p>Needs native code of libtorch: {@link io.github.miscope.neural.libtorch.Libtorch}.
 *
 * @param bound what is made of the critic's scores
 * @param critic the shape of the network
 * @param scaling of X and of Y, each fitted on its own; columns are then centred
 * @param training how the critic is trained, and on which data it is valued
 * @param seed of initial weights, splits and batches
 */
public record NeuralMutualInformation(
    Bound bound, Critic critic, Scaling scaling, Training training, Seed seed)
    implements TrainedEstimator {

  private static final Seed DEFAULT_SEED = Seed.of(0);

  /**
   * A variational estimator.
   *
   * @param bound what is made of the critic's scores
   * @param critic the shape of the network
   * @param scaling of X and of Y
   * @param training how the critic is trained
   * @param seed of initial weights, splits and batches
   * @throws IllegalArgumentException if the bound needs a conditional density and the critic is
   *     none, or the other way round, or if such a bound is to be valued on the batches that train
   */
  public NeuralMutualInformation {
    Objects.requireNonNull(bound, "bound");
    Objects.requireNonNull(critic, "critic");
    Objects.requireNonNull(scaling, "scaling");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(seed, "seed");
    if (bound.needsDensity() != critic.isDensity()) {
      throw new IllegalArgumentException(
          bound.needsDensity()
              ? bound + " needs a conditional density as critic: critic=" + critic
              : bound + " cannot use a conditional density as critic: critic=" + critic);
    }
    if (bound.needsDensity() && training.evaluation() instanceof Evaluation.LastBatches) {
      throw new IllegalArgumentException(
          bound + " has no value of a batch that trains: evaluation=" + training.evaluation());
    }
  }

  /**
   * An estimator on the data as they are, with the usual critic and training.
   *
   * @param bound what is made of the critic's scores
   * @return two layers of 100 on (x, y); for InfoNCE separable, for upper bounds a normal density
   */
  public static NeuralMutualInformation of(Bound bound) {
    Objects.requireNonNull(bound, "bound");
    return new NeuralMutualInformation(
        bound, usualCritic(bound), Scaling.none(), Training.withDefaults(), DEFAULT_SEED);
  }

  private static Critic usualCritic(Bound bound) {
    if (bound.needsDensity()) {
      return Critic.conditionalGaussian();
    }
    return bound.comparesWithMany() ? Critic.separable() : Critic.twoLayersOf100();
  }

  /**
   * The same estimator with another critic.
   *
   * @param critic the shape of the network
   * @return a changed copy
   * @throws IllegalArgumentException if it does not suit the bound
   */
  public NeuralMutualInformation withCritic(Critic critic) {
    return new NeuralMutualInformation(bound, critic, scaling, training, seed);
  }

  /**
   * The same estimator under a scaling of X and of Y, after which columns are centred.
   *
   * @param scaling {@link Scaling#none()} for the data as they are
   * @return a changed copy
   */
  public NeuralMutualInformation withScaling(Scaling scaling) {
    return new NeuralMutualInformation(bound, critic, scaling, training, seed);
  }

  /**
   * The same estimator with another training.
   *
   * @param training the options
   * @return a changed copy
   */
  public NeuralMutualInformation withTraining(Training training) {
    return new NeuralMutualInformation(bound, critic, scaling, training, seed);
  }

  /**
   * The same estimator with another seed.
   *
   * @param seed of initial weights, splits and batches
   * @return a changed copy
   */
  @Override
  public NeuralMutualInformation withSeed(Seed seed) {
    return new NeuralMutualInformation(bound, critic, scaling, training, seed);
  }

  @Override
  public NeuralMutualInformation withSteps(int steps) {
    return withTraining(training.withSteps(steps));
  }

  @Override
  public NeuralMutualInformation withBatch(int observations) {
    return withTraining(training.withBatch(observations));
  }

  @Override
  public NeuralMutualInformation withMembers(int critics) {
    return withTraining(training.withMembers(critics));
  }

  /**
   * Trains critics and estimates I(X;Y).
   *
   * @param samples n paired observations of continuous variables
   * @return the estimate in nats, with the diagnostics {@code in-sample} (the value on training
   *     data) and {@code steps}, and the learning curve; with a standard error from two critics on
   * @throws IllegalArgumentException if columns are discrete, n is too small for the split, the
   *     critic is for another shape, or training diverges
   * @throws io.github.miscope.neural.libtorch.MissingLibtorchException if there is no native code
   *     for this platform
   */
  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    samples.x().requireContinuous(toString());
    samples.y().requireContinuous(toString());
    critic.requireFits(samples.dX(), samples.dY());
    EstimationInterruptedException.throwIfInterrupted(toString());
    List<Warning> warnings = new ArrayList<>(Warning.ofConstantColumns(samples.x(), samples.y()));
    if (samples.x().isConstant() || samples.y().isConstant()) {
      return new EnsembleEstimate(this, samples, warnings).ofConstant();
    }
    // In an order of their own, the order of rows changes no bit.
    Samples sorted = RowOrder.sorted(samples);
    Samples scaled = new Samples(prepared(sorted.x()), prepared(sorted.y()));
    boolean centred = !scaling.equals(Scaling.none());
    warnings.addAll(CriticInput.warnings(scaled.x(), centred));
    warnings.addAll(CriticInput.warnings(scaled.y(), centred));
    EnsembleEstimate findings = new EnsembleEstimate(this, samples, warnings);
    try {
      List<TrainedCritic> critics = Ensemble.train(bound, critic, training, scaled, centred, seed);
      return findings.of(critics);
    } catch (CancellationException e) {
      throw EstimationInterruptedException.of(e);
    } catch (DivergedException e) {
      throw findings.diverged(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(this + " was interrupted", e);
    }
  }

  private Variable prepared(Variable variable) {
    Variable kept = critic.needsAllColumns() ? variable : variable.varying().orElse(variable);
    return scaling.apply(kept);
  }

  @Override
  public String toString() {
    if (!scaling.equals(Scaling.none())) {
      return Scaled.of(withScaling(Scaling.none()), scaling).toString();
    }
    List<String> options = new ArrayList<>();
    if (!critic.equals(usualCritic(bound))) {
      options.add(critic.toString());
    }
    options.addAll(training.changes());
    if (!seed.equals(DEFAULT_SEED)) {
      options.add("seed=" + seed);
    }
    return options.isEmpty() ? bound.toString() : bound + "(" + String.join(", ", options) + ")";
  }
}
