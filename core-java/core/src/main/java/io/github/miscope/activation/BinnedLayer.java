package io.github.miscope.activation;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.internal.bins.Numbering;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Binned entropy of a layer (Goldfeld et al. 2019, section 5): H(Bin(T)), which falls as inputs
 * cluster, and I(X;Bin(T)) = H(Bin(T)) - H(Bin(T)|X). Plug-in values, in nats. For a deterministic
 * network both are the same.
 *
 * @param bins which bins, in words
 * @param entropy H(Bin(T))
 * @param information I(X;Bin(T))
 * @param cells the occupied cells of the grid
 * @param n the rows
 */
public record BinnedLayer(String bins, double entropy, double information, int cells, int n) {

  /** They take a few milliseconds. */
  private static final int BETWEEN_POLLS = 1 << 16;

  /**
   * Refuses null.
   *
   * @param bins which bins, in words
   * @param entropy H(Bin(T))
   * @param information I(X;Bin(T))
   * @param cells the occupied cells of the grid
   * @param n the rows
   */
  public BinnedLayer {
    Objects.requireNonNull(bins, "bins");
  }

  /**
   * The layer's entropies for some grids. Every row is another input.
   *
   * @param layer n rows of T
   * @param grids which bins
   * @return one result for each grid, in their order
   */
  public static List<BinnedLayer> of(Variable layer, List<? extends Binning> grids) {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(grids, "grids");
    int[] input = new int[layer.n()];
    Arrays.setAll(input, i -> i);
    return of(layer, input, grids);
  }

  /**
   * The layer's entropies for some grids.
   *
   * @param layer n rows of T
   * @param input the index of the input of each row, any numbers; several rows of one input are
   *     draws of T given that input
   * @param grids which bins
   * @return one result for each grid, in their order
   * @throws IllegalArgumentException if there are more or fewer indices than rows
   */
  public static List<BinnedLayer> of(Variable layer, int[] input, List<? extends Binning> grids) {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(grids, "grids");
    InputNumbers.check("input", input, layer.n());
    List<BinnedLayer> results = new ArrayList<>();
    for (Binning grid : grids) {
      int[] cell = cells(layer, grid);
      int cells = Arrays.stream(cell).max().orElse(0) + 1;
      double entropy = entropy(cell);
      results.add(
          new BinnedLayer(
              grid.toString(), entropy, entropy - given(cell, input), cells, cell.length));
    }
    return List.copyOf(results);
  }

  /**
   * I(Bin(T);Y) = H(Bin(T)) - H(Bin(T)|Y) of a layer and classes: a plug-in value, in nats, which
   * is H(Y) where each row has a cell of its own, whatever the classes are.
   *
   * @param layer n rows of T
   * @param classes the class of each row, any numbers
   * @param grid which bins
   * @return at least 0, but for rounding
   * @throws IllegalArgumentException if there are more or fewer classes than rows
   */
  public static double classInformation(Variable layer, int[] classes, Binning grid) {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(classes, "classes");
    Objects.requireNonNull(grid, "grid");
    InputNumbers.check("class", classes, layer.n());
    int[] cell = cells(layer, grid);
    return entropy(cell) - given(cell, classes);
  }

  /** The cell of each row, numbered as they occur. */
  static int[] cells(Variable layer, Binning grid) {
    double[][] columns = layer.columns();
    int[][] binned = new int[columns.length][];
    Arrays.setAll(binned, j -> grid.bins(columns[j]));
    return Numbering.ofRows(BinnedLayer::poll, binned);
  }

  private static void pollAt(int times) {
    if (times % BETWEEN_POLLS == 0) {
      poll();
    }
  }

  private static void poll() {
    EstimationInterruptedException.throwIfInterrupted("binned entropy");
  }

  /** The plug-in entropy of numbers from 0. */
  static double entropy(int[] numbers) {
    int[] counts = new int[Arrays.stream(numbers).max().orElse(0) + 1];
    for (int i = 0; i < numbers.length; i++) {
      pollAt(i);
      counts[numbers[i]]++;
    }
    double entropy = 0;
    for (int c = 0; c < counts.length; c++) {
      pollAt(c);
      double p = (double) counts[c] / numbers.length;
      entropy -= counts[c] > 0 ? p * Math.log(p) : 0;
    }
    return entropy;
  }

  /** The mean entropy of cells given the input; exactly 0 if each input has one cell. */
  private static double given(int[] cell, int[] inputs) {
    int[] label = InputNumbers.numbered(inputs);
    Numbering pairs = new Numbering(BinnedLayer::poll);
    int[] pair = new int[cell.length];
    int[] rows = new int[Arrays.stream(label).max().orElse(0) + 1];
    for (int i = 0; i < cell.length; i++) {
      pair[i] = pairs.of(label[i], cell[i]);
      rows[label[i]]++;
    }
    int[] counts = new int[pairs.count()];
    int[] input = new int[counts.length];
    for (int i = 0; i < pair.length; i++) {
      pollAt(i);
      counts[pair[i]]++;
      input[pair[i]] = label[i];
    }
    double entropy = 0;
    for (int c = 0; c < counts.length; c++) {
      pollAt(c);
      double p = (double) counts[c] / rows[input[c]];
      entropy -= (double) counts[c] / cell.length * Math.log(p);
    }
    // -0.0 where all logarithms are 0.
    return entropy + 0.0;
  }
}
