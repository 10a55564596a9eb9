package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Variable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnsTest {

  private static final Spark LOCAL = Spark.on("local[2]");

  @TempDir Path folder;

  @Test
  void columnsOfCsvAndParquetAreThoseThatWereWritten() throws Exception {
    Path csv = folder.resolve("table.csv");
    Files.writeString(csv, "a,b,name\n1,0.1,x\n2,-0.25,y\n3,1e-3,z\n");
    List<Variable> read = SparkColumns.read(LOCAL, csv.toString());
    assertEquals(2, read.size(), "the numeric ones");
    assertEquals("b", read.get(1).name());
    assertArrayEquals(new double[] {0.1, -0.25, 1e-3}, read.get(1).columns()[0]);
    String parquet = folder.resolve("table.parquet").toString();
    SparkSession.builder()
        .getOrCreate()
        .read()
        .option("header", "true")
        .option("inferSchema", "true")
        .csv(csv.toString())
        .write()
        .parquet(parquet);
    List<Variable> again = SparkColumns.read(LOCAL, parquet, List.of("b"));
    assertArrayEquals(read.get(1).columns()[0], again.get(0).columns()[0]);
    assertRefused(parquet, List.of("c"), "has no column c: its numeric columns are [a, b]");
    assertRefused(parquet, List.of("name"), "column name of", "is not numeric");
  }

  /** Partition after partition; Spark puts files of a table into an order of its own. */
  @Test
  void rowsOfAllPartitionsCome() throws Exception {
    String numbers = folder.resolve("numbers.parquet").toString();
    SparkColumns.read(LOCAL, Files.writeString(folder.resolve("one.csv"), "a\n1\n2\n").toString());
    SparkSession.builder().getOrCreate().range(0, 5000, 1, 3).write().parquet(numbers);
    double[] read = SparkColumns.read(LOCAL, numbers).get(0).columns()[0];
    Arrays.sort(read);
    assertArrayEquals(IntStream.range(0, 5000).asDoubleStream().toArray(), read);
  }

  @Test
  void whatCannotBeReadIsNamed() throws Exception {
    String broken = Files.writeString(folder.resolve("broken.parquet"), "PAR1?").toString();
    assertRefused(broken, List.of(), "broken.parquet cannot be read: ", "give a Parquet");
    assertRefused(folder.resolve("none.parquet").toString(), List.of(), "none.parquet cannot be");
    Path gaps = Files.writeString(folder.resolve("gaps.csv"), "a,b\n1,2\n,3\n4,5\n");
    assertRefused(gaps.toString(), List.of(), "column a of", "has 1 missing values of 3");
  }

  private static void assertRefused(String table, List<String> columns, String... parts) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> SparkColumns.read(LOCAL, table, columns));
    for (String part : parts) {
      assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }
  }
}
