package io.github.miscope.spark;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.CsvText;
import io.github.miscope.inference.PairwiseEstimates;
import io.github.miscope.network.MiNetwork;
import io.github.miscope.network.NetworkColumns;
import io.github.miscope.network.NetworkPlan;
import io.github.miscope.network.PairRow;
import io.github.miscope.network.PairSelection;
import io.github.miscope.plane.PlanePlan;
import io.github.miscope.plane.PlaneTable;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.sweep.Axis;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepRow;
import io.github.miscope.sweep.SweepTable;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The plans of these tests. */
final class Plans {

  private Plans() {}

  /** 400 cells of about a millisecond; those of the last scale fail, as a row with its reason. */
  static Sweep sweep() {
    return Sweep.of(
            Tasks.correlatedGaussians(2, 0.6),
            Presets.ksg(),
            Presets.ksgGlobal(),
            Presets.gaussianMi(),
            Presets.biKsg())
        .over(Axis.scaleX(), 0.01, 0.1, 1, 10, 1e308)
        .withSamples(60)
        .withTrials(20)
        .withSeed(Seed.of(7));
  }

  static PlanePlan plane() {
    return PlanePlan.of(new TwoLayers(3), Presets.ksg(), Presets.ksgGlobalLinf());
  }

  /** Columns of which some depend on each other. */
  static List<Variable> columns(int d, int n) {
    List<Variable> columns = new ArrayList<>();
    double[] before = new double[n];
    for (int c = 0; c < d; c++) {
      SplittableRandom random = new SplittableRandom(c);
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = random.nextDouble() + (c % 3 == 0 ? 0 : before[i]);
      }
      columns.add(Variable.of("c" + c, values));
      before = values;
    }
    return columns;
  }

  /** 19900 pairs, in tiles small enough for all cores. */
  static NetworkPlan network() {
    return NetworkPlan.of(NetworkColumns.of(columns(200, 40))).withTile(32).withPValues(50);
  }

  /** The bits of a network. */
  static List<String> bits(MiNetwork network) {
    List<String> bits = new ArrayList<>();
    for (PairRow row : network.rows(PairSelection.all())) {
      bits.add(row + " " + Double.doubleToRawLongBits(row.nats()));
    }
    return bits;
  }

  /** Rows with zero seconds: all else is the same wherever a plan runs. */
  static List<SweepRow> timeless(SweepTable table) {
    return table.rows().stream()
        .map(
            row ->
                new SweepRow(
                    row.task(),
                    row.estimator(),
                    row.parameter(),
                    row.value(),
                    row.n(),
                    row.dX(),
                    row.dY(),
                    row.trial(),
                    row.seed(),
                    row.trueNats(),
                    row.nats(),
                    0,
                    row.warnings(),
                    row.failure()))
        .toList();
  }

  /** The bytes of a plane's table. */
  static String csv(PlaneTable table, Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "plane", ".csv");
    table.writeCsv(file, CsvText.EXACT);
    return Files.readString(file);
  }

  /** The bits of a matrix. */
  static List<String> bits(PairwiseEstimates matrix) {
    List<String> bits = new ArrayList<>();
    for (int pair = 0; pair < matrix.size(); pair++) {
      bits.add(
          Double.doubleToRawLongBits(matrix.nats(pair))
              + " "
              + matrix.estimate(pair).map(Object::toString).orElse("")
              + matrix.missing(pair));
    }
    return bits;
  }
}
