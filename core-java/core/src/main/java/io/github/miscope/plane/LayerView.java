package io.github.miscope.plane;

import io.github.miscope.activation.ActivationSource;
import io.github.miscope.activation.BinGrid;
import io.github.miscope.activation.BinnedLayer;
import io.github.miscope.activation.EpochScores;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.plan.CellFailure;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * One layer after one epoch, with what all of its cells share: its values, with and without noise.
 */
final class LayerView {

  private final PlaneOptions options;
  private final NetworkView network;
  private final int trial;
  private final int epoch;
  private final int layer;
  private final String name;
  private final Lazy<Variable> quiet;
  private final Lazy<Variable> values;
  private final Lazy<Double> scale;
  private final Map<OptionalDouble, Lazy<Encoding>> codes = new HashMap<>();

  LayerView(PlaneOptions options, NetworkView network, int trial, int epoch, int layer) {
    this.options = options;
    this.network = network;
    this.trial = trial;
    this.epoch = epoch;
    this.layer = layer;
    ActivationSource source = network.source();
    name = source.layerName(layer);
    quiet = new Lazy<>(() -> source.activations(epoch, layer));
    values = new Lazy<>(() -> source.noisyActivations(epoch, layer));
    scale = new Lazy<>(() -> meanNorm(quiet.get()));
    options
        .compression()
        .ifPresent(
            compression -> {
              for (OptionalDouble snrDb : options.ratios()) {
                codes.put(
                    snrDb,
                    new Lazy<>(() -> PlaneCompression.fit(compression.layers(), seen(snrDb))));
              }
            });
  }

  private static double meanNorm(Variable t) {
    double[][] columns = t.columns();
    double sum = 0;
    for (int i = 0; i < t.n(); i++) {
      double squares = 0;
      for (double[] column : columns) {
        squares += column[i] * column[i];
      }
      sum += Math.sqrt(squares);
    }
    return sum / t.n();
  }

  private LayerPlace place(double norm) {
    return new LayerPlace(trial, epoch, layer, name, norm);
  }

  /**
   * The row of an estimator at a ratio; the last estimator is sample propagation, if it is there.
   */
  PlaneRow row(OptionalDouble snrDb, int estimator, String label) {
    EpochScores scores = network.source().scores(epoch);
    double norm = Double.NaN;
    try {
      norm = scale.get();
      PlanePoint point = point(snrDb, estimator);
      return new PlaneRow(
          place(norm),
          snrDb,
          label,
          Optional.of(point.inputs()),
          point.labels(),
          point.inputCodes(),
          point.layerCodes(),
          scores,
          null);
    } catch (IllegalArgumentException e) {
      return new PlaneRow(
          place(norm),
          snrDb,
          label,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          scores,
          CellFailure.reason(e));
    }
  }

  private PlanePoint point(OptionalDouble snrDb, int estimator) {
    if (estimator < options.estimators().size()) {
      Optional<Encoding> layerCodes = Optional.ofNullable(codes.get(snrDb)).map(Lazy::get);
      return network.estimator(estimator).of(seen(snrDb), layerCodes);
    }
    return Propagated.of(options.propagation().orElseThrow(), channel(snrDb), network.labels());
  }

  /** What is estimated from: T, with noise added, for those of the inputs that are used. */
  private Variable seen(OptionalDouble snrDb) {
    Variable t = values.get();
    return network.some(snrDb.isPresent() ? noisy(t, sigma(t, snrDb.getAsDouble())) : t);
  }

  /** The standard deviation of the noise that is added. */
  private double sigma(Variable t, double snrDb) {
    double power = options.power().isPresent() ? options.power().getAsDouble() : power(t);
    double sigma = Math.sqrt(power * Math.pow(10, -snrDb / 10));
    if (!(sigma > 0)) {
      throw new IllegalArgumentException(
          name
              + " is constant after epoch "
              + epoch
              + ": there is no signal for noise to be in a ratio to; name a power");
    }
    return sigma;
  }

  /** The mean variance of the columns. */
  private static double power(Variable t) {
    double sum = 0;
    for (double[] column : t.columns()) {
      double mean = 0;
      for (double value : column) {
        mean += value;
      }
      mean /= column.length;
      double squares = 0;
      for (double value : column) {
        squares += (value - mean) * (value - mean);
      }
      sum += squares / column.length;
    }
    return sum / t.d();
  }

  /** T with noise added: the same draws at every ratio, so that ratios can be compared. */
  private Variable noisy(Variable t, double sigma) {
    Seed seed = network.seed().derive("epoch " + epoch).derive("layer " + layer);
    SharedStateContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(seed.generator());
    double[][] columns = t.columns();
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] += sigma * normal.sample();
      }
    }
    return t.withColumns(columns);
  }

  /** T as a channel, with noise added. */
  private NoisyChannel channel(OptionalDouble snrDb) {
    if (snrDb.isEmpty()) {
      return network.source().channel(epoch, layer).orElseThrow();
    }
    Variable t = values.get();
    double sigma = sigma(t, snrDb.getAsDouble());
    if (!network.isNoisy(epoch, layer)) {
      return NoisyChannel.of(t, sigma, false);
    }
    NoisyChannel own = network.source().channel(epoch, layer).orElseThrow();
    if (own.dimension() != t.d()) {
      throw new IllegalArgumentException(
          name
              + " pools values that have noise: sample propagation needs T as the layer hands it"
              + " on, or without noise(..)");
    }
    return own.withAddedNoise(sigma);
  }

  /** Binned entropies of the layer, one for each kind of cells. */
  List<BinnedRow> binned() {
    List<BinnedRow> rows = new ArrayList<>();
    for (BinGrid grid : options.grids()) {
      double norm = Double.NaN;
      try {
        norm = scale.get();
        BinnedLayer found = BinnedLayer.of(quiet.get(), List.of(grid)).get(0);
        OptionalDouble information =
            network.isNoisy(epoch, layer)
                ? OptionalDouble.empty()
                : OptionalDouble.of(found.information());
        rows.add(
            new BinnedRow(
                place(norm), found.bins(), found.entropy(), information, aboutLabels(grid), null));
      } catch (IllegalArgumentException e) {
        rows.add(
            new BinnedRow(
                place(norm),
                grid.toString(),
                Double.NaN,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                CellFailure.reason(e)));
      }
    }
    return rows;
  }

  private OptionalDouble aboutLabels(BinGrid grid) {
    return network
        .labels()
        .map(y -> OptionalDouble.of(BinnedLayer.classInformation(quiet.get(), y.levels(), grid)))
        .orElse(OptionalDouble.empty());
  }
}
