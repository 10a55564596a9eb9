package io.github.miscope.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.scale.ScaleGrid;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.BeyondNormal;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Tasks;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is equal has one fingerprint, what differs in any bit has another. */
class FingerprintTest {

  private record Named(String name, double value) {}

  private record Other(String name, double value) {}

  private enum Colour {
    RED,
    GREEN
  }

  /** Distinct values, among them those that run together in a careless encoding. */
  private static List<Object> distinct() {
    return Arrays.asList(
        null,
        "",
        "null",
        "a",
        "\ud800",
        "\udc00",
        "?",
        "gr\u00f6\u00dfer",
        0L,
        0.0,
        -0.0,
        0f,
        Double.NaN,
        Math.nextUp(1.0),
        1.0,
        1,
        true,
        'a',
        Colour.RED,
        Colour.GREEN,
        Colour.class,
        List.of(),
        List.of(List.of()),
        List.of("a", "b"),
        List.of("ab"),
        List.of("ab", ""),
        List.of("b", "a"),
        List.of(List.of("a"), List.of("b")),
        List.of(List.of("a", "b")),
        Optional.empty(),
        Optional.of("a"),
        OptionalDouble.of(1),
        OptionalInt.of(1),
        new double[] {1, 2},
        new double[][] {{1}, {2}},
        new double[][] {{1, 2}},
        new float[] {1, 2},
        new int[] {1, 2},
        new long[] {1, 2},
        new byte[] {1, 2},
        new boolean[] {true, false},
        Map.of("a", 1),
        Map.of("a", 2),
        new LinkedHashSet<>(List.of("a", "b")),
        new Named("a", 1),
        new Named("a", 2),
        new Named("b", 1),
        new Other("a", 1));
  }

  @Test
  void differentValuesHaveDifferentFingerprints() {
    Map<String, Integer> seen = new HashMap<>();
    List<Object> values = distinct();
    for (int i = 0; i < values.size(); i++) {
      Integer before = seen.put(Fingerprint.of(values.get(i)).hex(), i);
      assertEquals(null, before, "values " + i + " and " + before);
    }
  }

  @Test
  void equalValuesHaveEqualFingerprintsWhateverTheirOrderInSets() {
    Map<String, Integer> one = new LinkedHashMap<>();
    Map<String, Integer> two = new LinkedHashMap<>();
    for (int i = 0; i < 100; i++) {
      one.put("k" + i, i);
      two.put("k" + (99 - i), 99 - i);
    }
    assertEquals(Fingerprint.of(one), Fingerprint.of(two));
    assertEquals(Fingerprint.of(one.keySet()), Fingerprint.of(two.keySet()));
    assertEquals(Fingerprint.of(new Named("a", 1)), Fingerprint.of(new Named("a", 1)));
    assertEquals(Fingerprint.of(List.of(1, 2)), Fingerprint.of(new Object[] {1L, 2L}));
  }

  /** A file that was written today is read in years: the encoding is part of its format. */
  @Test
  void theEncodingIsTheSameInEveryProcess() {
    assertEquals(
        "0675612bc1bc57bc9481ec3be1a7371a676563a1f1cfca74e3ec025d8b1208d6",
        Fingerprint.of(List.of("gr\u00f6\u00dfer", 1.5, 42, Colour.RED, Seed.of(7))).hex());
  }

  @Test
  void everyBitOfDataCounts() {
    double[] x = new double[3000]; // More than the digest takes at once.
    double[] y = new double[3000];
    Arrays.setAll(x, i -> Math.sin(i));
    Arrays.setAll(y, i -> Math.cos(i));
    Fingerprint before = Fingerprint.of(Samples.of(x, y));
    assertEquals(before, Fingerprint.of(Samples.of(x.clone(), y)));
    assertNotEquals(before, Fingerprint.of(Samples.of(y, x)));
    for (int i : new int[] {0, 1, 1023, 1024, 2999}) {
      double[] changed = x.clone();
      changed[i] = Math.nextUp(changed[i]);
      assertNotEquals(before, Fingerprint.of(Samples.of(changed, y)), "x[" + i + "]");
    }
    Variable levels = Variable.discrete("x", 1, 2, 3);
    assertNotEquals(Fingerprint.of(levels), Fingerprint.of(Variable.of("x", 1, 2, 3)));
  }

  /** Labels do not hold the covariance, the mixture's parts or the matrix. */
  @Test
  void tasksOfOneLabelDiffer() {
    assertOfOneLabel(
        Tasks.gaussian(new double[][] {{1, 0.9}, {0.9, 1}}, 1),
        Tasks.gaussian(new double[][] {{1, 0.1}, {0.1, 1}}, 1));
    assertOfOneLabel(
        Tasks.data(Samples.of(new double[] {1, 2, 3}, new double[] {1, 2, 3})),
        Tasks.data(Samples.of(new double[] {1, 2, 3}, new double[] {3, 1, 2})));
    assertOfOneLabel(
        Tasks.correlatedGaussians(2, 0.5)
            .mapX(Bijection.affine(new double[][] {{1, 0}, {0, 1}}, 0, 0)),
        Tasks.correlatedGaussians(2, 0.5)
            .mapX(Bijection.affine(new double[][] {{1, 0}, {0, 2}}, 0, 0)));
    assertOfOneLabel(Presets.ksg(), new Labelled(Presets.ksg().withK(9), "KSG"));
  }

  private static void assertOfOneLabel(Object one, Object two) {
    assertEquals(one.toString(), two.toString());
    assertNotEquals(Fingerprint.of(one), Fingerprint.of(two), one.toString());
  }

  @Test
  void allThatComesWithMiscopeHasAnIdentity() throws ReflectiveOperationException {
    List<Object> all = new ArrayList<>(BeyondNormal.tasks());
    for (Class<?> source : List.of(Presets.class, Bijection.class)) {
      for (Method method : source.getMethods()) {
        if (Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 0) {
          all.add(method.invoke(null));
        }
      }
    }
    all.addAll(
        List.of(
            Tasks.correlatedGaussians(3, 0.5),
            Tasks.correlatedGaussians(3, 0.1, 0.5),
            Tasks.correlatedGaussiansWithInformation(3, 0.5),
            Tasks.additiveGaussianNoise(3, 0.5),
            Tasks.additiveGaussianNoise(3, 0.1, 0.5),
            Tasks.additiveUniformNoise(3, 0.5),
            Tasks.randomGaussian(3, 2),
            Tasks.randomGaussian(3, 2, Seed.of(1)),
            Embedding.duplicateNoise(2, 0.5).then(Bijection.cube()),
            Bijection.scale(2).then(Bijection.spiral(0, 1, 2)),
            ScaleGrid.paper()));
    Map<String, Object> seen = new HashMap<>();
    for (Object one : all) {
      Object before = seen.put(Fingerprint.of(one).hex(), one);
      assertTrue(before == null || before.equals(one), before + " and " + one);
    }
    assertTrue(all.size() > 50, all.size() + " were looked at");
  }

  @Test
  void codeIsRefusedAndNamed() {
    MutualInformationEstimator lambda = samples -> Presets.ksg().estimate(samples);
    UnaryOperator<String> operator = text -> text;
    assertRefused("it has no identity", lambda);
    assertRefused("it.base has no identity", new Labelled(lambda, "mine"));
    assertRefused("it[1] has no identity", List.of(1, operator));
    assertRefused("a lambda or an anonymous class", operator);
    assertRefused("of class java.util.Random", new java.util.Random(1));
    assertNotEquals(
        Fingerprint.of(lambda.identifiedBy("mine 1")),
        Fingerprint.of(lambda.identifiedBy("mine 2")));
    assertEquals(
        Fingerprint.of(lambda.identifiedBy("mine")),
        Fingerprint.of(Presets.ksg().identifiedBy("mine")),
        "a name is taken at its word");
  }

  private static void assertRefused(String message, Object object) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Fingerprint.of(object));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void aFingerprintIsReadBackAndCheckedThen() {
    Fingerprint one = Fingerprint.of("a");
    assertEquals(one, new Fingerprint(one.hex()));
    assertEquals(one.hex().substring(0, 12), one.toString());
    for (String hex : List.of("", "abc", one.hex().toUpperCase(java.util.Locale.ROOT) + "0")) {
      assertThrows(IllegalArgumentException.class, () -> new Fingerprint(hex));
    }
  }

  @Test
  void plansNameTheOptionThatDiffers() {
    PlanIdentity one =
        PlanIdentity.of("sweep").option("samples", 100).option("task", "data", 1).build();
    PlanIdentity two =
        PlanIdentity.of("sweep").option("samples", 200).option("task", "data", 2).build();
    assertEquals(List.of(), one.differencesFrom(one));
    List<String> differences = two.differencesFrom(one);
    assertEquals("samples: 100 in the file, 200 now", differences.get(0));
    assertTrue(differences.get(1).startsWith("task: data in the file and now, but"));
    assertNotEquals(one.fingerprint(), two.fingerprint());
    PlanIdentity fewer = PlanIdentity.of("sweep").option("samples", 100).build();
    assertEquals(List.of("task: not given in the file, data now"), one.differencesFrom(fewer));
    assertEquals(List.of("task: data in the file, not given now"), fewer.differencesFrom(one));
    PlanIdentity plane = PlanIdentity.of("plane").option("samples", 100).build();
    assertEquals(List.of("kind: plane in the file, sweep now"), fewer.differencesFrom(plane));
    assertThrows(
        IllegalArgumentException.class,
        () -> PlanIdentity.of("sweep").option("a", 1).option("a", 2).build());
  }
}
