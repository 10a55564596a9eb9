package io.github.miscope.benchmarks;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.scale.RelativeScaleMaximum;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.sample.Seed;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.sweep.SummaryRow;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.task.ScalePaper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tables 2 and 3 of "Towards Robust Scale-Invariant Mutual Information Estimators" beside our
 * values:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="scale core-java/benchmarks/scale-paper"
 * </pre>
 *
 * <p>Adds what {@code scale-paper.csv} lacks of the KSG half, a line for each row and estimator,
 * and writes {@code scale-paper.md} of all that is there. {@code -Dmeasure="scale"} of the module
 * neural adds the MINE half to the same file, in pieces. {@code cells=20} stops after 20 of them,
 * {@code cells=0} only writes the table. Options are the paper's open choices: {@code trials=40},
 * {@code base=ksg1} ({@code ksg2}, {@code closed}), {@code scaled=x} (the variable that the
 * relative scale multiplies; {@code t}), {@code bi=linf} ({@code l2}), {@code sigma=0.5,2} or, by
 * dimensions, {@code sigma=1:0.3,2.5/4:0.5,2.2} ({@code rho} likewise), {@code spread=sigma} (in
 * what sigma is uniform; {@code log_sigma}, {@code variance}), {@code draw=trial} ({@code
 * coordinate}), {@code order=rm,ds,dn,sg,cb}, {@code seed=2024}, and {@code 3.17=rm,cb}: the
 * transforms of row 17 of Table 3.
 */
public final class ScalePaperTables {

  private ScalePaperTables() {}

  /**
   * Runs what is missing and writes the table.
   *
   * @param args the files without their extension, and options
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    List<String> given = List.of(args).subList(1, args.length);
    int cells = Integer.parseInt(option(given, "cells", "1000"));
    List<String> options = given.stream().filter(o -> !o.startsWith("cells=")).toList();
    int trials = Integer.parseInt(option(options, "trials", "40"));
    ScalePaper.Choices choices = choices(options);
    ScalePaperResults results = ScalePaperResults.read(Path.of(args[0] + ".csv"), options);
    Seed seed = Seed.of(Long.parseLong(option(options, "seed", "2024")));
    List<ScalePaper.Row> rows = ScalePaper.rows().stream().map(row -> row(row, options)).toList();
    for (ScalePaper.Row row : rows) {
      for (Map.Entry<String, MutualInformationEstimator> entry : estimators(options).entrySet()) {
        if (cells > 0 && !results.has(row, entry.getKey())) {
          cells--;
          Sweep sweep =
              Sweep.of(row.task(choices), entry.getValue())
                  .withSamples(row.n())
                  .withTrials(trials)
                  .withSeed(seed);
          SummaryRow summary = sweep.run().summary().get(0);
          results.add(row, entry.getKey(), trials, summary);
        }
      }
    }
    List<String> command = new ArrayList<>(List.of(args[0]));
    command.addAll(options);
    results.table(Path.of(args[0] + ".md"), String.join(" ", command), rows);
  }

  private static ScalePaper.Row row(ScalePaper.Row row, List<String> options) {
    String given = option(options, row.table() + "." + row.number(), "as listed");
    return given.equals("as listed") ? row : row.withTransforms(transforms(given));
  }

  private static List<ScalePaper.Transform> transforms(String names) {
    return Arrays.stream(names.split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(name -> ScalePaper.Transform.valueOf(name.toUpperCase(Locale.ROOT)))
        .toList();
  }

  private static Map<String, MutualInformationEstimator> estimators(List<String> options) {
    Ksg base =
        switch (option(options, "base", "ksg1")) {
          case "ksg2" -> Ksg.ksg2();
          case "closed" -> Ksg.closedBall();
          default -> Ksg.ksg1();
        };
    Map<String, MutualInformationEstimator> all = new LinkedHashMap<>();
    all.put("ksg", base);
    all.put("bi-ksg", option(options, "bi", "linf").equals("linf") ? Ksg.biKsgLinf() : Ksg.biKsg());
    all.put("ksg-local", Scaled.of(base, Scaling.local()));
    all.put("ksg-global", maximum(base, Scaling.globalL2(), options));
    all.put("ksg-global-linf", maximum(base, Scaling.globalLinf(), options));
    return all;
  }

  private static RelativeScaleMaximum maximum(Ksg base, Scaling scaling, List<String> options) {
    RelativeScaleMaximum ofT = RelativeScaleMaximum.of(base, scaling);
    return option(options, "scaled", "x").equals("x") ? ofT.withScaledX() : ofT;
  }

  private static ScalePaper.Choices choices(List<String> options) {
    ScalePaper.Choices choices =
        ScalePaper.Choices.withDefaults()
            .withPerCoordinate(option(options, "draw", "trial").equals("coordinate"))
            .withSpread(
                ScalePaper.Spread.valueOf(
                    option(options, "spread", "sigma").toUpperCase(Locale.ROOT)));
    String sigma = option(options, "sigma", "");
    choices = sigma.isEmpty() ? choices : choices.withSigma(ranges(sigma));
    String rho = option(options, "rho", "");
    choices = rho.isEmpty() ? choices : choices.withRho(ranges(rho));
    String order = option(options, "order", "");
    return order.isEmpty() ? choices : choices.withOrder(transforms(order));
  }

  /** "0.5,2" for any number of dimensions, or "1:0.3,2.5/4:0.5,2". */
  private static Map<Integer, ScalePaper.Range> ranges(String text) {
    Map<Integer, ScalePaper.Range> ranges = new LinkedHashMap<>();
    for (String part : text.split("/", -1)) {
      int colon = part.indexOf(':');
      String[] limits = part.substring(colon + 1).split(",", 2);
      ranges.put(
          colon < 0 ? 1 : Integer.parseInt(part.substring(0, colon)),
          new ScalePaper.Range(Double.parseDouble(limits[0]), Double.parseDouble(limits[1])));
    }
    return ranges;
  }

  private static String option(List<String> options, String name, String otherwise) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }
}
