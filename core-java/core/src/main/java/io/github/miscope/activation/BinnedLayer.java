package io.github.miscope.activation;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** They take a few milliseconds. */
  private static final int ROWS_BETWEEN_POLLS = 1 << 14;

  /** A cell of the grid, by its bins. */
  private static final class Cell {
    private final int[] bins;
    private final int hash;

    Cell(int[] bins) {
      this.bins = bins;
      this.hash = Arrays.hashCode(bins);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Cell cell && Arrays.equals(bins, cell.bins);
    }

    @Override
    public int hashCode() {
      return hash;
    }
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

  /** The cell of each row, numbered as they occur. */
  static int[] cells(Variable layer, Binning grid) {
    double[][] columns = layer.columns();
    int[][] binned = new int[columns.length][];
    Arrays.setAll(binned, j -> grid.bins(columns[j]));
    Map<Cell, Integer> numbers = new HashMap<>();
    int[] cells = new int[layer.n()];
    for (int i = 0; i < cells.length; i++) {
      poll(i);
      int[] bins = new int[columns.length];
      for (int j = 0; j < bins.length; j++) {
        bins[j] = binned[j][i];
      }
      Integer known = numbers.putIfAbsent(new Cell(bins), numbers.size());
      cells[i] = known == null ? numbers.size() - 1 : known;
    }
    return cells;
  }

  /** Stops between rows, now and then, if the work is to stop. */
  private static void poll(int row) {
    if (row % ROWS_BETWEEN_POLLS == 0) {
      EstimationInterruptedException.throwIfInterrupted("binned entropy");
    }
  }

  /** The plug-in entropy of numbers from 0. */
  static double entropy(int[] numbers) {
    int[] counts = new int[Arrays.stream(numbers).max().orElse(0) + 1];
    for (int number : numbers) {
      counts[number]++;
    }
    double entropy = 0;
    for (int count : counts) {
      double p = (double) count / numbers.length;
      entropy -= count > 0 ? p * Math.log(p) : 0;
    }
    return entropy;
  }

  /** The mean entropy of cells given the input; exactly 0 if each input has one cell. */
  private static double given(int[] cell, int[] input) {
    int[] label = InputNumbers.numbered(input);
    Map<Long, Integer> numbers = new HashMap<>();
    List<int[]> counts = new ArrayList<>();
    int[] rows = new int[Arrays.stream(label).max().orElse(0) + 1];
    for (int i = 0; i < cell.length; i++) {
      poll(i);
      long pair = ((long) label[i] << 32) | cell[i];
      Integer known = numbers.putIfAbsent(pair, counts.size());
      if (known == null) {
        counts.add(new int[] {label[i], 1});
      } else {
        counts.get(known)[1]++;
      }
      rows[label[i]]++;
    }
    double entropy = 0;
    for (int[] count : counts) {
      double p = (double) count[1] / rows[count[0]];
      entropy -= (double) count[1] / cell.length * Math.log(p);
    }
    // -0.0 where all logarithms are 0.
    return entropy + 0.0;
  }
}
