package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.file.CsvText;
import io.github.miscope.plan.Progress;
import io.github.miscope.sample.Samples;
import io.github.miscope.spark.internal.Jars;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.sweep.SweepRow;
import io.github.miscope.sweep.SweepTable;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A master and two workers, each a process, one cluster for all tests. */
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneTest {

  /** A moment costs some 6 s: how many there are is given where there is time for more. */
  private static final int MOMENTS = Integer.getInteger("miscope.spark.kills", 2);

  @TempDir static Path logs;
  private static Cluster cluster;

  @TempDir Path folder;

  @BeforeAll
  static void startCluster() throws Exception {
    cluster = Cluster.start(logs, 2);
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  /** Before this process takes the cores: the application gets its own driver and executors. */
  @Test
  @Order(0)
  void sparkSubmitRunsAPlanOfAFile() throws Exception {
    Path expected = folder.resolve("expected.csv");
    Plans.plane().run().writeCsv(expected, CsvText.EXACT);
    Path plan = folder.resolve("plane.plan");
    PlanFile.write(plan, Plans.plane());
    Path csv = folder.resolve("found.csv");
    Path log = folder.resolve("submit.log");
    List<String> jars =
        Jars.of(List.of(Submit.class, TwoLayers.class)).stream().map(Path::toString).toList();
    Process submit =
        Cluster.submit(
            log,
            "--master",
            cluster.master(),
            "--conf",
            "spark.driver.host=127.0.0.1",
            "--conf",
            "spark.driver.bindAddress=127.0.0.1",
            "--executor-memory",
            "700m",
            "--class",
            Submit.class.getName(),
            "--jars",
            String.join(",", jars.subList(1, jars.size())),
            jars.get(0),
            plan.toString(),
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
  @Order(1)
  void rowsAreThoseOfALocalRun() throws Exception {
    SameRows.check(cluster.spark(), Progress.none(), folder);
    DistributedKsgTest.assertLocalBits(cluster.spark());
  }

  @Test
  @Order(2)
  void aKilledWorkerChangesNoByte() throws Exception {
    List<SweepRow> expected = Plans.timeless(KilledDriver.sweep().run());
    SplittableRandom moments = new SplittableRandom(25);
    Spark spark = cluster.spark();
    Plans.sweep().withTrials(1).run(spark); // Executors are there.
    int killed = 0;
    for (int moment = 0; moment < MOMENTS; moment++) {
      CompletableFuture<SweepTable> run =
          CompletableFuture.supplyAsync(() -> KilledDriver.sweep().run(spark));
      Thread.sleep(moments.nextInt(2000)); // The run takes two seconds and more.
      boolean isMiddle = !run.isDone();
      killed += isMiddle ? 1 : 0;
      cluster.kill(moment);
      cluster.addWorker();
      assertEquals(expected, Plans.timeless(run.get()), "moment " + moment);
    }
    assertEquals(MOMENTS, killed, "killed in the middle of a run");
    DistributedKsgTest.assertLocalBitsDespite(() -> cluster.kill(MOMENTS), spark);
    cluster.addWorker();
  }

  /** A driver at an address where nobody listens: the master starts executors again and again. */
  @Test
  @Order(7)
  void executorsThatNeverComeAreSaid() throws Exception {
    Spark away =
        cluster
            .spark()
            .withOption("spark.driver.host", "127.0.0.2")
            .withOption("spark.miscope.executorTimeout", "3s");
    String message = failure(Presets.gaussianMi(), away).getMessage();
    assertTrue(message.startsWith("no executor has reached the driver for 3 s"), message);
    assertTrue(message.contains("do not reach the driver at 127.0.0.2"), message);
    Spark large =
        cluster
            .spark()
            .withOption("spark.executor.memory", "2g")
            .withOption("spark.miscope.executorTimeout", "2s");
    message = failure(Presets.gaussianMi(), large).getMessage();
    assertTrue(message.startsWith("no executor has reached the driver for 2 s"), message);
    assertTrue(message.contains("an executor is to have 2g"), message);
    Path table = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
    message =
        assertThrows(
                IllegalStateException.class,
                () -> SparkColumns.read(large, table.toUri().toString()))
            .getMessage();
    assertTrue(message.startsWith("no executor has reached the driver for 2 s"), message);
  }

  private record Greedy() implements MutualInformationEstimator {

    @Override
    public Estimate estimate(Samples samples) {
      return Presets.ksg().estimate(Samples.of(new double[500_000_000], new double[2]));
    }
  }

  @Test
  @Order(3)
  void tooLittleMemoryForACellIsSaidAtOnce() {
    IllegalStateException failure = failure(new Greedy(), cluster.spark());
    assertOutOfMemory(failure.getMessage());
    // Thrown by the cell, at once; Spark alone would lose four executors before it gives up.
    assertTrue(failure.getCause() instanceof OutOfMemoryError, failure.getCause().toString());
  }

  /** The memory ends elsewhere than in a cell: the executor ends, with exit code 52. */
  private record Dying() implements MutualInformationEstimator {

    @Override
    public Estimate estimate(Samples samples) {
      Thread other =
          new Thread(
              () -> {
                throw new OutOfMemoryError("Java heap space");
              });
      other.start();
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IllegalStateException("the executor lives");
    }
  }

  @Test
  @Order(4)
  void anExecutorThatEndsForLackOfMemoryIsSaid() {
    Spark spark = cluster.spark().withOption("spark.task.maxFailures", "1");
    String message = failure(new Dying(), spark).getMessage();
    assertOutOfMemory(message);
    assertTrue(message.contains("code 52"), message);
  }

  private static void assertOutOfMemory(String message) {
    assertTrue(
        message.startsWith(
            "an executor ran out of memory (it has 700m): give it more with"
                + " withOption(\"spark.executor.memory\", \"4g\")"),
        message);
  }

  @Test
  @Order(5)
  void executorsOfAnotherMiscopeAreRefused() throws Exception {
    String message =
        failureWith(
            "io.github.miscope.sample.Seed",
            "package io.github.miscope.sample; public record Seed(long value, int generation) {}");
    assertTrue(
        message.startsWith("the executors have another version of miscope on their class path"),
        message);
    assertTrue(message.contains("spark.executor.extraClassPath"), message);
    assertTrue(
        message.contains(
            "Seed has [long value, int generation] here, and [long value] where it was sent from"),
        message);
  }

  @Test
  @Order(6)
  void executorsOfAnotherSparkAreRefused() throws Exception {
    String message =
        failureWith(
            "org.apache.spark.rdd.ParallelCollectionPartition",
            """
            package org.apache.spark.rdd;
            public class ParallelCollectionPartition implements java.io.Serializable {
              private static final long serialVersionUID = 3;
            }
            """);
    assertTrue(
        message.startsWith(
            "the executors run another version of Spark than the driver (4.1.3): use the same"
                + " version on both sides"),
        message);
  }

  /** What is said where executors have a class of another version. */
  private String failureWith(String name, String source) throws Exception {
    Path jar = OtherClass.jar(folder, name, source);
    Spark spark =
        cluster
            .spark()
            .withOption("spark.executor.extraClassPath", jar.toString())
            .withOption("spark.task.maxFailures", "1");
    return failure(Presets.gaussianMi(), spark).getMessage();
  }

  private static IllegalStateException failure(MutualInformationEstimator estimator, Spark spark) {
    Sweep sweep = Sweep.of(Tasks.correlatedGaussians(1, 0.5), estimator).withTrials(2);
    return assertThrows(IllegalStateException.class, () -> sweep.run(spark));
  }
}
