package io.github.miscope.inference;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.plan.Cells;
import io.github.miscope.plan.Rows;
import io.github.miscope.plan.Runner;
import java.util.BitSet;
import java.util.function.IntFunction;

/**
 * Many estimates of about one size, on as many threads as there are. How many are done is reported
 * to {@link TrainingProgress}; what the estimates themselves report is not.
 *
 * @param <R> what an estimate gives
 */
final class Repeats<R> implements Cells<R> {

  private final int first;
  private final int count;
  private final int total;
  private final IntFunction<R> estimate;

  private Repeats(int first, int count, int total, IntFunction<R> estimate) {
    this.first = first;
    this.count = count;
    this.total = total;
    this.estimate = estimate;
  }

  /** Repeats were stopped by an interrupt; tells which values are there. */
  static final class Interrupted extends EstimationInterruptedException {

    private static final long serialVersionUID = 1;

    private final transient double[] nats;
    private final transient BitSet done;

    private Interrupted(String label, InterruptedException cause, double[] nats, BitSet done) {
      super(message(label), cause);
      this.nats = nats;
      this.done = done;
    }

    /** The values that were finished, in the order of their numbers. */
    double[] finished() {
      return done.stream().mapToDouble(i -> nats[i]).toArray();
    }

    /** The values of runs of so many numbers that were all finished, run by run. */
    double[] finishedRuns(int length) {
      BitSet whole = new BitSet();
      for (int from = 0; from < nats.length; from += length) {
        if (done.nextClearBit(from) >= from + length) {
          whole.set(from, from + length);
        }
      }
      return whole.stream().mapToDouble(i -> nats[i]).toArray();
    }
  }

  /**
   * The estimates with numbers 0 to count - 1.
   *
   * @throws Interrupted if the calling thread's work is to stop
   */
  static double[] of(int count, String label, IntFunction<Double> estimate) {
    double[] nats = new double[count];
    BitSet done = new BitSet(count);
    try {
      run(
          new Repeats<>(0, count, count, estimate),
          (i, value) -> {
            nats[i] = value;
            done.set(i);
          });
    } catch (InterruptedException e) {
      throw new Interrupted(label, e, nats, done);
    }
    return nats;
  }

  /**
   * For long work before the first estimate.
   *
   * @throws Interrupted if the calling thread's work is to stop; no value is there
   */
  static void requireRunning(String label) {
    try {
      Interrupts.check();
    } catch (InterruptedException e) {
      throw new Interrupted(label, e, new double[0], new BitSet());
    }
  }

  /**
   * Makes the estimates with numbers 0 to count - 1, in any order, on any thread.
   *
   * @throws EstimationInterruptedException if the calling thread's work is to stop
   */
  static <R> void run(int count, String label, IntFunction<R> estimate, Rows<R> rows) {
    run(0, count, count, label, estimate, rows);
  }

  /**
   * Makes some of the estimates with numbers 0 to total - 1; rows are counted from the first.
   *
   * @throws EstimationInterruptedException if the calling thread's work is to stop
   */
  static <R> void run(
      int first, int count, int total, String label, IntFunction<R> estimate, Rows<R> rows) {
    try {
      run(new Repeats<>(first, count, total, estimate), rows);
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(message(label), e);
    }
  }

  private static <R> void run(Repeats<R> repeats, Rows<R> rows) throws InterruptedException {
    Runner.within(
        repeats, rows, done -> TrainingProgress.report(repeats.first + done, repeats.total));
  }

  private static String message(String label) {
    return "repeated estimates by " + label + " stopped";
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public R row(int cell) {
    return TrainingProgress.listen((done, total) -> {}, () -> estimate.apply(first + cell));
  }

  @Override
  public String label(int cell) {
    return "estimate " + (first + cell + 1) + " of " + total;
  }
}
