package io.github.miscope.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Representations with their roles, and tables of encoders. */
class RepresentationsTest {

  private static final Samples SAMPLES = Tasks.correlatedGaussians(4, 0.6).sample(300, Seed.of(1));

  private static Variable column(String name, Variable of, int column) {
    return Variable.of(name, of.column(column));
  }

  private static final Representations ALL =
      new Representations(
          column("victim", SAMPLES.x(), 0),
          List.of(column("stolen", SAMPLES.y(), 0), column("random", SAMPLES.x(), 1)),
          List.of(column("independent", SAMPLES.y(), 1)));

  private static List<String> names(List<Variable> variables) {
    return variables.stream().map(Variable::name).toList();
  }

  @Test
  void rolesChange() {
    Representations other = ALL.withBaselines("random");
    assertEquals(List.of("stolen", "independent"), names(other.suspects()));
    assertEquals(List.of("random"), names(other.baselines()));
    assertEquals(List.of("victim", "stolen", "independent", "random"), names(other.all()));
    Representations fewer = ALL.withSuspects("stolen");
    assertEquals(List.of("victim", "stolen", "independent"), names(fewer.all()));
    assertEquals(List.of("independent"), names(fewer.baselines()));
    assertEquals(List.of(), names(ALL.withSuspects("independent").baselines()));
    assertEquals("300 observations: victim, stolen, random; baselines independent", ALL.toString());
  }

  @Test
  void theFirstObservations() {
    Representations first = ALL.first(250);
    assertEquals(250, first.victim().n());
    for (int i = 0; i < ALL.all().size(); i++) {
      assertEquals(250, first.all().get(i).n());
      assertEquals(ALL.all().get(i).get(249, 0), first.all().get(i).get(249, 0));
    }
  }

  @Test
  void scoresAreThoseOfTheLists() {
    MiScore score = MiScore.of(Presets.ksg());
    assertEquals(
        score.of(ALL.victim(), ALL.suspects(), ALL.baselines()).toString(),
        score.of(ALL).toString());
  }

  @Test
  void tablesAreCutByOrigin() {
    EncoderRow victim = new EncoderRow("victim", Origin.VICTIM, OptionalDouble.of(0.2), 0.8471, 1);
    EncoderRow stolen =
        new EncoderRow("stolen, no heads", Origin.STOLEN, OptionalDouble.of(0.1), 0.3921, 0.25);
    EncoderTable table = new EncoderTable("inference", 10, List.of(victim, stolen));
    assertEquals(List.of(stolen), table.of(Origin.STOLEN).rows());
    assertEquals(table, table.of(Origin.STOLEN, Origin.VICTIM));
    assertEquals(victim, table.row("victim"));
    assertEquals(
        """
        inference
          victim (victim): accuracy 84.7 %, neighbours shared 100.0 %
          stolen, no heads (stolen): accuracy 39.2 %, neighbours shared 25.0 %""",
        table.toString());
    assertRefused("there is no encoder 'x', only [victim, stolen, no heads]", () -> table.row("x"));
    assertRefused("a table must have an encoder: rows=[]", () -> table.of(Origin.RANDOM));
  }

  @Test
  void badInputIsNamed() {
    assertRefused(
        "there is no representation 'x', only [stolen, random, independent]",
        () -> ALL.withBaselines("random", "x"));
    assertRefused(
        "there is no representation 'victim', only [stolen, random, independent]",
        () -> ALL.withSuspects("victim"));
    assertRefused("n must be <= 300: n=301", () -> ALL.first(301));
    assertRefused("n must be >= 2: n=1", () -> ALL.first(1));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
