package io.github.miscope.estimator.discrete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.reference.ReferenceData;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Normalised and adjusted information: scikit-learn, closed forms, all permutations. */
class TableInformationTest {

  private static Samples levels(String file) {
    double[][] columns = ReferenceData.columns("association/" + file + ".csv");
    return samples(codes(columns[0]), codes(columns[1]));
  }

  private static int[] codes(double[] column) {
    return Arrays.stream(column).mapToInt(v -> (int) v).toArray();
  }

  private static Samples samples(int[] x, int[] y) {
    return new Samples(Variable.discrete("x", x), Variable.discrete("y", y));
  }

  @Test
  void agreesWithScikitLearn() {
    int compared = 0;
    for (CSVRecord row : ReferenceData.table("association/tables.csv")) {
      TableInformation table = TableInformation.of(levels(row.get("file")));
      String mean = row.get("mean");
      double own =
          switch (row.get("measure")) {
            case "mi" -> table.nats();
            case "expected" -> table.expected();
            case "nmi" -> table.normalised(EntropyMean.valueOf(mean.toUpperCase(Locale.ROOT)));
            default -> table.adjusted(EntropyMean.valueOf(mean.toUpperCase(Locale.ROOT)));
          };
      assertEquals(Double.parseDouble(row.get("value")), own, 1e-9, row.toString());
      compared++;
    }
    assertEquals(60, compared);
  }

  @Test
  void chanceIsTheMeanOverAllPermutations() {
    int[] x = {0, 0, 0, 1, 1, 2, 2};
    int[] y = {0, 1, 1, 0, 0, 1, 2};
    double[] sum = new double[2];
    permute(y.clone(), 0, x, sum);
    assertEquals(5040, sum[1]);
    assertEquals(sum[0] / sum[1], TableInformation.of(samples(x, y)).expected(), 1e-12);
  }

  private static void permute(int[] y, int from, int[] x, double[] sum) {
    if (from == y.length) {
      sum[0] += TableInformation.of(samples(x, y)).nats();
      sum[1]++;
      return;
    }
    for (int i = from; i < y.length; i++) {
      swap(y, from, i);
      permute(y, from + 1, x, sum);
      swap(y, from, i);
    }
  }

  private static void swap(int[] y, int i, int j) {
    int kept = y[i];
    y[i] = y[j];
    y[j] = kept;
  }

  /** X has 4 equal levels and Y is its parity: I = H(Y) = log 2, H(X) = H(X,Y) = log 4. */
  @Test
  void aFunctionHasKnownShares() {
    TableInformation table =
        TableInformation.of(
            samples(new int[] {0, 1, 2, 3, 0, 1, 2, 3}, new int[] {0, 1, 0, 1, 0, 1, 0, 1}));
    assertEquals(Math.log(2), table.nats(), 1e-15);
    assertEquals(0.5, table.explainedOfX(), 1e-15);
    assertEquals(1, table.explainedOfY(), 1e-15);
    assertEquals(0.5, table.normalised(EntropyMean.JOINT), 1e-15);
    assertEquals(0.5, table.normalised(EntropyMean.MAX), 1e-15);
    assertEquals(1, table.normalised(EntropyMean.MIN), 1e-15);
    assertEquals(2 / 3.0, table.normalised(EntropyMean.ARITHMETIC), 1e-15);
    assertEquals(Math.sqrt(0.5), table.normalised(EntropyMean.GEOMETRIC), 1e-15);
    assertEquals(1, table.adjusted(EntropyMean.MIN), 1e-14);
  }

  @Test
  void aConstantHasNoShare() {
    TableInformation table =
        TableInformation.of(samples(new int[] {1, 1, 1, 1}, new int[] {0, 1, 0, 1}));
    assertEquals(0, table.nats());
    assertEquals(0, table.expected());
    assertTrue(Double.isNaN(table.explainedOfX()));
    assertEquals(0, table.explainedOfY());
    assertEquals(0, table.normalised(EntropyMean.ARITHMETIC));
    assertTrue(Double.isNaN(table.normalised(EntropyMean.MIN)));
    assertTrue(Double.isNaN(table.adjusted(EntropyMean.ARITHMETIC)));
  }

  @Test
  void identifiersLeaveChanceNoRoom() {
    int[] all = {0, 1, 2, 3, 4, 5};
    assertTrue(Double.isNaN(TableInformation.of(samples(all, all)).adjusted(EntropyMean.MAX)));
  }

  @Test
  void refusesTheJointEntropyForAdjustment() {
    TableInformation table = TableInformation.of(levels("levels_dependent_N500"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> table.adjusted(EntropyMean.JOINT))
            .getMessage();
    assertEquals(
        "mean must be one of H(X) and H(Y) alone, as H(X,Y) changes by chance as well: mean=joint",
        message);
    assertThrows(
        IllegalArgumentException.class,
        () -> TableInformation.of(Samples.of(new double[] {1, 2}, new double[] {1, 2})));
  }
}
