package io.github.miscope.refusal;

import io.github.miscope.activation.BinGrid;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.auto.Auto;
import io.github.miscope.estimator.preset.Entropies;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.propagation.MixtureEntropy;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.estimator.scale.ScaleGrid;
import io.github.miscope.inference.Drift;
import io.github.miscope.inference.Inference;
import io.github.miscope.inference.PermutationTest;
import io.github.miscope.inference.Subsampling;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import io.github.miscope.sweep.Axis;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Calls of the public surface with bad arguments, at random. */
final class BadCalls {

  private static final Map<String, IntFunction<?>> WITH_K =
      Map.ofEntries(
          withK("ksg", k -> Presets.ksg().withK(k)),
          withK("ksg2", k -> Presets.ksg2().withK(k)),
          withK("ksgClosedBall", k -> Presets.ksgClosedBall().withK(k)),
          withK("biKsg", k -> Presets.biKsg().withK(k)),
          withK("ksgLocal", k -> Presets.ksgLocal().withK(k)),
          withK("ksgGlobal", k -> Presets.ksgGlobal().withK(k)),
          withK("ksgGlobalLinf", k -> Presets.ksgGlobalLinf().withK(k)),
          withK("ross", k -> Presets.ross().withK(k)),
          withK("mixtureKsg", k -> Presets.mixtureKsg().withK(k)),
          withK("mesnerShalizi", k -> Presets.mesnerShalizi().withK(k)),
          withK("auto", k -> Auto.withDefaults().withK(k)),
          withK("knnEntropy", k -> Entropies.knnEntropy().withK(k)),
          withK("weightedKnnEntropy", k -> Entropies.weightedKnnEntropy().withK(k)));

  private static final List<String> NAMES = WITH_K.keySet().stream().sorted().toList();

  private static Map.Entry<String, IntFunction<?>> withK(String name, IntFunction<?> make) {
    return Map.entry(name, make);
  }

  private final BadValues bad;

  BadCalls(long seed) {
    bad = new BadValues(seed);
  }

  List<BadCall> some(int count) {
    List<BadCall> calls = new ArrayList<>();
    while (calls.size() < count) {
      calls.addAll(List.of(option(), data(), task(), sweep(), inference()));
    }
    return calls.subList(0, count);
  }

  private BadCall option() {
    int k = bad.below(1);
    double number = bad.notPositive();
    String name = bad.any(NAMES);
    return bad.any(
        List.of(
            BadCall.of(name + " k=" + k, "k", () -> WITH_K.get(name).apply(k)),
            BadCall.of("ksg k=" + k, "k", () -> Presets.ksg().withK(k)),
            BadCall.of("binnedMi " + k, "bins", () -> Presets.binnedMi(k)),
            BadCall.of("OfWidth " + number, "width", () -> new BinGrid.OfWidth(number)),
            BadCall.of(
                "draws " + k,
                "drawsPerCentre",
                () -> MixtureEntropy.withDefaults().withDrawsPerCentre(k)),
            BadCall.of(
                "nX " + k,
                "conditionalDraws",
                () -> SamplePropagation.withDefaults().withConditionalDraws(k)),
            BadCall.of("arithmetic " + number, "scale", () -> ScaleGrid.of(1, number)),
            BadCall.of(
                "logarithmic points=" + k, "points", () -> ScaleGrid.logarithmic(0.1, 10, k))));
  }

  private BadCall data() {
    int n = bad.between(2, 40);
    double[] right = bad.numbers(n);
    double[] wrong = bad.notAllFinite(n);
    double[] longer = bad.numbers(n + bad.between(1, 5));
    double[][] ragged = bad.rows(n, 3);
    ragged[n - 1] = bad.numbers(bad.any(List.of(0, 2, 4)));
    MutualInformationEstimator large = Presets.ksg().withK(n + bad.between(0, 1000));
    int row = bad.any(List.of(-1, n, Integer.MAX_VALUE, Integer.MIN_VALUE));
    return bad.any(
        List.of(
            BadCall.of("NaN in x", "x[", () -> Samples.of(wrong, right)),
            BadCall.of("NaN in y", "y[", () -> Samples.of(right, wrong)),
            BadCall.of("lengths", "x has", () -> Samples.of(right, longer)),
            BadCall.of("one row", "height", () -> Variable.of("height", 1)),
            BadCall.of("no row", "height", () -> Variable.of("height")),
            BadCall.of("ragged", "height[", () -> Variable.ofRows("height", ragged)),
            BadCall.of("no columns", "height", () -> Variable.ofColumns("height")),
            BadCall.of(
                "names",
                "\"a\"",
                () -> Variable.ofColumns("height", List.of("a", "a"), right, right)),
            BadCall.of(
                "row " + row, "height has no row", () -> Variable.of("height", right).rows(row, 0)),
            BadCall.of(
                large + ", n=" + n, "k", () -> large.estimate(Samples.of(right, bad.numbers(n)))),
            BadCall.of(
                "ross of numbers",
                "continuous",
                () -> Presets.discreteMi().estimate(Samples.of(right, right))),
            BadCall.of(
                "ksg of levels",
                "is discrete",
                () ->
                    Presets.ksg()
                        .estimate(
                            new Samples(
                                Variable.of("x", right), Variable.discrete("y", new int[n]))))));
  }

  private BadCall task() {
    int d = bad.below(1);
    double rho = bad.any(List.of(1.0, -1.0, 1.5, bad.notFinite(), -2.0));
    double sigma = bad.notPositive();
    double[][] covariance = {{1, 2}, {2, bad.any(List.of(1.0, -1.0, Double.NaN))}};
    return bad.any(
        List.of(
            BadCall.of("d=" + d, "d", () -> Tasks.correlatedGaussians(d, 0.5)),
            BadCall.of("rho=" + rho, "rho", () -> Tasks.correlatedGaussians(1, rho)),
            BadCall.of("sigma=" + sigma, "sigma", () -> Tasks.additiveGaussianNoise(1, sigma)),
            BadCall.of("a=" + sigma, "a", () -> Tasks.additiveUniformNoise(1, sigma)),
            BadCall.of("covariance", "covariance", () -> Tasks.gaussian(covariance, 1)),
            BadCall.of("sigma of noise " + sigma, "sigma", () -> Axis.noiseDimensions(sigma))));
  }

  private BadCall sweep() {
    Sweep plan = Sweep.of(Tasks.correlatedGaussians(1, 0.5), Presets.ksg());
    int number = bad.below(1);
    double value = bad.notFinite();
    return bad.any(
        List.of(
            new BadCall(
                "samples=" + number, List.of("samples", "n must"), () -> plan.withSamples(number)),
            BadCall.of("trials=" + number, "trials", () -> plan.withTrials(number)),
            BadCall.of(
                "threads=" + number,
                "threads",
                () -> RunOptions.withDefaults().withThreads(number)),
            new BadCall("no values", List.of("values", "value"), () -> plan.over(Axis.scaleX())),
            new BadCall(
                "value " + value,
                List.of("value", "scale"),
                () -> plan.over(Axis.scaleX(), 1, value)),
            new BadCall(
                "no estimators",
                List.of("estimator"),
                () -> Sweep.of(Tasks.correlatedGaussians(1, 0.5)))));
  }

  private BadCall inference() {
    double level = bad.notInside();
    int number = bad.below(1);
    Inference inference = Inference.of(Presets.ksg());
    return bad.any(
        List.of(
            BadCall.of("level=" + level, "level", () -> inference.withInterval(level)),
            BadCall.of("permutations=" + number, "permutations", () -> PermutationTest.of(number)),
            BadCall.of("parts=" + number, "parts", () -> Subsampling.random().withParts(number)),
            new BadCall("drift k=" + number, List.of("k"), () -> Drift.standard().withKs(number)),
            new BadCall(
                "drift parts=" + number,
                List.of("arts"),
                () -> Drift.standard().withMostParts(number))));
  }
}
