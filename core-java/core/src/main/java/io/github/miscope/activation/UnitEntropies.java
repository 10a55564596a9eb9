package io.github.miscope.activation;

import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.internal.text.Numbers;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The binned entropy of each unit of a layer against the epoch, with its trend (Goldfeld et al.
 * 2019, section 5): units that saturate lose entropy. Plug-in values, in nats.
 *
 * @param bins which bins, in words
 * @param epochs the epochs
 * @param entropies by epoch, then by unit
 * @param slopes the least-squares slope of each unit's entropy, in nats per epoch
 * @param meanSlope their mean
 * @param standardDeviation of the slopes over units; NaN for one unit
 */
public record UnitEntropies(
    String bins,
    List<Double> epochs,
    List<List<Double>> entropies,
    List<Double> slopes,
    double meanSlope,
    double standardDeviation) {

  /**
   * The units' entropies.
   *
   * @param bins which bins, in words
   * @param epochs the epochs
   * @param entropies by epoch, then by unit
   * @param slopes by unit
   * @param meanSlope their mean
   * @param standardDeviation of the slopes
   */
  public UnitEntropies {
    Objects.requireNonNull(bins, "bins");
    Objects.requireNonNull(epochs, "epochs");
    Objects.requireNonNull(entropies, "entropies");
    Objects.requireNonNull(slopes, "slopes");
    epochs = List.copyOf(epochs);
    entropies = entropies.stream().map(List::copyOf).toList();
    slopes = List.copyOf(slopes);
  }

  /**
   * The entropies of a layer's units.
   *
   * @param epochs at least two different epochs
   * @param layers the layer at each epoch, of one width
   * @param grid which bins; those that follow the data follow each epoch's own
   * @return entropies and slopes
   * @throws IllegalArgumentException if the numbers of epochs and layers differ, there are fewer
   *     than two different epochs, or widths differ
   */
  public static UnitEntropies of(double[] epochs, List<Variable> layers, Binning grid) {
    Objects.requireNonNull(epochs, "epochs");
    Objects.requireNonNull(layers, "layers");
    Objects.requireNonNull(grid, "grid");
    if (epochs.length != layers.size()) {
      throw new IllegalArgumentException(
          "there must be one layer for each epoch: " + layers.size() + ", " + epochs.length);
    }
    if (Arrays.stream(epochs).distinct().count() < 2) {
      throw new IllegalArgumentException("there must be at least two different epochs");
    }
    int units = layers.get(0).d();
    List<List<Double>> entropies = new ArrayList<>();
    for (Variable layer : layers) {
      if (layer.d() != units) {
        throw new IllegalArgumentException(
            "layers must be of one width: " + units + ", " + layer.d());
      }
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < units; j++) {
        Variable unit = Variable.of("unit " + j, layer.column(j));
        row.add(BinnedLayer.entropy(BinnedLayer.cells(unit, grid)));
      }
      entropies.add(row);
    }
    double[] slopes = new double[units];
    Arrays.setAll(slopes, j -> slope(epochs, entropies, j));
    double mean = Arrays.stream(slopes).average().orElseThrow();
    double squares = Arrays.stream(slopes).map(s -> (s - mean) * (s - mean)).sum();
    return new UnitEntropies(
        grid.toString(),
        Arrays.stream(epochs).boxed().toList(),
        entropies,
        Arrays.stream(slopes).boxed().toList(),
        mean,
        Math.sqrt(squares / (units - 1)));
  }

  private static double slope(double[] epochs, List<List<Double>> entropies, int unit) {
    double middle = Arrays.stream(epochs).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (int e = 0; e < epochs.length; e++) {
      double apart = epochs[e] - middle;
      products += apart * entropies.get(e).get(unit);
      squares += apart * apart;
    }
    return products / squares;
  }

  /** The mean slope: "entropies of 10 units, bins of width 0.05: mean slope -0.0012 nats ...". */
  @Override
  public String toString() {
    return "entropies of "
        + slopes.size()
        + " units after "
        + epochs.size()
        + " epochs, "
        + bins
        + ": mean slope "
        + Numbers.brief(meanSlope)
        + " nats per epoch, standard deviation "
        + Numbers.brief(standardDeviation);
  }
}
