package io.github.miscope.benchmarks;

import io.github.miscope.sample.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPInputStream;

/** The stored samples of the benchmark's tasks and their information, from the core's tests. */
record StoredSamples(String name, double nats, Samples samples) {

  private static final Path FOLDER = Path.of("core-java/core/src/test/resources/reference/bmi");

  static List<StoredSamples> all() {
    try {
      List<StoredSamples> all = new ArrayList<>();
      for (String line : Files.readAllLines(FOLDER.resolve("tasks.csv"))) {
        if (!line.startsWith("#") && !line.startsWith("name,")) {
          String[] cells = line.split(",", -1);
          all.add(
              new StoredSamples(
                  cells[0],
                  Double.parseDouble(cells[3]),
                  read(FOLDER.resolve(cells[5] + ".gz"), Integer.parseInt(cells[1]))));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("run this from the top folder of the repository", e);
    }
  }

  private static Samples read(Path file, int dX) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      double[][] rows =
          reader
              .lines()
              .map(line -> Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble))
              .map(DoubleStream::toArray)
              .toArray(double[][]::new);
      return Samples.ofRows(
          Arrays.stream(rows).map(r -> Arrays.copyOf(r, dX)).toArray(double[][]::new),
          Arrays.stream(rows)
              .map(r -> Arrays.copyOfRange(r, dX, r.length))
              .toArray(double[][]::new));
    }
  }
}
