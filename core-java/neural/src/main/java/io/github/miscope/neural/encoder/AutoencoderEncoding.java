package io.github.miscope.neural.encoder;

import io.github.miscope.encoder.Encoding;
import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.internal.NetworkPass;
import io.github.miscope.neural.internal.NetworkTensors;
import io.github.miscope.neural.internal.RowOrder;
import io.github.miscope.neural.internal.Rows;
import io.github.miscope.neural.internal.Stage;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.network.NetworkWeights;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A trained autoencoder. It is applied without noise, in blocks of bounded memory on all threads,
 * and the codes of observations do not depend on their order, to the bit.
 */
public final class AutoencoderEncoding implements Encoding, Identified {

  /** Rows that are restored at once to see how well: a multiple of the blocks of a pass. */
  private static final int PART = 4096;

  private final AutoencoderShape shape;
  private final NetworkWeights weights;
  private final InputScale scale;
  private final List<EpochLoss> losses;
  private final int epoch;
  private final double explainedVariance;
  private final double reconstructionError;

  AutoencoderEncoding(
      AutoencoderShape shape,
      NetworkWeights weights,
      InputScale scale,
      List<EpochLoss> losses,
      int epoch,
      double[][] columns,
      int[] order) {
    this.shape = shape;
    this.weights = weights;
    this.scale = scale;
    this.losses = List.copyOf(losses);
    this.epoch = epoch;
    double error = squaredErrors(columns, order) / order.length;
    double total = 0;
    for (double[] column : columns) {
      total += InputScale.variance(column, order, InputScale.mean(column, order));
    }
    reconstructionError = error / columns.length;
    explainedVariance = total == 0 ? 1 : 1 - error / total;
  }

  /** The sum over all values, of some rows at a time; in an order that the values decide. */
  private double squaredErrors(double[][] columns, int[] order) {
    double sum = 0;
    for (int from = 0; from < order.length; from += PART) {
      int[] part = Arrays.copyOfRange(order, from, Math.min(order.length, from + PART));
      float[] restored = decoded(encoded(scale.rows(columns, part)));
      int width = shape.network().outputs();
      for (int i = 0; i < part.length; i++) {
        for (int j = 0; j < columns.length; j++) {
          double difference = columns[j][part[i]] - scale.restored(restored[i * width + j], j);
          sum += difference * difference;
        }
      }
    }
    return sum;
  }

  @Override
  public int dimension() {
    return shape.network().input().columns();
  }

  @Override
  public int latentDimension() {
    return shape.latentDimension();
  }

  @Override
  public Variable apply(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    requireColumns(variable, dimension(), "columns");
    double[][] columns = variable.columns();
    int[] order = RowOrder.of(columns);
    float[] rows = scale.rows(columns, order);
    InputScale.requireFinite(variable, rows);
    return numbered(variable.name(), "code", unsorted(encoded(rows), latentDimension(), order));
  }

  @Override
  public Variable decode(Variable codes) {
    Objects.requireNonNull(codes, "codes");
    requireColumns(codes, latentDimension(), "codes");
    double[][] columns = codes.columns();
    int[] order = RowOrder.of(columns);
    int d = columns.length;
    float[] rows = new float[Math.multiplyExact(order.length, d)];
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < d; j++) {
        rows[i * d + j] = (float) columns[j][order[i]];
      }
    }
    InputScale.requireFinite(codes, rows);
    double[][] restored = unsorted(decoded(rows), shape.network().outputs(), order);
    // What else is predicted is not restored.
    restored = Arrays.copyOf(restored, dimension());
    for (int j = 0; j < restored.length; j++) {
      for (int i = 0; i < restored[j].length; i++) {
        restored[j][i] = scale.restored((float) restored[j][i], j);
      }
    }
    return numbered(codes.name(), "column", restored);
  }

  private float[] encoded(float[] rows) {
    return pass(shape.encoder(), shape.network().input(), rows, Stage.CENTRES, part(true));
  }

  private float[] decoded(float[] codes) {
    ImageShape input = ImageShape.vector(latentDimension());
    return pass(shape.decoder(), input, codes, Stage.OUTPUT, part(false));
  }

  /** The weights of the part before the codes, or after them. */
  private float[][] part(boolean before) {
    float[][] all = weights.values();
    int place = NetworkTensors.lengths(shape.encoder()).length;
    return before ? Arrays.copyOf(all, place) : Arrays.copyOfRange(all, place, all.length);
  }

  private static float[] pass(
      NoisyNetwork network, ImageShape input, float[] rows, Stage stage, float[][] weights) {
    Rows inputs = new Rows(input, rows);
    try {
      return new NetworkPass(network, weights, network.depth(), stage)
          .apply(inputs, 0, inputs.n(), 1, null);
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("an autoencoder", e);
    }
  }

  private static double[][] unsorted(float[] rows, int d, int[] order) {
    double[][] columns = new double[d][order.length];
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < d; j++) {
        columns[j][order[i]] = rows[i * d + j];
      }
    }
    return columns;
  }

  private static void requireColumns(Variable variable, int count, String what) {
    if (variable.d() != count) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d %s, but the encoding has %d",
              variable.name(),
              variable.d(),
              what,
              count));
    }
  }

  private static Variable numbered(String name, String what, double[][] columns) {
    List<String> names = new ArrayList<>(columns.length);
    for (int j = 0; j < columns.length; j++) {
      names.add(name + " " + what + " " + j);
    }
    return Variable.ofColumns(name, names, columns);
  }

  /**
   * The network.
   *
   * @return its shape, with the noise of its training
   */
  public AutoencoderShape shape() {
    return shape;
  }

  /**
   * The weights.
   *
   * @return those after {@link #epoch()}
   */
  public NetworkWeights weights() {
    return weights;
  }

  /**
   * The learning curve.
   *
   * @return the loss of each epoch
   */
  public List<EpochLoss> losses() {
    return losses;
  }

  /**
   * After which epoch the weights are taken.
   *
   * @return the best one on held-out observations, or the last one
   */
  public int epoch() {
    return epoch;
  }

  @Override
  public double explainedVariance() {
    return explainedVariance;
  }

  @Override
  public double reconstructionError() {
    return reconstructionError;
  }

  /** No bound is known for codes that are learnt. */
  @Override
  public OptionalDouble lossBound() {
    return OptionalDouble.empty();
  }

  @Override
  public void identify(IdentityDigest digest) {
    Objects.requireNonNull(digest, "digest");
    digest.add("shape", shape).add("weights", weights);
    digest.add("origins", scale.origins()).add("units", scale.units());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d columns -> %d by an autoencoder, %.0f %% of the variance",
        dimension(),
        latentDimension(),
        100 * explainedVariance);
  }
}
