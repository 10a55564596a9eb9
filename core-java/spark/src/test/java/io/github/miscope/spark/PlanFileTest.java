package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.file.CsvText;
import io.github.miscope.network.PairSelection;
import io.github.miscope.plane.PlanePlan;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {

  @TempDir Path folder;

  @Test
  void aPlanOfAFileGivesTheTableOfThePlan() throws Exception {
    PlanePlan plane = Plans.plane();
    Path expected = folder.resolve("expected.csv");
    plane.run().writeCsv(expected, CsvText.EXACT);
    Path file = folder.resolve("plane.plan");
    PlanFile.write(file, plane);
    Path csv = folder.resolve("found.csv");
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    Submit.run(
        file,
        csv.toString(),
        Spark.on("local[2]"),
        new PrintStream(log, true, StandardCharsets.UTF_8));
    assertEquals(Files.readString(expected), Files.readString(csv));
    String said = log.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("12 of 12 cells, 0 failed"), said);
  }

  @Test
  void aNetworkOfAFileGivesItsPairs() throws Exception {
    Path expected = folder.resolve("expected.csv");
    Plans.network().run().writeCsv(expected, PairSelection.all());
    Path file = folder.resolve("network.plan");
    PlanFile.write(file, Plans.network());
    PrintStream log =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Spark spark = Spark.on("local[2]").withCheckpoint(folder.resolve("tiles").toString());
    Path csv = folder.resolve("found.csv");
    Submit.run(file, csv.toString(), spark, log);
    assertEquals(Files.readString(expected), Files.readString(csv));
    // From the checkpoint.
    Path table = folder.resolve("found.parquet");
    Submit.run(file, table.toString(), spark, log);
    assertEquals(
        199 * 200 / 2, SparkColumns.read(spark, table.toString(), List.of("n")).get(0).n());
  }

  @Test
  void anotherFileIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("x.plan"), "text");
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> PlanFile.read(file));
    assertTrue(refusal.getMessage().contains("x.plan has no plan"), refusal.getMessage());
  }
}
