package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** What is said of 5 to 20 rows: that they are few, and not that they are a function. */
class SmallSamplesTest {

  private static final int SETS = 40;

  private static Variable normals(String name, int n, long set) {
    return Variable.of(name, Toys.normals(n, Seed.of(set).derive(name)));
  }

  private static Variable levels(String name, int n, long set) {
    UniformRandomProvider random = Seed.of(set).derive(name).generator();
    return Variable.discrete(name, random.ints(n, 0, 2).toArray());
  }

  private static boolean saysFunction(Estimate estimate) {
    return estimate.warnings().stream()
        .anyMatch(
            w ->
                w instanceof DataWarning.NearDeterministic
                    || w instanceof DataWarning.CopyOfLevels
                    || w instanceof DataWarning.DeterminedByGiven);
  }

  private static boolean saysFew(Estimate estimate) {
    List<Warning> warnings = estimate.warnings();
    return warnings.stream()
        .anyMatch(
            w ->
                w instanceof EstimateWarning.SmallSample
                    || w instanceof EstimateWarning.FewPoints
                    || w instanceof EstimateWarning.FewPointsInLevels
                    || w instanceof EstimateWarning.FewPointsGiven);
  }

  /**
   * Of independent rows at most 1 in 1000 is called a function; the binomial tail above 2 of 40 is
   * 1e-5, and so that of all cases 1e-3.
   */
  private static void assertFewAndNoFunction(BiFunction<Integer, Long, Estimate> estimates) {
    for (int n = 5; n <= 20; n++) {
      int functions = 0;
      for (long set = 0; set < SETS; set++) {
        Estimate estimate = estimates.apply(n, set);
        functions += saysFunction(estimate) ? 1 : 0;
        assertTrue(saysFew(estimate), estimate::toString);
      }
      assertTrue(functions <= 2, functions + " of " + SETS + " at n = " + n);
    }
  }

  @Test
  void ofAutoOfContinuousVariables() {
    Inference auto = Inference.of(Presets.auto());
    assertFewAndNoFunction(
        (n, set) -> auto.estimate(new Samples(normals("x", n, set), normals("y", n, set))));
  }

  @Test
  void ofAutoOfLevels() {
    Inference auto = Inference.of(Presets.auto());
    assertFewAndNoFunction(
        (n, set) -> auto.estimate(new Samples(levels("x", n, set), normals("y", n, set))));
    assertFewAndNoFunction(
        (n, set) -> auto.estimate(new Samples(levels("x", n, set), levels("y", n, set))));
  }

  @Test
  void ofAutoConditional() {
    ConditionalInference auto = ConditionalInference.of(Presets.autoConditional());
    assertFewAndNoFunction(
        (n, set) ->
            auto.estimate(
                new ConditionalSamples(
                    normals("x", n, set), normals("y", n, set), normals("z", n, set))));
    assertFewAndNoFunction(
        (n, set) ->
            auto.estimate(
                new ConditionalSamples(
                    levels("x", n, set), levels("y", n, set), levels("z", n, set))));
  }

  /** The p-value has its own look for functions of Z. */
  @Test
  void ofTheConditionalTest() {
    ConditionalInference auto = ConditionalInference.of(Presets.autoConditional()).withPValue(1);
    assertFewAndNoFunction(
        (n, set) ->
            auto.estimate(
                new ConditionalSamples(
                    normals("x", n, set), normals("y", n, set), normals("z", n, set))));
  }

  @Test
  void fiftyRowsAreNotFew() {
    Estimate estimate =
        Presets.auto().estimate(new Samples(normals("x", 50, 1), normals("y", 50, 1)));
    assertEquals(List.of(), estimate.warnings());
  }
}
