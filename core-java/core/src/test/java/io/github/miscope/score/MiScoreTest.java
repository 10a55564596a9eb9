package io.github.miscope.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.InformationUnit;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Scores between representations. */
class MiScoreTest {

  private static final MiScore SCORE = MiScore.of(new SquaredCorrelation());

  /** Stands for an estimator: a copy has 1, and the error is that of a correlation. */
  private record SquaredCorrelation() implements MutualInformationEstimator {
    @Override
    public Estimate estimate(Samples samples) {
      double[] x = centred(samples.x().column(0));
      double[] y = centred(samples.y().column(0));
      double xy = product(x, y);
      double square = xy * xy / (product(x, x) * product(y, y));
      return new Estimate(square, toString(), samples.n(), 1, 1, Map.of(), List.of());
    }

    private static double[] centred(double[] values) {
      double mean = Arrays.stream(values).average().orElseThrow();
      return Arrays.stream(values).map(v -> v - mean).toArray();
    }

    private static double product(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }
  }

  /** Encoders of one column: part of what the victim sees, and noise. */
  private static final class Encoders {
    private final double[] victim;
    private final ZigguratSampler.NormalizedGaussian normal;

    Encoders(int n, Seed seed) {
      normal = ZigguratSampler.NormalizedGaussian.of(seed.generator());
      victim = normal.samples(n).toArray();
    }

    Variable victim() {
      return Variable.of("victim", victim);
    }

    Variable correlated(String name, double rho) {
      double noise = Math.sqrt(1 - rho * rho);
      return Variable.of(
          name, Arrays.stream(victim).map(v -> rho * v + noise * normal.sample()).toArray());
    }
  }

  @Test
  void theScoreIsThatOfTheDefinition() {
    Encoders encoders = new Encoders(1000, Seed.of(1));
    Variable victim = encoders.victim();
    Variable stolen = encoders.correlated("stolen", 0.8);
    Variable one = encoders.correlated("one", 0.4);
    Variable two = encoders.correlated("two", 0.6);
    ScoreTable table =
        SCORE.of(victim, List.of(stolen, Variable.of("copy", victim.column(0))), List.of(one, two));
    double least = (nats(victim, one) + nats(victim, two)) / 2;
    assertEquals(least, table.minimum(), 1e-12);
    assertEquals(Math.abs(nats(victim, one) - least) * Math.sqrt(2), table.minimumSpread(), 1e-12);
    assertEquals(1, table.maximum(), 1e-12);
    double score = (nats(victim, stolen) - least) / (1 - least);
    assertEquals(score, table.row("stolen").score(), 1e-12);
    assertEquals(1, table.row("copy").score(), 1e-12);
    assertEquals(0, table.row("copy").standardError(), 1e-12);
    assertEquals(0, table.row("one").score() + table.row("two").score(), 1e-12);
    assertEquals(Math.pow(2, -10), table.row("stolen").pValue().orElseThrow());
    assertTrue(table.row("one").pValue().isEmpty());
    assertEquals(List.of(), table.remarks(InformationUnit.NATS));
    assertTrue(table.toString().contains("stolen (suspect): score 0."), table::toString);
    assertTrue(assertRefused(() -> table.row("x")).endsWith("[victim, stolen, copy, one, two]"));
  }

  private static double nats(Variable x, Variable y) {
    return new SquaredCorrelation().estimate(new Samples(x, y)).nats();
  }

  @Test
  void changesOfSigns() {
    // Of the 8 sums, 3 + 1 + 0.5 and the sum itself are at least 3.5.
    assertEquals(2 / 8.0, SignChanges.pValue(new double[] {3, 1, -0.5}));
    assertEquals(1, SignChanges.pValue(new double[] {-1, -2}));
    assertEquals(1, SignChanges.pValue(new double[] {0, 0, 0}));
  }

  /**
   * The standard deviation of 500 scores is known to 1 / sqrt(1000), the mean of squared errors of
   * 9 degrees of freedom to half of sqrt(2 / 9 / 500): four standard deviations are 0.14.
   */
  @Test
  void errorsAreThoseOfTheScore() {
    int sets = 500;
    double[] scores = new double[sets];
    double squares = 0;
    for (int i = 0; i < sets; i++) {
      Encoders encoders = new Encoders(400, Seed.of(10).derive("set", i));
      ScoreRow row =
          SCORE
              .of(
                  encoders.victim(),
                  List.of(encoders.correlated("stolen", 0.8)),
                  List.of(encoders.correlated("independent", 0.5)))
              .row("stolen");
      scores[i] = row.score();
      squares += row.standardError() * row.standardError() / sets;
    }
    double mean = Arrays.stream(scores).average().orElseThrow();
    double variance = Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum() / (sets - 1);
    assertEquals(1, Math.sqrt(squares / variance), 0.14);
  }

  /** Three standard deviations of a part of 1000 are 0.021 at 5 %. */
  @Test
  void anotherIndependentEncoderIsSuspectedAsOftenAsTheLevelSays() {
    int sets = 1000;
    int one = 0;
    int two = 0;
    for (int i = 0; i < sets; i++) {
      Encoders encoders = new Encoders(200, Seed.of(20).derive("set", i));
      Variable victim = encoders.victim();
      List<Variable> suspect = List.of(encoders.correlated("suspect", 0.5));
      Variable first = encoders.correlated("first", 0.5);
      Variable second = encoders.correlated("second", 0.5);
      one += isSuspected(SCORE.of(victim, suspect, List.of(first)));
      two += isSuspected(SCORE.of(victim, suspect, List.of(first, second)));
    }
    assertEquals(0.05, (double) one / sets, 0.021);
    assertTrue(two < one, "two baselines ask for more than one: " + two + ", " + one);
  }

  private static int isSuspected(ScoreTable table) {
    return table.row("suspect").pValue().orElseThrow() <= 0.05 ? 1 : 0;
  }

  @Test
  void whatTheScaleCannotTellIsSaid() {
    Encoders encoders = new Encoders(300, Seed.of(30));
    Variable victim = encoders.victim();
    List<Variable> suspects = List.of(encoders.correlated("suspect", 0.5));
    List<Variable> baselines = List.of(encoders.correlated("baseline", 0.5));
    MutualInformationEstimator turned = samples -> scaled(samples, -100);
    ScoreTable table = MiScore.of(turned).of(victim, suspects, baselines);
    assertFalse(table.hasScale());
    assertTrue(Double.isNaN(table.row("suspect").score()));
    assertTrue(table.row("suspect").toString().startsWith("suspect (suspect): no score, -"));
    assertEquals(3, table.remarks(InformationUnit.NATS).size());
    assertTrue(
        table
            .remarks(InformationUnit.NATS)
            .get(1)
            .startsWith("Estimates reach down to -100.0 nats"));
    assertTrue(
        table.row("victim").estimate().warnings().stream()
            .anyMatch(EstimateWarning.BelowZero.class::isInstance));
    List<Variable> different =
        List.of(encoders.correlated("weak", 0.1), encoders.correlated("strong", 0.9));
    String remark = SCORE.of(victim, suspects, different).remarks(InformationUnit.NATS).get(0);
    assertTrue(remark.startsWith("The baselines differ"), remark);
  }

  private static Estimate scaled(Samples samples, double factor) {
    double square = nats(samples.x(), samples.y());
    return new Estimate(factor * square, "scaled", samples.n(), 1, 1, Map.of(), List.of());
  }

  @Test
  void badInputIsNamed() {
    Encoders encoders = new Encoders(200, Seed.of(40));
    Variable victim = encoders.victim();
    Variable good = encoders.correlated("good", 0.5);
    List<Variable> baselines = List.of(encoders.correlated("baseline", 0.5));
    assertEquals(
        "a score needs at least 1 suspect: there is none",
        assertRefused(() -> SCORE.of(victim, List.of(), baselines)));
    assertEquals(
        "a score needs at least 1 baseline, an encoder that knows nothing of the victim: there is"
            + " none",
        assertRefused(() -> SCORE.of(victim, List.of(good), List.of())));
    assertEquals(
        "two representations have the name 'good'",
        assertRefused(() -> SCORE.of(victim, List.of(good, good), baselines)));
    assertEquals(
        "all representations must be of the same observations: 'victim' has 200, 'short' 2",
        assertRefused(() -> SCORE.of(victim, List.of(Variable.of("short", 1, 2)), baselines)));
    assertEquals(
        "'flat' is constant: it tells nothing",
        assertRefused(
            () -> SCORE.of(victim, List.of(Variable.of("flat", new double[200])), baselines)));
    assertEquals(
        "a score with 16 groups needs at least 320 observations: n=200; take fewer groups",
        assertRefused(() -> SCORE.withGroups(16).of(victim, List.of(good), baselines)));
    assertEquals(
        "'victim': k must be < number of points: k=30, n=20",
        assertRefused(
            () -> MiScore.of(Presets.ksg().withK(30)).of(victim, List.of(good), baselines)));
    assertEquals("groups must be <= 16: groups=17", assertRefused(() -> SCORE.withGroups(17)));
    assertTrue(assertRefused(() -> SCORE.withLevel(1)).startsWith("level must be in (0, 1)"));
    MutualInformationEstimator infinite = samples -> scaled(samples, Double.POSITIVE_INFINITY);
    assertTrue(
        assertRefused(() -> MiScore.of(infinite).of(victim, List.of(good), baselines))
            .endsWith("gives Infinity nats, and no scale"));
  }

  /** With nearest neighbours a copy has the largest score, and a function of the victim is next. */
  @Test
  void neighboursTellWhoWasMadeFromWhom() {
    Encoders encoders = new Encoders(600, Seed.of(50));
    ScoreTable table =
        MiScore.of(Presets.ksgLocal())
            .of(
                encoders.victim(),
                List.of(encoders.correlated("stolen", 0.95), encoders.correlated("other", 0.5)),
                List.of(encoders.correlated("baseline", 0.5)));
    assertTrue(table.row("stolen").score() > table.row("stolen").standardError() * 5);
    assertTrue(table.row("stolen").score() < 1);
    assertEquals(0, table.row("other").score(), 4 * table.row("other").standardError());
  }

  private static String assertRefused(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
