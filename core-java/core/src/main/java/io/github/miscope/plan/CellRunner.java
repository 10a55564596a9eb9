package io.github.miscope.plan;

/**
 * Where the cells of a plan are worked on: threads of this process, or the machines of a cluster.
 * Which one it is changes no bit of a row.
 *
 * <p>A runner only does cells. Progress, the time left, interruption and the checkpoint of a run
 * are the same for all runners ({@link CellJob}).
 */
public interface CellRunner {

  /**
   * Begins to work on the cells of a run, and returns at once.
   *
   * @param job gives the cells and takes their rows
   * @param <R> what a cell gives
   * @return the work under way
   * @throws InterruptedException if the calling thread is interrupted
   * @throws IllegalArgumentException if this runner cannot do these cells; the message says why
   */
  <R> Work start(CellJob<R> job) throws InterruptedException;

  /**
   * Where cells are worked on, for messages.
   *
   * @return a few words, such as "8 threads"
   */
  String label();

  /** Work on the cells of a run. */
  interface Work {

    /**
     * How many cells are worked on at the same time, by which the time left is estimated. It may
     * change while machines come and go.
     *
     * @return at least 1
     */
    int parallelism();

    /**
     * Calls the work off, and waits a moment for cells that are finished just now. Does nothing
     * once the work is done.
     */
    void stop();
  }
}
