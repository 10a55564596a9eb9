package io.github.miscope.plane;

import io.github.miscope.activation.ActivationSource;
import io.github.miscope.activation.BinGrid;
import io.github.miscope.encoder.Encoder;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.internal.check.Check;
import io.github.miscope.plan.CellRunner;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The plan of an information plane: I(X;T) and I(T;Y) of layers T about the inputs X and the
 * classes Y, by network, epoch, layer, noise and estimator. Immutable; {@link #run()} runs it, and
 * gives the same rows whatever the number of threads.
 *
 * <p>X is uniform on the given inputs; Y is discrete. For a network without noise the true I(X;T)
 * is vacuous (the entropy of X, or infinite), whatever the network does: what estimators see then
 * is how T is spread. With {@link #withNoise noise} there is a truth.
 */
public final class PlanePlan {

  private static final int MAX_CELLS = 1_000_000;

  private final List<ActivationSource> networks;
  private final PlaneOptions options;

  private PlanePlan(List<ActivationSource> networks, PlaneOptions options) {
    this.networks = networks;
    this.options = options;
    check();
  }

  /**
   * The plane of one network: all its layers and epochs, with its classes where they are known,
   * seed 0.
   *
   * @param network layers after epochs
   * @param estimators what estimates; their labels must differ
   * @return the plan
   * @throws IllegalArgumentException if two estimators share a label
   */
  public static PlanePlan of(ActivationSource network, MutualInformationEstimator... estimators) {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(estimators, "estimators");
    return of(List.of(network), List.of(estimators));
  }

  /**
   * The plane of several networks of one shape, such as trainings from different seeds.
   *
   * @param networks layers after epochs
   * @param estimators what estimates; their labels must differ
   * @return the plan
   * @throws IllegalArgumentException if there is no network, two estimators share a label, or a
   *     network lacks layers or epochs of the first
   */
  public static PlanePlan of(
      List<? extends ActivationSource> networks,
      List<? extends MutualInformationEstimator> estimators) {
    Objects.requireNonNull(networks, "networks");
    Objects.requireNonNull(estimators, "estimators");
    if (networks.isEmpty()) {
      throw new IllegalArgumentException("an information plane needs a network: none is given");
    }
    ActivationSource first = networks.get(0);
    return new PlanePlan(
        List.copyOf(networks),
        PlaneOptions.of(first.layers(), first.epochs(), Labelled.all(estimators)));
  }

  /**
   * This plan for some layers.
   *
   * @param layers their numbers
   * @return a changed copy
   * @throws IllegalArgumentException if a network has no such layer, or none is given
   */
  public PlanePlan withLayers(int... layers) {
    Objects.requireNonNull(layers, "layers");
    return with(options.withLayers(distinct("layers", layers)));
  }

  /**
   * This plan for some epochs.
   *
   * @param epochs how many epochs were done
   * @return a changed copy
   * @throws IllegalArgumentException if a network has no such epoch, or none is given
   */
  public PlanePlan withEpochs(int... epochs) {
    Objects.requireNonNull(epochs, "epochs");
    return with(options.withEpochs(distinct("epochs", epochs)));
  }

  /**
   * This plan with sample propagation (Goldfeld et al. 2019) besides the estimators: I(X;T) of a
   * noisy network with X uniform on its inputs, and I(T;Y) from the same mixtures. With {@link
   * #withNoise noise} it takes the noise of the network and the added noise together.
   *
   * @param propagation the numbers of draws
   * @return a changed copy
   * @throws IllegalArgumentException when it is run if there is no noise at all
   */
  public PlanePlan withPropagation(SamplePropagation propagation) {
    Objects.requireNonNull(propagation, "propagation");
    return with(options.withPropagation(Optional.of(propagation)));
  }

  /**
   * This plan with an estimator of I(T;Y) that serves all: it is given Y as levels. By default each
   * estimator does it: with Y as levels if it accepts them, else with a column of 0 and 1 for each
   * class (one column for two classes), as the literature does.
   *
   * @param estimator the estimator of I(T;Y)
   * @return a changed copy
   */
  public PlanePlan withLabelsBy(MutualInformationEstimator estimator) {
    Objects.requireNonNull(estimator, "estimator");
    return with(options.withLabelsBy(Optional.of(estimator)));
  }

  /**
   * This plan without I(T;Y).
   *
   * @return a changed copy
   */
  public PlanePlan withoutLabels() {
    return with(options.withLabels(false));
  }

  /**
   * This plan with estimates from a random part of the inputs, the same for all: nearest neighbours
   * compare all pairs where there are many columns. Sample propagation keeps all inputs.
   *
   * @param maxInputs how many, at least 2
   * @return a changed copy
   * @throws IllegalArgumentException if maxInputs &lt; 2
   */
  public PlanePlan withMaxInputs(int maxInputs) {
    Check.between("maxInputs", maxInputs, 2, Integer.MAX_VALUE);
    return with(options.withMaxInputs(OptionalInt.of(maxInputs)));
  }

  /**
   * This plan with Gaussian noise added to T: I(X; T + N) for each signal-to-noise ratio. The power
   * of the signal is the mean variance of T's columns.
   *
   * @param snrDb ratios in dB: at a dB the noise has the variance power / 10^(a/10)
   * @return a changed copy
   * @throws IllegalArgumentException if there is no ratio, or one is not finite
   */
  public PlanePlan withNoise(double... snrDb) {
    return withNoise(OptionalDouble.empty(), snrDb);
  }

  /**
   * This plan with Gaussian noise added to T.
   *
   * @param power the power of the signal; the mean variance of T's columns if empty
   * @param snrDb ratios in dB
   * @return a changed copy
   * @throws IllegalArgumentException if there is no ratio, one is not finite, or the power is not
   *     positive and finite
   */
  public PlanePlan withNoise(OptionalDouble power, double... snrDb) {
    Objects.requireNonNull(power, "power");
    Objects.requireNonNull(snrDb, "snrDb");
    if (snrDb.length == 0) {
      throw new IllegalArgumentException("snrDb must name a ratio: none is given");
    }
    for (double ratio : snrDb) {
      if (!Double.isFinite(ratio)) {
        throw new IllegalArgumentException("snrDb must be finite: " + Arrays.toString(snrDb));
      }
    }
    power.ifPresent(
        p -> {
          if (!(p > 0 && p < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("power must be positive and finite: power=" + p);
          }
        });
    List<OptionalDouble> ratios = Arrays.stream(snrDb).mapToObj(OptionalDouble::of).toList();
    return with(options.withNoise(ratios, power));
  }

  /**
   * This plan with binned entropies H(Bin(T)) besides; noise within the network is off.
   *
   * @param grids which cells
   * @return a changed copy
   */
  public PlanePlan withBins(BinGrid... grids) {
    Objects.requireNonNull(grids, "grids");
    return with(options.withGrids(List.of(grids)));
  }

  /**
   * This plan with X and T compressed before they are estimated from: I(E(X);E(T)) and I(E(T);Y),
   * which are at most I(X;T) and I(T;Y). Source: Butakov et al. 2024, arXiv:2305.08013, Algorithm
   * 2.
   *
   * <p>The encoder of X is fitted once, that of layers to each layer anew after each epoch, to T
   * with its noise. Both are fitted on the inputs that are estimated from, unless they are {@link
   * Encoder#fitted}. A variable of no more columns than codes stays as it is, and so do classes.
   * Sample propagation, which integrates over the noise of T, and bins take T as it is. Rows say
   * how much of the variance the codes keep.
   *
   * @param inputs the encoder of X; {@link Encoder#none()} leaves X as it is
   * @param layers the encoder of each T
   * @return a changed copy
   */
  public PlanePlan withCompression(Encoder inputs, Encoder layers) {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(layers, "layers");
    return with(options.withCompression(Optional.of(new PlaneCompression(inputs, layers))));
  }

  /**
   * This plan with a confidence interval of each estimate, from subsamples of the inputs (see
   * {@link io.github.miscope.inference.Subsampling}). Codes count as given: subsamples do not fit
   * encoders anew. An interval covers the mean of the estimator at this number of inputs, not what
   * compression has lost. Sample propagation has standard errors of its own.
   *
   * @param level the nominal coverage, in (0, 1)
   * @return a changed copy
   * @throws IllegalArgumentException if the level is not in (0, 1)
   */
  public PlanePlan withInterval(double level) {
    Interval.requireLevel(level);
    return with(options.withLevel(OptionalDouble.of(level)));
  }

  /**
   * This plan with another seed.
   *
   * @param seed what noise, the choice of inputs and subsamples are drawn from
   * @return a changed copy
   */
  public PlanePlan withSeed(Seed seed) {
    Objects.requireNonNull(seed, "seed");
    return with(options.withSeed(seed));
  }

  private PlanePlan with(PlaneOptions newOptions) {
    return new PlanePlan(networks, newOptions);
  }

  private static List<Integer> distinct(String name, int... numbers) {
    if (numbers.length == 0) {
      throw new IllegalArgumentException(name + " must name one: none is given");
    }
    return Arrays.stream(numbers).distinct().boxed().toList();
  }

  private void check() {
    for (ActivationSource network : networks) {
      requireAll(network.name(), "layer", options.layers(), network.layers());
      requireAll(network.name(), "epoch", options.epochs(), network.epochs());
    }
    Set<String> seen = new HashSet<>();
    for (String label : labels()) {
      if (!seen.add(label)) {
        throw new IllegalArgumentException(
            "two estimators have the label \"" + label + "\": give one of them another label");
      }
    }
    long cells = networks.size();
    for (int factor : new int[] {options.epochs().size(), options.layers().size(), slots()}) {
      cells = Math.min(Integer.MAX_VALUE, cells * factor);
    }
    if (cells > MAX_CELLS) {
      throw new IllegalArgumentException(
          "networks x epochs x layers x ratios x estimators must be <= " + MAX_CELLS);
    }
  }

  private static void requireAll(
      String network, String what, List<Integer> wanted, List<Integer> all) {
    for (int number : wanted) {
      if (!all.contains(number)) {
        throw new IllegalArgumentException(
            "there is no " + what + " " + number + " of " + network + ", only " + all);
      }
    }
  }

  /**
   * The networks.
   *
   * @return at least one; their positions are the trials
   */
  public List<ActivationSource> networks() {
    return networks;
  }

  /**
   * The layers.
   *
   * @return their numbers, in the order of the plan
   */
  public List<Integer> layers() {
    return options.layers();
  }

  /**
   * The epochs.
   *
   * @return in the order of the plan
   */
  public List<Integer> epochs() {
    return options.epochs();
  }

  /**
   * The signal-to-noise ratios in dB.
   *
   * @return in the order of the plan; one that is empty for T as it is
   */
  public List<OptionalDouble> ratios() {
    return options.ratios();
  }

  /**
   * The labels of the estimators, that of sample propagation last.
   *
   * @return in the order of the rows
   */
  public List<String> labels() {
    List<String> labels = new ArrayList<>();
    options.estimators().forEach(estimator -> labels.add(estimator.toString()));
    options.propagation().ifPresent(propagation -> labels.add(propagation.toString()));
    return labels;
  }

  /** Cells of a layer after an epoch: binned entropies alone are one. */
  int slots() {
    return Math.max(1, labels().size() * options.ratios().size());
  }

  /**
   * The number of cells.
   *
   * @return networks by epochs by layers by ratios by estimators
   */
  public int cells() {
    return networks.size() * epochs().size() * layers().size() * slots();
  }

  PlaneOptions options() {
    return options;
  }

  /**
   * What rows depend on: what the networks do on their inputs, estimators, noise and seed.
   *
   * @return the identity, by which a checkpoint is known to be this plan's
   * @throws IllegalArgumentException if an estimator is a lambda or holds one, and has no name that
   *     identifies it
   */
  public PlanIdentity identity() {
    return PlaneIdentity.of(this);
  }

  /**
   * Runs the plan on all processors.
   *
   * @return one row for each estimate; one that fails is a row with its reason
   * @throws PlaneInterruptedException if the calling thread is interrupted; it carries the finished
   *     rows
   * @throws IllegalArgumentException if there is sample propagation, but no noise
   */
  public PlaneTable run() {
    return run(RunOptions.withDefaults());
  }

  /**
   * Runs the plan elsewhere, such as on a cluster.
   *
   * @param runner where cells are worked on
   * @return as {@link #run()}, with the same rows
   * @throws PlaneInterruptedException as {@link #run()}
   * @throws IllegalArgumentException as {@link #run()}, or if the runner cannot do these cells; the
   *     message says why
   */
  public PlaneTable run(CellRunner runner) {
    Objects.requireNonNull(runner, "runner");
    return run(RunOptions.withDefaults().withRunner(runner));
  }

  /**
   * Runs the plan.
   *
   * @param runOptions threads or another runner, progress and checkpoint
   * @return as {@link #run()}
   * @throws PlaneInterruptedException as {@link #run()}
   * @throws IllegalArgumentException as {@link #run()}, or as {@link
   *     io.github.miscope.plan.Runner#run} for the checkpoint
   * @throws java.io.UncheckedIOException if the checkpoint cannot be read or written
   */
  public PlaneTable run(RunOptions runOptions) {
    Objects.requireNonNull(runOptions, "runOptions");
    requireNoise();
    return PlaneRun.of(this, runOptions);
  }

  /** Without noise I(X;T) is that of a function of X, and there is nothing to propagate. */
  private void requireNoise() {
    if (options.propagation().isEmpty() || options.ratios().get(0).isPresent()) {
      return;
    }
    ActivationSource first = networks.get(0);
    for (int layer : layers()) {
      Optional<NoisyChannel> channel = first.channel(epochs().get(0), layer);
      if (channel.map(NoisyChannel::hasOtherNoise).orElse(false)) {
        continue; // Its cells say why.
      }
      if (channel.map(NoisyChannel::beta).orElse(0.0) == 0) {
        throw new IllegalArgumentException(
            first.name()
                + ", "
                + first.layerName(layer)
                + ": without noise I(X;T) is vacuous, and sample propagation does not apply; add"
                + " some with noise(snrDb), take another estimator, or look at bins(width)");
      }
    }
  }

  @Override
  public String toString() {
    return "information plane of "
        + networks.get(0).name()
        + (networks.size() > 1 ? " and " + (networks.size() - 1) + " more" : "")
        + ", layers "
        + layers()
        + ", epochs "
        + epochs()
        + ", estimators "
        + labels();
  }
}
