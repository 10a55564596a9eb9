package io.github.miscope.spark.internal;

import io.github.miscope.plan.CellJob;
import io.github.miscope.plan.CellRunner;
import io.github.miscope.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * A run on Spark. Cells are taken in waves of tasks; two waves are under way at a time, so that the
 * last tasks of one leave no core idle. A task has as many cells as take a third of a second, by
 * what the last ones took.
 *
 * @param <R> what a cell gives
 */
public final class SparkWork<R> implements CellRunner.Work {

  /** Long beside the 5 ms that a task costs, short for who looks at progress or stops the run. */
  private static final long TASK_NANOS = 300_000_000;

  /** No task is to be shorter, where cells are. */
  private static final long SHORT_NANOS = 60_000_000;

  private static final int WAVES = 2;

  /** Tasks of a wave for each core. */
  private static final int TASKS_PER_CORE = 4;

  private static final int MAX_CELLS = 100_000;

  /** What is finished just now arrives within this time. */
  private static final long GRACE_MILLIS = 200;

  private final SparkContext context;
  private final CellJob<R> job;
  private final String run;
  private final CellTask task;
  private final Broadcasts broadcasts;
  private final ExecutorService arrivals =
      Executors.newSingleThreadExecutor(work -> daemon(work, "miscope-spark-rows"));
  private final AtomicInteger wavesLeft = new AtomicInteger(WAVES);
  private final ExecutorWatch watch;
  private volatile long cellNanos;
  private volatile boolean stopped;

  private SparkWork(
      SparkContext context, CellJob<R> job, String run, Broadcasts broadcasts, CellTask task) {
    this.context = context;
    this.job = job;
    this.run = run;
    this.broadcasts = broadcasts;
    this.task = task;
    watch = ExecutorWatch.start(context, job::failed);
  }

  /**
   * Starts a run.
   *
   * @param place where
   * @param job gives the cells and takes their rows
   * @param <R> what a cell gives
   * @return the work under way
   * @throws InterruptedException if the calling thread is interrupted
   */
  public static <R> CellRunner.Work start(Place place, CellJob<R> job) throws InterruptedException {
    Broadcasts broadcasts = new Broadcasts(place);
    try {
      return start(place, job, broadcasts, broadcasts.pack(job.cells().recipe()));
    } catch (CancellationException e) {
      InterruptedException stop = new InterruptedException(e.getMessage());
      stop.initCause(e);
      throw stop;
    } catch (IllegalStateException e) {
      // Spark gives a context whose master never took it, and stops it a moment later.
      throw Failures.isStopped(e) && place.master().startsWith("spark://")
          ? new IllegalStateException(Failures.noMaster(place.master()), e)
          : e;
    }
  }

  private static <R> SparkWork<R> start(
      Place place, CellJob<R> job, Broadcasts broadcasts, byte[] packed) {
    Set<Class<?>> classes = broadcasts.classes();
    SparkContext context = Contexts.get(place);
    RowFolder folder =
        place.checkpoint().isEmpty()
            ? null
            : RowFolder.open(
                place.checkpoint().get(),
                context.hadoopConfiguration(),
                plan(place, job),
                job::earlier);
    if (!context.isLocal()) {
      Set<Path> jars = Jars.of(classes);
      Contexts.send(context, jars, place.jars());
    }
    String run = UUID.randomUUID().toString();
    Parcel.remember(run, classes);
    Broadcast<byte[]> recipe = broadcasts.send(context, packed);
    SparkWork<R> work =
        new SparkWork<>(context, job, run, broadcasts, new CellTask(run, recipe, folder));
    for (int wave = 0; wave < WAVES; wave++) {
      daemon(work::waves, "miscope-spark-" + wave).start();
    }
    return work;
  }

  private static <R> Plan<R> plan(Place place, CellJob<R> job) {
    return job.plan()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "checkpoint "
                        + place.checkpoint().orElse("")
                        + " cannot be used: rows of these cells have no text form"));
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void waves() {
    try {
      context.setJobGroup(run, "miscope", true);
      for (List<int[]> wave = wave(); !wave.isEmpty(); wave = wave()) {
        run(wave);
      }
    } catch (Throwable e) { // Spark throws checked exceptions that it does not declare.
      if (!stopped) {
        job.failed(Failures.of(e, context));
      }
    } finally {
      if (wavesLeft.decrementAndGet() == 0) {
        watch.close();
        Parcel.forget(run);
        arrivals.shutdown();
        broadcasts.destroy();
      }
    }
  }

  /** The next tasks, each with its cells. */
  private synchronized List<int[]> wave() {
    int tasks = TASKS_PER_CORE * parallelism();
    long known = cellNanos;
    // Without a duration yet, the tasks have a cell each.
    long most = known == 0 ? 1 : Math.min(MAX_CELLS, Math.max(1, TASK_NANOS / known));
    // A short plan, and the end of a long one, is shared out, but not into tasks shorter than
    // what Spark needs for one.
    long fewest = known == 0 ? 1 : Math.max(1, SHORT_NANOS / known);
    long fair = Math.max(fewest, job.left() / ((long) WAVES * tasks));
    int length = (int) Math.min(most, fair);
    List<int[]> wave = new ArrayList<>();
    while (wave.size() < tasks && !stopped) {
      int[] cells = new int[length];
      int count = 0;
      while (count < length) {
        int cell = job.take();
        if (cell < 0) {
          break;
        }
        cells[count++] = cell;
      }
      if (count == 0) {
        break;
      }
      wave.add(count == length ? cells : Arrays.copyOf(cells, count));
    }
    return wave;
  }

  private void run(List<int[]> wave) {
    RDD<int[]> tasks = new JavaSparkContext(context).parallelize(wave, wave.size()).rdd();
    ClassTag<byte[]> bytes = ClassTag$.MODULE$.apply(byte[].class);
    context.runJob(tasks, task, indices(wave.size()), new Arrival(), bytes);
  }

  private static scala.collection.immutable.Seq<Object> indices(int count) {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(i);
    }
    return scala.jdk.javaapi.CollectionConverters.asScala(all).toSeq();
  }

  /** Takes the rows of a task from Spark's own thread, which must not wait. */
  private final class Arrival extends AbstractFunction2<Object, byte[], BoxedUnit> {

    @Override
    public BoxedUnit apply(Object index, byte[] packed) {
      arrivals.execute(() -> arrive(packed));
      return BoxedUnit.UNIT;
    }
  }

  @SuppressWarnings("unchecked") // rows are of the cells of this job
  private void arrive(byte[] packed) {
    try {
      CellTask.Outcome outcome =
          (CellTask.Outcome) Objects.requireNonNull(Parcel.unpack(packed, run));
      long nanos = 0;
      for (CellTask.Finished row : outcome.rows()) {
        nanos += row.nanos();
        job.finished(row.cell(), (R) row.row(), row.nanos());
      }
      if (!outcome.rows().isEmpty()) {
        cellNanos = Math.max(1, nanos / outcome.rows().size());
      }
      Throwable bug = outcome.bug();
      if (bug != null) {
        job.failed(bug instanceof OutOfMemoryError ? Failures.ofMemory(bug, context) : bug);
      }
    } catch (RuntimeException e) {
      job.failed(e);
    }
  }

  @Override
  public int parallelism() {
    try {
      return Math.max(1, context.isStopped() ? 1 : context.defaultParallelism());
    } catch (IllegalStateException e) {
      return 1; // It was stopped just now, of which the job hears.
    }
  }

  @Override
  public void stop() {
    stopped = true;
    watch.close();
    try {
      if (!context.isStopped()) {
        context.cancelJobGroupAndFutureJobs(run);
      }
    } catch (RuntimeException e) {
      if (!context.isStopped()) {
        throw e;
      }
    }
    boolean interrupted = false;
    try {
      arrivals.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true; // Already stopping.
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
