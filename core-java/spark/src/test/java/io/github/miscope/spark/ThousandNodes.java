package io.github.miscope.spark;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a thousand nodes would do, by simulation: waves of tasks as {@link
 * io.github.miscope.spark.internal.SparkWork} submits them, a driver that launches so many tasks a
 * second, nodes that fail and are replaced, and a broadcast from node to node. Not a test; prints
 * the tables of the README.
 */
final class ThousandNodes {

  private static final int NODES = 1000;
  private static final int CORES = 8;
  private static final int WAVES = 2;
  private static final int TASKS_PER_CORE = 4;

  /** A node that fails is replaced within so many seconds. */
  private static final double REPLACED = 60;

  private static final double HOUR = 3600;

  /** What happens to a core, or to a node. */
  private record Event(double time, boolean isNode, int which, int life)
      implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
      return Double.compare(time, other.time);
    }
  }

  private final SplittableRandom random = new SplittableRandom(25);
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final Deque<Integer> free = new ArrayDeque<>();

  /** By core, the task that it works on, or -1; when it began; how often it has been replaced. */
  private final int[] working = new int[NODES * CORES];

  private final double[] began = new double[NODES * CORES];
  private final int[] life = new int[NODES * CORES];

  /** By task: its seconds, and its wave. */
  private final double[] seconds;

  private final int[] waves;
  private final int[] left = new int[1 << 16];
  private final double perSecond;
  private final double failuresPerHour;
  private double launched;
  private int cut;
  private int waveCount;
  private int finished;
  private int lost;
  private double lostSeconds;

  /**
   * A run.
   *
   * @param cells how many
   * @param mean their mean seconds, log-uniform over a factor of ten
   * @param perSecond tasks that the driver launches in a second
   * @param failuresPerHour of each node
   */
  private ThousandNodes(int cells, double mean, double perSecond, double failuresPerHour) {
    this.perSecond = perSecond;
    this.failuresPerHour = failuresPerHour;
    // As SparkWork: a third of a second, and a share of what is left, but no less than 60 ms.
    long nanos = Math.round(1e9 * mean);
    int most = (int) Math.max(1, 300_000_000 / nanos);
    int fewest = (int) Math.max(1, 60_000_000 / nanos);
    int fair = cells / (WAVES * TASKS_PER_CORE * NODES * CORES);
    int length = Math.min(most, Math.max(fewest, fair));
    seconds = new double[(cells + length - 1) / length];
    waves = new int[seconds.length];
    double least = mean * Math.log(10) / 9;
    for (int cell = 0; cell < cells; cell++) {
      seconds[cell / length] += least * Math.pow(10, random.nextDouble());
    }
    Arrays.fill(working, -1);
  }

  /** Runs all tasks, and gives the seconds until the last has ended. */
  private double run() {
    for (int core = 0; core < working.length; core++) {
      free.add(core);
    }
    for (int node = 0; node < NODES && failuresPerHour > 0; node++) {
      events.add(new Event(nextFailure(0), true, node, 0));
    }
    for (int wave = 0; wave < WAVES; wave++) {
      cutWave();
    }
    double now = 0;
    while (finished < seconds.length) {
      launch(now);
      Event next = events.remove();
      now = next.time;
      if (next.isNode) {
        fail(next.which, now);
      } else if (next.life == life[next.which]) {
        end(next.which);
      }
    }
    return now;
  }

  private double nextFailure(double now) {
    return now - Math.log(1 - random.nextDouble()) * HOUR / failuresPerHour;
  }

  private void cutWave() {
    int wave = waveCount++;
    int to = Math.min(seconds.length, cut + TASKS_PER_CORE * working.length);
    left[wave] = to - cut;
    for (; cut < to; cut++) {
      waves[cut] = wave;
      waiting.add(cut);
    }
  }

  private void launch(double now) {
    while (!waiting.isEmpty() && !free.isEmpty()) {
      int core = free.remove();
      int task = waiting.remove();
      launched = Math.max(now, launched) + 1 / perSecond;
      working[core] = task;
      began[core] = launched;
      events.add(new Event(launched + seconds[task], false, core, life[core]));
    }
  }

  private void end(int core) {
    int task = working[core];
    working[core] = -1;
    free.add(core);
    if (task >= 0) {
      finished++;
      if (--left[waves[task]] == 0 && cut < seconds.length) {
        cutWave();
      }
    }
  }

  /** What the node's cores did is lost; others do it. */
  private void fail(int node, double now) {
    for (int core = node * CORES; core < (node + 1) * CORES; core++) {
      life[core]++;
      if (working[core] >= 0) {
        lost++;
        lostSeconds += Math.max(0, now - began[core]);
        waiting.addFirst(working[core]);
        working[core] = -1;
      } else {
        free.remove(core);
      }
      events.add(new Event(now + REPLACED, false, core, life[core]));
    }
    events.add(new Event(nextFailure(now + REPLACED), true, node, 0));
  }

  private static void row(int cells, double mean, double perSecond, double failuresPerHour) {
    ThousandNodes nodes = new ThousandNodes(cells, mean, perSecond, failuresPerHour);
    double took = nodes.run();
    double work = Arrays.stream(nodes.seconds).sum();
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %d | %s | %s | %.0f | %.0f | %.2f | %d | %.4f |%n",
        cells,
        mean,
        nodes.seconds.length,
        perSecond,
        failuresPerHour,
        work / (NODES * CORES),
        took,
        work / (took * NODES * CORES),
        nodes.lost,
        nodes.lostSeconds / work);
  }

  /**
   * Steps in which blocks come to all nodes, where each sends one block and takes one in a step,
   * from a node that has it to one that asks in an order of its own.
   */
  private static int stepsOfBroadcast(int blocks) {
    SplittableRandom random = new SplittableRandom(25);
    BitSet[] has = new BitSet[NODES + 1];
    Arrays.setAll(has, node -> new BitSet(blocks));
    has[0].set(0, blocks); // The driver.
    int steps = 0;
    int missing = NODES * blocks;
    while (missing > 0) {
      steps++;
      BitSet sending = new BitSet();
      int first = random.nextInt(NODES);
      int[] got = new int[NODES + 1];
      Arrays.fill(got, -1);
      for (int i = 0; i < NODES; i++) {
        int node = 1 + (first + i) % NODES;
        int block = has[node].nextClearBit(random.nextInt(blocks));
        block = block < blocks ? block : has[node].nextClearBit(0);
        Integer from = block < blocks ? holder(block, has, sending, random) : null;
        if (from != null) {
          sending.set(from);
          got[node] = block;
        }
      }
      for (int node = 1; node <= NODES; node++) {
        if (got[node] >= 0) {
          has[node].set(got[node]);
          missing--;
        }
      }
    }
    return steps;
  }

  private static @Nullable Integer holder(
      int block, BitSet[] has, BitSet sending, SplittableRandom random) {
    int first = random.nextInt(has.length);
    for (int i = 0; i < has.length; i++) {
      int node = (first + i) % has.length;
      if (has[node].get(block) && !sending.get(node)) {
        return node;
      }
    }
    return null;
  }

  /** Prints the tables. */
  public static void main(String[] args) {
    System.out.println(
        "| cells | s of a cell | tasks | launched a second | failures of a node an hour"
            + " | s without loss | s | use | tasks lost | work lost |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (double failures : new double[] {0, 0.00004, 0.05, 1}) {
      row(1_000_000, 10, 1500, failures);
    }
    row(1_000_000, 10, 500, 0.05);
    row(1_000_000, 1, 1500, 0.05);
    row(10_000_000, 0.1, 1500, 0.05);
    for (int blocks : new int[] {10, 100}) {
      System.out.printf(
          Locale.ROOT,
          "broadcast of %d blocks of 4 MB: %d steps of %.3f s at 1 Gbit/s%n",
          blocks,
          stepsOfBroadcast(blocks),
          4 * 8 / 1000.0);
    }
  }
}
