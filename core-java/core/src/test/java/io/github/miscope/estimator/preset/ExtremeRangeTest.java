package io.github.miscope.estimator.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.conditional.ConditionalKsg;
import io.github.miscope.estimator.entropy.EntropySum;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.Ties;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The largest and the least doubles, alone and side by side. */
@Tag("slow")
class ExtremeRangeTest {

  private static final int N = 300;

  private static final List<MutualInformationEstimator> ESTIMATORS =
      List.of(
          Presets.auto(),
          Presets.ksg(),
          Presets.ksg2(),
          Presets.ksgClosedBall(),
          Presets.biKsg(),
          Presets.ksgLocal(),
          Presets.ksgGlobalLinfSymmetric(),
          Presets.ksgLnc(),
          Presets.mixtureKsg(),
          Presets.mesnerShalizi(),
          Presets.gaussianMi(),
          Presets.binnedMi(8),
          EntropySum.of(Entropies.knnEntropy()),
          EntropySum.of(Entropies.weightedKnnEntropy()),
          EntropySum.of(Entropies.gaussianEntropy()),
          Ksg.ksg1().withTies(Ties.strict()),
          Ksg.biKsg().withTies(Ties.strict()));

  private static Map<String, DoubleUnaryOperator> maps() {
    Map<String, DoubleUnaryOperator> maps = new LinkedHashMap<>();
    maps.put("as it is", v -> v);
    maps.put("few multiples of 4.9e-324", v -> Math.rint(3 * v) * Double.MIN_VALUE);
    maps.put("many multiples of 4.9e-324", v -> Math.rint(1e6 * v) * Double.MIN_VALUE);
    maps.put("1e300", v -> 1e300 * v);
    maps.put("1e-300", v -> 1e-300 * v);
    maps.put("up to 1.7e308", v -> 1.7e308 * Math.tanh(v));
    maps.put("two values, +-1.7e308", v -> v > 0 ? 1.7e308 : -1.7e308);
    maps.put("1e300 beside 1e-300", v -> v > 0 ? 1e300 * v : 1e-300 * v);
    return maps;
  }

  private static Samples mapped(DoubleUnaryOperator ofX, DoubleUnaryOperator ofY) {
    Samples plain = Tasks.correlatedGaussians(1, 0.8).sample(N, Seed.of(4));
    return Samples.of(
        Arrays.stream(plain.x().column(0)).map(ofX).toArray(),
        Arrays.stream(plain.y().column(0)).map(ofY).toArray());
  }

  @Test
  void estimatesAreFiniteAndSymmetric() {
    List<String> bad = new ArrayList<>();
    maps()
        .forEach(
            (nameX, ofX) ->
                maps()
                    .forEach(
                        (nameY, ofY) -> {
                          Samples samples = mapped(ofX, ofY);
                          for (MutualInformationEstimator estimator : ESTIMATORS) {
                            double nats = estimator.estimate(samples).nats();
                            double swapped = estimator.estimate(samples.swapped()).nats();
                            // Not so if one is infinite or not a number.
                            if (!(Math.abs(nats - swapped) <= 1e-9 * (1 + Math.abs(nats)))) {
                              bad.add(
                                  nameX + "; " + nameY + ": " + estimator + " " + nats + " and "
                                      + swapped);
                            }
                          }
                        }));
    assertEquals(List.of(), bad);
  }

  /** Units change nothing where both variables have the same, and nothing of normalised ones. */
  @Test
  void extremeUnitsAreUnits() {
    Samples plain = mapped(v -> v, v -> v);
    for (double unit : new double[] {0x1p-1000, 0x1p1000, 0x1p1022}) {
      Samples both = mapped(v -> unit * v / 4, v -> unit * v / 4);
      for (MutualInformationEstimator estimator : ESTIMATORS) {
        assertEquals(
            estimator.estimate(plain).nats(),
            estimator.estimate(both).nats(),
            1e-9,
            estimator + " in units of " + unit);
      }
      Samples one = mapped(v -> unit * v / 4, v -> v);
      for (MutualInformationEstimator estimator :
          List.of(Presets.auto(), Presets.ksgLocal(), Presets.gaussianMi(), Presets.binnedMi(8))) {
        assertEquals(
            estimator.estimate(plain).nats(),
            estimator.estimate(one).nats(),
            1e-9,
            estimator + ", X in units of " + unit);
      }
    }
  }

  /** Where one variable's distances vanish beside the other's, BI-KSG counts all of its points. */
  @Test
  void biKsgIsSymmetricWhereOneVariableVanishes() {
    Samples tiny = mapped(v -> Math.rint(1e6 * v) * Double.MIN_VALUE, v -> v);
    Samples small = mapped(v -> 1e-30 * v, v -> v);
    double expected = Presets.biKsg().estimate(small).nats();
    assertEquals(expected, Presets.biKsg().estimate(tiny).nats(), 1e-9);
    assertEquals(expected, Presets.biKsg().estimate(tiny.swapped()).nats(), 1e-9);
  }

  @Test
  void conditionalEstimatesToo() {
    Variable z = Tasks.correlatedGaussians(1, 0).sample(N, Seed.of(5)).x();
    for (DoubleUnaryOperator ofX : maps().values()) {
      for (DoubleUnaryOperator ofZ : maps().values()) {
        Samples samples = mapped(ofX, v -> v);
        double[] mapped = Arrays.stream(z.column(0)).map(ofZ).toArray();
        ConditionalSamples given =
            new ConditionalSamples(samples.x(), samples.y(), Variable.of("z", mapped));
        assertTrue(Double.isFinite(ConditionalKsg.withDefaults().estimate(given).nats()));
        assertTrue(Double.isFinite(Presets.mesnerShalizi().estimate(given).nats()));
        assertTrue(Double.isFinite(Presets.conditionalGaussian().estimate(given).nats()));
      }
    }
  }

  /** The neighbours of points on a line lie on it: nothing but rounding limits the correction. */
  @Test
  void theCorrectionOfALineIsFiniteAndWarnedOf() {
    Samples line = mapped(v -> v, v -> v);
    double[] x = line.x().column(0);
    for (double[] y :
        List.of(
            x,
            Arrays.stream(x).map(v -> 3.7 * v + 1).toArray(),
            Arrays.stream(x).map(v -> -v).toArray())) {
      Estimate estimate = Presets.ksgLnc().estimate(Samples.of(x, y));
      // KSG's own at most about log n, and at most 40 log 2 for each point.
      assertTrue(
          estimate.nats() > Math.log(N) && estimate.nats() < Math.log(N) + 40 * Math.log(2),
          estimate::toString);
      assertTrue(
          estimate.warnings().stream().anyMatch(w -> w instanceof DataWarning.NearDeterministic),
          estimate::toString);
    }
    assertTrue(
        Presets.ksgLnc().estimate(line).warnings().stream()
            .noneMatch(w -> w instanceof DataWarning.NearDeterministic));
  }

  @Test
  void sumsThatHaveNoValueSaySo() {
    Samples lattice = mapped(Math::rint, Math::rint);
    EntropySum strict =
        EntropySum.of(
            (io.github.miscope.estimator.EntropyEstimator)
                Entropies.knnEntropy().withTies(Ties.strict()));
    Estimate estimate = strict.estimate(lattice);
    assertTrue(Double.isNaN(estimate.nats()));
    EstimateWarning.NotFinite warning =
        estimate.warnings().stream()
            .filter(EstimateWarning.NotFinite.class::isInstance)
            .map(EstimateWarning.NotFinite.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(
        "The estimate is not a number, since hXY is -Infinity and hX is -Infinity and hY is"
            + " -Infinity: observations coincide. Leave ties to be broken, or take an estimator for"
            + " discrete or mixed data.",
        warning.message());
    assertTrue(
        EntropySum.of(Entropies.knnEntropy()).estimate(lattice).warnings().stream()
            .noneMatch(EstimateWarning.NotFinite.class::isInstance));
  }

  /** What scalings make of such data is as it should be, too. */
  @Test
  void scalingsOfExtremeData() {
    for (DoubleUnaryOperator map : maps().values()) {
      Samples samples = mapped(map, map);
      for (Scaling scaling :
          List.of(
              Scaling.local(),
              Scaling.globalL2(),
              Scaling.globalLinf(),
              Scaling.corrected(),
              Scaling.rank(),
              Scaling.normalRank())) {
        Estimate estimate = Scaled.of(Presets.ksg(), scaling).estimate(samples);
        assertTrue(Double.isFinite(estimate.nats()), estimate::toString);
      }
    }
  }
}
