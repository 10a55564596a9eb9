package io.github.miscope.neural.experiment;

import io.github.miscope.internal.check.Check;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.network.NetworkPlan;
import io.github.miscope.neural.network.NetworkWeights;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.sample.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A network to train, and which of its layers to look at on which inputs.
 *
 * @param name for tables and figures
 * @param plan what is trained
 * @param layers those to look at, from 1
 * @param inputs those on which X is uniform
 */
public record Experiment(String name, NetworkPlan plan, List<Integer> layers, LabelledData inputs) {

  private static final String NOISE = ", β = ";

  /**
   * An experiment.
   *
   * @param name for tables and figures
   * @param plan what is trained
   * @param layers those to look at, from 1
   * @param inputs those on which X is uniform
   * @throws IllegalArgumentException if there is no layer to look at, or it is not the network's,
   *     or inputs have other columns than the network
   */
  public Experiment {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(layers, "layers");
    Objects.requireNonNull(inputs, "inputs");
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("an experiment must look at a layer: layers=[]");
    }
    layers.forEach(plan.network()::layer);
    if (!inputs.shape().equals(plan.network().input())) {
      throw new IllegalArgumentException(
          "inputs must have the network's columns "
              + plan.network().input()
              + ": inputs="
              + inputs.shape());
    }
  }

  /**
   * The same experiment with other options of training.
   *
   * @param training the options
   * @return a changed copy; initial weights stay
   * @throws IllegalArgumentException if the outputs do not fit the loss
   */
  public Experiment withTraining(NetworkTraining training) {
    Objects.requireNonNull(training, "training");
    return withPlan(new NetworkPlan(plan.network(), training, plan.data(), plan.initial()));
  }

  /**
   * The same experiment from another seed of weights, order and noise.
   *
   * @param seed of everything random in the training
   * @return a changed copy, with random initial weights
   */
  public Experiment withSeed(Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return withPlan(NetworkPlan.of(plan.network(), plan.training().withSeed(seed), plan.data()));
  }

  /**
   * The same experiment with another standard deviation of the noise, after every layer that has
   * noise; the name says which.
   *
   * @param beta above 0
   * @return a changed copy; initial weights stay
   * @throws IllegalArgumentException if beta is not positive and finite
   */
  public Experiment withNoise(double beta) {
    NoisyNetwork network = plan.network().withBeta(beta);
    NetworkWeights initial = NetworkWeights.of(network, plan.initial().values());
    return withPlan(new NetworkPlan(network, plan.training(), plan.data(), initial))
        .withName(nameWithoutNoise() + NOISE + beta);
  }

  private String nameWithoutNoise() {
    for (int l = 1; l <= plan.network().depth(); l++) {
      if (plan.network().layer(l).perturbation() instanceof Perturbation.Noise noise) {
        String own = NOISE + noise.beta();
        if (name.endsWith(own)) {
          return name.substring(0, name.length() - own.length());
        }
      }
    }
    return name;
  }

  /**
   * The same experiment under another name.
   *
   * @param name for tables and figures
   * @return a changed copy
   */
  public Experiment withName(String name) {
    return new Experiment(name, plan, layers, inputs);
  }

  /**
   * The same experiment with another plan.
   *
   * @param plan what is trained
   * @return a changed copy
   * @throws IllegalArgumentException if its network lacks a layer to look at or has other columns
   */
  public Experiment withPlan(NetworkPlan plan) {
    return new Experiment(name, plan, layers, inputs);
  }

  /**
   * The same experiment with X uniform on other inputs.
   *
   * @param inputs of the same columns
   * @return a changed copy
   * @throws IllegalArgumentException if they have other columns than the network
   */
  public Experiment withInputs(LabelledData inputs) {
    return new Experiment(name, plan, layers, inputs);
  }

  /**
   * Trains the network.
   *
   * @return what has come of it
   */
  public ExperimentResult run() {
    return new ExperimentResult(this, plan.train());
  }

  /**
   * Trains the network, or goes on with it, or reads it, with snapshots in a folder.
   *
   * @param folder of this experiment alone
   * @return what has come of it
   * @throws IOException if the folder cannot be read or written
   */
  public ExperimentResult run(Path folder) throws IOException {
    Objects.requireNonNull(folder, "folder");
    return new ExperimentResult(this, plan.train(folder));
  }

  /**
   * Trains the network several times, from seeds derived from its own: means over such runs are
   * what papers show. The first run is another one than {@link #run()}.
   *
   * @param runs how many, at least 1
   * @return what has come of each; the first is the same whatever the number
   * @throws IllegalArgumentException if runs &lt; 1
   */
  public List<ExperimentResult> repeated(int runs) {
    return seeds(runs).map(this::withSeed).map(Experiment::run).toList();
  }

  /**
   * {@link #repeated(int)}, with the snapshots of each run in a folder of its own, {@code run-1}
   * and so on: runs that are finished there are read, one that was stopped goes on.
   *
   * @param runs how many, at least 1
   * @param folder of this experiment alone
   * @return what has come of each
   * @throws IOException if a folder cannot be read or written
   * @throws IllegalArgumentException if runs &lt; 1, or as {@link NetworkPlan#train(Path)}
   */
  public List<ExperimentResult> repeated(int runs, Path folder) throws IOException {
    Objects.requireNonNull(folder, "folder");
    List<ExperimentResult> results = new ArrayList<>();
    for (Seed seed : seeds(runs).toList()) {
      Path own = folder.resolve("run-" + (results.size() + 1));
      results.add(withSeed(seed).run(own));
    }
    return List.copyOf(results);
  }

  private Stream<Seed> seeds(int runs) {
    Check.atLeast("runs", runs, 1);
    Seed own = plan.training().seed();
    return IntStream.rangeClosed(1, runs).mapToObj(run -> own.derive("run", run));
  }

  /** The name, the network, its training, and how many observations there are. */
  @Override
  public String toString() {
    return name + ": " + plan + ", " + sizes();
  }

  /** "2000 to learn from, 1000 to test on, X uniform on 1000". */
  String sizes() {
    return plan.data().training().n()
        + " to learn from, "
        + plan.data().test().n()
        + " to test on, X uniform on "
        + inputs.n();
  }
}
