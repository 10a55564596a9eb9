package io.github.miscope.spark;

import io.github.miscope.plan.CellJob;
import io.github.miscope.plan.CellRunner;
import io.github.miscope.spark.internal.Libraries;
import io.github.miscope.spark.internal.Place;
import io.github.miscope.spark.internal.SparkWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs plans on Apache Spark: sweeps, planes, matrices and networks of columns, with the same rows
 * as on threads of one machine. Immutable.
 *
 * <pre>{@code
 * SweepTable table = sweep.run(Spark.on("spark://host:7077"));
 * }</pre>
 *
 * <p>A plan is sent to the executors once, with the jars that its classes are in. It may consist of
 * records, of other immutable objects, and of what Java serialises; a lambda cannot travel. The
 * first run makes a Spark context, which later runs of the same master and options use again until
 * the process ends.
 */
public final class Spark implements CellRunner {

  private final Place place;

  private Spark(Place place) {
    this.place = place;
  }

  /**
   * A cluster, or threads of this process that are used as one.
   *
   * @param master as Spark names it: {@code local[*]}, {@code spark://host:7077}, {@code yarn},
   *     {@code k8s://https://host:443}
   * @return a runner without other options
   * @throws IllegalArgumentException if the master is empty
   */
  public static Spark on(String master) {
    Objects.requireNonNull(master, "master");
    if (master.isBlank()) {
      throw new IllegalArgumentException(
          "master must not be empty: give local[*], spark://host:7077, yarn or k8s://https://host");
    }
    return new Spark(new Place(master, Map.of(), List.of(), Optional.empty()));
  }

  /**
   * The Spark context that already runs in this process, or that {@code spark-submit} configured.
   *
   * @return a runner without other options
   */
  public static Spark active() {
    return new Spark(new Place("", Map.of(), List.of(), Optional.empty()));
  }

  /**
   * This runner with an option of Spark, such as {@code spark.executor.memory}. It applies when the
   * context is made.
   *
   * @param key its name
   * @param value its value
   * @return a changed copy
   * @throws IllegalArgumentException if the name does not begin with "spark."
   */
  public Spark withOption(String key, String value) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    if (!key.startsWith("spark.")) {
      throw new IllegalArgumentException("options of Spark begin with \"spark.\": " + key);
    }
    Map<String, String> all = new LinkedHashMap<>(place.options());
    all.put(key, value);
    return new Spark(new Place(place.master(), all, place.jars(), place.checkpoint()));
  }

  /**
   * This runner with more jars for the executors. Those of the plan's classes and of miscope's core
   * are sent anyway.
   *
   * @param more paths or URIs of jars
   * @return a changed copy
   */
  public Spark withJars(List<String> more) {
    Objects.requireNonNull(more, "more");
    List<String> all = new ArrayList<>(place.jars());
    all.addAll(more);
    return new Spark(new Place(place.master(), place.options(), all, place.checkpoint()));
  }

  /**
   * This runner with a folder that keeps finished rows and survives the driver. A run that finds
   * the rows of an earlier run of the same plan goes on from there; only cells that were under way
   * are done again. Executors write to it, so that all must reach it.
   *
   * @param folder on any file system of Hadoop: hdfs://host/folder, s3a://bucket/folder, or a path
   *     that all machines share
   * @return a changed copy
   * @throws IllegalArgumentException if the folder is empty
   */
  public Spark withCheckpoint(String folder) {
    Objects.requireNonNull(folder, "folder");
    if (folder.isBlank()) {
      throw new IllegalArgumentException("folder must not be empty: give hdfs://host/folder");
    }
    return new Spark(new Place(place.master(), place.options(), place.jars(), Optional.of(folder)));
  }

  /**
   * Where the plan runs.
   *
   * @return as Spark names it; empty for the context that is active
   */
  public String master() {
    return place.master();
  }

  /**
   * Options of Spark.
   *
   * @return by name
   */
  public Map<String, String> options() {
    return place.options();
  }

  /**
   * More jars for the executors.
   *
   * @return paths or URIs
   */
  public List<String> jars() {
    return place.jars();
  }

  /**
   * The folder that keeps finished rows.
   *
   * @return its URI; empty if there is none
   */
  public Optional<String> checkpoint() {
    return place.checkpoint();
  }

  Place place() {
    return place;
  }

  /**
   * Begins to work on the cells of a run.
   *
   * @param job gives the cells and takes their rows
   * @param <R> what a cell gives
   * @return the work under way
   * @throws IllegalArgumentException if the plan cannot be sent, or the checkpoint belongs to
   *     another plan
   * @throws IllegalStateException if Spark is not on the class path or of another version, the
   *     master does not answer, or this process has a context with another master; the message says
   *     what to do
   */
  @Override
  public <R> Work start(CellJob<R> job) throws InterruptedException {
    Objects.requireNonNull(job, "job");
    Libraries.require();
    return SparkWork.start(place, job);
  }

  @Override
  public String label() {
    return place.master().isEmpty() ? "Spark" : "Spark on " + place.master();
  }

  @Override
  public String toString() {
    return label();
  }
}
