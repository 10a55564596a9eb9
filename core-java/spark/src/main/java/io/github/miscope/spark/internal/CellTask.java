package io.github.miscope.spark.internal;

import io.github.miscope.internal.parallel.Threads;
import io.github.miscope.plan.CellJob;
import io.github.miscope.plan.CellRecipe;
import io.github.miscope.plan.Cells;
import java.io.Serializable;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** Some cells of a plan as one task of Spark: gives their rows as a {@link Parcel}. */
public final class CellTask extends AbstractFunction2<TaskContext, Iterator<int[]>, byte[]>
    implements Serializable {

  private static final long serialVersionUID = 1;

  private final String run;
  private final Broadcast<byte[]> recipe;
  private final @Nullable RowFolder folder;
  private final @Nullable String version = OtherVersionException.ofCore();

  /**
   * What a task did.
   *
   * @param rows the finished cells
   * @param bug what ended the task; null if all cells are finished
   */
  public record Outcome(List<Finished> rows, @Nullable Throwable bug) {}

  /**
   * A finished cell.
   *
   * @param cell its number
   * @param row its row
   * @param nanos how long it took
   */
  public record Finished(int cell, Object row, long nanos) {}

  /**
   * A task.
   *
   * @param run names the run
   * @param recipe makes the cells; packed
   * @param folder keeps finished rows; null if nobody does
   */
  public CellTask(String run, Broadcast<byte[]> recipe, @Nullable RowFolder folder) {
    this.run = run;
    this.recipe = recipe;
    this.folder = folder;
  }

  @Override
  public byte[] apply(TaskContext context, Iterator<int[]> parts) {
    OtherVersionException.refuse(OtherVersionException.ofCore(), version);
    Cells<?> cells = Recipes.get(run, recipe).cells();
    List<Finished> rows = new ArrayList<>();
    Throwable[] bug = new Throwable[1];
    Threads.within(Math.max(1, context.cpus()), () -> bug[0] = work(context, cells, parts, rows));
    return Parcel.pack(new Outcome(rows, travelling(bug[0])));
  }

  /** A bug holds what its class holds, which need not be able to travel: then its text does. */
  private static @Nullable Throwable travelling(@Nullable Throwable bug) {
    if (bug == null) {
      return null;
    }
    try {
      Parcel.pack(bug);
      return bug;
    } catch (RuntimeException e) {
      IllegalStateException text = new IllegalStateException(bug.toString());
      text.setStackTrace(bug.getStackTrace());
      return text;
    }
  }

  private <R> @Nullable Throwable work(
      TaskContext context, Cells<R> cells, Iterator<int[]> parts, List<Finished> rows) {
    try (RowFolder.Writer<R> writer = RowFolder.writer(folder, cells, run, context)) {
      while (parts.hasNext()) {
        for (int cell : parts.next()) {
          long begin = System.nanoTime();
          R row = CellJob.row(cells, cell);
          writer.append(cell, row);
          rows.add(new Finished(cell, row, System.nanoTime() - begin));
        }
      }
      return null;
    } catch (CancellationException e) {
      context.killTaskIfInterrupted();
      return e; // The cell stopped by itself.
    } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
      // Another executor would meet the same: the driver throws it. Other errors are of the
      // machine.
      context.killTaskIfInterrupted();
      return e;
    }
  }

  /** The recipes that this executor knows, each as long as memory allows. */
  static final class Recipes {

    private static final Map<String, SoftReference<CellRecipe<?>>> KNOWN = new HashMap<>();

    private Recipes() {}

    static synchronized CellRecipe<?> get(String run, Broadcast<byte[]> packed) {
      SoftReference<CellRecipe<?>> known = KNOWN.get(run);
      CellRecipe<?> recipe = known == null ? null : known.get();
      if (recipe == null) {
        KNOWN.values().removeIf(old -> old.get() == null);
        recipe = (CellRecipe<?>) Objects.requireNonNull(Parcel.unpack(packed.value(), run));
        KNOWN.put(run, new SoftReference<>(recipe));
      }
      return recipe;
    }
  }
}
