package io.github.miscope.estimator.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.reference.ReferenceData;
import io.github.miscope.sample.Samples;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Values that other programs computed on the same data. */
class KsgReferenceTest {

  /** The tables give ten digits. */
  private static final double TEN_DIGITS = 1e-9;

  /** JIDT truncates Euler's gamma, which leaves its values 6.5e-8 low for n >= 10000. */
  private static final double JIDT = 1e-7;

  @Test
  void gaussiansAgreeWithNpeetAndJidt() {
    for (CSVRecord row : ReferenceData.table("gaussians/values.csv")) {
      String file = "gauss_N" + row.get("n") + "_d" + row.get("d") + ".csv";
      Samples samples = ReferenceData.samples("gaussians/" + file, Integer.parseInt(row.get("d")));
      double ksg1 = Ksg.ksg1().estimate(samples).nats();
      assertEquals(number(row, "ksg1"), ksg1, TEN_DIGITS, file);
      assertEquals(number(row, "ksg1_jidt"), ksg1, JIDT, file);
      assertEquals(
          number(row, "ksg2_jidt"), Ksg.ksg2().estimate(samples).nats(), JIDT, file + " KSG2");
    }
  }

  @Test
  void threeDimensionalGaussianAgreesWithNpeet() {
    for (CSVRecord row : ReferenceData.table("npeet/values.csv")) {
      double[][] columns = ReferenceData.columns("npeet/" + row.get("file"));
      Ksg ksg = Ksg.ksg1().withK(Integer.parseInt(row.get("k")));
      double nats = ksg.estimate(Samples.of(columns[0], columns[1])).nats();
      assertEquals(number(row, "ksg1"), nats, TEN_DIGITS, row.toString());
    }
  }

  @Test
  void scaleGridAgreesWithNpeet() {
    List<CSVRecord> grid = ReferenceData.table("gaussians/scale_grid.csv");
    double[] scales = grid.stream().mapToDouble(row -> number(row, "c")).toArray();
    for (String d : List.of("5", "50")) {
      Samples samples =
          ReferenceData.samples("gaussians/gauss_N1000_d" + d + ".csv", Integer.parseInt(d));
      // There c multiplies x; relativeScales multiply y.
      List<Estimate> estimates = Ksg.ksg1().estimateAt(samples.swapped(), scales);
      for (int s = 0; s < scales.length; s++) {
        assertEquals(
            number(grid.get(s), "d" + d),
            estimates.get(s).nats(),
            TEN_DIGITS,
            "d = " + d + ", c = " + scales[s]);
      }
    }
  }

  @Test
  void benchmarkTasksAgreeWithJidt() {
    int compared = 0;
    for (CSVRecord row : ReferenceData.table("bmi/jidt_estimates.csv")) {
      Samples samples =
          ReferenceData.samples("bmi/" + row.get("file"), Integer.parseInt(row.get("dim_x")));
      int k = Integer.parseInt(row.get("k"));
      assertEquals(Integer.parseInt(row.get("dim_y")), samples.dY(), row.get("file"));
      assertEquals(
          number(row, "jidt_KSG1_raw"),
          Ksg.ksg1().withK(k).estimate(samples).nats(),
          JIDT,
          row.get("file") + " KSG1, k = " + k);
      assertEquals(
          number(row, "jidt_KSG2_raw"),
          Ksg.ksg2().withK(k).estimate(samples).nats(),
          JIDT,
          row.get("file") + " KSG2, k = " + k);
      compared++;
    }
    assertTrue(compared == 54, "27 tasks at two k: " + compared);
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
