package io.github.miscope.benchmarks;

import io.github.miscope.encoder.Encoding;
import io.github.miscope.encoder.Pca;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Sampler;
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

/** Principal components of 1024 columns, fitted and applied on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 10)
@Fork(value = 1, jvmArgsAppend = "-Dmiscope.threads=1")
public class PcaBenchmark {

  /** Images of 32 x 32 pixels have a few large components, noise has none. */
  @Param({"images", "noise"})
  public String data = "images";

  /** Observations. */
  @Param("5000")
  public int n;

  /** Codes. */
  @Param("10")
  public int codes;

  private Variable variable = Variable.ofColumns("x", new double[][] {{0, 1}});

  /** Draws the data. */
  @Setup
  public void setUp() {
    Sampler sampler =
        switch (data) {
          case "images" -> Tasks.gaussianImages(32, 1);
          case "noise" -> Tasks.correlatedGaussians(1024, 0);
          default -> throw new IllegalArgumentException("no such data: " + data);
        };
    Samples samples = sampler.sample(n, Seed.of(1));
    variable = samples.x();
  }

  /** The codes of all observations. */
  @Benchmark
  public Variable codes() {
    Encoding encoding = Pca.to(codes).fit(variable);
    return encoding.apply(variable);
  }
}
