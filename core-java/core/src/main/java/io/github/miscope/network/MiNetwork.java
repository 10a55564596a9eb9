package io.github.miscope.network;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.file.WholeFile;
import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.parallel.Lazy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The mutual information of all pairs of columns. Of each pair a number is kept, 8 bytes, and 4
 * more where values are missing; {@link #estimate} makes a whole estimate again. Immutable.
 */
public final class MiNetwork {

  private final NetworkPlan plan;
  private final TileGrid grid;
  private final @Nullable PairTile[] tiles;
  private final NullDistributions nulls;
  private final Lazy<double[]> adjusted = new Lazy<>(this::adjustedByCount);

  MiNetwork(NetworkPlan plan, @Nullable PairTile[] tiles, NullDistributions nulls) {
    this.plan = plan;
    this.grid = plan.grid();
    this.tiles = tiles.clone();
    this.nulls = nulls;
  }

  /**
   * The plan.
   *
   * @return the one that was run
   */
  public NetworkPlan plan() {
    return plan;
  }

  /**
   * The number of columns.
   *
   * @return d
   */
  public int d() {
    return plan.columns().d();
  }

  /**
   * The names of the columns.
   *
   * @return d names
   */
  public List<String> names() {
    return plan.columns().names();
  }

  /**
   * The number of pairs.
   *
   * @return d (d - 1) / 2, estimated or not
   */
  public int pairs() {
    return plan.pairs();
  }

  /**
   * The number of pairs whose work was done.
   *
   * @return {@link #pairs()} unless the run was interrupted
   */
  public int finished() {
    return IntStream.range(0, tiles.length)
        .filter(tile -> tiles[tile] != null)
        .map(grid::pairs)
        .sum();
  }

  /**
   * The number of pairs that have a reason in place of an estimate.
   *
   * @return how many failed
   */
  public int failed() {
    int failed = 0;
    for (PairTile tile : tiles) {
      failed += tile == null ? 0 : tile.failures().size();
    }
    return failed;
  }

  private @Nullable PairTile tile(int x, int y) {
    Check.between("x", x, 0, d() - 1);
    Check.between("y", y, 0, d() - 1);
    if (x == y) {
      throw new IllegalArgumentException("a pair has two different columns: x=y=" + x);
    }
    return tiles[grid.tileOf(Math.min(x, y), Math.max(x, y))];
  }

  private int place(int x, int y) {
    return grid.placeOf(Math.min(x, y), Math.max(x, y));
  }

  /**
   * The estimate of a pair.
   *
   * @param x the number of one column
   * @param y the number of another
   * @return nats, never clamped; NaN if there is no estimate
   * @throws IllegalArgumentException if there is no such pair
   */
  public double nats(int x, int y) {
    PairTile tile = tile(x, y);
    return tile == null ? Double.NaN : tile.nats()[place(x, y)];
  }

  /**
   * The observations of a pair.
   *
   * @param x the number of one column
   * @param y the number of another
   * @return rows in which neither value is missing; 0 if there are fewer than 2, or the pair is not
   *     computed
   * @throws IllegalArgumentException if there is no such pair
   */
  public int n(int x, int y) {
    PairTile tile = tile(x, y);
    if (tile == null) {
      return 0;
    }
    return tile.n().length == 0 ? plan.columns().n() : tile.n()[place(x, y)];
  }

  /**
   * Why a pair has no estimate.
   *
   * @param x the number of one column
   * @param y the number of another
   * @return the reason; empty if there is an estimate
   * @throws IllegalArgumentException if there is no such pair
   */
  public Optional<String> failure(int x, int y) {
    PairTile tile = tile(x, y);
    return tile == null
        ? Optional.of("not computed: the run was stopped")
        : Optional.ofNullable(tile.failures().get(place(x, y)));
  }

  /**
   * The whole estimate of a pair, made again.
   *
   * @param x the number of one column
   * @param y the number of another
   * @return the estimate with its warnings
   * @throws IllegalArgumentException if there is no such pair, or it does not suit the estimator
   * @throws io.github.miscope.estimator.EstimationInterruptedException if interrupted
   */
  public Estimate estimate(int x, int y) {
    tile(x, y);
    return plan.estimator().estimate(plan.columns().pair(Math.min(x, y), Math.max(x, y)));
  }

  /**
   * The null distribution of pairs without missing values.
   *
   * @return empty if p-values were not asked for
   */
  public Optional<SharedNull> nullDistribution() {
    return nulls.of(plan.columns().n());
  }

  /**
   * The columns with ties, for whose pairs p-values are approximate.
   *
   * @return their numbers
   */
  public List<Integer> tiedColumns() {
    return IntStream.range(0, d())
        .filter(
            j -> {
              double[] values = plan.columns().observed(j).column(0);
              return Arrays.stream(values).distinct().count() < values.length;
            })
        .boxed()
        .toList();
  }

  /**
   * The p-value of a test of independence of a pair, from the {@link SharedNull}.
   *
   * @param x the number of one column
   * @param y the number of another
   * @return empty if p-values were not asked for, or the pair has no estimate
   * @throws IllegalArgumentException if there is no such pair
   */
  public OptionalDouble pValue(int x, int y) {
    double nats = nats(x, y);
    return Double.isNaN(nats) ? OptionalDouble.empty() : pValue(nats, n(x, y));
  }

  private OptionalDouble pValue(double nats, int n) {
    return nulls.of(n).stream().mapToDouble(own -> own.pValue(nats)).findFirst();
  }

  /**
   * The p-value of a pair adjusted for all pairs that have one, by Benjamini and Hochberg (Journal
   * of the Royal Statistical Society B 57, 1995): of the pairs not above alpha a part of alpha at
   * most is expected to be independent, for tests that are independent or positively dependent.
   *
   * @param x the number of one column
   * @param y the number of another
   * @return empty as {@link #pValue}
   * @throws IllegalArgumentException if there is no such pair
   */
  public OptionalDouble adjustedPValue(int x, int y) {
    double nats = nats(x, y);
    return Double.isNaN(nats) ? OptionalDouble.empty() : adjusted(nats, n(x, y));
  }

  private OptionalDouble adjusted(double nats, int n) {
    return nulls.of(n).stream().mapToDouble(own -> adjusted.get()[own.atLeast(nats)]).findFirst();
  }

  /**
   * Adjusted p-values by the number of draws that are as large. There are few different p-values,
   * so that counting them replaces sorting all.
   */
  private double[] adjustedByCount() {
    int draws = plan.draws().orElse(0);
    long[] counts = new long[draws + 1];
    long tests = 0;
    for (int t = 0; t < tiles.length; t++) {
      PairTile tile = tiles[t];
      for (int place = 0; tile != null && place < tile.nats().length; place++) {
        double nats = tile.nats()[place];
        int n = tile.n().length == 0 ? plan.columns().n() : tile.n()[place];
        Optional<SharedNull> own = Double.isNaN(nats) ? Optional.empty() : nulls.of(n);
        if (own.isPresent()) {
          counts[own.get().atLeast(nats)]++;
          tests++;
        }
      }
    }
    long above = tests;
    double smallest = 1;
    double[] adjusted = new double[draws + 1];
    for (int c = draws; c >= 0; c--) {
      if (counts[c] > 0) {
        smallest = Math.min(smallest, (1.0 + c) / (1.0 + draws) * tests / above);
      }
      above -= counts[c];
      adjusted[c] = smallest;
    }
    return adjusted;
  }

  /**
   * The estimates as a symmetric matrix: d by d values of 8 bytes.
   *
   * @param missing what stands on the diagonal and where there is no estimate, such as NaN
   * @return the estimates in nats
   */
  public double[][] matrix(double missing) {
    double[][] matrix = new double[d()][d()];
    for (int x = 0; x < d(); x++) {
      matrix[x][x] = missing;
      for (int y = x + 1; y < d(); y++) {
        double nats = nats(x, y);
        matrix[x][y] = Double.isNaN(nats) ? missing : nats;
        matrix[y][x] = matrix[x][y];
      }
    }
    return matrix;
  }

  /**
   * The graph that a method makes of the network.
   *
   * @param method the method, such as {@link Aracne}
   * @return the graph
   * @throws IllegalArgumentException if the method does not suit the network
   * @throws io.github.miscope.estimator.EstimationInterruptedException if interrupted
   */
  public InformationGraph graph(GraphMethod method) {
    Objects.requireNonNull(method, "method");
    return method.graph(this);
  }

  /**
   * A pair with all that is known of it.
   *
   * @param x the number of one column
   * @param y the number of another
   * @return the pair
   * @throws IllegalArgumentException if there is no such pair
   */
  public PairRow row(int x, int y) {
    int first = Math.min(x, y);
    int second = Math.max(x, y);
    return new PairRow(
        first,
        second,
        names().get(first),
        names().get(second),
        nats(x, y),
        n(x, y),
        pValue(x, y),
        adjustedPValue(x, y),
        failure(x, y));
  }

  /**
   * Gives out pairs, row by row of the matrix; those of {@link PairSelection#strongest} column by
   * column, the strongest first.
   *
   * @param selection which pairs
   * @param rows takes them
   */
  public void rows(PairSelection selection, PairRows rows) {
    Objects.requireNonNull(selection, "selection");
    Objects.requireNonNull(rows, "rows");
    Selector selector = new Selector(selection, d());
    for (int x = 0; x < d(); x++) {
      for (int y = x + 1; y < d(); y++) {
        if (selector.takes(x, y, nats(x, y), 0)) {
          rows.take(row(x, y));
        }
      }
    }
    selector.end(pair -> rows.take(row(pair.x(), pair.y())));
  }

  /**
   * The selected pairs.
   *
   * @param selection which pairs
   * @return the pairs, as {@link #rows(PairSelection, PairRows)} gives them out
   */
  public List<PairRow> rows(PairSelection selection) {
    List<PairRow> all = new ArrayList<>();
    rows(selection, all::add);
    return all;
  }

  /**
   * Writes pairs as CSV, {@link PairRows#csv}.
   *
   * @param file the file, made or replaced
   * @param selection which pairs
   * @return the file
   * @throws IOException if it cannot be written
   */
  public Path writeCsv(Path file, PairSelection selection) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(selection, "selection");
    return WholeFile.write(
        file,
        out -> {
          BufferedWriter writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          rows(selection, PairRows.csv(writer));
          writer.flush();
        });
  }

  @Override
  public String toString() {
    return "network of "
        + plan.columns()
        + " by "
        + plan.estimator()
        + ": "
        + finished()
        + " of "
        + pairs()
        + " pairs, "
        + failed()
        + " without an estimate";
  }
}
