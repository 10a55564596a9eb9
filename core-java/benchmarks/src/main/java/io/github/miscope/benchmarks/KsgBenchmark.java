package io.github.miscope.benchmarks;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One estimate of correlated Gaussians on one thread ({@code -Dmiscope.threads=2} for two). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Dmiscope.threads=1")
public class KsgBenchmark {

  /** Samples. */
  @Param({"1000", "10000", "100000"})
  public int n;

  /** Dimensions of X and of Y. */
  @Param({"1", "2", "5", "20", "50"})
  public int d;

  /** The preset. */
  @Param({"ksg", "ksg2", "biKsg", "ksgLocal", "ksgGlobalLinf"})
  public String preset = "ksg";

  private Samples samples = Tasks.correlatedGaussians(1, 0.5).sample(2, Seed.of(1));
  private MutualInformationEstimator estimator = Presets.ksg();

  /** Draws the samples. */
  @Setup
  public void setUp() {
    samples = Tasks.correlatedGaussians(d, 0.5).sample(n, Seed.of(1));
    estimator =
        switch (preset) {
          case "ksg" -> Presets.ksg();
          case "ksg2" -> Presets.ksg2();
          case "biKsg" -> Presets.biKsg();
          case "ksgLocal" -> Presets.ksgLocal();
          case "ksgGlobalLinf" -> Presets.ksgGlobalLinf();
          default -> throw new IllegalArgumentException("no such preset: " + preset);
        };
  }

  /** One estimate. */
  @Benchmark
  public Estimate estimate() {
    return estimator.estimate(samples);
  }
}
