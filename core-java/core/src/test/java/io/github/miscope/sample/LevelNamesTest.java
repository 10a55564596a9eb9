package io.github.miscope.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.miscope.identity.Fingerprint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of levels travel with the variable, and make no variable different. */
class LevelNamesTest {

  private static final Variable SPECIES =
      Variable.discrete("species", List.of("gentoo", "adelie", "gentoo", "chinstrap"));

  private static final Variable NUMBERS = Variable.of("x", 0.5, 2, -1, 3);

  @Test
  void namesFollowTheirColumn() {
    List<String> names = SPECIES.levelNames(0);
    assertEquals(3, names.size());
    assertEquals("chinstrap", SPECIES.shown(3, 0));
    assertEquals("chinstrap", SPECIES.rows(3, 0, 3).shown(0, 0));
    Variable joined = Variable.join("all", NUMBERS, SPECIES);
    assertEquals(List.of(), joined.levelNames(0));
    assertEquals(names, joined.levelNames(1));
    assertEquals(names, joined.part(ColumnKind.DISCRETE).orElseThrow().levelNames(0));
    assertEquals(names, joined.varying().orElseThrow().levelNames(1));
    assertEquals(names, joined.withColumns(joined.columns()).levelNames(1));
    assertEquals(names, joined.withColumnNames(List.of("a", "b")).levelNames(1));
  }

  @Test
  void numbersAreShownAsTheyAre() {
    assertEquals("0.5", NUMBERS.shown(0, 0));
    assertEquals("2", NUMBERS.shown(1, 0));
    assertEquals("7", Variable.discrete("c", 7, 8).shown(0, 0));
  }

  @Test
  void namesAreLabelsOnly() {
    Variable one = Variable.discrete("c", new int[] {0, 1, 0}, List.of("a", "b"));
    Variable other = Variable.discrete("c", 0, 1, 0);
    assertEquals(one, other);
    assertEquals(Fingerprint.of(one), Fingerprint.of(other));
  }

  @Test
  void everyCodeHasAName() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Variable.discrete("c", new int[] {0, 2}, List.of("a", "b")));
    assertEquals(
        "c[1] is 2: codes must be from 0 to the number of level names - 1 = 1", e.getMessage());
  }
}
