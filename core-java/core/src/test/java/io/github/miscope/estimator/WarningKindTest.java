package io.github.miscope.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WarningKindTest {

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(WarningKindTest::records);
  }

  /** A new warning needs a kind, or its cell could not be written. */
  @Test
  void everyWarningHasAKind() {
    Set<String> warnings =
        records(Warning.class)
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> kinds =
        Arrays.stream(WarningKind.values())
            .map(WarningKind::tableName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(warnings, kinds);
  }

  /** Tables of many pairs keep the kinds of a pair as the bits of a long. */
  @Test
  void kindsFitTheBitsOfALong() {
    assertTrue(WarningKind.values().length <= Long.SIZE);
  }

  @Test
  void kindsHaveNamesAndLabels() {
    Warning ties = new DataWarning.ConstantColumn("x");
    assertEquals(WarningKind.CONSTANT_COLUMN, ties.kind());
    assertEquals("ConstantColumn", ties.kind().tableName());
    assertEquals("constant column", ties.label());
    assertEquals(Optional.of(WarningKind.CONSTANT_COLUMN), WarningKind.named("ConstantColumn"));
    assertEquals(Optional.empty(), WarningKind.named("constant column"));
    assertEquals(
        List.of("constant column within levels", "InStrata"),
        List.of(
            new Warning.InStrata(1, 2, ties).label(),
            new Warning.InStrata(1, 2, ties).kind().tableName()));
  }
}
