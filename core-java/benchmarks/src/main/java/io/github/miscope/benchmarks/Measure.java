package io.github.miscope.benchmarks;

import java.io.IOException;
import java.util.Arrays;

/** Runs one of the measurements: {@code ./mvnw -Pmeasure ... -Dmeasure="NAME ARGUMENTS"}. */
public final class Measure {

  private Measure() {}

  /**
   * Runs a measurement.
   *
   * @param args its name and its arguments: {@code jmh} of JMH, {@code tables} of {@link
   *     EstimatorTable}, {@code coverage} of {@link Coverage}, {@code conditional} of {@link
   *     ConditionalPValues}, {@code lnc} of {@link LncTable}, {@code columns} of {@link
   *     ManyColumns}, {@code compressed} of {@link CompressedInference}, {@code networks} of {@link
   *     Networks}, {@code suite} of {@link SuiteTable}, {@code builds} of {@link TwoBuilds}, {@code
   *     sisak} of {@link SisakTable}, {@code scale} of {@link ScalePaperTables}, {@code worlds} of
   *     {@link WorldsTable}, {@code lags} of {@link LagPValues}, {@code truth} of {@link
   *     TruthTable}, {@code discriminants} of {@link DiscriminantTable}, {@code default} of {@link
   *     DefaultSpeed}, {@code selection} of {@link SelectionSpeed}, {@code p-values} of {@link
   *     DefaultPValues}
   * @throws IOException if a table cannot be read or written
   * @throws ReflectiveOperationException if another build lacks what is measured
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    switch (args[0]) {
      case "jmh" -> org.openjdk.jmh.Main.main(rest);
      case "tables" -> EstimatorTable.main(rest);
      case "coverage" -> Coverage.main(rest);
      case "conditional" -> ConditionalPValues.main(rest);
      case "lnc" -> LncTable.main(rest);
      case "columns" -> ManyColumns.main(rest);
      case "compressed" -> CompressedInference.main(rest);
      case "networks" -> Networks.main(rest);
      case "suite" -> SuiteTable.main(rest);
      case "builds" -> TwoBuilds.main(rest);
      case "sisak" -> SisakTable.main(rest);
      case "scale" -> ScalePaperTables.main(rest);
      case "worlds" -> WorldsTable.main(rest);
      case "lags" -> LagPValues.main(rest);
      case "truth" -> TruthTable.main(rest);
      case "discriminants" -> DiscriminantTable.main(rest);
      case "default" -> DefaultSpeed.main(rest);
      case "selection" -> SelectionSpeed.main(rest);
      case "p-values" -> DefaultPValues.main(rest);
      default ->
          throw new IllegalArgumentException(
              "there are jmh, tables, coverage, conditional, lnc, columns, compressed, networks,"
                  + " suite, builds, sisak, scale, worlds, lags, truth,"
                  + " discriminants, default, selection and p-values, but no "
                  + args[0]);
    }
  }
}
