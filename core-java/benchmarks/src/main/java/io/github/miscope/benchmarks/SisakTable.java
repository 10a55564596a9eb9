package io.github.miscope.benchmarks;

import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.Norm;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.file.WholeFile;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * Nearest neighbours at the settings of Sisak ("Mutual information estimation and its utilization
 * in deep learning", 2024): values of Figure 4 beside our own repetitions, and kNN of Figures 8 and
 * 9 with distances in single precision:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify -Dmeasure="sisak core-java/benchmarks/sisak.md 10 3"
 * </pre>
 */
public final class SisakTable {

  private static final int[] SIZES = {100, 316, 1000, 3162, 10_000};
  private static final int DIMENSION = 10;
  private static final Sampler LINEAR = Tasks.additiveUniformNoise(DIMENSION, 0.6);
  private static final Seed SEED = Seed.of(2023);

  /** An estimator of Figure 4, what the thesis's definition adds, and values by its program. */
  private record Curve(
      MutualInformationEstimator estimator, double correction, List<Double> printed) {}

  private static final List<Curve> FIGURE_4 =
      List.of(
          ksg2(Norm.L1, 3.142, 3.768, 4.388, 4.920, 5.452),
          ksg1(Norm.L2, 1.945, 2.901, 3.635, 4.090, 4.578),
          knn(Norm.L2, 1.435, 2.348, 3.003, 3.404, 3.777),
          ksg1(Norm.L1, 2.048, 2.763, 3.423, 3.918, 4.413),
          ksg1(Norm.LINF, 1.834, 2.649, 3.326, 3.756, 4.280),
          knn(Norm.L1, 1.343, 2.044, 2.631, 3.077, 3.522),
          knn(Norm.LINF, 0.481, 1.542, 2.257, 2.633, 3.005),
          ksg2(Norm.LINF, 2.775, 3.523, 4.274, 4.758, 5.321),
          ksg2(Norm.L2, 2.576, 3.482, 4.285, 4.819, 5.376));

  private SisakTable() {}

  private static MutualInformationEstimator knn(Norm norm) {
    return EntropySum.of(Entropies.knnEntropy().withK(1).withNorm(norm));
  }

  private static Curve knn(Norm norm, Double... printed) {
    return new Curve(knn(norm), 0, List.of(printed));
  }

  private static Curve ksg1(Norm norm, Double... printed) {
    return new Curve(Ksg.ksg1LogK().withK(1).withNorm(norm), Digamma.value(1), List.of(printed));
  }

  private static Curve ksg2(Norm norm, Double... printed) {
    return new Curve(
        Ksg.ksg2LogK().withK(1).withNorm(norm), Digamma.value(1) - 1, List.of(printed));
  }

  /**
   * Runs everything.
   *
   * @param args the file to write, how many repetitions, and of how many of the nine curves, in the
   *     order of the code; all if not given
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    int repetitions = Integer.parseInt(args[1]);
    int curves = args.length > 2 ? Integer.parseInt(args[2]) : FIGURE_4.size();
    List<String> lines = new ArrayList<>();
    lines.add("# Nearest neighbours as in Sisak's thesis");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/benchmarks -am -DskipTests verify"
                + " -Dmeasure=\"sisak %s\"`, %s. All values are in nats.",
            String.join(" ", args),
            LocalDate.now(ZoneOffset.UTC)));
    singlePrecision(lines);
    figure4(lines, repetitions, curves);
    euclideanKsg2(lines, repetitions);
    WholeFile.write(Path.of(args[0]), String.join("\n", lines) + "\n");
  }

  private static void figure4(List<String> lines, int repetitions, int curves) {
    lines.addAll(
        List.of(
            "",
            "## Figure 4",
            "",
            String.format(
                Locale.ROOT,
                "Y = X + U(-0.3, 0.3), X uniform on (0, 1), d = %d, k = 1; the truth is %.3f. The"
                    + " thesis has one set of data, whose first n rows are used; *ours* is the mean"
                    + " of %d such sets. *sd* is that of one set, *z* how many of them the thesis's"
                    + " value is from ours (times sqrt(1 + 1/%d), for the error of our mean)."
                    + " *Defined* is our mean of the form in Definitions 3.3 and 3.4: the program"
                    + " of these figures (commit 23a8ee3 of github.com/sisakls/mi, whose notebook"
                    + " has the values) has log k there in place of psi(k), and no -1/k in KSG2, so"
                    + " that its values are higher by 0.577 and 1.577 at k = 1. A later commit"
                    + " mends that.",
                DIMENSION,
                LINEAR.mutualInformation(),
                repetitions,
                repetitions),
            "",
            "| estimator | n | thesis | ours | sd | z | defined |",
            "|---|---:|---:|---:|---:|---:|---:|"));
    double largest = 0;
    for (int c = 0; c < curves; c++) {
      Curve curve = FIGURE_4.get(c);
      for (int s = 0; s < SIZES.length; s++) {
        Errors ours = new Errors();
        for (int r = 0; r < repetitions; r++) {
          Samples samples = LINEAR.sample(SIZES[s], SEED.derive("repetition", r));
          ours.add(curve.estimator.estimate(samples).nats());
        }
        double printed = curve.printed.get(s);
        double z = (printed - ours.mean()) / (ours.deviation() * Math.sqrt(1 + 1.0 / repetitions));
        if (c < FIGURE_4.size() - 1) {
          largest = Math.max(largest, Math.abs(z));
        }
        lines.add(
            String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.3f | %.3f | %+.1f | %.3f |",
                curve.estimator,
                SIZES[s],
                printed,
                ours.mean(),
                ours.deviation(),
                z,
                ours.mean() + curve.correction));
        System.out.println(lines.get(lines.size() - 1));
      }
    }
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "The largest |z| is %.1f, without KSG2 in L2, the last of the nine curves, which the"
                + " next section has.",
            largest));
  }

  private static void euclideanKsg2(List<String> lines, int repetitions) {
    lines.addAll(
        List.of(
            "",
            "## KSG2 in the Euclidean norm",
            "",
            "The program's values are lower than those of the formula by 0.2 to 0.5 nats. Its radii"
                + " come from differences, the distances that it compares with them from a matrix"
                + " product in single precision. The program adds the neighbour on the edge by"
                + " itself; where rounding makes it closer than the radius, it is counted twice."
                + " With both kinds of distances ours come out as its values do. L1 and Linf have"
                + " no such product.",
            "",
            "| n | thesis | double precision | radii of differences, distances by products | sd |",
            "|---:|---:|---:|---:|---:|"));
    Curve curve = FIGURE_4.get(FIGURE_4.size() - 1);
    for (int s = 0; s < SIZES.length - 1; s++) {
      Errors exact = new Errors();
      Errors single = new Errors();
      for (int r = 0; r < repetitions; r++) {
        Samples samples = LINEAR.sample(SIZES[s], SEED.derive("repetition", r));
        exact.add(curve.estimator.estimate(samples).nats());
        single.add(SinglePrecision.ksg2(samples.x().columns(), samples.y().columns()));
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "| %d | %.2f | %.3f | %.3f | %.3f |",
              SIZES[s],
              curve.printed.get(s),
              exact.mean(),
              single.mean(),
              single.deviation()));
      System.out.println(lines.get(lines.size() - 1));
    }
  }

  private static void singlePrecision(List<String> lines) {
    int n = 10_000;
    lines.addAll(
        List.of(
            "",
            "## kNN in one dimension",
            "",
            "In Figures 8 and 9 the thesis's kNN lies far below 0 for d = 1. Its program takes"
                + " Euclidean distances in single precision as the square root of |a|² + |b|² -"
                + " 2ab, by a matrix product. Where a and b are near, the sum cancels: a distance"
                + " below about 0.0003 |a| becomes 0, and with the 1e-10 that is added its"
                + " logarithm is -23. The distances of neighbours within X and within Y are that"
                + " small, those within (X, Y) are not, so that h(X) and h(Y) fall and h(X, Y)"
                + " stays. n = 10000, k = 1, one set of data.",
            "",
            "| data | d | truth | double precision | single, by a product | distances of 0 in X |",
            "|---|---:|---:|---:|---:|---:|"));
    for (int d : new int[] {1, 2, 3}) {
      Sampler gaussian = Tasks.additiveGaussianNoise(d, 0.5).mapY(Bijection.scale(2));
      line(lines, "Gaussian, beta = 2", d, gaussian, n);
      line(lines, "linear, alpha = 0.6", d, Tasks.additiveUniformNoise(d, 0.6), n);
    }
  }

  private static void line(List<String> lines, String data, int d, Sampler task, int n) {
    Samples samples = task.sample(n, SEED);
    double[][] x = samples.x().columns();
    double[][] y = samples.y().columns();
    double[][] xy = new double[2 * d][];
    System.arraycopy(x, 0, xy, 0, d);
    System.arraycopy(y, 0, xy, d, d);
    float[] nearest = SinglePrecision.nearest(x);
    int zeros = 0;
    for (float distance : nearest) {
      zeros += distance == 0 ? 1 : 0;
    }
    double single =
        SinglePrecision.entropy(d, nearest)
            + SinglePrecision.entropy(d, SinglePrecision.nearest(y))
            - SinglePrecision.entropy(2 * d, SinglePrecision.nearest(xy));
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | %d | %.3f | %.3f | %.3f | %d of %d |",
            data,
            d,
            task.mutualInformation(),
            knn(Norm.L2).estimate(samples).nats(),
            single,
            zeros,
            n));
    System.out.println(lines.get(lines.size() - 1));
  }
}
