package io.github.miscope.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.identity.PlanIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {

  @TempDir Path folder;

  /** Cells that are numbers; taken from the last to the first. */
  private record Numbers(int count, IntToDoubleFunction value) implements Plan<Double> {

    @Override
    public Double row(int cell) {
      return value.applyAsDouble(cell);
    }

    @Override
    public boolean isFailed(Double row) {
      return row.isNaN();
    }

    @Override
    public int cellAt(int position) {
      return count - 1 - position;
    }

    @Override
    public PlanIdentity identity() {
      return PlanIdentity.of("numbers").option("of", "test").build();
    }

    @Override
    public List<@Nullable String> fields(int cell, Double row) {
      return List.of(Integer.toString(cell), Double.toString(row));
    }

    @Override
    public Optional<Entry<Double>> entry(List<@Nullable String> fields) {
      int cell = Integer.parseInt(String.valueOf(fields.get(0)));
      double row = Double.parseDouble(String.valueOf(fields.get(1)));
      return cell < count ? Optional.of(new Entry<>(cell, row)) : Optional.empty();
    }
  }

  private static RunOptions threads(int threads) {
    return RunOptions.withDefaults().withThreads(threads);
  }

  private static double[] run(Numbers plan, RunOptions options) throws InterruptedException {
    double[] rows = new double[plan.count()];
    Runner.run(plan, options, (cell, row) -> rows[cell] = row);
    return rows;
  }

  @Test
  void bothWaysGiveEveryRowOnce() throws InterruptedException {
    double[] expected = new double[1000];
    Arrays.setAll(expected, Math::sqrt);
    Numbers plan = new Numbers(1000, Math::sqrt);
    for (int threads : new int[] {1, 3, 16}) {
      assertArrayEquals(expected, run(plan, threads(threads)));
    }
    double[] rows = new double[1000];
    List<Integer> heard = new ArrayList<>();
    AtomicInteger kept = new AtomicInteger();
    Runner.within(
        plan,
        (cell, row) -> {
          rows[cell] = row;
          kept.incrementAndGet();
        },
        heard::add);
    assertArrayEquals(expected, rows);
    assertEquals(1000, kept.get());
    assertEquals(heard.stream().sorted().toList(), heard);
    Runner.within(new Numbers(0, Math::sqrt), (cell, row) -> {}, heard::add);
    Runner.run(new Numbers(0, Math::sqrt), threads(2), (cell, row) -> {});
  }

  @Test
  void cellsAreTakenInTheOrderOfThePlan() throws InterruptedException {
    List<Integer> order = new ArrayList<>();
    run(
        new Numbers(
            5,
            cell -> {
              order.add(cell);
              return cell;
            }),
        threads(1));
    assertEquals(List.of(4, 3, 2, 1, 0), order);
  }

  @Test
  void earlierRowsAreNotComputedAgainAndMoreCellsExtendTheFile() throws Exception {
    RunOptions options = threads(2).withCheckpoint(folder.resolve("rows"));
    AtomicInteger computed = new AtomicInteger();
    IntToDoubleFunction value =
        cell -> {
          computed.incrementAndGet();
          return cell == 1 ? Double.NaN : cell;
        };
    List<Progress.Snapshot> heard = new ArrayList<>();
    assertArrayEquals(new double[] {0, Double.NaN, 2}, run(new Numbers(3, value), options));
    byte[] before = Files.readAllBytes(folder.resolve("rows"));
    assertArrayEquals(
        new double[] {0, Double.NaN, 2, 3, 4},
        run(new Numbers(5, value), options.withProgress(heard::add)));
    assertEquals(5, computed.get());
    assertEquals(3, heard.get(0).done());
    assertEquals(1, heard.get(0).failed());
    assertEquals(5, heard.get(heard.size() - 1).done());
    byte[] after = Files.readAllBytes(folder.resolve("rows"));
    assertArrayEquals(before, Arrays.copyOf(after, before.length));
  }

  @Test
  void aBugPropagatesAndNamesItsCell() {
    Numbers plan =
        new Numbers(
            9,
            cell -> {
              throw new IllegalStateException("a bug");
            });
    for (int way = 0; way < 2; way++) {
      boolean within = way == 0;
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class,
              () -> {
                if (within) {
                  Runner.within(plan, (cell, row) -> {}, done -> {});
                } else {
                  run(plan, threads(2));
                }
              });
      assertTrue(e.getSuppressed()[0].getMessage().startsWith("in cell "), () -> e.toString());
    }
  }

  /** Such a run waited for ever. */
  @Test
  void aCellThatIsCancelledByItselfStopsTheRun() {
    Numbers cancelled =
        new Numbers(
            9,
            cell -> {
              throw new CancellationException("not today");
            });
    assertThrows(InterruptedException.class, () -> run(cancelled, threads(2)));
    assertThrows(
        InterruptedException.class, () -> Runner.within(cancelled, (cell, row) -> {}, done -> {}));
    Numbers interrupted =
        new Numbers(
            9,
            cell -> {
              Thread.currentThread().interrupt();
              return cell;
            });
    assertThrows(InterruptedException.class, () -> run(interrupted, threads(2)));
  }

  @Test
  void anInterruptKeepsWhatWasFinishedEvenIfACellDoesNotHearOfIt() throws Exception {
    Numbers plan =
        new Numbers(
            100,
            cell -> {
              long end = System.nanoTime() + (cell == 90 ? 3_000_000_000L : 1_000_000);
              while (System.nanoTime() < end) {
                Thread.onSpinWait();
              }
              return cell;
            });
    List<Integer> kept = new ArrayList<>();
    Thread caller = Thread.currentThread();
    long start = System.nanoTime();
    assertThrows(
        InterruptedException.class,
        () ->
            Runner.run(
                plan,
                threads(1)
                    .withProgress(
                        now -> {
                          if (now.done() >= 9) {
                            caller.interrupt();
                          }
                        }),
                (cell, row) -> kept.add(cell)));
    assertTrue(System.nanoTime() - start < 1_500_000_000L);
    assertEquals(List.of(99, 98, 97, 96, 95, 94, 93, 92, 91), kept);
  }

  /** A refusal is a reason; what a library refuses is a bug of its caller. */
  @Test
  void refusalsOfLibrariesAreBugs() {
    assertEquals(
        "k must be >= 1: k=0",
        CellFailure.reason(new IllegalArgumentException("k must be >= 1: k=0")));
    IllegalArgumentException own =
        assertThrows(IllegalArgumentException.class, () -> new ArrayList<>(-1));
    assertSame(own, assertThrows(IllegalArgumentException.class, () -> CellFailure.reason(own)));
    IllegalArgumentException number =
        assertThrows(IllegalArgumentException.class, () -> Integer.parseInt("one"));
    assertThrows(NumberFormatException.class, () -> CellFailure.reason(number));
  }

  /** A slow and a fast kind, three of each. */
  @Test
  void kindsHaveDurationsOfTheirOwn() {
    Cells<Integer> cells =
        new Cells<>() {
          @Override
          public int count() {
            return 6;
          }

          @Override
          public Integer row(int cell) {
            return cell;
          }

          @Override
          public int kinds() {
            return 2;
          }

          @Override
          public int kind(int cell) {
            return cell % 2;
          }
        };
    TimeLeft left = new TimeLeft(cells);
    left.done(0, 100);
    assertEquals(0, left.nanos(1), "no fast one yet");
    left.done(1, 1);
    assertEquals(2 * 100 + 2 * 1, left.nanos(1));
    left.known(2);
    assertEquals(100 + 2 * 1, left.nanos(1));
    left.done(3, 1);
    left.done(5, 1);
    assertEquals(100, left.nanos(1));
    TimeLeft onFour = new TimeLeft(cells);
    onFour.done(0, 100);
    onFour.done(1, 100);
    assertEquals(Duration.ofNanos(100), Duration.ofNanos(onFour.nanos(4)));
  }

  /** Does cells made anew by their recipe, as another machine would; knows one row already. */
  private record Elsewhere(AtomicInteger stops) implements CellRunner {

    @Override
    public <R> Work start(CellJob<R> job) {
      Cells<R> there = job.cells().recipe().cells();
      job.earlier(2, there.row(2));
      for (int cell = job.take(); cell >= 0; cell = job.take()) {
        try {
          job.finished(cell, CellJob.row(there, cell), 1);
        } catch (RuntimeException e) {
          job.failed(e);
          break;
        }
      }
      return new Work() {
        @Override
        public int parallelism() {
          return 1;
        }

        @Override
        public void stop() {
          stops.incrementAndGet();
        }
      };
    }

    @Override
    public String label() {
      return "elsewhere";
    }
  }

  @Test
  void anotherRunnerGivesTheSameRowsAndFillsTheSameCheckpoint() throws InterruptedException {
    AtomicInteger stops = new AtomicInteger();
    List<Integer> done = new ArrayList<>();
    Path file = folder.resolve("elsewhere");
    RunOptions elsewhere =
        RunOptions.withDefaults()
            .withRunner(new Elsewhere(stops))
            .withProgress(snapshot -> done.add(snapshot.done()))
            .withCheckpoint(file);
    double[] expected = run(new Numbers(50, Math::sqrt), threads(2));
    assertArrayEquals(expected, run(new Numbers(50, Math::sqrt), elsewhere));
    assertEquals(0, done.get(0));
    assertEquals(50, done.get(done.size() - 1));
    assertEquals(0, stops.get(), "nothing to call off");
    // A run on threads finds all rows but the one that the other runner kept by itself.
    AtomicInteger again = new AtomicInteger();
    Numbers counted = new Numbers(50, cell -> Math.sqrt(cell + 0 * again.incrementAndGet()));
    assertArrayEquals(expected, run(counted, threads(2).withCheckpoint(file)));
    assertEquals(1, again.get());
  }

  @Test
  void aBugInACellElsewhereEndsTheRunAndStopsTheRunner() {
    AtomicInteger stops = new AtomicInteger();
    Numbers broken =
        new Numbers(
            5,
            cell -> {
              if (cell == 3) {
                throw new IllegalStateException("three");
              }
              return cell;
            });
    IllegalStateException bug =
        assertThrows(
            IllegalStateException.class,
            () -> run(broken, RunOptions.withDefaults().withRunner(new Elsewhere(stops))));
    assertEquals("three", bug.getMessage());
    assertEquals("in cell 3", bug.getSuppressed()[0].getMessage());
    assertEquals(1, stops.get());
  }

  @Test
  void cellsWithoutATextFormHaveNoCheckpoint() {
    Cells<Integer> cells =
        new Cells<>() {
          @Override
          public int count() {
            return 1;
          }

          @Override
          public Integer row(int cell) {
            return cell;
          }
        };
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Runner.run(
                    cells, threads(1).withCheckpoint(folder.resolve("x")), (cell, row) -> {}));
    assertTrue(refusal.getMessage().startsWith("checkpoint "), refusal.getMessage());
  }
}
