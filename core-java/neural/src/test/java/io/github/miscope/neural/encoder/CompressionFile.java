package io.github.miscope.neural.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The table of {@link CompressionTable}, written anew after each row. A run goes on where a file of
 * the same name ends.
 */
final class CompressionFile {

  /** Columns before the estimates: shape, size, codes, seed, truth. */
  private static final int KEYS = 5;

  /** Errors are averaged up to this truth. */
  private static final double HIGHEST = 6;

  private static final String TEXT =
      """
      `./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify -Dmeasure=compression` adds what
      is missing here to sizes 16 and 32, codes `latent`, `dense` and `pca`, and seeds 0, 1 and 2;
      other options (`codes=convolutional`, `codes=images estimators=MINE`, `shapes=surface
      codes=latent,pca,linear information=0,1,2,3,4`) add other rows. Empty cells have not been run;
      *none* is an estimator that refuses. Nats; seconds are of processor time.

      - Shapes: *spots* and *rectangles* of Butakov et al. 2024 (arXiv:2305.08013), Figures 3 and 4;
        *surface* is the bent one of Figure 6c.
      - Codes: *latent* are the numbers of which X and Y are images, after a random rotation; *dense*,
        *convolutional* and *linear* are autoencoders, *pca* principal components, as many codes as
        there are such numbers (2, 4, and 2 of the surface). An encoder is fitted once for each
        shape, size and seed, on n images that no estimate sees. *images* are the pixels as they are.
      - Entropies (KDE-ML, KDE-LSE, KL, WKL) are of whitened codes, but of images as they are, whose
        columns depend on each other. *WKL of ranks* first makes each column of codes normal by its
        ranks; of a single column, as the surface's latent one, ranks are evenly spaced, which
        misleads neighbours. KSG and BI-KSG are under local scaling, KSG-LNC has k = 10. MINE has the critic of
        Table 3, batches of 512, at most 1000 steps, and is valued on data that it has not seen.

      The paper prints no numbers for its Figures 3 and 4. By its text WKL is the best on codes, its
      curve near the diagonal, other estimators under- or overestimate, and the distance between
      latent variables and codes is small; MINE, on images, falls behind from some 4 nats on. For
      images of spots without compression its Table 2 has, at n = 5000, the mean squared errors

      | pixels | KDE-ML | KDE-LSE | KL | WKL | WKL on PCA codes |
      |---|---:|---:|---:|---:|---:|
      | 4 x 4 | 4100 | 19.5 | 9.7 | 29 | 1.87 |
      | 8 x 8 | 2800 | - | 66 | 75 | 1.71 |
      | 16 x 16 | - | - | - | - | 0.67 |

      over 0 to 10 nats.
      """;

  private final Path path;
  private final int n;
  private final String options;
  private final List<String> estimators;
  private final Map<List<String>, List<String>> fits = new LinkedHashMap<>();
  private final Map<List<String>, String[]> rows = new LinkedHashMap<>();

  private CompressionFile(Path path, int n, String options, List<String> estimators) {
    this.path = path;
    this.n = n;
    this.options = options;
    this.estimators = estimators;
  }

  static CompressionFile open(Path path, int n, String options, List<String> estimators)
      throws IOException {
    CompressionFile file = new CompressionFile(path, n, options, estimators);
    if (Files.exists(path)) {
      for (String line : Files.readAllLines(path)) {
        List<String> cells = cells(line);
        if (cells.size() == KEYS + 2 * estimators.size() && cells.get(3).matches("\\d+")) {
          file.rows.put(
              cells.subList(0, KEYS), cells.subList(KEYS, cells.size()).toArray(String[]::new));
        } else if (cells.size() == KEYS + 3 && cells.get(3).matches("\\d+")) {
          file.fits.put(cells.subList(0, KEYS - 1), cells.subList(KEYS - 1, cells.size()));
        }
      }
    }
    return file;
  }

  boolean holds(List<String> key, String estimator) {
    String[] cells = rows.get(key);
    return cells != null && !cells[2 * estimators.indexOf(estimator)].isEmpty();
  }

  void addFit(List<String> key, String... cells) throws IOException {
    fits.put(key, List.of(cells));
    write();
  }

  void add(List<String> key, String estimator, String nats, String seconds) throws IOException {
    String[] cells =
        rows.computeIfAbsent(
            key,
            k -> Stream.generate(() -> "").limit(2L * estimators.size()).toArray(String[]::new));
    int column = 2 * estimators.indexOf(estimator);
    cells[column] = nats;
    cells[column + 1] = seconds;
    write();
  }

  /** Writes all that is known. */
  void write() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Mutual information of images, compressed");
    lines.add("");
    lines.addAll(TEXT.lines().toList());
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "n = %d, last written on %s, with the options `%s`.",
            n,
            LocalDate.now(ZoneOffset.UTC),
            options));
    lines.add("");
    lines.add("Mean absolute error up to 6 nats, in parentheses the number of rows if not all:");
    lines.add("");
    lines.addAll(summary(HIGHEST, 1));
    lines.add("");
    lines.add("Mean squared error over all truths:");
    lines.add("");
    lines.addAll(summary(Double.POSITIVE_INFINITY, 2));
    lines.add("");
    lines.add("| shape | size | codes | seed | error | on others | variance explained | s |");
    lines.add("|---|---:|---|---:|---:|---:|---:|---:|");
    sorted(fits).forEach(key -> lines.add(line(key, fits.getOrDefault(key, List.of()))));
    lines.add("");
    StringBuilder header = new StringBuilder("| shape | size | codes | seed | truth |");
    StringBuilder rule = new StringBuilder("|---|---:|---|---:|---:|");
    for (String name : estimators) {
      header.append(" ").append(name).append(" | s |");
      rule.append("---:|---:|");
    }
    lines.add(header.toString());
    lines.add(rule.toString());
    sorted(rows)
        .forEach(key -> lines.add(line(key, List.of(rows.getOrDefault(key, new String[0])))));
    Files.write(path, lines);
  }

  /** Means of a power of the absolute errors over truths and seeds. */
  private List<String> summary(double highest, int power) {
    List<String> lines = new ArrayList<>();
    lines.add("| shape | size | codes | rows | " + String.join(" | ", estimators) + " |");
    lines.add("|---|---:|---|---:|" + "---:|".repeat(estimators.size()));
    Map<List<String>, List<List<String>>> cases = new LinkedHashMap<>();
    sorted(rows)
        .forEach(
            key -> {
              String[] cells = rows.getOrDefault(key, new String[0]);
              if (Double.parseDouble(key.get(KEYS - 1)) <= highest) {
                cases
                    .computeIfAbsent(key.subList(0, 3), k -> new ArrayList<>())
                    .add(Stream.concat(key.stream(), Stream.of(cells)).toList());
              }
            });
    cases.forEach(
        (key, members) -> {
          StringBuilder line = new StringBuilder("| " + String.join(" | ", key));
          line.append(" | ").append(members.size()).append(" |");
          for (int e = 0; e < estimators.size(); e++) {
            line.append(" ").append(meanError(members, KEYS + 2 * e, power)).append(" |");
          }
          lines.add(line.toString());
        });
    return lines;
  }

  private static String meanError(List<List<String>> rows, int column, int power) {
    double sum = 0;
    int count = 0;
    for (List<String> cells : rows) {
      if (cells.get(column).matches("-?\\d.*")) {
        sum +=
            Math.pow(
                Math.abs(
                    Double.parseDouble(cells.get(column))
                        - Double.parseDouble(cells.get(KEYS - 1))),
                power);
        count++;
      }
    }
    if (count == 0) {
      return "";
    }
    double average = sum / count;
    String mean = String.format(Locale.ROOT, average < 1000 ? "%.2f" : "%.1e", average);
    return count == rows.size() ? mean : mean + " (" + count + ")";
  }

  /** By shape, size, codes, seed and truth. */
  private static List<List<String>> sorted(Map<List<String>, ?> table) {
    Comparator<List<String>> order =
        Comparator.comparing(key -> String.join(" ", key.subList(0, 4)));
    return table.keySet().stream()
        .sorted(
            order.thenComparingDouble(
                key -> key.size() < KEYS ? 0 : Double.parseDouble(key.get(KEYS - 1))))
        .toList();
  }

  private static String line(List<String> key, List<String> cells) {
    return "| " + String.join(" | ", key) + " | " + String.join(" | ", cells) + " |";
  }

  private static List<String> cells(String line) {
    if (!line.startsWith("|")) {
      return List.of();
    }
    String[] parts = line.substring(1).split("\\|", -1);
    return Stream.of(parts).limit(parts.length - 1).map(String::strip).toList();
  }
}
