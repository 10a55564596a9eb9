package io.github.miscope.reference;

import io.github.miscope.sample.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Data and values that were computed with other programs; each file says which. */
public final class ReferenceData {

  private ReferenceData() {}

  /** The columns of a headless file of numbers, gzipped. */
  public static double[][] columns(String path) {
    List<CSVRecord> rows = read(path + ".gz", CSVFormat.DEFAULT);
    double[][] columns = new double[rows.get(0).size()][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = Double.parseDouble(rows.get(i).get(j));
      }
    }
    return columns;
  }

  /** Samples from a file whose first dX columns are X and the others Y. */
  public static Samples samples(String path, int dX) {
    double[][] all = columns(path);
    return Samples.ofColumns(
        Arrays.copyOfRange(all, 0, dX), Arrays.copyOfRange(all, dX, all.length));
  }

  /** The rows of a table with a header and # comments. */
  public static List<CSVRecord> table(String path) {
    return read(
        path,
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get());
  }

  private static List<CSVRecord> read(String path, CSVFormat format) {
    String resource = "/reference/" + path;
    try (InputStream raw =
            Objects.requireNonNull(ReferenceData.class.getResourceAsStream(resource), resource);
        InputStream in = path.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new ArrayList<>(format.parse(reader).getRecords());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
