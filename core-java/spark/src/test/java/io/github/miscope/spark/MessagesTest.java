package io.github.miscope.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.spark.internal.Contexts;
import io.github.miscope.spark.internal.Jars;
import io.github.miscope.sweep.Sweep;
import io.github.miscope.task.Tasks;
import java.io.File;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is said with what to do about it. */
@Order(1)
class MessagesTest {

  private static final Sweep SWEEP =
      Sweep.of(Tasks.correlatedGaussians(1, 0.5), Presets.gaussianMi()).withTrials(2);

  @TempDir Path folder;

  /** Runs a plan where only the given parts of the class path are there; gives what it throws. */
  private static Throwable thrownWith(List<URL> first, boolean withSpark) throws Exception {
    List<URL> urls = new ArrayList<>(first);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      boolean own = !entry.endsWith(".jar") || entry.contains("miscope");
      boolean spark = entry.contains("spark-") || entry.contains("scala-");
      if (own || (withSpark || !spark)) {
        urls.add(new File(entry).toURI().toURL());
      }
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      Class<?> there = Class.forName(Inside.class.getName(), true, loader);
      return (Throwable) there.getMethod("thrown").invoke(null);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Loaded with other libraries than those of the test. */
  public static final class Inside {

    private Inside() {}

    public static Throwable thrown() {
      return assertThrows(
          IllegalStateException.class,
          () ->
              Sweep.of(Tasks.correlatedGaussians(1, 0.5), Presets.gaussianMi())
                  .withTrials(2)
                  .run(Spark.on("local[2]")));
    }
  }

  @Test
  void withoutSparkTheMessageSaysWhatToAdd() throws Exception {
    assertEquals(
        "Spark is not on the class path: add org.apache.spark:spark-sql_2.13:4.1.3, or start the"
            + " program with spark-submit",
        thrownWith(List.of(), false).getMessage());
  }

  @Test
  void anotherVersionOfSparkIsNamed() throws Exception {
    Files.writeString(folder.resolve("spark-version-info.properties"), "version=3.5.1\n");
    String message = thrownWith(List.of(folder.toUri().toURL()), true).getMessage();
    assertTrue(
        message.startsWith(
            "Spark 3.5.1 is on the class path, but miscope-spark needs Spark 4.x of Scala 2.13"),
        message);
  }

  @Test
  void aMasterThatDoesNotAnswerIsNamed() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Spark spark = Spark.on("spark://127.0.0.1:" + port);
    String message = assertThrows(IllegalStateException.class, () -> SWEEP.run(spark)).getMessage();
    assertTrue(message.startsWith("no Spark master answers at spark://127.0.0.1:" + port), message);
    assertTrue(message.contains("start one with sbin/start-master.sh"), message);
  }

  @Test
  void badArgumentsAreNamed() {
    assertTrue(refusal(() -> Spark.on(" ")).startsWith("master must not be empty"));
    assertEquals(
        "options of Spark begin with \"spark.\": memory",
        refusal(() -> Spark.on("yarn").withOption("memory", "1g")));
    assertTrue(
        refusal(() -> SWEEP.run(Spark.on("spark://nowhere")))
            .startsWith("master must be spark://host:port"));
    assertTrue(refusal(() -> Submit.main(new String[1])).startsWith("arguments: PLAN CSV"));
  }

  @Test
  void aMasterThatSparkDoesNotKnowIsNamed() {
    for (String master : List.of("lokal[2]", "yarn")) {
      String message = refusal(() -> SWEEP.run(Spark.on(master)));
      assertTrue(
          message.startsWith("Spark knows no master " + master + ": give local[*]"), message);
      assertTrue(message.contains("spark-yarn_2.13"), message);
    }
  }

  @Test
  void aContextOfSomebodyElseIsNamedAndCanBeUsed() {
    Contexts.stop();
    SparkConf conf = new SparkConf().setMaster("local[1]").setAppName("another");
    conf.set("spark.ui.enabled", "false").set("spark.driver.host", "127.0.0.1");
    try (JavaSparkContext other = new JavaSparkContext(conf)) {
      IllegalStateException refusal =
          assertThrows(IllegalStateException.class, () -> SWEEP.run(Spark.on("local[2]")));
      assertEquals(
          "this process already has a Spark context, with master local[1]: use it with"
              + " Spark.active(), or stop it first",
          refusal.getMessage());
      assertEquals(2, SWEEP.run(Spark.active()).rows().size());
      assertFalse(other.sc().isStopped());
    }
  }

  /** A class that is in no file, as those of a notebook's cells. */
  @Test
  void aClassOfANotebookIsNamedWhereItCannotTravel() throws Exception {
    byte[] code;
    try (InputStream in = TwoLayers.class.getResourceAsStream("TwoLayers.class")) {
      code = in.readAllBytes();
    }
    Class<?> compiled =
        new ClassLoader(getClass().getClassLoader()) {
          Class<?> define() {
            return defineClass(TwoLayers.class.getName(), code, 0, code.length);
          }
        }.define();
    String message = refusal(() -> Jars.of(List.of(compiled)));
    assertTrue(
        message.startsWith(TwoLayers.class.getName() + " was compiled in a notebook"), message);
    assertTrue(message.contains("put it in a jar, or run on local[*]"), message);
  }

  private static String refusal(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
