package io.github.miscope.dsl

import io.github.miscope.sweep.Progress
import io.github.miscope.sweep.Sweep

/**
 * Hears of every `mi { }` run in this process, on the thread that runs it: for notebooks and other
 * hosts that show progress. Each run is [started], then told of [progress], then ends with exactly
 * one of [finished], [interrupted] and [failed].
 */
public interface SweepObserver {
    /** A sweep is about to run. */
    public fun started(sweep: Sweep) {}

    /** How far the sweep has come; several times a second. */
    public fun progress(snapshot: Progress.Snapshot) {}

    /** The sweep is done, and [result] is about to be returned. */
    public fun finished(result: SweepResult) {}

    /**
     * The thread was interrupted. [partial] holds the finished cells; the exception, with an
     * `InterruptedException` as its cause, is thrown when this returns.
     */
    public fun interrupted(partial: SweepResult) {}

    /** Something else went wrong, and is thrown when this returns. */
    public fun failed(error: Throwable) {}
}

/** Where a host of the DSL, such as the notebook integration, hooks in. */
public object MiscopeHooks {
    /** Hears of every `mi { }` run; null for nobody. */
    @Volatile public var observer: SweepObserver? = null
}
