package io.github.miscope.dsl

/**
 * Surrounds every `mi { }` run of a sweep in this process: for notebooks and other hosts that show
 * progress, and that stop work in their own way.
 */
public fun interface SweepHost {
    /**
     * Runs a sweep, by [SweepJob.run].
     *
     * @return what [SweepJob.run] returned
     */
    public fun run(job: SweepJob): SweepResult
}

/** Where a host of the DSL, such as the notebook integration, hooks in. */
public object MiscopeHooks {
    /** Surrounds every `mi { }` run of a sweep; null for nobody. */
    @Volatile public var host: SweepHost? = null
}
