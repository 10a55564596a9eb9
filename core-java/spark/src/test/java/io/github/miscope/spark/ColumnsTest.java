package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.network.MiNetwork;
import io.github.miscope.network.NetworkColumns;
import io.github.miscope.network.NetworkPlan;
import io.github.miscope.network.PairRow;
import io.github.miscope.network.PairSelection;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.sample.Variable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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

  @Test
  void networksDoWithoutMissingValues() throws Exception {
    StringBuilder text = new StringBuilder("a,b,c\n");
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 40; i++) {
      String a = i % 7 == 0 ? "" : Double.toString(random.nextGaussian());
      text.append(a).append(',').append(random.nextGaussian()).append(',').append(i).append('\n');
    }
    String table = Files.writeString(folder.resolve("gaps.csv"), text).toString();
    NetworkColumns columns = SparkColumns.network(LOCAL, table);
    assertEquals(3, columns.d());
    MiNetwork network = NetworkPlan.of(columns).run();
    assertEquals(34, network.n(0, 1));
    assertEquals(40, network.n(1, 2));
    assertEquals(2, SparkColumns.network(LOCAL, table, List.of("b", "c")).d());
  }

  /** What is read again is what a local run gives, to the bit. */
  @Test
  void pairsBecomeATable() throws Exception {
    NetworkPlan plan = NetworkPlan.of(NetworkColumns.of(Plans.columns(20, 40))).withPValues(20);
    MiNetwork network = plan.run();
    for (String name : List.of("pairs.parquet", "pairs.orc", "pairs.csv")) {
      String table = folder.resolve(name).toString();
      try (SparkPairs pairs = SparkPairs.to(LOCAL, table)) {
        network.rows(PairSelection.all(), pairs);
      }
      List<Variable> read = SparkColumns.read(LOCAL, table, List.of("mi_nats", "p_adjusted"));
      List<PairRow> rows = network.rows(PairSelection.all());
      for (int r = 0; r < rows.size(); r++) {
        assertEquals(rows.get(r).nats(), read.get(0).columns()[0][r], name);
        assertEquals(rows.get(r).adjusted().orElseThrow(), read.get(1).columns()[0][r], name);
      }
    }
    // From executors to the table, pair by pair, above a threshold; an older table is replaced.
    String table = folder.resolve("pairs.parquet").toString();
    try (SparkPairs pairs = SparkPairs.to(LOCAL, table)) {
      plan.stream(PairSelection.above(0.1), RunOptions.withDefaults().withRunner(LOCAL), pairs);
    }
    int above = network.rows(PairSelection.above(0.1)).size();
    assertTrue(above > 10 && above < 190, above + " pairs");
    assertEquals(above, SparkColumns.read(LOCAL, table, List.of("mi_nats")).get(0).n());
    assertEquals(
        "table must not be empty: give hdfs://host/edges.parquet or a path",
        assertThrows(IllegalArgumentException.class, () -> SparkPairs.to(LOCAL, " ")).getMessage());
    SparkPairs nowhere = SparkPairs.to(LOCAL, "gone://store/pairs.parquet");
    String refusal = assertThrows(IllegalArgumentException.class, nowhere::close).getMessage();
    assertTrue(refusal.startsWith("gone://store/pairs.parquet cannot be written: "), refusal);
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
