package io.github.miscope.benchmark;

import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.internal.check.Check;
import io.github.miscope.task.BeyondNormal;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.ScalePaper;
import io.github.miscope.task.Task;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The suites that come with miscope: 1000 samples and 3 trials of each task, unless they say
 * otherwise. {@link Suite#withSamples} and {@link Suite#withTrials} change that.
 */
public final class Suites {

  private static final int SAMPLES = 1000;
  private static final int TRIALS = 3;

  private Suites() {}

  /**
   * The forty tasks of the benchmark of Czy&zdot;, Grabowski, Vogt, Beerenwinkel and Marx, "Beyond
   * Normal: On the Evaluation of Mutual Information Estimators" (NeurIPS 2023, arXiv:2306.11078).
   *
   * @return {@link BeyondNormal#published()}
   */
  public static Suite beyondNormal() {
    return Suite.of("Beyond Normal", SAMPLES, TRIALS, BeyondNormal.published());
  }

  /**
   * The twenty-six tasks of the second version of that benchmark, of which thirteen are not in the
   * first.
   *
   * @return {@link BeyondNormal#second()}
   */
  public static Suite beyondNormal2() {
    return Suite.of("Beyond Normal, version 2", SAMPLES, TRIALS, BeyondNormal.second());
  }

  /**
   * Pairs of images of 16 x 16 pixels, blurred spots or rectangles, whose places share 0 to 4 nats
   * (Butakov et al. 2024, arXiv:2305.08013, Section 5).
   *
   * @return ten tasks of 256 + 256 columns
   */
  public static Suite images() {
    return images(16);
  }

  /**
   * {@link #images()} of another size.
   *
   * @param size pixels along a side, at least 3 (16 and 32 in the paper)
   * @return ten tasks of size&sup2; + size&sup2; columns
   * @throws IllegalArgumentException if size &lt; 3
   */
  public static Suite images(int size) {
    List<Task> tasks = new ArrayList<>();
    double[] information = {0, 0.5, 1, 2, 4};
    for (double nats : information) {
      tasks.add(Tasks.named(Tasks.gaussianImages(size, nats), "spots, " + shown(nats)));
    }
    for (double nats : information) {
      tasks.add(Tasks.named(Tasks.rectangleImages(size, nats), "rectangles, " + shown(nats)));
    }
    return Suite.of("images of " + size + " x " + size + " pixels", SAMPLES, TRIALS, tasks);
  }

  /**
   * Normal vectors of 1, 5 or 9 dimensions that share 0 to 2 bits, each seen through a smooth
   * random network of 100 or 1000 outputs: few intrinsic dimensions in many ambient ones. The
   * dimensions and amounts are those of Gowri et al. 2024 (arXiv:2409.02732), whose columns are
   * copies and noise; 2000 samples per trial, as there.
   *
   * @return twenty-four tasks
   */
  public static Suite ambientIntrinsic() {
    List<Task> tasks = new ArrayList<>();
    for (int ambient : new int[] {100, 1000}) {
      Embedding network = Embedding.randomNetwork(ambient);
      for (int intrinsic : new int[] {1, 5, 9}) {
        for (double bits : new double[] {0, 0.5, 1, 2}) {
          double nats = bits * Math.log(2);
          tasks.add(
              Tasks.named(
                  Tasks.correlatedGaussiansWithInformation(intrinsic, nats).map(network, network),
                  intrinsic + " in " + ambient + ", " + shown(nats)));
        }
      }
    }
    return Suite.of("ambient and intrinsic dimensions", 2000, TRIALS, tasks);
  }

  private static String shown(double nats) {
    return String.format(Locale.ROOT, "%.2f nats", nats);
  }

  /**
   * Forty-one tasks of other dimensions, shapes and nuisances than those of Beyond Normal: noisy
   * functions, curves, clusters, mixtures of scales, columns of noise and copies. The views of the
   * default estimator were chosen with tasks like these in sight.
   *
   * @return the tasks
   */
  public static Suite ourHeldOut() {
    return Suite.of("held out", SAMPLES, TRIALS, HeldOutTasks.tasks());
  }

  /**
   * Tasks of section 4 of Sisak, "Mutual information estimation and its utilization in deep
   * learning" (2024): Gaussian and linear data of 1 to 10 dimensions each, of 2 dimensions and 8
   * columns of noise beside each, and normal vectors of 10 + 10 dimensions whose covariance is LL'
   * for a random L. One set of 10 000 samples each, as there.
   *
   * @return eleven tasks
   */
  public static Suite sisak() {
    List<Task> tasks = new ArrayList<>();
    for (int d : new int[] {1, 2, 5, 10}) {
      tasks.add(Tasks.named(gaussian(d, 2), "Gaussian, d = " + d));
      tasks.add(Tasks.named(Tasks.additiveUniformNoise(d, 0.6), "linear, d = " + d));
    }
    Embedding noise = Embedding.duplicateNoise(8, 1);
    tasks.add(Tasks.named(gaussian(2, 4).map(noise, noise), "Gaussian, d = 2, 8 of noise"));
    tasks.add(
        Tasks.named(
            Tasks.additiveUniformNoise(2, 0.3).map(noise, noise), "linear, d = 2, 8 of noise"));
    tasks.add(Tasks.named(Tasks.randomFactorGaussian(10, 10), "Gaussian, random L, d = 10"));
    return Suite.of("Sisak", 10_000, 1, tasks);
  }

  /** Y = beta X + N(0, I). */
  private static Task gaussian(int d, double beta) {
    return Tasks.additiveGaussianNoise(d, 1 / beta).mapY(Bijection.scale(beta));
  }

  /**
   * Table 2 of "Towards Robust Scale-Invariant Mutual Information Estimators": additive Gaussian
   * noise, X transformed, 40 trials, with our choices where the paper leaves one open.
   *
   * @return {@link #scalePaper} of the rows of Table 2
   */
  public static Suite scalePaperTable2() {
    return scalePaper(2, ScalePaper.Choices.withDefaults());
  }

  /**
   * Table 3 of that paper: correlated Gaussians, X transformed.
   *
   * @return {@link #scalePaper} of the rows of Table 3
   */
  public static Suite scalePaperTable3() {
    return scalePaper(3, ScalePaper.Choices.withDefaults());
  }

  /**
   * One of the two tables with other choices.
   *
   * @param table 2 or 3
   * @param choices what the paper leaves open
   * @return the legible rows, with the table's numbers of samples and 40 trials
   * @throws IllegalArgumentException if there is no such table
   */
  public static Suite scalePaper(int table, ScalePaper.Choices choices) {
    Objects.requireNonNull(choices, "choices");
    Check.between("table", table, 2, 3);
    return new Suite(
        "scale-invariance paper, table " + table,
        ScalePaper.rows().stream()
            .filter(row -> row.table() == table)
            .map(row -> new SuiteTask(Tasks.named(row.task(choices), row.toString()), row.n(), 40))
            .toList());
  }

  /**
   * What one of the two tables prints, for the rows that are legible.
   *
   * @param table 2 or 3
   * @return a score for each row and each of the nine estimators, named as the tasks of {@link
   *     #scalePaper}
   * @throws IllegalArgumentException if there is no such table
   */
  public static List<PrintedScore> scalePaperPrinted(int table) {
    Check.between("table", table, 2, 3);
    return ScalePaperPrinted.of(table);
  }

  /**
   * The estimators of the two tables that search neighbours, k = 3, under the paper's names. Ours:
   * KSG is KSG1, which is what NPEET computes, the relative scale multiplies X, and BI-KSG has the
   * maximum norm, since the printed values come out so.
   *
   * @return KSG, BI-KSG, KSG-Local, KSG-Global and KSG-Global-Linf
   */
  public static List<MutualInformationEstimator> scalePaperEstimators() {
    return List.of(
        Presets.ksg(),
        new Labelled(Presets.biKsgLinf(), "BI-KSG"),
        Presets.ksgLocal(),
        new Labelled(Presets.ksgGlobal().withScaledX(), "KSG-Global"),
        new Labelled(Presets.ksgGlobalLinf().withScaledX(), "KSG-Global-Linf"));
  }
}
