package io.github.miscope.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Times of a task. */
final class Clock {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** The part of the runs that is left out of the median. */
  private static final double WARM_UP = 0.5;

  private Clock() {}

  /** The median processor time of the current thread, in milliseconds, once warm. */
  static double cpu(double seconds, Runnable task) {
    LongSupplier clock = cpu();
    List<Double> times = new ArrayList<>();
    long end = clock.getAsLong() + (long) (1e9 * seconds);
    while (times.size() < 2 || clock.getAsLong() < end) {
      times.add(once(clock, task));
    }
    return warmMedian(times);
  }

  /** The median of the later half. */
  static double warmMedian(List<Double> times) {
    List<Double> warm =
        new ArrayList<>(times.subList((int) (WARM_UP * times.size()), times.size()));
    warm.sort(null);
    return warm.get(warm.size() / 2);
  }

  /** Milliseconds of one run. */
  static double once(LongSupplier clock, Runnable task) {
    long before = clock.getAsLong();
    task.run();
    return (clock.getAsLong() - before) / 1e6;
  }

  /** Processor time of the current thread, in nanoseconds. */
  static LongSupplier cpu() {
    return THREADS::getCurrentThreadCpuTime;
  }

  /** The largest heap since the last call, in MiB. */
  static double peakHeap() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        bytes += pool.getPeakUsage().getUsed();
        pool.resetPeakUsage();
      }
    }
    return bytes / 1048576.0;
  }
}
