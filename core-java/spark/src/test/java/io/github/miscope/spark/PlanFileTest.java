package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.file.CsvText;
import io.github.miscope.plane.PlanePlan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Submit.run(file, csv, Spark.on("local[2]"), new PrintStream(log, true, StandardCharsets.UTF_8));
    assertEquals(Files.readString(expected), Files.readString(csv));
    String said = log.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("12 of 12 cells, 0 failed"), said);
  }

  @Test
  void anotherFileIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("x.plan"), "text");
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> PlanFile.read(file));
    assertTrue(refusal.getMessage().contains("x.plan has no plan"), refusal.getMessage());
  }
}
