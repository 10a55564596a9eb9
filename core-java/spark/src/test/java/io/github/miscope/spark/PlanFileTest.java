package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.file.CsvText;
import io.github.miscope.network.PairSelection;
import io.github.miscope.plane.PlanePlan;
import io.github.miscope.spark.internal.Jars;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
  void sparkSubmitRunsIt() throws Exception {
    Path expected = folder.resolve("expected.csv");
    Plans.plane().run().writeCsv(expected, CsvText.EXACT);
    Path file = folder.resolve("plane.plan");
    PlanFile.write(file, Plans.plane());
    Path csv = folder.resolve("found.csv");
    Path log = folder.resolve("submit.log");
    Path jar = Jars.of(List.of(Submit.class)).iterator().next();
    Process submit =
        Cluster.java(
            log,
            "512m",
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            "local[2]",
            "--class",
            Submit.class.getName(),
            jar.toString(),
            file.toString(),
            csv.toString(),
            folder.resolve("checkpoint").toString());
    assertEquals(0, submit.waitFor(), () -> read(log));
    assertEquals(Files.readString(expected), Files.readString(csv));
    assertTrue(read(log).contains("12 of 12 cells, 0 failed"), read(log));
    assertTrue(Files.isDirectory(folder.resolve("checkpoint")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void anotherFileIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("x.plan"), "text");
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> PlanFile.read(file));
    assertTrue(refusal.getMessage().contains("x.plan has no plan"), refusal.getMessage());
  }
}
