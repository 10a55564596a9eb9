package io.github.miscope.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.conditional.ConditionalKsg;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Variables that Z determines, so that there is nothing left to know of them. */
class GivenCheckTest {

  private static final int N = 200;
  private static final double[] NOISE = Toys.normals(N, Seed.of(1));
  private static final double[] Z = Toys.normals(N, Seed.of(2));

  private static double[] map(DoubleUnaryOperator f) {
    return Arrays.stream(Z).map(f).toArray();
  }

  private static int[] signs(double[] values) {
    return Arrays.stream(values).mapToInt(v -> v > 0 ? 1 : 0).toArray();
  }

  private static Optional<DataWarning.DeterminedByGiven> found(Variable x, Variable z) {
    List<Warning> warnings = DataChecks.of(new ConditionalSamples(x, Variable.of("y", NOISE), z));
    return warnings.stream()
        .filter(DataWarning.DeterminedByGiven.class::isInstance)
        .map(DataWarning.DeterminedByGiven.class::cast)
        .findFirst();
  }

  private static void assertFound(String what, Variable x, Variable z) {
    assertEquals(
        new DataWarning.DeterminedByGiven(List.of(what), x.name(), z.name(), true),
        found(x, z).orElseThrow());
  }

  @Test
  void copiesAndFunctionsAreNamed() {
    Variable z = Variable.of("z", Z);
    assertFound("x is a copy of z up to shift and scale", Variable.of("x", map(v -> 1 - 3 * v)), z);
    assertFound("x is a function of z, or nearly so", Variable.of("x", map(Math::exp)), z);
    assertFound("x is a function of z, or nearly so", Variable.of("x", map(v -> v * v)), z);
    assertFound(
        "x is a function of z, or nearly so", Variable.of("x", map(v -> Math.rint(4 * v))), z);
    assertFound("x is a function of z, or nearly so", Variable.discrete("x", signs(Z)), z);
  }

  @Test
  void functionsOfLevelsAreNamed() {
    int[] levels = IntStream.range(0, N).map(i -> i * 7 % 20).toArray();
    Variable z = Variable.discrete("z", levels);
    assertFound(
        "x is constant within the levels of z",
        Variable.discrete("x", Arrays.stream(levels).map(l -> l / 5).toArray()),
        z);
    assertFound(
        "x is constant within the levels of z",
        Variable.of("x", Arrays.stream(levels).mapToDouble(l -> NOISE[l]).toArray()),
        z);
  }

  @Test
  void oneOfSeveralColumnsIsNamed() {
    Variable z = Variable.ofColumns("z", Z, NOISE);
    double[] sum = Toys.sum(Z, NOISE);
    assertFound("x is a linear function of z", Variable.of("x", sum), z);
    double[] other = Toys.normals(N, Seed.of(3));
    assertEquals(
        new DataWarning.DeterminedByGiven(
            List.of("x1 is a copy of z1 up to shift and scale"), "x", "z", false),
        found(Variable.ofColumns("x", other, NOISE), z).orElseThrow());
  }

  /** Z has levels and a continuous column, and X is another function of it for each level. */
  @Test
  void functionsWithinLevelsOfAMixedZAreNamed() {
    int[] levels = IntStream.range(0, N).map(i -> i % 3 % 2).toArray();
    Variable z = Variable.join("z", Variable.of("age", Z), Variable.discrete("group", levels));
    double[] bent = new double[N];
    double[] shifted = new double[N];
    int[] crossed = new int[N];
    for (int i = 0; i < N; i++) {
      bent[i] = levels[i] == 0 ? Math.exp(Z[i]) : 1 - 2 * Z[i];
      shifted[i] = Z[i] + 10 * levels[i];
      crossed[i] = (levels[i] == 0) == (Z[i] > 0) ? 1 : 0;
    }
    String what = "x is a function of age within levels, or nearly so";
    assertFound(what, Variable.of("x", bent), z);
    assertFound(what, Variable.of("x", shifted), z);
    assertFound(what, Variable.discrete("x", crossed), z);
    // Noise, and what depends on Z but is not known from it, are none.
    double[] noisy = Toys.sum(bent, Toys.normals(N, Seed.of(4)));
    assertEquals(Optional.empty(), found(Variable.of("x", noisy), z));
    assertEquals(Optional.empty(), found(Variable.discrete("x", signs(noisy)), z));
  }

  /** The other column of X is noise, and Z has two columns: only x1 is known from them. */
  @Test
  void aLinearFunctionAmongSeveralColumnsIsNamed() {
    double[] other = Toys.normals(N, Seed.of(5));
    double[] sum = Toys.sum(Z, Arrays.stream(NOISE).map(v -> 2 * v).toArray());
    assertEquals(
        new DataWarning.DeterminedByGiven(List.of("x1 is a linear function of z"), "x", "z", false),
        found(Variable.ofColumns("x", other, sum), Variable.ofColumns("z", Z, NOISE))
            .orElseThrow());
  }

  @Test
  void yIsLookedAtAsWell() {
    ConditionalSamples samples =
        new ConditionalSamples(
            Variable.of("x", NOISE), Variable.of("y", map(Math::cbrt)), Variable.of("z", Z));
    List<Warning> warnings =
        ConditionalInference.of(ConditionalKsg.withDefaults()).estimate(samples).warnings();
    assertTrue(
        warnings.stream()
            .anyMatch(
                w -> w.message().startsWith("y is a function of z, or nearly so: given z, y is")),
        warnings::toString);
  }

  @Test
  void whatOnlyDependsOnZIsNotNamed() {
    for (int s = 0; s < 100; s++) {
      double[] noise = Toys.normals(N, Seed.of(100 + s));
      double[] z = Toys.normals(N, Seed.of(300 + s));
      double[] x = new double[N];
      Arrays.setAll(x, i -> z[i] + 0.3 * noise[i]);
      Variable given = Variable.of("z", z);
      assertEquals(Optional.empty(), found(Variable.of("x", x), given));
      assertEquals(Optional.empty(), found(Variable.discrete("x", signs(x)), given));
      assertEquals(Optional.empty(), found(Variable.of("x", x), Variable.discrete("z", signs(z))));
      assertEquals(
          Optional.empty(),
          found(Variable.discrete("x", signs(x)), Variable.discrete("z", signs(z))));
    }
  }
}
