package io.github.miscope.neural;

import io.github.miscope.neural.encoder.CompressionTable;
import io.github.miscope.neural.encoder.ImagePairsTable;
import io.github.miscope.neural.experiment.InferenceTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

/** Runs one of the measurements: {@code ./mvnw -Pmeasure ... -Dmeasure="NAME ARGUMENTS"}. */
public final class Measure {

  private static final String TABLE = "table.md";

  private Measure() {}

  /**
   * Runs a measurement.
   *
   * @param args its name and its arguments: {@code table} of {@link NeuralTable}, {@code
   *     overestimates} of {@link OverestimateTable}, {@code memory} of {@link MemoryUse}, {@code
   *     compression} and {@code cost} of {@link CompressionTable}, {@code pairs} of {@link
   *     ImagePairsTable}, {@code inference} of {@link InferenceTable}, {@code scale} of {@link
   *     ScalePaperMine}
   * @throws IOException if a table cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    switch (args[0]) {
      case "table" ->
          NeuralTable.main(Stream.concat(Stream.of(TABLE), Stream.of(rest)).toArray(String[]::new));
      case "memory" -> MemoryUse.main(rest);
      case "overestimates" ->
          OverestimateTable.main(
              Stream.concat(Stream.of("overestimates.md"), Stream.of(rest)).toArray(String[]::new));
      case "compression" ->
          CompressionTable.main(
              Stream.concat(Stream.of("compression.md"), Stream.of(rest)).toArray(String[]::new));
      case "cost" -> CompressionTable.cost(rest);
      case "pairs" ->
          ImagePairsTable.main(
              Stream.concat(Stream.of("pairs.md"), Stream.of(rest)).toArray(String[]::new));
      case "inference" ->
          InferenceTable.main(
              Stream.concat(Stream.of("inference.md"), Stream.of(rest)).toArray(String[]::new));
      case "scale" ->
          ScalePaperMine.main(
              Stream.concat(Stream.of("../benchmarks/scale-paper.csv"), Stream.of(rest))
                  .toArray(String[]::new));
      default ->
          throw new IllegalArgumentException(
              "there are table, overestimates, memory, compression, cost, pairs, inference and"
                  + " scale, but no "
                  + args[0]);
    }
  }
}
