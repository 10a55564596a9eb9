package io.github.miscope.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.activation.ActivationSource;
import io.github.miscope.activation.BinGrid;
import io.github.miscope.benchmark.Benchmark;
import io.github.miscope.benchmark.BenchmarkTable;
import io.github.miscope.benchmark.Suite;
import io.github.miscope.encoder.Pca;
import io.github.miscope.encoder.PcaEncoding;
import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimatorWrapper;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.TruthInterval;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.scale.ScaleGrid;
import io.github.miscope.identity.Fingerprint;
import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.inference.Inference;
import io.github.miscope.inference.PairwiseEstimates;
import io.github.miscope.inference.VariablePairs;
import io.github.miscope.network.Cut;
import io.github.miscope.network.EdgeRule;
import io.github.miscope.network.InformationGraph;
import io.github.miscope.network.MiNetwork;
import io.github.miscope.network.NetworkColumns;
import io.github.miscope.network.NetworkPlan;
import io.github.miscope.plan.CellJob;
import io.github.miscope.plan.CellRunner;
import io.github.miscope.plane.PlanePlan;
import io.github.miscope.plane.PlaneTable;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.sample.io.NpyArray;
import io.github.miscope.sample.io.NpyFile;
import io.github.miscope.series.LagPlan;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepInterruptedException;
import io.github.miscope.sweep.SweepTable;
import io.github.miscope.task.GaussianMixture;
import io.github.miscope.task.GaussianWithCovariance;
import io.github.miscope.task.MultivariateStudent;
import io.github.miscope.task.Task;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Null is refused where it is given, by an exception that names the argument. */
class NullArgumentsTest {

  @TempDir Path folder;

  /** One array of three numbers. */
  private Path npy() throws IOException {
    String text = "{'descr': '<f8', 'fortran_order': False, 'shape': (3,)}\n";
    byte[] header =
        ("\u0093NUMPY" + (char) 1 + (char) 0 + (char) text.length() + (char) 0 + text)
            .getBytes(StandardCharsets.ISO_8859_1);
    return Files.write(folder.resolve("x.npy"), Arrays.copyOf(header, header.length + 3 * 8));
  }

  /** The digest of a fingerprint that is under way. */
  private static IdentityDigest digest() {
    AtomicReference<IdentityDigest> seen = new AtomicReference<>();
    Fingerprint.of((Identified) seen::set);
    return seen.get();
  }

  /** A run that ends as soon as its runner has seen it. */
  private static CellJob<?> job(Sweep sweep) {
    AtomicReference<CellJob<?>> seen = new AtomicReference<>();
    CellRunner runner =
        new CellRunner() {
          @Override
          public <R> Work start(CellJob<R> job) throws InterruptedException {
            seen.set(job);
            throw new InterruptedException();
          }

          @Override
          public String label() {
            return "none";
          }
        };
    assertThrows(SweepInterruptedException.class, () -> sweep.run(runner));
    return seen.get();
  }

  /** A network with one layer. */
  private record EvenLayers() implements ActivationSource {

    private static final Variable X = Variable.of("x", 1, 2, 4, 8);

    @Override
    public String name() {
      return "even";
    }

    @Override
    public List<Integer> epochs() {
      return List.of(0, 2);
    }

    @Override
    public List<Integer> layers() {
      return List.of(1, 2);
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
      return X;
    }
  }

  @Test
  void nullIsRefusedByName() throws Exception {
    Samples samples = Tasks.correlatedGaussians(1, 0.5).sample(40, Seed.of(1));
    Estimate estimate = Presets.ksg().estimate(samples);
    Sweep sweep = Sweep.of(Tasks.correlatedGaussians(1, 0.5), Presets.ksg());
    Suite suite = Suite.of("suite", 9, 1, List.of(Tasks.correlatedGaussians(1, 0.5)));
    ActivationSource layers = new EvenLayers();
    PlanePlan plane = PlanePlan.of(layers, Presets.ksg());
    NetworkColumns columns =
        NetworkColumns.of(
            List.of("a", "b"), new double[] {1, 2, 3, 5, 9}, new double[] {4, 1, 2, 7, 3});
    GaussianWithCovariance gaussian =
        GaussianWithCovariance.of(new double[][] {{1, 0.5}, {0.5, 1}}, 1);
    GaussianMixture.Component component =
        new GaussianMixture.Component(1, new double[] {0, 0}, new double[][] {{1, 0.5}, {0.5, 1}});
    SampleArguments arguments =
        new SampleArguments()
            .with(Samples.class, samples)
            .with(Variable.class, samples.x())
            .with(Seed.class, Seed.of(1))
            .with(Random.class, new Random(1))
            .with(Path.class, Path.of("target", "none.npy"))
            .with(Method.class, Object.class.getMethod("toString"))
            .with(Task.class, Tasks.correlatedGaussians(1, 0.5))
            .with(MutualInformationEstimator.class, Presets.ksg())
            .with(ConditionalMutualInformationEstimator.class, Presets.autoConditional())
            .with(EntropyEstimator.class, Entropies.knnEntropy())
            .with(EstimatorWrapper.class, (EstimatorWrapper) Inference.of(Presets.ksg()))
            .with(PreparedVariable.class, Presets.ksg().prepareX(samples.x()))
            .with(Estimate.class, estimate)
            .with(EntropyEstimate.class, Entropies.knnEntropy().estimate(samples.x()))
            .with(Interval.class, new Interval(0.9, 0, 1, "a"))
            .with(
                TruthInterval.class,
                new TruthInterval(0, 0, Optional.empty(), Optional.of("a reason")))
            .with(BinGrid.OfRange.class, new BinGrid.OfRange(0, 1, 2))
            .with(Sweep.class, sweep)
            .with(Suite.class, suite)
            .with(Benchmark.class, Benchmark.of(suite, Presets.ksg()))
            .with(BenchmarkTable.class, Benchmark.of(suite, Presets.ksg()).run())
            .with(CellJob.class, job(sweep))
            .with(PlanIdentity.class, sweep.identity())
            .with(PlanIdentity.Builder.class, PlanIdentity.of("plan"))
            .with(IdentityDigest.class, digest())
            .with(ScaleGrid.class, ScaleGrid.of(0.5, 1))
            .with(SweepTable.class, sweep.withTrials(1).withSamples(9).run())
            .with(IllegalArgumentException.class, new IllegalArgumentException("a"))
            .with(LagPlan.class, LagPlan.of(samples.x(), samples.y(), 0, 1))
            .with(NetworkColumns.class, columns)
            .with(NetworkPlan.class, NetworkPlan.of(columns))
            .with(MiNetwork.class, NetworkPlan.of(columns).run())
            .with(
                InformationGraph.class,
                NetworkPlan.of(columns).run().graph(new Cut(EdgeRule.above(0))))
            .with(PlanePlan.class, plane)
            .with(PlaneTable.class, new PlaneTable(plane, 0, List.of(), List.of()))
            .with(VariablePairs.class, VariablePairs.of(List.of(samples)))
            .with(PairwiseEstimates.class, PairwiseEstimates.of(Presets.ksg(), List.of(samples)))
            .with(NpyArray.class, NpyFile.read(npy()))
            .with(PcaEncoding.class, (PcaEncoding) Pca.to(1).fit(samples.x()))
            .with(GaussianMixture.class, GaussianMixture.of(1, List.of(component)))
            .with(GaussianMixture.Component.class, component)
            .with(GaussianWithCovariance.class, gaussian)
            .with(MultivariateStudent.class, new MultivariateStudent(gaussian, 5));
    NullArguments nulls = new NullArguments(arguments);
    List<String> faults = nulls.faults(Samples.class);
    assertEquals("", String.join("\n", faults), faults.size() + " of " + nulls.tried());
    assertTrue(nulls.tried() > 500, "tried " + nulls.tried());
  }
}
