package io.github.miscope.neural.encoder;

import io.github.miscope.estimator.LearningCurve;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.encoded.Projected;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.neural.NeuralPresets;
import io.github.miscope.neural.critic.Critic;
import io.github.miscope.neural.data.FashionMnist;
import io.github.miscope.neural.data.IdxImages;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.training.Evaluation;
import io.github.miscope.neural.training.Training;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Pairs of two different images of Fashion-MNIST whose classes agree in a given share of pairs
 * (after Gowri et al. 2024, arXiv:2409.02732, who pair digits), and writes a table after each row:
 *
 * <pre>
 * ./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify -Dmeasure="pairs seeds=3"
 * </pre>
 *
 * <p>With {@code folder=PATH pairs=5000} images come from a folder with the four files of MNIST or
 * of Fashion-MNIST, and with {@code pixels=standardised} each pixel is divided by its standard
 * deviation, as Gowri et al. do before all estimators.
 *
 * <p>An image is in one pair only. Given the classes, images of a pair are independent, so that
 * they share what their classes do, if an image tells its class.
 */
public final class ImagePairsTable {

  /** Shirts and other tops, and shoes: the images of these groups are not confused. */
  private static final int[][] GROUPS = {{0, 2, 4}, {5, 7, 9}};

  /** Zeros and ones of MNIST, which are told apart; shirts and trousers are not. */
  private static final String TWO = "first two classes";

  private ImagePairsTable() {}

  /** A question: the groups of classes that pairs agree in. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Task(String name, int[][] groups, double[] disagreeing) {

    /** The information of groups of which a share of pairs disagree, evenly among the others. */
    double truth(double disagree) {
      int k = groups.length;
      double nats = Math.log(k);
      if (disagree < 1) {
        nats += (1 - disagree) * Math.log(1 - disagree);
      }
      if (disagree > 0) {
        nats += disagree * Math.log(disagree / (k - 1));
      }
      return nats;
    }
  }

  /** Pairs of images, and the groups of the images, which no estimator is shown. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Pairs(Samples samples, int[] groupsOfX, int[] groupsOfY) {

    Pairs scaled(Scaling pixels) {
      Samples scaled = new Samples(pixels.apply(samples.x()), pixels.apply(samples.y()));
      return new Pairs(scaled, groupsOfX, groupsOfY);
    }
  }

  /** Where images come from, how many pairs there are at most, and what is done to pixels. */
  private record Source(SplitData data, int most, Scaling pixels) {

    Pairs pairs(int[][] groups, double disagree, int seed) {
      return ImagePairsTable.pairs(data, groups, most, disagree, seed).scaled(pixels);
    }
  }

  private static List<Task> tasks() {
    int[][] all = new int[10][];
    Arrays.setAll(all, c -> new int[] {c});
    return List.of(
        new Task("tops or shoes", GROUPS, new double[] {0, 0.1, 0.25, 0.5}),
        new Task(TWO, new int[][] {{0}, {1}}, new double[] {0, 0.1, 0.25, 0.5}),
        new Task("ten classes", all, new double[] {0, 0.3, 0.9}));
  }

  private static Map<String, ToDoubleFunction<Pairs>> estimators() {
    Map<String, MutualInformationEstimator> all = new LinkedHashMap<>();
    all.put("auto on canonical variates", Projected.of(Presets.auto()));
    all.put("KSG on canonical variates", Projected.of(Presets.ksg()));
    all.put("KSG on 4 cross-predictive codes", CrossPredicted.of(Presets.ksg(), 4));
    all.put("auto on 4 cross-predictive codes", CrossPredicted.of(Presets.auto(), 4));
    all.put("KSG on 2 cross-predictive codes", CrossPredicted.of(Presets.ksg(), 2));
    all.put("KSG on 1 cross-predictive code", CrossPredicted.of(Presets.ksg(), 1));
    all.put("KSG", Presets.ksg());
    all.put("MINE", NeuralPresets.mine());
    Map<String, ToDoubleFunction<Pairs>> nats = new LinkedHashMap<>();
    all.forEach((name, one) -> nats.put(name, pairs -> one.estimate(pairs.samples()).nats()));
    nats.put("MINE by the settings of the package bmi", pairs -> published(pairs.samples()));
    return nats;
  }

  /**
   * MINE as the published comparison has it, by the defaults of the package bmi (Czyz et al. 2023,
   * arXiv:2306.11078): layers of 16 and 8, a hundred times our rate, and the best value on the half
   * of the pairs that ends the training.
   */
  private static double published(Samples pairs) {
    Training training =
        Training.withDefaults()
            .withLearningRate(0.1)
            .withSteps(10_000)
            .withInterval(250)
            .withEvaluation(new Evaluation.HeldOut(0.49, 0.02, 2));
    return NeuralPresets.mineLocal()
        .withCritic(Critic.concatenated(16, 8))
        .withTraining(training)
        .estimate(pairs)
        .findings(LearningCurve.class)
        .get(0)
        .points()
        .stream()
        .mapToDouble(LearningCurve.Point::validation)
        .max()
        .orElseThrow();
  }

  /**
   * Runs everything.
   *
   * @param args the file to write, and options
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    List<String> options = List.of(args).subList(1, args.length);
    int seeds = Integer.parseInt(option(options, "seeds", "3"));
    Path file = Path.of(option(options, "file", args[0]));
    List<String> rows = new ArrayList<>();
    String folder = option(options, "folder", "");
    SplitData data = folder.isEmpty() ? FashionMnist.part() : IdxImages.folder(Path.of(folder));
    int most = Integer.parseInt(option(options, "pairs", String.valueOf(Integer.MAX_VALUE)));
    boolean standardised = option(options, "pixels", "").equals("standardised");
    Scaling pixels = standardised ? Scaling.local() : Scaling.none();
    Source source = new Source(data, most, pixels);
    for (Task task : tasks()) {
      boolean asked = task.name().contains(option(options, "tasks", ""));
      if (!asked || (folder.isEmpty() && task.name().equals(TWO))) {
        continue;
      }
      Map<String, ToDoubleFunction<Pairs>> estimators = estimators();
      if (task.groups().length == 2) {
        estimators.put(
            "*discriminants taught the groups*",
            pairs -> TaughtGroups.nats(pairs.samples(), pairs.groupsOfX(), pairs.groupsOfY()));
      }
      estimators.keySet().removeIf(name -> !name.contains(option(options, "estimators", "")));
      String without = option(options, "without", "");
      estimators.keySet().removeIf(name -> !without.isEmpty() && name.contains(without));
      for (Map.Entry<String, ToDoubleFunction<Pairs>> entry : estimators.entrySet()) {
        rows.addAll(rows(source, task, entry.getKey(), entry.getValue(), seeds));
        write(file, options, rows);
      }
    }
  }

  private static List<String> rows(
      Source source, Task task, String name, ToDoubleFunction<Pairs> estimator, int seeds) {
    StringBuilder row = new StringBuilder();
    double error = 0;
    double seconds = 0;
    int n = 0;
    for (double disagree : task.disagreeing()) {
      double truth = task.truth(disagree);
      double mean = 0;
      for (int s = 0; s < seeds; s++) {
        Pairs pairs = source.pairs(task.groups(), disagree, s);
        n = pairs.samples().n();
        double start = TrainingCost.processorTime();
        double nats = estimator.applyAsDouble(pairs);
        seconds += (TrainingCost.processorTime() - start) / 1e9;
        error += Math.abs(nats - truth);
        mean += nats / seeds;
      }
      row.append(String.format(Locale.ROOT, " %.3f / %.3f", mean, truth));
    }
    int cells = task.disagreeing().length * seeds;
    String text =
        String.format(
            Locale.ROOT,
            "| %s | %d | %s |%s | %.3f | %.1f |",
            task.name(),
            n,
            name,
            row,
            error / cells,
            seconds / cells);
    System.out.println(text);
    return List.of(text);
  }

  /** Pairs of images: exactly the given share of each group has its partner in another one. */
  private static Pairs pairs(SplitData data, int[][] groups, int most, double disagree, int s) {
    Random random = new Random(Seed.of(2025).derive("pairs", s).value());
    int count = groups.length;
    List<List<float[]>> x = new ArrayList<>();
    List<Deque<float[]>> y = new ArrayList<>();
    for (int[] group : groups) {
      List<float[]> images = new ArrayList<>();
      for (int c : group) {
        images.addAll(images(data.training(), c));
        images.addAll(images(data.test(), c));
      }
      Collections.shuffle(images, random);
      int half = Math.min(most / count, images.size() / 2);
      x.add(images.subList(0, half));
      y.add(new ArrayDeque<>(images.subList(half, images.size())));
    }
    List<float[]> left = new ArrayList<>();
    List<float[]> right = new ArrayList<>();
    List<Integer> groupsOfX = new ArrayList<>();
    List<Integer> groupsOfY = new ArrayList<>();
    int other = 0;
    for (int g = 0; g < count; g++) {
      int stay = (int) Math.round((1 - disagree) * x.get(g).size());
      for (int i = 0; i < x.get(g).size(); i++) {
        int partner = i < stay ? g : (g + 1 + other++ % (count - 1)) % count;
        left.add(x.get(g).get(i));
        right.add(y.get(partner).remove());
        groupsOfX.add(g);
        groupsOfY.add(partner);
      }
    }
    return new Pairs(
        new Samples(variable("x", left), variable("y", right)), array(groupsOfX), array(groupsOfY));
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<float[]> images(LabelledData data, int c) {
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < data.n(); i++) {
      if (data.label(i) == c) {
        images.add(data.values(i, i + 1));
      }
    }
    return images;
  }

  private static Variable variable(String name, List<float[]> images) {
    double[][] columns = new double[images.get(0).length][images.size()];
    for (int i = 0; i < images.size(); i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = images.get(i)[j];
      }
    }
    return Variable.ofColumns(name, columns);
  }

  private static void write(Path file, List<String> options, List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Mutual information of pairs of images");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "`./mvnw -Pmeasure -pl core-java/neural -am -DskipTests verify"
                + " -Dmeasure=\"pairs %s\"`, %s. Nats; seconds are of processor time for one"
                + " estimate. Two different images of 784 pixels, %s. A given share of pairs has"
                + " images of different groups; *estimate / truth* are given for each share, the truth"
                + " being what the groups share. *Tops or shoes* has three classes in each group,"
                + " taken to be told apart by every image: where one is not, the truth is a little"
                + " less. Of *ten classes*, shirts, coats and pullovers can be confused, and the"
                + " truth is an upper bound.",
            String.join(" ", options),
            LocalDate.now(ZoneOffset.UTC),
            option(options, "folder", "").isEmpty()
                ? "from the part of Fashion-MNIST that comes with miscope (300 of each class)"
                : "from a folder"));
    lines.add("");
    lines.add("| pairs | n | estimator | estimate / truth | mean error | seconds |");
    lines.add("|---|---:|---|---|---:|---:|");
    lines.addAll(rows);
    Files.write(file, lines);
  }

  private static String option(List<String> options, String name, String otherwise) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }
}
