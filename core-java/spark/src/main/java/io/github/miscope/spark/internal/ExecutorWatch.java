package io.github.miscope.spark.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;

/**
 * Ends work that no executor comes to do. Spark itself waits for ever: a master starts executors
 * that do not reach the driver again and again.
 */
final class ExecutorWatch implements AutoCloseable {

  /** How long to wait, as Spark writes times; 0 for ever. */
  static final String LIMIT = "spark.miscope.executorTimeout";

  private static final long TICK_MILLIS = 500;

  private final SparkContext context;
  private final Consumer<RuntimeException> end;
  private final long seconds;
  private final CountDownLatch closed = new CountDownLatch(1);

  private ExecutorWatch(SparkContext context, Consumer<RuntimeException> end, long seconds) {
    this.context = context;
    this.end = end;
    this.seconds = seconds;
  }

  /**
   * Begins to watch.
   *
   * @param end takes what to throw where no executor has been there for as long as the context's
   *     options allow; called by another thread, once at most
   */
  static ExecutorWatch start(SparkContext context, Consumer<RuntimeException> end) {
    // YARN and Kubernetes make applications wait for their turn, and end those whose executors
    // fail.
    String usual = context.master().startsWith("spark://") ? "10min" : "0";
    long seconds = context.conf().getTimeAsSeconds(LIMIT, usual);
    ExecutorWatch watch = new ExecutorWatch(context, end, seconds);
    if (seconds > 0 && !context.isLocal()) {
      Thread thread = new Thread(watch::run, "miscope-spark-executors");
      thread.setDaemon(true);
      thread.start();
    }
    return watch;
  }

  private void run() {
    long last = System.nanoTime();
    try {
      while (!closed.await(TICK_MILLIS, TimeUnit.MILLISECONDS) && !context.isStopped()) {
        long now = System.nanoTime();
        if (hasExecutor()) {
          last = now;
        } else if (now - last > TimeUnit.SECONDS.toNanos(seconds)) {
          RuntimeException advice = Failures.noExecutor(context, seconds);
          Contexts.giveUp(context, () -> end.accept(advice));
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Nobody does.
    }
  }

  private boolean hasExecutor() {
    try {
      return context.getExecutorMemoryStatus().size() > 1; // The driver is one of them.
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare.
      return true; // Nobody knows: the context is being stopped, or has no time to answer.
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
