package io.github.miscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.miscope.activation.ActivationSource;
import io.github.miscope.activation.BinGrid;
import io.github.miscope.activation.BinnedLayer;
import io.github.miscope.activation.CosineSimilarities;
import io.github.miscope.activation.NoisyDensity;
import io.github.miscope.activation.PairDistances;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.propagation.MixtureEntropy;
import io.github.miscope.estimator.propagation.NoisyChannel;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.inference.Drift;
import io.github.miscope.inference.Inference;
import io.github.miscope.inference.PairwiseEstimates;
import io.github.miscope.inference.PermutationTest;
import io.github.miscope.inference.Subsampling;
import io.github.miscope.inference.VariablePairs;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.plane.PlanePlan;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every long operation that is public stops within a second of an interrupt, with the interruption
 * as a cause, or by its own end. Most take several seconds on one core.
 */
class InterruptTest {

  /** Two moments: in what is done first, and in what follows it. */
  private static final List<Long> RUN_MILLIS = List.of(100L, 400L);

  private static final long STOP_MILLIS = 1000;

  /** A machine that is busy with other things may hold a thread up: not three times in a row. */
  private static final int ATTEMPTS = 3;

  /** Data are drawn before the clock starts. */
  private static final Map<String, Supplier<Runnable>> OPERATIONS = new LinkedHashMap<>();

  private static Variable uniform(String name, int d, int n) {
    SplittableRandom random = new SplittableRandom(n + 31L * d + name.hashCode());
    double[][] columns = new double[d][n];
    for (double[] column : columns) {
      for (int i = 0; i < n; i++) {
        column[i] = random.nextDouble() - 0.5;
      }
    }
    return Variable.ofColumns(name, columns);
  }

  private static Samples samples(int d, int n) {
    return new Samples(uniform("x", d, n), uniform("y", d, n));
  }

  private static Variable levels(String name, int levels, int n) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    return Variable.discrete(name, random.ints(n, 0, levels).toArray());
  }

  private static void estimate(String label, MutualInformationEstimator estimator, int d, int n) {
    OPERATIONS.put(
        label + ", d = " + d + ", n = " + n,
        () -> {
          Samples samples = samples(d, n);
          return () -> estimator.estimate(samples);
        });
  }

  private static <T> void on(String label, Supplier<T> data, java.util.function.Consumer<T> work) {
    OPERATIONS.put(
        label,
        () -> {
          T made = data.get();
          return () -> work.accept(made);
        });
  }

  static {
    estimate("Gaussian", Presets.gaussianMi(), 1000, 3000);
    estimate("auto", Presets.auto(), 1000, 1200);
    estimate("auto", Presets.auto(), 2, 200_000);
    estimate("KSG", Presets.ksg(), 1, 2_000_000);
    estimate("KSG", Presets.ksg(), 20, 30_000);
    estimate("KSG-Global-Linf", Presets.ksgGlobalLinf(), 3, 50_000);
    estimate("LNC", Presets.ksgLnc(), 2, 100_000);
    estimate("binned", Presets.binnedMi(1000), 1, 3_000_000);
    on("ranks, n = 1000000", () -> uniform("x", 1, 1_000_000), x -> Scaling.normalRank().apply(x));
    on(
        "Gaussian copula of ties, n = 1000000",
        () -> levels("x", 1000, 1_000_000).levels(),
        codes -> Scaling.rank().apply(Variable.of("x", doubles(codes))));
    on(
        "discrete, n = 3000000",
        () -> new Samples(levels("x", 1000, 3_000_000), levels("y", 1000, 3_000_000)),
        s -> Presets.discreteMi().estimate(s));
    on(
        "Ross, n = 1000000",
        () -> new Samples(uniform("x", 2, 1_000_000), levels("y", 10, 1_000_000)),
        s -> Presets.ross().estimate(s));
    on(
        "Mesner and Shalizi, n = 200000",
        () -> new Samples(uniform("x", 2, 200_000), levels("y", 10, 200_000)),
        s -> Presets.mesnerShalizi().estimate(s));
    on(
        "conditional KSG, n = 100000",
        () ->
            new ConditionalSamples(
                uniform("x", 2, 100_000), uniform("y", 2, 100_000), uniform("z", 2, 100_000)),
        s -> Presets.conditionalKsg().estimate(s));
    on(
        "conditional by type, n = 100000",
        () ->
            new ConditionalSamples(
                uniform("x", 2, 100_000), uniform("y", 2, 100_000), levels("z", 10, 100_000)),
        s -> Presets.autoConditional().estimate(s));
    on(
        "nearest-neighbour entropy, n = 200000",
        () -> uniform("x", 5, 200_000),
        x -> Entropies.knnEntropy().estimate(x));
    on(
        "weighted entropy, n = 30000",
        () -> uniform("x", 8, 30_000),
        x -> Entropies.weightedKnnEntropy().estimate(x));
    on(
        "kernel density entropy, n = 100000",
        () -> uniform("x", 3, 100_000),
        x -> Entropies.kdeEntropy().estimate(x));
    on(
        "density of noise, 1000000 points",
        () -> uniform("s", 1, 200_000),
        s -> NoisyDensity.of(s, 1e-3, 1_000_000));
    on(
        "mixture entropy, 100000 centres",
        () -> uniform("s", 6, 100_000),
        s -> MixtureEntropy.withDefaults().withMostDraws(1_000_000).estimate(s, 0.3));
    on(
        "sample propagation, 100000 inputs",
        () -> NoisyChannel.of(uniform("s", 6, 100_000), 0.3, true),
        channel ->
            SamplePropagation.withDefaults()
                .withMixture(MixtureEntropy.withDefaults().withMostDraws(1_000_000))
                .estimate(channel));
    on(
        "samples of Gaussians, d = 1000",
        () -> Tasks.correlatedGaussians(1000, 0.5),
        task -> task.sample(20_000, Seed.of(1)));
    on(
        "samples of a mixture, n = 20000000",
        () -> NoisyChannel.of(uniform("s", 1, 1000), 0.3, true),
        channel ->
            MixtureEntropy.withDefaults()
                .withMostDraws(20_000_000)
                .estimate(channel.centres(0, 1000, 1, Seed.of(1)), 0.3));
    on(
        "distances of pairs, n = 20000",
        () -> uniform("t", 20, 20_000),
        t -> PairDistances.of(t, new int[20_000], 50, 20_000, Seed.of(1)));
    on(
        "cosine similarities, d = 3000",
        () -> samples(3000, 2000),
        s -> CosineSimilarities.of(s.x(), s.y(), 50));
    on(
        "binned entropy, n = 5000000",
        () -> uniform("t", 4, 5_000_000),
        t -> BinnedLayer.of(t, List.of(new BinGrid.OfWidth(0.01))));
    on(
        "a matrix of 200 columns",
        () -> columns(200, 2000),
        columns -> PairwiseEstimates.of(Presets.ksg(), VariablePairs.all(columns)));
    on(
        "a matrix of 3000 columns",
        () -> columns(3000, 100),
        columns -> PairwiseEstimates.of(Presets.gaussianMi(), VariablePairs.all(columns)));
    on(
        "permutations",
        () -> samples(2, 3000),
        s -> PermutationTest.of(1_000_000).test(Presets.ksg(), s));
    on(
        "permutations of pairs with checks, n = 50000",
        () -> samples(3, 50_000),
        s -> Inference.of(Presets.ksg()).withPValue(1000).withStopAfter(0).estimate(s));
    on(
        "an interval",
        () -> samples(2, 30_000),
        s ->
            Inference.of(Presets.ksg())
                .withInterval(0.95)
                .withSubsampling(Subsampling.random().withDegreesOfFreedom(10_000))
                .estimate(s));
    on("drift over k", () -> samples(3, 20_000), s -> Drift.standard().table(Presets.ksg(), s));
    on(
        "a sweep",
        () -> Sweep.of(Tasks.correlatedGaussians(5, 0.5), Presets.ksgGlobalLinf()),
        sweep -> sweep.withTrials(1000).run());
    on(
        "an information plane",
        () -> PlanePlan.of(new Large(), Presets.ksg()).withNoise(0, 10, 20),
        PlanePlan::run);
  }

  private static double[] doubles(int[] codes) {
    double[] values = new double[codes.length];
    for (int i = 0; i < codes.length; i++) {
      values[i] = codes[i];
    }
    return values;
  }

  private static List<Variable> columns(int d, int n) {
    Variable all = uniform("c", d, n);
    List<Variable> columns = new ArrayList<>();
    for (int j = 0; j < d; j++) {
      columns.add(Variable.of("c" + j, all.column(j)));
    }
    return columns;
  }

  /** A network with a layer of 20 units on 30000 inputs. */
  private record Large() implements ActivationSource {

    private static final Variable X = uniform("x", 5, 30_000);

    @Override
    public String name() {
      return "large";
    }

    @Override
    public List<Integer> epochs() {
      return List.of(0, 1);
    }

    @Override
    public List<Integer> layers() {
      return List.of(1);
    }

    @Override
    public Variable inputs() {
      return X;
    }

    @Override
    public Optional<Variable> labels() {
      return Optional.empty();
    }

    @Override
    public Variable activations(int epoch, int layer) {
      return uniform("t", 20, 30_000);
    }
  }

  static Stream<String> operations() {
    return OPERATIONS.keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void stopsWithinASecond(String operation) throws InterruptedException {
    Runnable work = OPERATIONS.get(operation).get();
    for (long run : RUN_MILLIS) {
      long shortest = Long.MAX_VALUE;
      for (int attempt = 0; attempt < ATTEMPTS && shortest > STOP_MILLIS; attempt++) {
        shortest = Math.min(shortest, stopMillis(work, run));
      }
      assertTrue(
          shortest <= STOP_MILLIS,
          operation + ", after " + run + " ms, took " + shortest + " ms to stop");
    }
  }

  private static long stopMillis(Runnable work, long run) throws InterruptedException {
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (RuntimeException | Error e) {
                thrown.set(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    Thread.sleep(run);
    boolean ended = !thread.isAlive();
    thread.interrupt();
    long start = System.nanoTime();
    thread.join(20 * STOP_MILLIS);
    long millis = (System.nanoTime() - start) / 1_000_000;
    Throwable stop = thrown.get();
    if (stop == null) {
      return ended ? 0 : millis; // It ended by itself, soon enough.
    }
    if (!(stop instanceof CancellationException)
        || !(stop.getCause() instanceof InterruptedException)) {
      fail("it was not stopped, but failed", stop);
    }
    return millis;
  }

  /** A cell takes many seconds on one thread; none of them goes on computing for nobody. */
  @Test
  void workersOfAnInterruptedSweepStop() throws InterruptedException {
    Sweep sweep =
        Sweep.of(Tasks.correlatedGaussians(20, 0.5), Presets.ksg())
            .withSamples(60_000)
            .withTrials(8);
    Thread thread = new Thread(() -> interrupted(sweep), "sweep");
    thread.start();
    while (computing().isEmpty()) {
      Thread.sleep(10);
    }
    thread.interrupt();
    thread.join();
    long end = System.nanoTime() + ATTEMPTS * STOP_MILLIS * 1_000_000;
    while (!computing().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertEquals(Set.of(), computing());
  }

  private static void interrupted(Sweep sweep) {
    assertThrows(
        CancellationException.class, () -> sweep.run(RunOptions.withDefaults().withThreads(2)));
  }

  /** The names of the threads that look for neighbours. */
  private static Set<String> computing() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(
            entry ->
                Arrays.stream(entry.getValue())
                    .anyMatch(frame -> frame.getClassName().contains(".internal.neighbour.")))
        .map(entry -> entry.getKey().getName())
        .collect(Collectors.toSet());
  }
}
