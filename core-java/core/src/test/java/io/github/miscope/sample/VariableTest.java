package io.github.miscope.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VariableTest {

  private static void refuses(String message, Executable bad) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, bad).getMessage());
  }

  @Test
  void namesTheValueThatIsNotFinite() {
    double[][] rows = new double[18][3];
    rows[17][2] = Double.NaN;
    refuses("x[17][2] is NaN: values must be finite", () -> Variable.ofRows("x", rows));
    rows[17][2] = 0;
    rows[3][1] = Double.NEGATIVE_INFINITY;
    refuses("x[3][1] is -Infinity: values must be finite", () -> Variable.ofRows("x", rows));
    refuses(
        "height[1][0] is Infinity: values must be finite",
        () -> Variable.of("height", 1, Double.POSITIVE_INFINITY));
  }

  @Test
  void thereIsOneZero() {
    Variable mixed = Variable.of("x", -0.0, 0.0, 1);
    assertEquals(Variable.of("x", 0.0, 0.0, 1), mixed);
    for (double[] column :
        List.of(
            mixed.column(0),
            Variable.ofRows("x", new double[][] {{-0.0}, {0.0}, {1}}).column(0),
            Variable.of("x", 1, 2, 3).withColumns(new double[] {-0.0, 0.0, 1}).column(0),
            mixed.rows(0, 1, 2).column(0))) {
      assertArrayEquals(new double[] {0.0, 0.0, 1}, column);
      assertEquals(0L, Double.doubleToRawLongBits(column[0]));
    }
    assertArrayEquals(
        new int[] {0, 0, 1}, Variable.discrete("x", List.of(-0.0, 0.0, 1.0)).levels());
  }

  @Test
  void needsTwoRowsAndOneColumn() {
    refuses("x is empty: at least 2 rows are needed", () -> Variable.of("x"));
    refuses("x is empty: at least 2 rows are needed", () -> Variable.ofRows("x", new double[0][]));
    refuses("x has 1 row: at least 2 are needed", () -> Variable.of("x", 7));
    refuses("x has no columns: at least 1 is needed", () -> Variable.ofColumns("x"));
    refuses("x has no columns: at least 1 is needed", () -> Variable.ofRows("x", new double[5][0]));
  }

  @Test
  void needsEqualLengths() {
    refuses(
        "x column 1 has 3 rows but column 0 has 2: columns must have equal length",
        () -> Variable.ofColumns("x", new double[2], new double[3]));
    refuses(
        "x[1] has 1 values but x[0] has 2: rows must have equal length",
        () -> Variable.ofRows("x", new double[][] {{1, 2}, {3}}));
  }

  @Test
  void needsDistinctColumnNames() {
    refuses(
        "x names the column \"a\" twice: column names must be distinct",
        () -> Variable.ofColumns("x", List.of("a", "a"), new double[2], new double[2]));
    refuses(
        "x has 1 columns but 2 names",
        () -> Variable.ofColumns("x", List.of("a", "b"), new double[2]));
  }

  @Test
  void refusesRowsThatAreNotThere() {
    Variable x = Variable.of("x", 1, 2, 3);
    refuses("x has no row 3: rows are 0..2", () -> x.rows(0, 3));
    refuses("x has no row -1: rows are 0..2", () -> x.rows(-1, 0));
    refuses("x has 1 row: at least 2 are needed", () -> x.rows(0));
    refuses("x is empty: at least 2 rows are needed", () -> x.rows());
  }

  @Test
  void picksRowsInTheOrderGiven() {
    Variable x = Variable.ofRows("x", new double[][] {{1, 10}, {2, 20}, {3, 30}});
    assertEquals(Variable.ofRows("x", new double[][] {{3, 30}, {1, 10}, {3, 30}}), x.rows(2, 0, 2));
  }

  @Test
  void rowsAndColumnsAgree() {
    Variable byRows = Variable.ofRows("x", new double[][] {{1, 2}, {3, 4}, {5, 6}});
    Variable byColumns = Variable.ofColumns("x", new double[] {1, 3, 5}, new double[] {2, 4, 6});
    assertEquals(byRows, byColumns);
    assertEquals(byRows.hashCode(), byColumns.hashCode());
    assertEquals(List.of("x0", "x1"), byRows.columnNames());
    assertEquals(List.of("x"), Variable.of("x", 1, 2).columnNames());
    assertEquals(4, byRows.get(1, 1));
    assertEquals("x (n = 3, d = 2)", byRows.toString());
    assertNotEquals(byRows, byRows.rows(0, 1));
  }

  @Test
  void knowsConstantColumns() {
    Variable x = Variable.ofRows("x", new double[][] {{1, 2}, {1, 2.0000000000000004}});
    assertTrue(x.isConstant(0));
    assertFalse(x.isConstant(1));
  }

  @Test
  void changingWhatWentInChangesNothing() {
    double[] column = {1, 2};
    double[][] rows = {{1}, {2}};
    Variable byColumn = Variable.of("x", column);
    Variable byRow = Variable.ofRows("x", rows);
    column[0] = 9;
    rows[0][0] = 9;
    assertEquals(1, byColumn.get(0, 0));
    assertEquals(1, byRow.get(0, 0));
  }

  @Test
  void changingWhatCameOutChangesNothing() {
    Variable x = Variable.of("x", 1, 2);
    x.column(0)[0] = 9;
    x.columns()[0][0] = 9;
    assertArrayEquals(new double[] {1, 2}, x.column(0));
    assertThrows(UnsupportedOperationException.class, () -> x.columnNames().set(0, "z"));
  }

  @Test
  void keepsNamesWithOtherValues() {
    Variable x = Variable.ofColumns("x", List.of("a", "b"), new double[2], new double[2]);
    assertEquals(List.of("a", "b"), x.withColumns(new double[3], new double[3]).columnNames());
    refuses("x has 1 columns but 2 names", () -> x.withColumns(new double[3]));
  }

  @Test
  void levelsAreSortedAndEqualTextsAreEqual() {
    Variable species = Variable.discrete("species", List.of("b", "a", "b", "c"));
    assertEquals(List.of(ColumnKind.DISCRETE), species.kinds());
    assertArrayEquals(new int[] {1, 0, 1, 2}, species.levels());
    assertArrayEquals(new double[] {1, 0, 1, 2}, species.column(0));
  }

  @Test
  void aJointLevelIsOnePerDistinctRow() {
    Variable joint =
        Variable.join(
            "joint",
            Variable.discrete("a", 5, 5, 2, 2, 5),
            Variable.of("b", 0.0, -0.0, 1.5, 0.0, 1.0));
    assertArrayEquals(new int[] {2, 2, 1, 0, 3}, joint.levels());
  }

  @Test
  void aMixedVariableFallsIntoItsParts() {
    Variable numbers = Variable.of("b", 1, 2, 3);
    Variable levels = Variable.discrete("a", 5, 2, 5);
    Variable mixed = Variable.join("m", levels, numbers);
    assertFalse(mixed.isDiscrete());
    assertFalse(mixed.isContinuous());
    assertEquals(List.of("a"), mixed.part(ColumnKind.DISCRETE).orElseThrow().columnNames());
    assertArrayEquals(numbers.column(0), mixed.part(ColumnKind.CONTINUOUS).orElseThrow().column(0));
    assertTrue(numbers.part(ColumnKind.DISCRETE).isEmpty());
    assertEquals(mixed.rows(2, 1).kinds(), mixed.kinds());
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> mixed.requireContinuous("KSG"));
    assertEquals(
        "a is discrete, but KSG is for continuous variables: leave the choice of estimator to"
            + " miscope, or take one for discrete or mixed data",
        e.getMessage());
  }
}
